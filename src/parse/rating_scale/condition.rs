//! What the condition of one grade says: limits in signed percent, or a direction in words.

mod direction;

use std::borrow::Cow;

use super::numbers::{Percent, Percents, percents};
use crate::{
    model::rating_scale::{Relation, ReturnRange},
    text::words::{Words, words},
};
use direction::direction;

/// What a condition says.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Condition {
    /// The limits, where it gives numbers.
    pub range: Option<ReturnRange>,
    /// The direction, where it gives words only.
    pub relation: Option<Relation>,
    /// The byte after the numbers, or after the word that gives the direction.
    pub end: usize,
    /// Whether it prints numbers that give no certain limits.
    pub unclear: bool,
}

impl Condition {
    /// Whether it says anything about returns.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.range.is_some() || self.relation.is_some()
    }
}

/// What the folded text `text` says about the expected return.
#[must_use]
pub fn condition(text: &str) -> Condition {
    let found = percents(text, 0);
    if let Some(numbers) = found {
        let (before, after) = (clause_before(text, numbers.range().start), &text[numbers.range().end..]);
        if let Some((range, end)) = limits(text, numbers, &before, after) {
            return Condition { range: Some(range), end, ..Condition::default() };
        }
    }
    // Negative ETR: any return below zero.
    let lower = text.get(..text.len().min(40)).unwrap_or_default().to_ascii_lowercase();
    if found.is_none()
        && let Some(at) = lower.find("negative etr").or(lower.find("negative expected total return"))
    {
        return Condition { range: Some(at_most(0.0, false)), end: at + 12, ..Condition::default() };
    }
    let words = if found.is_some() { None } else { direction(text) };
    Condition {
        range: None,
        relation: words.map(|(relation, _)| relation),
        end: words.map_or(0, |(_, end)| end),
        unclear: found.is_some(),
    }
}

/// The words before the numbers, without those that look like a direction and are none.
fn clause_before(text: &str, end: usize) -> Cow<'_, str> {
    static NEUTRAL: &Words = words![
        "涨跌幅",
        "涨跌",
        "升跌",
        "跌涨",
        "负债",
        "不低于市场",
        "下跌风险",
        "基本面",
        "涨(跌)",
        "price appreciation",
        "Underperform:",
    ];
    let text = &text[..end];
    let mut kept = 0;
    let mut before = String::new();
    for word in NEUTRAL.hits(text) {
        before.push_str(&text[kept..word.start]);
        before.push('·');
        kept = word.end;
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    before.push_str(&text[kept..]);
    Cow::Owned(before)
}

/// Which way a comparison opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
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

/// The limits that `numbers` give between `before` and `after`, and where the condition's numbers end.
fn limits(text: &str, numbers: Percents, before: &str, after: &str) -> Option<(ReturnRange, usize)> {
    let end = numbers.range().end;
    let words = DIRECTIONS.meanings(before);
    let down = falls(before, words, after);
    match numbers {
        Percents::Around(one) => Some((closed(-one.value, one.value), end)),
        Percents::Two(first, second) => {
            let plain = !first.signed && !second.signed;
            let (mut low, mut high) = (first.value, second.value);
            if down && plain {
                (low, high) = (-first.value, -second.value);
            } else if down && first.value < 0.0 && !second.signed && second.value > -first.value {
                // 落后 -5%-15%: what lies behind cannot reach above; the sign is meant for both.
                high = -second.value;
            }
            Some((closed(low, high), end))
        }
        Percents::One(one) => {
            let opening = opening(before, after, one, down);
            if let (Some(first), Some((second, second_end))) = (opening, second_limit(text, one))
                && let Some(range) = both(signed_limit(one, first, down)?, second)
            {
                return Some((range, second_end));
            }
            if opening == Some(Opening::Uncertain) {
                return None;
            }
            if opening == Some(Opening::Within) {
                return (!down && !rises(words) && !one.signed).then(|| (closed(-one.value, one.value), end));
            }
            let opening = opening.or_else(|| {
                let compared = (down || rises(words)) && !one.signed;
                compared.then_some(Opening::AtLeast { inclusive: true })
            })?;
            Some((signed_limit(one, opening, down)?, end))
        }
    }
}

fn closed(one: f64, other: f64) -> ReturnRange {
    ReturnRange {
        low: Some(one.min(other)),
        high: Some(one.max(other)),
        low_inclusive: true,
        high_inclusive: true,
    }
}

fn at_least(low: f64, inclusive: bool) -> ReturnRange {
    ReturnRange { low: Some(low), high: None, low_inclusive: inclusive, high_inclusive: false }
}

fn at_most(high: f64, inclusive: bool) -> ReturnRange {
    ReturnRange { low: None, high: Some(high), low_inclusive: false, high_inclusive: inclusive }
}

/// One limit with its side, the direction of the words turned into a sign.
fn signed_limit(one: Percent, opening: Opening, down: bool) -> Option<ReturnRange> {
    let negative = one.signed && one.value < 0.0;
    match opening {
        Opening::AtLeast { inclusive } if down && negative => Some(at_most(one.value, inclusive)),
        Opening::AtLeast { inclusive } if down => Some(at_most(-one.value, inclusive)),
        Opening::AtLeast { inclusive } => Some(at_least(one.value, inclusive)),
        // 弱于市场5%以下 is how houses print the grade below -5%: weaker, and further down.
        Opening::AtMost { inclusive } if down && !one.signed => Some(at_most(-one.value, inclusive)),
        Opening::AtMost { inclusive } => Some(at_most(one.value, inclusive)),
        Opening::Within | Opening::Uncertain => None,
    }
}

