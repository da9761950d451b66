//! The price that the house expects, from a field of its own in the head.

use super::pieces::Piece;
use crate::{
    model::{
        masthead::TargetPrice,
        value::{currency, number},
    },
    text::words::{Words, words},
};

static LABELS: &Words = words![
    "目标价格",
    "目标价位",
    "目标价",
    "6个月目标价",
    "12个月目标价",
    "六个月目标价",
    "十二个月目标价",
    "合理价值",
    "Target price",
    "Target Price",
    "TARGET PRICE",
    "Price target",
    "Price Target",
    "12-month target price",
    "TP",
];

/// The target price of the head.
#[must_use]
pub fn target_price(pieces: &[Piece]) -> Option<TargetPrice> {
    let heads: Vec<&Piece> = pieces.iter().take(120).filter(|piece| !piece.related).collect();
    heads.iter().enumerate().find_map(|(index, piece)| {
        let words = piece.words;
        let rest = &words[LABELS.begin(words)?.end..];
        if piece.count > 40 || words.contains(['。', ';']) {
            return None;
        }
        let (unit, amount) = match rest.strip_prefix('(').and_then(|inside| inside.split_once(')')) {
            Some((unit, amount)) => (unit, amount),
            None => ("", rest),
        };
        let amount = amount.trim_start_matches([':', ' ', '为']);
        let own =
            price(amount, unit).map(|(value, currency)| TargetPrice { value, currency, span: piece.span });
        own.or_else(|| {
            let next =
                heads.get(index + 1).filter(|next| amount.is_empty() && next.line <= piece.line + 2)?;
            let (value, currency) = price(next.words, unit)?;
            Some(TargetPrice { value, currency, span: piece.span.to(next.span) })
        })
    })
}

/// An amount of money that `words` are, with its currency from them or from `unit`.
fn price(words: &str, unit: &str) -> Option<(f64, Option<crate::model::value::Currency>)> {
    let at = words.find(|character: char| character.is_ascii_digit())?;
    let length = words[at..]
        .find(|character: char| !(character.is_ascii_digit() || matches!(character, '.' | ',')))
        .unwrap_or(words.len() - at);
    let digits = words[at..at + length].trim_end_matches(['.', ',']);
    let (value, _) = number(digits)?;
    let (before, after) = (&words[..at], words[at + digits.len()..].trim());
    let marked = |text: &str| currency(text.trim()).or_else(|| currency_mark(text.trim()));
    let short = before.chars().count() <= 6 && !after.starts_with(['-', '~', '%']);
    let rest = after.split([' ', '(', ',']).next().unwrap_or(after);
    let known = marked(before).or_else(|| marked(rest)).or_else(|| marked(unit));
    (short && (rest.is_empty() || known.is_some())).then_some((value, known))
}

fn currency_mark(text: &str) -> Option<crate::model::value::Currency> {
    use crate::model::value::Currency;
    match text {
        "元" | "人民币" | "人民币元" | "¥" | "￥" | "RMB" | "CNY" => Some(Currency::Cny),
        "港元" | "港币" | "HKD" | "HK$" | "HK" => Some(Currency::Hkd),
        "美元" | "USD" | "US$" | "US" => Some(Currency::Usd),
        _ => None,
    }
}
