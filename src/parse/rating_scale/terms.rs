//! What holds for all grades of a scale: how far ahead they look, what returns are counted against, and whether they
//! are counted against anything.

use super::lists::INDEX;
use crate::{
    model::rating_scale::{Horizon, ReturnBasis},
    parse::{folded::Folded, lexicon::INDEX_NAMES},
    text::words::{Words, words},
};

const MONTHS: u8 = 1;
const YEARS: u8 = 12;
const HALF_A_YEAR: u8 = 6;

/// The first horizon in the folded `text` at byte `from` or behind it, and where it ends: 6个月, 6-12个月, 十二个月,
/// 12-month, six to twelve months, 半年, 一年.
#[must_use]
pub fn horizon(text: &str, from: usize) -> Option<(Horizon, usize)> {
    static UNITS: &Words = words![
        MONTHS => ["个月", " months", "-month", " month", "month", " Months", "-Month", " Month"],
        YEARS => ["年", " year"],
        HALF_A_YEAR => ["半年"],
    ];
    // 三年研究经验 is told of a person, 一年度 and 三年报 of accounts.
    static OTHERS: &Words = words!["研究", "证券", "从业", "经验", "投研", "度", "报"];
    let start = from;
    let mut from = from;
    while let Some(unit) = UNITS.next(text, from) {
        // 上半年 and 下半年 are told of accounts.
        let of_accounts =
            text[..unit.start].ends_with(['上', '下']) || text[unit.end..].starts_with(['度', '报']);
        if unit.meaning == HALF_A_YEAR && of_accounts {
            from = unit.end;
            continue;
        }
        if unit.meaning == HALF_A_YEAR {
            return Some((Horizon { least_months: 6, most_months: 6 }, unit.end));
        }
        let other = unit.meaning == YEARS && OTHERS.at(text, unit.end).is_some();
        if !other && let Some(horizon) = horizon_before(&text[start..unit.start], u16::from(unit.meaning)) {
            return Some((horizon, unit.end));
        }
        from = unit.start + 1;
    }
    None
}

fn horizon_before(before: &str, factor: u16) -> Option<Horizon> {
    static TO: &Words = words!["--", "-", "~", "—", "至", "到", " to ", "to ", "to"];
    let (most, rest) = trailing_number(before)?;
    let most = most.checked_mul(factor).filter(|months| (1..=120).contains(months))?;
    // 2024年 is no horizon, and neither is the third year.
    if factor == 12 && (most > 60 || rest.ends_with(['第', '近', '每', '上', '去'])) {
        return None;
    }
    let mut least = most;
    if let Some(separator) = TO.end(rest) {
        let first = &rest[..separator.start];
        let first = first.strip_suffix("个月").unwrap_or(first);
        if let Some((number, _)) = trailing_number(first).filter(|(number, _)| *number * factor <= most) {
            least = number * factor;
        }
    }
    Some(Horizon { least_months: least, most_months: most })
}

/// Numbers in words.
static NUMBERS: &Words = words![
    1 => ["一", "one", "One"],
    2 => ["二", "两", "two", "Two"],
    3 => ["三", "three", "Three"],
    4 => ["四"],
    5 => ["五"],
    6 => ["六", "six", "Six"],
    9 => ["九", "nine", "Nine"],
    10 => ["十"],
    12 => ["十二", "twelve", "Twelve"],
    18 => ["十八", "eighteen", "Eighteen"],
    24 => ["二十四"],
];

/// The number that `text` ends with, in digits or words, and what stands before it.
fn trailing_number(text: &str) -> Option<(u16, &str)> {
    let text = text.trim_end_matches([' ', '(', ')']);
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let at = text.len() - digits;
        return Some((text[at..].parse().ok()?, &text[..at]));
    }
    let word = NUMBERS.end(text)?;
    Some((u16::from(word.meaning), &text[..word.start]))
}

/// The index names in the folded text between `start` and `end`, each once, in print order: their places.
#[must_use]
pub fn benchmarks(folded: &Folded, start: usize, end: usize) -> Vec<std::ops::Range<usize>> {
    let text = &folded.text[..end];
    let mut places: Vec<std::ops::Range<usize>> = Vec::new();
    let mut from = start;
    while let Some(name) = folded.next_word(INDEX_NAMES, INDEX, from..end) {
        from = TAILS.at(text, name.end).map_or(name.end, |tail| tail.end);
        places.push(name.start..from);
    }
    places
}

/// What may belong to the name of an index behind the words that tell it from others.
static TAILS: &Words = words!["(美元)指数", "综合指数", "成份指数", "成分指数", "指数"];

const ABSOLUTE: u8 = 1;
const RELATIVE: u8 = 2;

/// How the words of conditions count returns: against something where they compare, else as they are.
#[must_use]
pub fn basis_of_condition(text: &str) -> Option<ReturnBasis> {
    static BASES: &Words = words![any case:
        ABSOLUTE => ["绝对收益", "绝对回报", "绝对报酬", "absolute"],
        RELATIVE => [
            "相对", "强于", "弱于", "优于", "超越", "领先", "落后", "跑赢", "跑输", "基准", "大盘", "大市",
            "同期", "市场回报", "沪深300指数涨幅", "战胜", "逊于", "差于", "持平", "跟随", "超过大", "高于市场",
            "低于市场", "高于相关", "低于相关", "超过市场", "平均", "代表性指数", "标杆", "relative",
            "benchmark", "outperform", "underperform", "in line", "in-line", "index", "the average",
            "the market", "the mra", "的mra",
        ],
    ];
    let said = BASES.meanings(text);
    if said & ABSOLUTE != 0 {
        return Some(ReturnBasis::Absolute);
    }
    (said & RELATIVE != 0 || INDEX_NAMES.stand_in(text)).then_some(ReturnBasis::Relative)
}

/// How a note or a heading says that returns are counted: what it says last holds.
#[must_use]
pub fn basis_of_note(text: &str) -> Option<ReturnBasis> {
    static BASES: &Words = words![any case:
        ABSOLUTE => [
            "绝对收益", "绝对回报", "绝对报酬", "绝对涨幅", "absolute return", "absolute total return",
        ],
        RELATIVE => ["相对", "为基准", "基准为", "基准指数", "benchmark", "relative"],
    ];
    let last = BASES.hits(text).last()?;
    Some(if last.meaning == ABSOLUTE { ReturnBasis::Absolute } else { ReturnBasis::Relative })
}

/// The sentence of `note`, a part of the folded `text`, in which byte `at` stands.
#[must_use]
pub fn sentence_at(text: &str, note: &std::ops::Range<usize>, at: usize) -> std::ops::Range<usize> {
    let ends = [';', '。'];
    let start = text[note.start..at].rfind(ends).map_or(note.start, |end| {
        note.start + end + text[note.start + end..].chars().next().map_or(1, char::len_utf8)
    });
    start..text[at..note.end].find(ends).map_or(note.end, |end| at + end)
}
