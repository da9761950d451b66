//! Grades that stand together in one cell, their conditions behind in as many pieces: what text recognition makes of rows whose
//! borders it did not see.

use std::ops::Range;

use super::{Draft, condition, draft};
use crate::parse::{
    folded::{Folded, Gap},
    rating_scale::{
        grades::{Label, LabelKind, begins_condition},
        subject::next_category,
    },
};

/// Fewer grades side by side are words of a sentence.
const LEAST: usize = 3;

/// A condition is looked for in so many bytes.
const REACH: usize = 240;

/// The grades of `labels` that stand together, each with the condition in its place, where these are as many. The labels are taken
/// out of the list in any case: what stands behind the last is not its own condition.
pub fn together(folded: &Folded, labels: &mut Vec<Label>) -> Vec<Draft> {
    let joined = |one: &Label, next: &Label| {
        one.range.end == next.range.start
            && matches!(next.kind, LabelKind::Word(_))
            && folded.gap(next.range.start) == Gap::Space
    };
    let mut found = Vec::new();
    let mut rest: Vec<Label> = Vec::with_capacity(labels.len());
    for run in labels.chunk_by(joined) {
        if run.len() < LEAST {
            rest.extend_from_slice(run);
            continue;
        }
        let texts = conditions(folded, run[run.len() - 1].range.end, run.len());
        found.extend(run.iter().zip(texts).map(|(label, text)| draft(folded, label, text)));
    }
    *labels = rest;
    found
}

/// The conditions from byte `start` on; none where they are not `count`.
fn conditions(folded: &Folded, start: usize, count: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = start;
    while found.len() <= count {
        let Some(end) = end_of_condition(folded, from) else { break };
        found.push(from..end);
        from = end;
    }
    if found.len() == count { found } else { Vec::new() }
}

/// Where the condition that begins at byte `start` ends: before the next one, a border, or the label of another scale.
fn end_of_condition(folded: &Folded, start: usize) -> Option<usize> {
    let text = folded.text.as_str();
    let limit = text.floor_char_boundary(text.len().min(start + REACH));
    if !begins_condition(&text[start..limit]) {
        return None;
    }
    let limit = next_category(folded, start, limit).map_or(limit, |category| category.start);
    let breaks = text[start..limit].char_indices().skip(1).map(|(at, _)| start + at).filter(|at| {
        let gap = folded.gap(*at);
        gap >= Gap::Border
            || (gap == Gap::Space && begins_condition(&text[*at..]) && !text.as_bytes()[*at].is_ascii())
    });
    let end = breaks.chain([limit]).find(|at| condition(&text[start..*at]).is_read())?;
    Some(end)
}
