//! Numbers and ranges as cells print them. All scanners here read half-width text, whole.

use crate::text::{
    decimal::decimal,
    words::{Words, words},
};

/// Signs and words of money that stand before an amount.
static PREFIXES: &Words = words![
    "HK$",
    "US$",
    "NT$",
    "RMB",
    "Rmb",
    "CNY",
    "HKD",
    "USD",
    "NTD",
    "TWD",
    "JPY",
    "KRW",
    "EUR",
    "GBP",
    "人民币",
    "港币",
    "港元",
    "美元",
    "$",
    "¥",
    "￥",
    "€",
    "£",
    "₩",
];

/// Multiples that stand before a measure or alone.
static MULTIPLES: &Words = words![
    "万亿", "千亿", "百亿", "十亿", "亿", "千万", "百万", "十万", "万", "千", "trn", "tn", "bn", "mn",
    "million", "billion", "萬億", "億", "萬",
];

/// What figures count.
static MEASURES: &Words = words![
    "%",
    "‰",
    "pcts",
    "pct",
    "ppts",
    "ppt",
    "pp",
    "bps",
    "bp",
    "个百分点",
    "個百分點",
    "百分点",
    "x",
    "X",
    "倍",
    "元/股",
    "元",
    "美元",
    "港元",
    "港币",
    "日元",
    "韩元",
    "欧元",
    "英镑",
    "新台币",
    "人民币",
    "RMB",
    "USD",
    "HKD",
    "块",
    "台",
    "辆",
    "吨",
    "股",
    "家",
    "次",
    "人",
    "户",
    "个",
    "片",
    "颗",
    "套",
    "件",
    "部",
    "张",
    "只",
    "平方米",
    "平米",
    "公里",
    "千瓦",
    "千瓦时",
    "度",
    "桶",
    "GW",
    "MW",
    "kW",
    "GWh",
    "MWh",
    "kWh",
    "Wh",
    "W",
    "V",
    "A",
    "nm",
    "GB",
    "TB",
    "元/吨",
    "元/台",
    "元/平方米",
    "万元/吨",
    "美元/桶",
    "亿元",
    "万元",
    "百万元",
    "亿股",
    "万股",
    "万吨",
    "亿美元",
    "亿港元",
    "M",
    "B",
    "K",
    "k",
    "m",
    "b",
    "天",
];

/// The number that `text` is and the unit printed behind it, empty where none is; `None` where it is anything else,
/// two numbers in one cell among it. `33,079`, `(8.61)`, `−5.17%`, `HK$550.50`, `11.2x`, `+4.1pct`.
#[must_use]
pub fn number(text: &str) -> Option<(f64, &str)> {
    let text = text.trim();
    if !has_digit(text) {
        return None;
    }
    if let Some(inner) = text.strip_prefix('(') {
        // The accountant's minus; a unit may stand inside the parentheses or behind them.
        let (inner, behind) = inner.split_once(')')?;
        let (value, length) = unsigned(inner)?;
        let inside = &inner[length..];
        let unit = if inside.trim().is_empty() { behind } else { inside };
        let one = inside.trim().is_empty() || behind.trim().is_empty();
        return (one && is_unit(unit.trim())).then(|| (-value, unit.trim()));
    }
    let (value, length) = signed(text)?;
    let unit = text[length..].trim();
    is_unit(unit).then_some((value, unit))
}

