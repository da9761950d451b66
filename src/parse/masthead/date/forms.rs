//! The forms in which a day is printed, Chinese and English.

use crate::model::date::Date;

/// The first date in the folded `text` and its byte range.
#[must_use]
pub fn first_date(text: &str) -> Option<(Date, std::ops::Range<usize>)> {
    let bytes = text.as_bytes();
    let mut after_digit = false;
    for (at, byte) in bytes.iter().enumerate() {
        let is_digit = byte.is_ascii_digit();
        let begins = if is_digit { !after_digit } else { byte.is_ascii_uppercase() || *byte == 0xe4 };
        if begins && let Some((date, length)) = date_at(text, at) {
            return Some((date, at..at + length));
        }
        after_digit = is_digit;
    }
    None
}

/// The date that the folded `text` begins with, and its length.
#[must_use]
pub fn leading_date(text: &str) -> Option<(Date, usize)> {
    if text.is_empty() { None } else { date_at(text, 0) }
}

/// The date at byte `at` of `text`, and its length.
fn date_at(text: &str, at: usize) -> Option<(Date, usize)> {
    let rest = &text[at..];
    match rest.as_bytes()[0] {
        b'0'..=b'9' => numbers(rest).or_else(|| day_first(rest)),
        b'A'..=b'Z' => month_first(rest),
        0xe4 if rest.starts_with("二〇") || rest.starts_with("二零") => chinese(rest),
        _ => None,
    }
}

/// The digits that `text` begins with, at most `most` of them.
fn digits(text: &str, most: usize) -> Option<(u16, usize)> {
    let count = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    Some((text.get(..count)?.parse().ok()?, count))
}

/// 2024年12月31日, 24年12月31日, 2024-12-31, 2024/12/31, 2024.12.31, 20241231.
fn numbers(text: &str) -> Option<(Date, usize)> {
    let (year, mut at) = digits(text, 4)?;
    let short = at == 2;
    if at != 4 && !short {
        return None;
    }
    if short && !text[at..].starts_with('年') {
        return None;
    }
    let year = if short { 2000 + year } else { year };
    if !(1990..=2099).contains(&year) {
        return None;
    }
    let separator = text[at..].chars().next()?;
    if separator.is_ascii_digit() {
        let (month, day) = (text.get(4..6)?.parse().ok()?, text.get(6..8)?.parse().ok()?);
        let ended = !text.as_bytes().get(8).is_some_and(u8::is_ascii_alphanumeric);
        return Some((Date::new(year, month, day).filter(|_| ended)?, 8));
    }
    if !matches!(separator, '年' | '-' | '/' | '.') {
        return None;
    }
    at += separator.len_utf8();
    let (month, length) = digits(&text[at..], 2)?;
    at += length;
    let next = text[at..].chars().next()?;
    if (separator == '年') != (next == '月') || (separator != '年' && next != separator) {
        return None;
    }
    at += next.len_utf8();
    let (day, length) = digits(&text[at..], 2)?;
    at += length;
    if separator == '年' && text[at..].starts_with('日') {
        at += '日'.len_utf8();
    } else if text.as_bytes().get(at).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    Some((Date::new(year, month.try_into().ok()?, day.try_into().ok()?)?, at))
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The month whose English name `text` begins with, and the name's length.
fn month(text: &str) -> Option<(u8, usize)> {
    let length = text.bytes().take(12).take_while(u8::is_ascii_alphabetic).count();
    let name = text.get(..length)?.to_ascii_lowercase();
    let number = MONTHS.iter().position(|month| name.starts_with(month))?;
    const LONG: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let whole = length == 3 || LONG[number] == name || name == "sept";
    whole.then_some((number as u8 + 1, length))
}

fn after(text: &str, at: usize, skipped: &[char]) -> usize {
    at + text[at..].len() - text[at..].trim_start_matches(skipped).len()
}

/// 31 December 2024, 31-Dec-24.
fn day_first(text: &str) -> Option<(Date, usize)> {
    let (day, mut at) = digits(text, 2)?;
    for ordinal in ["st", "nd", "rd", "th"] {
        at += if text[at..].starts_with(ordinal) { 2 } else { 0 };
    }
    at = after(text, at, &[' ', '-']);
    let (month, length) = month(&text[at..])?;
    at = after(text, at + length, &[' ', '-', ',', '.']);
    let (year, length) = digits(&text[at..], 4)?;
    let year = match length {
        4 => year,
        2 => 2000 + year,
        _ => return None,
    };
    Some((Date::new(year, month, day.try_into().ok()?)?, at + length))
}

/// December 31, 2024.
fn month_first(text: &str) -> Option<(Date, usize)> {
    let (month, length) = month(text)?;
    let mut at = after(text, length, &[' ', '.', '-']);
    let (day, length) = digits(&text[at..], 2)?;
    at += length;
    for ordinal in ["st", "nd", "rd", "th"] {
        at += if text[at..].starts_with(ordinal) { 2 } else { 0 };
    }
    at = after(text, at, &[' ', ',', '-']);
    let (year, length) = digits(&text[at..], 4)?;
    (length == 4).then_some(())?;
    Some((Date::new(year, month, day.try_into().ok()?)?, at + length))
}

/// 二〇二四年十二月三十一日.
fn chinese(text: &str) -> Option<(Date, usize)> {
    let digit = |character: char| {
        "〇一二三四五六七八九"
            .chars()
            .position(|digit| digit == character || (character == '零' && digit == '〇'))
    };
    let mut year = 0;
    let mut characters = text.char_indices();
    for _ in 0..4 {
        year = year * 10 + digit(characters.next()?.1)? as u16;
    }
    (characters.next()?.1 == '年').then_some(())?;
    let mut number = |end: char| -> Option<(u8, usize)> {
        let mut value = 0_usize;
        loop {
            let (at, character) = characters.next()?;
            if character == end {
                return Some((value as u8, at + end.len_utf8()));
            }
            value = match character {
                '十' => value.max(1) * 10,
                '廿' => 20,
                _ => value + digit(character)?,
            };
            (value <= 31).then_some(())?;
        }
    };
    let (month, _) = number('月')?;
    let (day, length) = number('日')?;
    Some((Date::new(year, month, day)?, length))
}

#[cfg(test)]
mod tests {
    use super::first_date;

    #[track_caller]
    fn check(cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            let read = first_date(text).map(|(date, _)| date.to_string());
            assert_eq!(read.as_deref().unwrap_or(""), *expected, "{text}");
        }
    }

    #[test]
    fn dates_of_two_languages() {
        check(&[
            ("2024年12月31日", "2024-12-31"),
            ("2024-12-31", "2024-12-31"),
            ("2024/2/9", "2024-02-09"),
            ("2024.12.31", "2024-12-31"),
            ("20241231", "2024-12-31"),
            ("24年12月27日", "2024-12-27"),
            ("31 December 2024", "2024-12-31"),
            ("31-Dec-24", "2024-12-31"),
            ("Dec 31,2024", "2024-12-31"),
            ("September 5, 2024", "2024-09-05"),
            ("二〇二四年十二月三十一日", "2024-12-31"),
            ("2024年2月30日", ""),
            ("S0940522050001", ""),
            ("010-84183369", ""),
            ("12.23-12.27", ""),
        ]);
    }
}