/// A lower and an upper limit as one range.
fn both(first: ReturnRange, second: ReturnRange) -> Option<ReturnRange> {
    let (lower, upper) = if first.low.is_some() { (first, second) } else { (second, first) };
    let open = lower.high.is_none() && upper.low.is_none();
    (open && lower.low? < upper.high?).then_some(ReturnRange {
        low: lower.low,
        high: upper.high,
        low_inclusive: lower.low_inclusive,
        high_inclusive: upper.high_inclusive,
    })
}

/// The limit of a second comparison close behind the first (`10%以上20%以下`, `大于5%且小于15%`).
fn second_limit(text: &str, first: Percent) -> Option<(ReturnRange, usize)> {
    let Percents::One(second) = percents(text, first.end)? else { return None };
    let between = &text[first.end..second.start];
    if between.chars().count() > 26 || between.contains([';', '。']) {
        return None;
    }
    let after = &text[second.end..];
    let opening = opening(between, after, second, false)?;
    let down = falls(between, DIRECTIONS.meanings(between), "");
    let range = match opening {
        // 涨幅小于5%且跌幅小于10%: falling by less than ten is a lower limit.
        Opening::AtMost { inclusive } if down && !second.signed => at_least(-second.value, inclusive),
        _ => signed_limit(second, opening, down)?,
    };
    Some((range, second.end))
}

const OVER: u8 = 1;
const OVER_OR_AT: u8 = 2;
const UNDER: u8 = 3;
const UNDER_OR_AT: u8 = 4;
const WITHIN: u8 = 5;

/// Words that compare; the number behind one of them is a lower limit, an upper one, or both with a sign.
static COMPARISONS: &Words = words![
    OVER => [
        "大于", "超过", "超出", "高于", "至少", "超越", "more than", "greater than", "over", "above", "exceeding",
        "exceed", "exceeds", "higher than", ">=", "≥", ">",
    ],
    OVER_OR_AT => [
        "不低于", "不少于", "不小于", "大于等于", "大于或等于", "达到或超过", "或超过", "达到", "at least",
    ],
    UNDER => [
        "小于", "低于", "少于", "不足", "不到", "less than", "lower than", "below", "under", "not exceed", "<=",
        "fewer than", "<",
    ],
    UNDER_OR_AT => ["不高于", "不超过", "不大于", "小于等于", "小于或等于", "up to", "at most", "≤"],
    WITHIN => ["within"],
];

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
        "以上", "以外", "or more", "ormore", "or above", "or higher", "or greater", "orabove", "orhigher", "and above",
        "upside", "+", "up",
    ],
    AND_UNDER => ["以下", "or less", "or below", "or lower", "and below"],
    INSIDE => ["以内", "之内", "左右"],
    LESS => ["<"],
    LESS_OR_AT => ["≤"],
    MORE => [">"],
    MORE_OR_AT => ["≥"],
];

/// On which side of the number the band lies, by the words around it.
fn opening(before: &str, after: &str, one: Percent, down: bool) -> Option<Opening> {
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

/// Words of a fall, a comparison that is lost, or a place behind; the number behind them is counted downwards.
const DOWN: u8 = 1;
/// Words of a gain, so that a number alone behind them is a lower limit.
const UP: u8 = 2;
/// 低于 compares with what stands behind it: an index (counted downwards), or the number itself (a limit).
const LOWER: u8 = 4;
const NOT_LOWER: u8 = 8;
/// A fall as a noun, 跌幅在5%以下.
const FALL: u8 = 16;
const WEAKER: u8 = 32;

static DIRECTIONS: &Words = words![any case:
    DOWN => [
        "落后", "跑输", "逊于", "逊色", "不及", "差于", "劣于", "输给", "跌", "下行", "下滑", "损失", "亏损", "负收益",
        "underperform", "under-perform", "downside", "decline", "loss", "fall", "drop", "lag", "negative return",
        "negative total return", "decrease", "trail", "depreciat", "downward", "below the", "less than the",
    ],
    DOWN | FALL => ["跌幅", "下跌", "降幅", "下降"],
    DOWN | WEAKER => ["弱于"],
    LOWER => ["低于"],
    NOT_LOWER => ["不低于"],
    UP => [
        "强于", "优于", "超越", "领先", "跑赢", "战胜", "好于", "胜过", "高于", "超过", "超出", "超额", "outperform",
        "exceed", "above", "涨幅超", "涨幅达", "升幅达",
    ],
];

fn falls_by_noun(before: &str) -> bool {
    let words = DIRECTIONS.meanings(before);
    words & FALL != 0 && words & WEAKER == 0
}

/// Whether the quantity is counted downwards, by the words before it, which have the meanings `words`, and behind it.
fn falls(before: &str, words: u8, after: &str) -> bool {
    static LOWER_THAN: &Words = words!["低于", "低于或等于"];
    static FALLS_BEHIND: &Words = words![any case:
        "的跌幅", "以上跌幅", "以上的跌幅", "downside", "below", "loss", "decline", "下跌空间", "跌幅",
    ];
    if words & DOWN != 0 {
        return true;
    }
    if words & (LOWER | NOT_LOWER) == LOWER {
        let close = before.trim_end_matches([' ', '(', '在', '约', '-', '+', '>', '<']);
        if LOWER_THAN.end(close).is_none() {
            return true;
        }
    }
    // The word stands within fourteen characters behind the number.
    let behind = after.trim_start_matches([' ', ')', ',']);
    let skipped = after.len() - behind.len();
    FALLS_BEHIND.begin(behind).is_some_and(|word| skipped + behind[..word.end].chars().count() <= 14)
}

/// Whether words of a gain stand before the number, so that a number alone is a lower limit.
fn rises(words: u8) -> bool {
    words & UP != 0
}

#[cfg(test)]
mod tests;
