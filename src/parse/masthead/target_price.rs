//! The price that the house expects, from a field of its own in the head.

use super::{lists::TARGET, pieces::Piece};
use crate::{
    model::{
        masthead::TargetPrice,
        value::{Currency, currency, number},
    },
    text::words::{Words, words},
};

/// What stands before a target price.
pub static LABELS: &Words = words![
    "目标价格",
    "目标价位",
    "目标价",
    "合理价值",
    "Target:",
    "Target price",
    "Target Price",
    "TARGET PRICE",
    "price target",
    "Price target",
    "Price Target",
    "PRICE TARGET",
    "month target price",
    "month target",
    "target price",
    "TP",
];

/// The target price of the head.
#[must_use]
pub fn target_price(pieces: &[Piece]) -> Option<TargetPrice> {
    if !pieces.first()?.head_may_hold(TARGET) {
        return None;
    }
    let heads: Vec<&Piece> = pieces.iter().take(120).filter(|piece| !piece.related).collect();
    heads.iter().enumerate().find_map(|(index, piece)| {
        let words = piece.words;
        if piece.count > 60 {
            return None;
        }
        let label = piece.first_word(LABELS, TARGET)?;
        if words.contains(['。', ';']) {
            return None;
        }
        if !is_field(&words[..label.start]) {
            return None;
        }
        // TP 目标价: the label stands in two languages.
        let rest = &words[label.end..];
        let rest = LABELS.begin(rest.trim_start()).map_or(rest, |other| &rest.trim_start()[other.end..]);
        let rest = behind_months(rest);
        let (unit, amount) = match rest.strip_prefix('(').and_then(|inside| inside.split_once(')')) {
            Some((unit, amount)) => (unit, amount),
            None => ("", rest),
        };
        let amount = amount.trim_start_matches([':', ' ', '为', '至', '上', '下', '调']);
        let own = price(changed_to(amount), unit);
        let own = own.map(|(value, currency)| TargetPrice { value, currency, span: piece.span });
        own.or_else(|| {
            let next =
                heads.get(index + 1).filter(|next| amount.is_empty() && next.line <= piece.line + 2)?;
            let next = price(next.words, unit).map(|_| *next).or_else(|| value_in_column(&heads, index))?;
            let (value, currency) = price(next.words, unit)?;
            Some(TargetPrice { value, currency, span: piece.span.to(next.span) })
        })
    })
}

/// What stands in the place of the label at `index`, where a column of labels has a column of as many values below it, and blank
/// lines around.
fn value_in_column<'a>(heads: &[&'a Piece<'a>], index: usize) -> Option<&'a Piece<'a>> {
    let follows = |at: usize| heads.get(at).is_some_and(|next| next.line == heads[at - 1].line + 1);
    let is_label =
        |at: usize| heads[at].count <= 12 && !heads[at].words.bytes().any(|byte| byte.is_ascii_digit());
    let first = (1..=index).rev().find(|at| !follows(*at) || !is_label(at - 1)).unwrap_or(0);
    let end = (index + 1..).find(|at| !follows(*at)).filter(|end| (first..*end).all(is_label))?;
    let last = (end + 1..).find(|at| !follows(*at))?;
    (end - first >= 2 && last - end == end - first).then(|| heads[end + index - first])
}

/// Whether a field of the head gives the price of a share, as reports on one company alone do.
#[must_use]
pub fn names_price(pieces: &[Piece]) -> bool {
    static PRICES: &Words =
        words!["市场价格", "当前价格", "当前股价", "最新股价", "收盘价", "现价", "股价", "市价"];
    pieces.iter().take(60).filter(|piece| piece.count <= 30).any(|piece| {
        let behind = PRICES.begin(piece.words).map_or("", |label| &piece.words[label.end..]);
        behind
            .split_once(':')
            .is_some_and(|(unit, amount)| unit.chars().count() <= 6 && price(amount, "元").is_some())
    })
}

/// `text` behind the number of months that it begins with: 目标价格 6个月: 56.00元.
fn behind_months(text: &str) -> &str {
    let rest = text.trim_start().trim_start_matches(|first: char| first.is_ascii_digit());
    if rest.len() < text.trim_start().len() {
        rest.trim_start().strip_prefix("个月").unwrap_or(text)
    } else {
        text
    }
}

/// Whether what stands before the label leaves it the beginning of a field: nothing, a number of months, or a field
/// that ends with a number or a bracket. 前次目标价 and 维持目标价 are others.
fn is_field(before: &str) -> bool {
    let months = before.trim_end_matches(['-', ' ', '个', '月', 'm', 'M']);
    let months = months.trim_end_matches(|last: char| last.is_ascii_digit() || "-一二六十".contains(last));
    let other = ["此前", "前次", "上次", "原", "Previous", "Prior", "Old"];
    months.trim_end_matches([' ', '(', '▲', '▼', '↑', '↓']).is_empty()
        || (before.ends_with(|last: char| last.is_ascii_digit() || matches!(last, ')' | '元' | ' '))
            && !other.iter().any(|word| before.contains(word)))
}

/// The amount behind what a price was before: Increased from HKD 120.00 HKD 125.00, and (from HKD 115.00) behind one.
fn changed_to(amount: &str) -> &str {
    let changed = ["Increased from ", "Reduced from ", "Raised from ", "Cut from ", "from "];
    let Some(before) = changed.iter().find_map(|word| amount.strip_prefix(word)) else { return amount };
    let first = before.find(|character: char| character.is_ascii_digit()).unwrap_or(before.len());
    let length = before[first..]
        .find(|character: char| !(character.is_ascii_digit() || matches!(character, '.' | ',')))
        .unwrap_or(before.len() - first);
    let rest = before[first + length..].trim_start();
    rest.strip_prefix("to ").unwrap_or(rest)
}

/// An amount of money that `words` begin with, with its currency from them or from `unit`.
fn price(words: &str, unit: &str) -> Option<(f64, Option<Currency>)> {
    let at = words.find(|character: char| character.is_ascii_digit())?;
    let length = words[at..]
        .find(|character: char| !(character.is_ascii_digit() || matches!(character, '.' | ',')))
        .unwrap_or(words.len() - at);
    let digits = words[at..at + length].trim_end_matches(['.', ',']);
    let (value, _) = number(digits)?;
    let before = words[..at].trim_matches([' ', ':']);
    let after = words[at + digits.len()..].trim_start();
    let marked = |text: &str| letters(text).or_else(|| currency(text).filter(|_| text.chars().count() <= 5));
    // 总市值(亿元) before an amount is another field, whose label stands where the price is not printed.
    let stated = before.is_empty() || marked(before).is_some();
    // HK$31.20 / RMB33.00: the other share's price stands behind a stroke.
    let other = || {
        after[1..]
            .trim_start()
            .starts_with(|first: char| first.is_ascii_uppercase() || "人港美".contains(first))
    };
    let part = after.starts_with(['-', '~', '%', '年', '个', '倍']) || (after.starts_with('/') && !other());
    let ends = [' ', '(', ',', '↑', '↓', ')', '潜', '|', '/', '现', '前', '当', '收'];
    let rest = after.split(ends).next().unwrap_or(after);
    let known = marked(before).or_else(|| marked(rest)).or_else(|| marked(unit));
    (stated && !part && (rest.is_empty() || known.is_some())).then_some((value, known))
}

/// The currency of HK$ and the like, whose sign is folded away.
fn letters(text: &str) -> Option<Currency> {
    match text {
        "HK" => Some(Currency::Hkd),
        "NT" => Some(Currency::Twd),
        "US" => Some(Currency::Usd),
        _ => None,
    }
}
