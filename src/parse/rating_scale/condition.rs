//! What the condition of one grade says: limits in signed percent, or a direction in words.

mod counting;
mod direction;
mod opening;

use std::borrow::Cow;

use super::numbers::{Percent, Percents, percents};
use crate::{
    model::rating_scale::{Relation, ReturnRange},
    text::words::{Words, words},
};
use counting::{DIRECTIONS, falls, rises};
use direction::direction;
pub use direction::next_direction;
use opening::{Opening, opening};

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
    /// Whether nothing behind `end` has a part in it, so that a shorter text says the same.
    pub settled: bool,
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
            let settled = matches!(numbers, Percents::Two(..)) && !falls("", 0, after);
            return Condition { range: Some(range), end, settled, ..Condition::default() };
        }
    }
    // Negative ETR: any return below zero.
    static NEGATIVE: &Words = words![any case: "negative etr", "negative expected total return", "expected to be negative",
            "收益为负", "收益率为负", "回报为负", "回报率为负", "涨幅为负"];
    if found.is_none()
        && let Some(word) = NEGATIVE.first(&text[..text.floor_char_boundary(60)])
    {
        return Condition { range: Some(at_most(0.0, false)), end: word.end, ..Condition::default() };
    }
    let words = if found.is_some() { None } else { direction(text) };
    Condition {
        range: None,
        relation: words.map(|(relation, _)| relation),
        end: words.map_or(0, |(_, end)| end),
        unclear: found.is_some(),
        settled: false,
    }
}

const NO_WAY: u8 = 0;
const BOTH_WAYS: u8 = 1;
/// What stands for words of both ways.
const BOTH: char = '↕';

/// The words before the numbers, without those that look like a direction and are none, and with [`BOTH`] for those of two.
fn clause_before(text: &str, end: usize) -> Cow<'_, str> {
    static NEUTRAL: &Words = words![any case:
        NO_WAY => [
        "涨跌幅",
        "涨跌",
        "升跌",
        "跌涨",
        "升幅或跌幅",
        "涨幅或跌幅",
        "上涨或下跌",
        "负债",
        "不低于市场",
        "下跌风险",
        "基本面",
        "涨(跌)",
        "price appreciation",
        "Underperform:",
        ],
        BOTH_WAYS => [
            "upside or downside", "upside/downside", "increase/decrease", "increase or decrease", "rise or fall",
            "outperform/underperform", "outperform or underperform", "gain or loss",
            "优于/劣于", "优于或劣于", "跑赢/跑输", "跑赢或跑输", "高于/低于", "高于或低于", "强于/弱于", "强于或弱于", "领先/落后",
            "领先或落后", "超越/落后", "上升或下跌", "上升/下跌", "升幅/跌幅", "涨幅/跌幅",
        ],
    ];
    let text = &text[..end];
    let mut kept = 0;
    let mut before = String::new();
    for word in NEUTRAL.hits(text) {
        before.push_str(&text[kept..word.start]);
        before.push(if word.meaning == BOTH_WAYS { BOTH } else { '·' });
        kept = word.end;
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    before.push_str(&text[kept..]);
    Cow::Owned(before)
}

/// The limits that `numbers` give between `before` and `after`, and where the condition's numbers end.
fn limits(text: &str, numbers: Percents, before: &str, after: &str) -> Option<(ReturnRange, usize)> {
    let end = numbers.range().end;
    let words = DIRECTIONS.meanings(before);
    let down = falls(before, words, after);
    match numbers {
        Percents::Around(one) => Some((closed(-one.value, one.value), end)),
        // At least 10-15% says of neither that it is the limit.
        Percents::Two(..)
            if before.trim_end().ends_with("at least") || after.trim_start().starts_with("or more") =>
        {
            None
        }
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
            if before.contains(BOTH) && !one.signed {
                let within = matches!(opening, Some(Opening::AtMost { .. } | Opening::Within));
                return within.then(|| (closed(-one.value, one.value), end));
            }
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
        // Below 0% or more is below zero, of which there is no negative.
        Opening::AtLeast { inclusive } if down => Some(at_most(0.0 - one.value, inclusive)),
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
    let latin = !between.contains(|character| character >= '\u{4e00}');
    let reach = if latin { 40 } else { 26 };
    if between.chars().count() > reach || between.contains([';', '。']) {
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

#[cfg(test)]
mod tests;
