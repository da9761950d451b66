//! On which side of its number a band lies.

use super::{super::numbers::Percent, counting::falls_by_noun};
use crate::text::words::{Words, words};

/// Which way a comparison opens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    AtLeast {
        inclusive: bool,
    },
    AtMost {
        inclusive: bool,
    },
    Within,
    /// 跌幅在5%以下 may mean a small fall or a deep one.
    Uncertain,
}

const OVER: u8 = 1;
const OVER_OR_AT: u8 = 2;
const UNDER: u8 = 3;
const UNDER_OR_AT: u8 = 4;
const WITHIN: u8 = 5;

/// Words that compare; the number behind one of them is a lower limit, an upper one, or both with a sign.
static COMPARISONS: &Words = words![any case:
    OVER => [
        "大于", "超过", "超出", "高于", "至少", "超越", "more than", "greater than", "over", "above", "exceeding",
        "exceed", "exceeds", "higher than", ">",
    ],
    OVER_OR_AT => [
        "不低于", "不少于", "不小于", "大于等于", "大于或等于", "达到或超过", "或超过", "达到", "at least", ">=", "≥",
    ],
    UNDER => [
        "小于", "低于", "少于", "不足", "不到", "less than", "lower than", "below", "under", "not exceed",
        "fewer than", "<",
    ],
    UNDER_OR_AT => ["不高于", "不超过", "不大于", "小于等于", "小于或等于", "up to", "at most", "not more than", "no more than", "≤", "<="],
    WITHIN => ["within"],
];

/// Signs that compare, also with words between them and the number.
static SIGNS: &Words = words![
    OVER => [">"],
    OVER_OR_AT => ["≥", ">="],
    UNDER => ["<"],
    UNDER_OR_AT => ["≤", "<="],
];

/// What such words begin with.
static COMPARED: &Words = words!["市场", "负市场", "基准", "大盘", "大市", "行业", "同期", "Market return"];

const AND_OVER: u8 = 1;
const AND_UNDER: u8 = 2;
const INSIDE: u8 = 3;
const LESS: u8 = 4;
const LESS_OR_AT: u8 = 5;
const MORE: u8 = 6;
const MORE_OR_AT: u8 = 7;

/// Words and signs behind a number that say on which side of it the band lies.
static BEHIND: &Words = words![
    AND_OVER => [
        "以上", "以外", "or more", "ormore", "or above", "or higher", "or greater", "or better", "orabove", "orhigher", "and above",
        "upside", "+", "up",
    ],
    AND_UNDER => ["以下", "or less", "or below", "or lower", "or worse", "and below"],
    INSIDE => ["以内", "之内", "左右"],
    LESS => ["<"],
    LESS_OR_AT => ["≤"],
    MORE => [">"],
    MORE_OR_AT => ["≥"],
];

/// On which side of the number the band lies, by the words around it.
pub fn opening(before: &str, after: &str, one: Percent, down: bool) -> Option<Opening> {
    let close = before.trim_end_matches([' ', '(', '"', '约', '在', '为', '到', '-', '+', ':']);
    let close = close.strip_suffix("幅度").unwrap_or(close);
    let behind = after.trim_start_matches([' ', '(', ')', '含', '不', '"', '的', '或', '及', '和']);
    let found = COMPARISONS.end(close).map(|word| match word.meaning {
        OVER => Opening::AtLeast { inclusive: false },
        OVER_OR_AT => Opening::AtLeast { inclusive: true },
        UNDER => Opening::AtMost { inclusive: false },
        UNDER_OR_AT => Opening::AtMost { inclusive: true },
        _ => Opening::Within,
    });
    let found = found.or_else(|| {
        // 投资回报≥市场回报(约10%): the sign stands before what returns are compared with.
        let sign = SIGNS.hits(close).last()?;
        let compared = close[sign.end..].trim_end_matches(['(', '约', ' ']);
        let known = COMPARED.begin(compared).is_some() && compared.chars().count() <= 13;
        let named = known && !compared.bytes().any(|byte| byte.is_ascii_digit() || byte == b'%');
        named.then_some(match sign.meaning {
            OVER => Opening::AtLeast { inclusive: false },
            OVER_OR_AT => Opening::AtLeast { inclusive: true },
            UNDER => Opening::AtMost { inclusive: false },
            _ => Opening::AtMost { inclusive: true },
        })
    });
    // 低于-10%及以下 and 超过15%以上: the word behind says the same, and that the limit belongs to the band.
    let said = BEHIND.begin(behind).map_or(0, |word| word.meaning);
    let found = match said {
        AND_OVER => Some(Opening::AtLeast { inclusive: true }),
        AND_UNDER if !matches!(found, Some(Opening::AtLeast { .. } | Opening::Within)) => {
            Some(Opening::AtMost { inclusive: true })
        }
        INSIDE => Some(Opening::Within),
        LESS | LESS_OR_AT => found.or(Some(Opening::AtLeast { inclusive: said == LESS_OR_AT })),
        MORE | MORE_OR_AT => found.or(Some(Opening::AtMost { inclusive: said == MORE_OR_AT })),
        _ => found,
    };
    let at_most = matches!(found, Some(Opening::AtMost { .. }));
    if down && !one.signed && at_most && behind.starts_with("以下") && falls_by_noun(before) {
        return Some(Opening::Uncertain);
    }
    found
}
