//! Percentages in a condition: single ones, pairs, and `±`.

use std::ops::Range;

use crate::{
    parse::lexicon::INDEX_DIGITS,
    text::{
        decimal::decimal,
        words::{Hit, Words, words},
    },
};

/// A number of percent as printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Percent {
    /// The number with its printed sign.
    pub value: f64,
    /// Whether a sign is printed, `+` or `-`.
    pub signed: bool,
    /// Whether `%` is printed behind it.
    pub marked: bool,
    /// First byte, sign included.
    pub start: usize,
    /// The byte after the last, `%` included.
    pub end: usize,
}

/// What a condition prints in numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Percents {
    /// One number.
    One(Percent),
    /// Two numbers with a separator between them, in print order.
    Two(Percent, Percent),
    /// `±5%`, which reaches as far down as up.
    Around(Percent),
}

impl Percents {
    /// The bytes that it takes.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        match self {
            Self::One(one) | Self::Around(one) => one.start..one.end,
            Self::Two(first, second) => first.start..second.end,
        }
    }
}

/// The first percentages in `text` at or after byte `from`. Numbers without `%` count only as the first of a pair
/// whose second has it.
#[must_use]
pub fn percents(text: &str, from: usize) -> Option<Percents> {
    let mut at = from;
    while let Some(digit) = next_digit(text, at) {
        let end = digit + digits_length(&text[digit..]);
        // Most numbers are years, pages and amounts: what stands behind them tells.
        let behind = BEHIND.at(text, end);
        let Some(first) = behind.and_then(|_| percent_at(text, digit..end, from, behind)) else {
            at = end;
            continue;
        };
        let around = is_around(&text[from..first.start]);
        if around && first.marked {
            return Some(Percents::Around(first));
        }
        if let Some(second) = separated(text, first) {
            return Some(Percents::Two(first, second));
        }
        if first.marked {
            return Some(Percents::One(first));
        }
        at = first.end;
    }
    None
}

fn next_digit(text: &str, from: usize) -> Option<usize> {
    text.as_bytes().get(from..)?.iter().position(u8::is_ascii_digit).map(|at| from + at)
}

/// The length of the digits, decimals and thousands that `text` begins with; formulas print digits apart (`1 5`).
fn digits_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    while let Some(byte) = bytes.get(end) {
        let joined = match byte {
            b'0'..=b'9' => true,
            b'.' => end > 0 && bytes.get(end + 1).is_some_and(u8::is_ascii_digit),
            b' ' => {
                end == 1
                    && bytes.get(end + 1).is_some_and(u8::is_ascii_digit)
                    && !bytes.get(end + 2).is_some_and(u8::is_ascii_digit)
            }
            _ => false,
        };
        if !joined {
            break;
        }
        end += 1;
    }
    end
}

/// The number of these digits with what stands `behind` them; `None` for digits of an index's name or of a word.
fn percent_at(text: &str, digits: Range<usize>, from: usize, behind: Option<Hit>) -> Option<Percent> {
    let Range { start: mut digit, mut end } = digits;
    let (before, mut behind) = (&text[from..digit], behind);
    let end_of_name = INDEX_BEFORE_DIGITS.end(before).and_then(|word| {
        INDEX_DIGITS.at(text, from + word.start).map(|name| name.end).filter(|end| *end > digit)
    });
    if let Some(past) = end_of_name {
        if past >= end {
            return None;
        }
        digit = past + text[past..end].len() - text[past..end].trim_start().len();
        end = digit + digits_length(&text[digit..]);
        behind = BEHIND.at(text, end);
    } else if before.ends_with(|character: char| character.is_ascii_alphabetic() || character == '.') {
        return None;
    }
    let number = decimal(text.get(digit..end)?)?;
    let (value, signed, start) = match end_of_name {
        Some(_) => (number, false, digit),
        None => sign_before(text, digit, from, number),
    };
    let mark = behind.filter(|word| word.meaning == MARK);
    Some(Percent { value, signed, marked: mark.is_some(), start, end: mark.map_or(end, |mark| mark.end) })
}

/// What stands before the digits in [`INDEX_DIGITS`].
static INDEX_BEFORE_DIGITS: &Words = words![
    "沪深",
    "中证",
    "标普",
    "普尔",
    "上证",
    "科创",
    "北证",
    "日经",
    "富时",
    "纳斯达克",
    "S&P ",
    "S&P",
    "CSI ",
    "CSI",
    "SP",
];

