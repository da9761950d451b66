//! What a cell's text means.

use super::{code::SecurityCode, date::Date};

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

/// The currency that a unit's words name (`亿美元`, `HK$`, `元`); `None` where they name none.
#[must_use]
pub fn currency(text: &str) -> Option<Currency> {
    let _ = text;
    None
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

impl Value {
    /// What `text` means in a column of `kind`. A number in a text column is text; a text in a number column is text.
    #[must_use]
    pub fn of(text: &str, kind: super::table::ColumnKind) -> Self {
        use super::table::ColumnKind;
        let text = text.trim();
        match kind {
            _ if text.is_empty() => Self::Missing(Missing::Blank),
            ColumnKind::SecurityCode => {
                super::code::security_code(text).map_or_else(|| Self::Text(text.to_owned()), Self::Code)
            }
            ColumnKind::Rating => Self::Rating(text.to_owned()),
            _ => Self::Text(text.to_owned()),
        }
    }
}
