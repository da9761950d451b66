//! What a cell's text means.

mod currency;
mod day;
mod number;

pub use currency::currency;
pub use day::{day, is_month};
pub use number::{is_unit, number, range};

use super::{
    code::{SecurityCode, security_code},
    date::Date,
    table::ColumnKind,
};
use crate::text::width::narrowed;

/// Currencies that reports print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Currency {
    /// 人民币.
    Cny,
    /// 港元.
    Hkd,
    /// 美元.
    Usd,
    /// 新台币.
    Twd,
    /// 日元.
    Jpy,
    /// 韩元.
    Krw,
    /// 欧元.
    Eur,
    /// 英镑.
    Gbp,
}

impl Currency {
    /// The code of ISO 4217.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Cny => "CNY",
            Self::Hkd => "HKD",
            Self::Usd => "USD",
            Self::Twd => "TWD",
            Self::Jpy => "JPY",
            Self::Krw => "KRW",
            Self::Eur => "EUR",
            Self::Gbp => "GBP",
        }
    }
}

/// What stands where a number is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nothing is printed.
    Blank,
    /// A dash, a slash.
    Dash,
    /// `N/A`, `n.a.`.
    NotAvailable,
    /// `N.M.`.
    NotMeaningful,
}

/// A cell's normal form, which stands beside the printed text and never instead of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number exactly as printed, thousands separators aside, with the unit printed behind it (`%`, `倍`, `x`).
    Number {
        /// `33,079` is 33079, `(8.61)` is -8.61, `-5.17%` is -5.17.
        number: f64,
        /// The unit printed in the cell, as printed.
        unit: Option<String>,
    },
    /// Two limits, the lower first, with the unit printed behind them.
    Range {
        /// The lower limit.
        low: f64,
        /// The upper limit.
        high: f64,
        /// The unit printed in the cell, as printed.
        unit: Option<String>,
    },
    /// A security code.
    Code(SecurityCode),
    /// A rating word of the house.
    Rating(String),
    /// A day.
    Date(Date),
    /// Words.
    Text(String),
    /// No value.
    Missing(Missing),
}

impl Missing {
    /// What `text`, whole, stands for a missing number; `None` where it is something else.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::Blank);
        }
        if text.len() > 18 {
            return None;
        }
        let dash =
            |c: char| matches!(c, '-' | '—' | '–' | '−' | '―' | '－' | '/' | '／' | '\\' | '%' | '％' | ' ');
        if text.chars().all(dash) && !matches!(text, "%" | "％") {
            return Some(Self::Dash);
        }
        if text.len() > 10
            || text.bytes().any(|byte| byte.is_ascii_digit())
            || !text.starts_with(['n', 'N', '#', '不', '无'])
        {
            return None;
        }
        match text.to_ascii_lowercase().as_str() {
            "n/a" | "na" | "n.a." | "n.a" | "#n/a" | "nan" | "不适用" | "#value!" | "#div/0!" => {
                Some(Self::NotAvailable)
            }
            "n.m." | "nm" | "n.m" | "n/m" | "无意义" => Some(Self::NotMeaningful),
            _ => None,
        }
    }
}

impl Value {
    /// What `text` means in a column of `kind`. A number in a text column is text; a text in a number column is text.
    #[must_use]
    pub fn of(text: &str, kind: ColumnKind) -> Self {
        let text = text.trim();
        if let Some(missing) = Missing::of(text) {
            return Self::Missing(missing);
        }
        let value = match kind {
            ColumnKind::SecurityCode => security_code(text).map(Self::Code),
            ColumnKind::Rating => Some(Self::Rating(text.to_owned())),
            ColumnKind::Date => day(text).map(Self::Date),
            ColumnKind::SecurityName | ColumnKind::Text => None,
            _ => Self::of_number(text),
        };
        value.unwrap_or_else(|| Self::Text(text.to_owned()))
    }

    /// The number or the two limits that `text` is, whole.
    fn of_number(text: &str) -> Option<Self> {
        let narrow = narrowed(text);
        let unit = |unit: &str| (!unit.is_empty()).then(|| unit.to_owned());
        if let Some((value, behind)) = number(&narrow) {
            return Some(Self::Number { number: value, unit: unit(behind) });
        }
        let (low, high, behind) = range(&narrow)?;
        Some(Self::Range { low, high, unit: unit(behind) })
    }
}

#[cfg(test)]
mod tests;