/// The value with its sign, whether one is printed, and where the number begins. A dash behind a digit or `%`
/// separates and is no sign; text recognition prints 一 for a minus.
fn sign_before(text: &str, digit: usize, from: usize, number: f64) -> (f64, bool, usize) {
    let before = &text[from..digit];
    if !may_be_signed(before) || is_around(before) {
        return (number, false, digit);
    }
    let Some(sign) = SIGNS.end(before) else { return (number, false, digit) };
    let start = digit - (sign.end - sign.start);
    if sign.meaning == PLUS {
        return (number, true, start);
    }
    let rest = &before[..sign.start];
    let separates = sign.meaning != MINUS
        && rest.ends_with(|last: char| last.is_ascii_digit() || matches!(last, '%' | ')'));
    let word = sign.meaning == ONE && rest.ends_with(['之', '第', '有', '十', '近']);
    let doubled = sign.meaning == LONG_DASH && rest.ends_with('—');
    if separates || word || doubled { (number, false, digit) } else { (-number, true, start) }
}

const PLUS: u8 = 0;
const MINUS: u8 = 1;
const DASH: u8 = 2;
const LONG_DASH: u8 = 3;
const ONE: u8 = 4;
static SIGNS: &Words = words![
    PLUS => ["+", "plus ", "positive ", "正"],
    MINUS => ["负", "minus ", "negative ", "Minus "],
    DASH => ["-"],
    LONG_DASH => ["—"],
    ONE => ["一"],
];

/// Whether a sign or a word for one may end `before`: few digits have one before them.
fn may_be_signed(before: &str) -> bool {
    before.as_bytes().last().is_some_and(|last| !last.is_ascii() || b"+- ".contains(last))
}

fn is_around(before: &str) -> bool {
    static AROUND: &Words = words!["±", "+/-", "-/+", "+-", "正负", "上下", "plus or minus ", "within ±"];
    may_be_signed(before) && AROUND.end(before).is_some()
}

/// The second of a pair whose first is `first`: behind a separator, with an own sign or none.
fn separated(text: &str, first: Percent) -> Option<Percent> {
    let mut rest = &text[first.end..];
    // 10%(含10%)至20%
    if rest.starts_with("(含") || rest.starts_with("(不含") {
        rest = rest.find(')').filter(|close| *close <= 16).map_or(rest, |close| &rest[close + 1..]);
    }
    // Each once and in this order.
    for skipped in ["(含)", "(不含)", "(≥)", "(含", "(不含", "以上", "及以上", "涨幅", ")", "\""]
    {
        rest = rest.strip_prefix(skipped).unwrap_or(rest);
    }
    let separator = BEHIND.begin(rest).filter(|word| word.meaning <= LISTED);
    // An interval of mathematics: (-5%,5%].
    let interval = || rest.starts_with(',') && text[..first.start].ends_with(['(', '[']);
    let (length, listed) = match separator {
        Some(separator) => (separator.end, separator.meaning == LISTED),
        None => interval().then_some((1, true))?,
    };
    let after = &rest[length..];
    // -5%--15%: the first dash separates, the second is the sign.
    let negative = rest.starts_with("--") && first.value < 0.0;
    let after = after.trim_start_matches([' ', '(', '约']);
    // A label beside the middle of a scale may stand between the two.
    let after = LABELS.begin(after).map_or(after, |label| after[label.end..].trim_start());
    let begin = text.len() - after.len();
    let sign = SIGNS.begin(after).filter(|sign| !after[..sign.end].starts_with('M'));
    let digit = sign.map_or(begin, |sign| begin + sign.end);
    if !text.as_bytes().get(digit)?.is_ascii_digit() {
        return None;
    }
    let end = digit + digits_length(&text[digit..]);
    let mut second = percent_at(text, digit..end, digit, BEHIND.at(text, end))?;
    let minus = sign.is_some_and(|sign| sign.meaning != PLUS);
    second.value = if minus || negative { -second.value } else { second.value };
    second.signed = negative || sign.is_some();
    (second.marked && (first.marked || !listed)).then_some(second)
}

/// Labels of a whole scale.
static LABELS: &Words =
    words!["公司评级", "行业评级", "股票评级", "公司投资评级", "行业投资评级", "股票投资评级"];

const SPANNED: u8 = 0;
const LISTED: u8 = 1;
const MARK: u8 = 2;
const SKIPPED: u8 = 3;
/// What stands behind a number of percent or behind the first of a pair: what separates numbers that limit one range, or
/// that may be limits of two, the marks of percent, and what may stand before a separator.
static BEHIND: &Words = words![
    SPANNED => ["——", "~~", "~", "--", "-", "—", "–", "一", "至", "到", " to ", "to ", "to", "and "],
    LISTED => ["与", "和", "及", " and ", "and", "or", "/", "、"],
    MARK => ["%", "个百分点", "pct", " percentage points", " percent", "ppt", "pp", " pp"],
    SKIPPED => ["(含", "(不含", "以上", "涨幅", ")", "\""],
];
