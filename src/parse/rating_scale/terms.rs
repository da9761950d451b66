//! What holds for all grades of a scale: how far ahead they look, what returns are counted against, and whether they
//! are counted against anything.

use crate::{
    model::rating_scale::{Horizon, ReturnBasis},
    parse::{folded::Folded, lexicon::INDEX_NAMES},
    text::words::{Words, words},
};

/// The first horizon in the folded `text`: 6个月, 6-12个月, 十二个月, 12-month, six to twelve months, 半年, 一年.
#[must_use]
pub fn horizon(text: &str) -> Option<Horizon> {
    const UNITS: [(&str, u16); 8] = [
        ("个月", 1),
        (" months", 1),
        ("-month", 1),
        (" month", 1),
        ("months", 1),
        ("month", 1),
        ("年", 12),
        (" year", 12),
    ];
    let mut found: Option<(usize, Horizon)> = None;
    for (unit, factor) in UNITS {
        for (at, _) in text.match_indices(unit) {
            if found.is_some_and(|(before, _)| before <= at) {
                break;
            }
            // 三年研究经验 is told of a person, 一年度 and 三年报 of accounts.
            let other = ["研究", "证券", "从业", "经验", "投研", "度", "报"];
            if factor == 12 && other.iter().any(|word| text[at + unit.len()..].starts_with(word)) {
                continue;
            }
            if let Some(horizon) = horizon_before(&text[..at], factor) {
                found = Some((at, horizon));
                break;
            }
        }
    }
    if let Some(at) = text.find("半年").filter(|at| found.is_none_or(|(before, _)| *at < before)) {
        found = Some((at, Horizon { least_months: 6, most_months: 6 }));
    }
    found.map(|(_, horizon)| horizon)
}

fn horizon_before(before: &str, factor: u16) -> Option<Horizon> {
    let (most, rest) = trailing_number(before)?;
    let most = most.checked_mul(factor).filter(|months| (1..=120).contains(months))?;
    // 2024年 is no horizon, and neither is the third year.
    if factor == 12 && (most > 60 || rest.ends_with(['第', '近', '每', '上', '去'])) {
        return None;
    }
    let mut least = most;
    for separator in ["--", "-", "~", "—", "至", "到", " to ", "to ", "to"] {
        let Some(first) = rest.strip_suffix(separator) else { continue };
        let first = first.strip_suffix("个月").unwrap_or(first);
        if let Some((number, _)) = trailing_number(first).filter(|(number, _)| *number * factor <= most) {
            least = number * factor;
        }
        break;
    }
    Some(Horizon { least_months: least, most_months: most })
}

/// The number that `text` ends with, in digits or words, and what stands before it.
fn trailing_number(text: &str) -> Option<(u16, &str)> {
    let text = text.trim_end_matches([' ', '(', ')']);
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let at = text.len() - digits;
        return Some((text[at..].parse().ok()?, &text[..at]));
    }
    const WORDS: [(&str, u16); 26] = [
        ("十八", 18),
        ("十二", 12),
        ("二十四", 24),
        ("十", 10),
        ("一", 1),
        ("二", 2),
        ("两", 2),
        ("三", 3),
        ("四", 4),
        ("五", 5),
        ("六", 6),
        ("九", 9),
        ("eighteen", 18),
        ("twelve", 12),
        ("nine", 9),
        ("six", 6),
        ("three", 3),
        ("one", 1),
        ("two", 2),
        ("Eighteen", 18),
        ("Twelve", 12),
        ("Nine", 9),
        ("Six", 6),
        ("Three", 3),
        ("One", 1),
        ("Two", 2),
    ];
    WORDS.into_iter().find_map(|(word, number)| Some((number, text.strip_suffix(word)?)))
}

/// The index names in the folded text between `start` and `end`, each once, in print order: their places.
#[must_use]
pub fn benchmarks(folded: &Folded, start: usize, end: usize) -> Vec<std::ops::Range<usize>> {
    let text = &folded.text[..end];
    let mut places: Vec<std::ops::Range<usize>> = Vec::new();
    let mut from = start;
    while let Some(name) = INDEX_NAMES.next(text, from) {
        from = TAILS.at(text, name.end).map_or(name.end, |tail| tail.end);
        places.push(name.start..from);
    }
    places
}

/// What may belong to the name of an index behind the words that tell it from others.
static TAILS: &Words = words!["综合指数", "成份指数", "成分指数", "指数"];

/// How the words of conditions count returns: against something where they compare, else as they are.
#[must_use]
pub fn basis_of_condition(text: &str) -> Option<ReturnBasis> {
    const RELATIVE: [&str; 39] = [
        "相对",
        "强于",
        "弱于",
        "优于",
        "超越",
        "领先",
        "落后",
        "跑赢",
        "跑输",
        "基准",
        "大盘",
        "大市",
        "同期",
        "沪深300指数涨幅",
        "战胜",
        "逊于",
        "差于",
        "持平",
        "跟随",
        "超过大",
        "高于市场",
        "低于市场",
        "高于相关",
        "低于相关",
        "超过市场",
        "平均",
        "代表性指数",
        "标杆",
        "relative",
        "benchmark",
        "outperform",
        "underperform",
        "in line",
        "in-line",
        "index",
        "the average",
        "the market",
        "the mra",
        "的mra",
    ];
    let lower = text.to_ascii_lowercase();
    if ["绝对收益", "绝对回报", "绝对报酬", "absolute"].iter().any(|word| lower.contains(word)) {
        return Some(ReturnBasis::Absolute);
    }
    let relative = RELATIVE.iter().any(|word| lower.contains(word)) || INDEX_NAMES.stand_in(text);
    relative.then_some(ReturnBasis::Relative)
}

/// How a note or a heading says that returns are counted.
#[must_use]
pub fn basis_of_note(text: &str) -> Option<ReturnBasis> {
    let lower = text.to_ascii_lowercase();
    let find = |words: &[&str]| words.iter().filter_map(|word| lower.rfind(word)).max();
    let absolute =
        find(&["绝对收益", "绝对回报", "绝对报酬", "绝对涨幅", "absolute return", "absolute total return"]);
    let relative = find(&["相对", "为基准", "基准为", "基准指数", "benchmark", "relative"]);
    match (absolute, relative) {
        (Some(absolute), relative) if relative.is_none_or(|relative| relative < absolute) => {
            Some(ReturnBasis::Absolute)
        }
        (_, Some(_)) => Some(ReturnBasis::Relative),
        _ => None,
    }
}

/// The sentences of `text` that speak of horizon or benchmark, as byte ranges.
#[must_use]
pub fn sentences(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, character) in text.char_indices() {
        if matches!(character, '。' | ';') {
            found.push(start..at);
            start = at + character.len_utf8();
        }
    }
    found.push(start..text.len());
    found
}
