//! Currencies by the words and signs of units.

use super::Currency;

/// Words and signs, the longer before those that they contain.
const WORDS: &[(&str, Currency)] = &[
    ("新台币", Currency::Twd),
    ("新臺幣", Currency::Twd),
    ("台币", Currency::Twd),
    ("人民币", Currency::Cny),
    ("人民幣", Currency::Cny),
    ("美元", Currency::Usd),
    ("美金", Currency::Usd),
    ("港元", Currency::Hkd),
    ("港币", Currency::Hkd),
    ("港幣", Currency::Hkd),
    ("日元", Currency::Jpy),
    ("日圆", Currency::Jpy),
    ("韩元", Currency::Krw),
    ("欧元", Currency::Eur),
    ("英镑", Currency::Gbp),
    ("hk$", Currency::Hkd),
    ("us$", Currency::Usd),
    ("nt$", Currency::Twd),
    ("hkd", Currency::Hkd),
    ("usd", Currency::Usd),
    ("twd", Currency::Twd),
    ("ntd", Currency::Twd),
    ("rmb", Currency::Cny),
    ("cny", Currency::Cny),
    ("jpy", Currency::Jpy),
    ("krw", Currency::Krw),
    ("eur", Currency::Eur),
    ("gbp", Currency::Gbp),
    ("€", Currency::Eur),
    ("£", Currency::Gbp),
    ("₩", Currency::Krw),
    ("￥", Currency::Cny),
    ("¥", Currency::Cny),
    ("$", Currency::Usd),
    ("元", Currency::Cny),
];

/// The currency that a unit's words name (`亿美元`, `HK$`, `元`); `None` where they name none.
#[must_use]
pub fn currency(text: &str) -> Option<Currency> {
    let text = text.to_ascii_lowercase();
    WORDS.iter().find(|(word, _)| text.contains(word)).map(|(_, currency)| *currency)
}