/// The two limits, the lower first, that `text` is, and the unit behind the second: `10%~20%`, `-10-10%`, `75万-90万块`,
/// `±5%`. A multiple behind the first limit must be the second's.
#[must_use]
pub fn range(text: &str) -> Option<(f64, f64, &str)> {
    let text = text.trim();
    if !has_digit(text) || super::is_month(text) {
        return None;
    }
    if let Some(rest) = text.strip_prefix('±') {
        let (value, length) = unsigned(rest.trim_start())?;
        let unit = rest.trim_start()[length..].trim();
        return is_unit(unit).then_some((-value, value, unit));
    }
    let (first, length) = signed(text)?;
    let rest = text[length..].trim_start();
    let between = rest.find(is_range_separator)?;
    let first_unit = rest[..between].trim_end();
    let separator: usize = rest[between..].chars().next().map_or(0, char::len_utf8);
    let rest = rest[between + separator..].trim_start().trim_start_matches(is_doubled_separator);
    let (second, length) = signed(rest)?;
    let unit = rest[length..].trim();
    let same = first_unit.is_empty() || unit.starts_with(first_unit);
    (same && is_unit(first_unit) && is_unit(unit)).then(|| (first.min(second), first.max(second), unit))
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

fn is_range_separator(c: char) -> bool {
    matches!(c, '-' | '~' | '—' | '–' | '−' | '至' | '到' | '∼' | '〜')
}

fn is_doubled_separator(c: char) -> bool {
    matches!(c, '—' | '~')
}

/// No unit has more bytes.
const LONGEST_UNIT: usize = 48;

/// Whether `unit`, whole, is a multiple, a measure, or both; nothing is a unit too, that of a plain number.
#[must_use]
pub fn is_unit(unit: &str) -> bool {
    if unit.is_empty() || MEASURES.whole(unit).is_some() || MULTIPLES.whole(unit).is_some() {
        return true;
    }
    if unit.len() > LONGEST_UNIT {
        return false;
    }
    if let Some(money) = PREFIXES.begin(unit)
        && (money.end == unit.len() || is_multiple(&unit[money.end..]))
    {
        return true;
    }
    unit.char_indices()
        .skip(1)
        .any(|(at, _)| MULTIPLES.whole(&unit[..at]).is_some() && MEASURES.whole(&unit[at..]).is_some())
}

/// `bn` in US$bn.
fn is_multiple(text: &str) -> bool {
    MULTIPLES.whole(text).is_some() || ["m", "b", "k", "M", "B", "K"].contains(&text)
}

/// A number with its sign and perhaps the sign of its money, at the beginning of `text`, and its length. `一` before a
/// digit is what character recognition makes of a minus.
fn signed(text: &str) -> Option<(f64, usize)> {
    let (minus, sign) = match text.chars().next()? {
        '+' => (false, 1),
        c @ ('-' | '−' | '–' | '—' | '﹣' | '一') => (true, c.len_utf8()),
        _ => (false, 0),
    };
    let rest = &text[sign..];
    let blank = if sign > 0 { rest.len() - rest.trim_start().len() } else { 0 };
    let amount = &rest[blank..];
    let money = if amount.starts_with(|first: char| first.is_ascii_digit()) {
        0
    } else {
        PREFIXES.begin(amount).map_or(0, |prefix| prefix.end)
    };
    let start = sign + blank + money;
    let gap = if money > 0 { text[start..].len() - text[start..].trim_start().len() } else { 0 };
    let (minus, inner) = match text[start + gap..].strip_prefix('-') {
        Some(_) if money > 0 && sign == 0 => (true, 1),
        _ => (minus, 0),
    };
    let (value, length) = unsigned(&text[start + gap + inner..])?;
    Some((if minus && value != 0.0 { -value } else { value }, start + gap + inner + length))
}

/// Digits with or without thousands separators and decimals at the beginning of `text`, and their length.
fn unsigned(text: &str) -> Option<(f64, usize)> {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut length = digits(0);
    let first_group = length;
    while (1..=3).contains(&first_group) && bytes.get(length) == Some(&b',') && digits(length + 1) == 3 {
        length += 4;
    }
    if bytes.get(length) == Some(&b'.') {
        let decimals = digits(length + 1);
        if decimals == 0 {
            return None;
        }
        length += 1 + decimals;
    }
    if length == 0 || matches!(bytes.get(length), Some(b'.' | b',')) {
        return None;
    }
    Some((decimal(&text[..length])?, length))
}
