//! How high a condition stands among the others, and which way grades go.

use std::cmp::Ordering;

use crate::{model::rating_scale::Relation, parse::rating_scale::bands::Draft};

/// Where a condition stands between up (1) and down (-1), and its middle where it has numbers.
pub type Height = (i8, Option<f64>);

/// How high the condition of `draft` stands; `None` where it says nothing of returns.
pub fn height(draft: &Draft) -> Option<Height> {
    if let Some(range) = draft.condition.range {
        let middle = match (range.low, range.high) {
            (Some(low), Some(high)) => f64::midpoint(low, high),
            (Some(low), None) => low + 0.5,
            (None, Some(high)) => high - 0.5,
            (None, None) => return None,
        };
        return Some((
            if middle > 0.0 {
                1
            } else if middle < 0.0 {
                -1
            } else {
                0
            },
            Some(middle),
        ));
    }
    match draft.condition.relation? {
        Relation::Outperform => Some((1, None)),
        Relation::InLine => Some((0, None)),
        Relation::Underperform => Some((-1, None)),
        Relation::NotRated => None,
    }
}

/// Which of two conditions stands higher.
pub fn compare(one: Height, other: Height) -> Ordering {
    match (one.1, other.1) {
        (Some(one), Some(other)) => one.total_cmp(&other),
        _ => one.0.cmp(&other.0),
    }
}

/// Whether `draft` goes on in the direction in which the group goes.
pub fn descends(drafts: &[Draft], draft: &Draft) -> bool {
    let heights: Vec<_> = drafts.iter().filter_map(height).collect();
    let (Some(last), Some(next)) = (heights.last(), height(draft)) else { return true };
    let ascending = heights.len() < 2 || compare(heights[0], heights[1]).is_lt();
    let step = compare(*last, next);
    heights.len() < 2 || if ascending { step.is_le() } else { step.is_ge() }
}

/// Whether the grades go one way, each beyond the one before; nothing is looked at behind the first that does not.
pub fn monotone(mut heights: impl Iterator<Item = Height>) -> bool {
    let Some(mut last) = heights.next() else { return true };
    let mut way = None;
    heights.all(|height| {
        let step = compare(last, height);
        last = height;
        step.is_ne() && *way.get_or_insert(step) == step
    })
}

/// Whether the limits of `draft` leave those of all `drafts` alone: what is printed in no order is one scale still, for another
/// begins at the top again.
pub fn is_apart(drafts: &[Draft], draft: &Draft) -> bool {
    let limits = |draft: &Draft| {
        let range = draft.condition.range?;
        Some((range.low.unwrap_or(f64::NEG_INFINITY), range.high.unwrap_or(f64::INFINITY)))
    };
    let Some((low, high)) = limits(draft) else { return false };
    let others = || drafts.iter().filter(|other| !other.is_not_rated());
    others().all(|other| limits(other).is_some_and(|(least, most)| high <= least || most <= low))
}
