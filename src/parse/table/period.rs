//! Fiscal periods in headers: years with or without their mark of estimate, quarters, halves, trailing months.

use crate::model::value::is_month;

/// Whether `text`, whole and half-width, names a period or a span of months: `2022`, `2023E`, `21A`, `22 A/E`, `1Q24`,
/// `2024H1`, `FY23`, `TTM`, `3M`, `YTD`.
pub fn is_period(text: &str) -> bool {
    fiscal_period(text).is_some_and(|(_, length)| length == text.len())
        || is_span_of_months(text)
        || is_month(text)
}

/// The period that the header `text` begins with, as printed.
pub fn leading_period(text: &str) -> Option<&str> {
    let (_, length) = fiscal_period(text)?;
    let rest = text[length..].chars().next();
    rest.is_none_or(|next| matches!(next, ' ' | '(' | '（' | '年' | '\n' | '*'))
        .then(|| text[..length].trim_end())
}

/// Whether `text`, whole, is a span up to now: `3M`, `12个月`, `YTD`.
pub fn is_span_of_months(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match digits {
        0 => matches!(text, "YTD" | "ytd" | "MTD" | "QTD"),
        1 | 2 => matches!(&text[digits..], "M" | "m" | "Y" | "y" | "W" | "D" | "个月" | "年" | "周" | "日"),
        _ => false,
    }
}

/// A fiscal period at the beginning of `text`, the year it begins in where four digits say so, and its length.
fn fiscal_period(text: &str) -> Option<(Option<u16>, usize)> {
    if ["TTM", "LTM", "LYR", "ttm"].iter().any(|word| text.starts_with(word)) {
        return Some((None, 3));
    }
    let fiscal = if text.starts_with("FY") || text.starts_with("CY") { 2 } else { 0 };
    let rest = &text[fiscal..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = &rest[digits..];
    match digits {
        4 => {
            let year: u16 = rest[..4].parse().ok()?;
            let end = fiscal + 4 + part_length(after);
            (1990..=2060).contains(&year).then(|| (Some(year), end + mark_length(&text[end..])))
        }
        2 => {
            let end = fiscal + 2 + part_length(after);
            let mark = mark_length(&text[end..]);
            let named = fiscal > 0 || mark > 0 || end > fiscal + 2;
            named.then_some((None, end + mark))
        }
        // 1Q24, 3Q2024, 1H24.
        1 => {
            let part = after.starts_with(['Q', 'H', 'q', 'h']);
            let year = after.get(1..)?.bytes().take_while(u8::is_ascii_digit).count();
            let end = fiscal + 2 + year;
            (part && matches!(year, 2 | 4)).then(|| (None, end + mark_length(&text[end..])))
        }
        _ => None,
    }
}

/// The length of a quarter or half behind a year: `Q1`, `H1`, `Q1-Q3`, `-Q1`, `年Q1`.
fn part_length(text: &str) -> usize {
    let lead = text.len() - text.trim_start_matches(['年', '-', ' ']).len();
    let bytes = &text.as_bytes()[lead..];
    match bytes {
        [b'Q' | b'H' | b'q' | b'h', b'1'..=b'4', b'-', b'Q' | b'q', b'1'..=b'4', ..] => lead + 5,
        [b'Q' | b'H' | b'q' | b'h', b'1'..=b'4', ..] => lead + 2,
        _ if text.starts_with('年') => '年'.len_utf8(),
        _ => 0,
    }
}

/// The length of a mark of what a year's figures are: `A`, `E`, `F`, `P`, `A/E`, ` (E)`.
fn mark_length(text: &str) -> usize {
    let lead = text.len() - text.trim_start_matches(' ').len();
    let rest = &text[lead..];
    let marks = ["A/E", "(A)", "(E)", "(F)", "A", "E", "F", "P", "e", "a"];
    let Some(mark) = marks.iter().find(|mark| rest.starts_with(**mark)) else { return 0 };
    let runs_on = rest[mark.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
    if runs_on { 0 } else { lead + mark.len() }
}

#[cfg(test)]
mod tests {
    use super::{is_period, leading_period};

    #[test]
    fn periods() {
        for text in [
            "2022", "2023E", "21A", "22A/E", "22 A/E", "2024Q1", "24H1", "1Q24", "FY23", "FY2024E", "TTM",
            "3M", "12M", "YTD", "2023年", "2024 E",
        ] {
            assert!(is_period(text), "{text}");
        }
        for text in ["2022亿", "22", "1234", "45250", "E", "买入", "2M3", "3,045", "20.5", "1Q"] {
            assert!(!is_period(text), "{text}");
        }
    }

    #[test]
    fn periods_that_headers_begin_with() {
        assert_eq!(leading_period("2024E (等效H100)"), Some("2024E"));
        assert_eq!(leading_period("2025E"), Some("2025E"));
        assert_eq!(leading_period("2024-02-18 股价"), None);
        assert_eq!(leading_period("市值"), None);
    }
}
