//! A day written in figures.

use crate::{
    model::date::Date,
    text::width::{narrow, narrowed},
};

/// The day that `text` is, whole: `2024-12-31`, `2024/12/31`, `2024.12.31`, `2024年12月31日`, `20241231`; the year has
/// four digits, because two of them could be anything.
#[must_use]
pub fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.len() > 40 || !text.starts_with(|first: char| first.is_ascii_digit() || narrow(first) != first) {
        return None;
    }
    let text = narrowed(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if text.len() > 24 || !matches!(digits, 4 | 8) {
        return None;
    }
    let bare: String = text.chars().filter(|c| *c != ' ').collect();
    if bare.len() == 8 && bare.bytes().all(|byte| byte.is_ascii_digit()) {
        return date(&bare[..4], &bare[4..6], &bare[6..]);
    }
    let separators = [('年', '月', "日"), ('-', '-', ""), ('/', '/', ""), ('.', '.', "")];
    separators.into_iter().find_map(|(after_year, after_month, end)| {
        let (year, rest) = bare.split_once(after_year)?;
        let (month, rest) = rest.split_once(after_month)?;
        date(year, month, rest.strip_suffix(end)?)
    })
}

/// Whether `text`, whole and half-width, is a month of a year: `2022-01`, `2022.1`, `2022/01`, `2022年1月`.
#[must_use]
pub fn is_month(text: &str) -> bool {
    if text.len() > 14 || !text.as_bytes().get(..4).is_some_and(|year| year.iter().all(u8::is_ascii_digit)) {
        return false;
    }
    let Some((year, rest)) = text.split_once(['-', '.', '/', '年']) else { return false };
    let month = rest.trim_end_matches('月');
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    year.len() == 4
        && (1..=2).contains(&month.len())
        && digits(year)
        && digits(month)
        && (1990..=2060).contains(&year.parse().unwrap_or(0))
        && (1..=12).contains(&month.parse().unwrap_or(0))
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let digits = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
    };
    let shaped = year.len() == 4 && digits(year, 4) && digits(month, 2) && digits(day, 2);
    let date =
        shaped.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)).flatten()?;
    (1980..=2100).contains(&date.year()).then_some(date)
}
