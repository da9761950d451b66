//! Labels in one column and conditions in another, as programs print a table that they read column by column.

use std::ops::Range;

use super::{Draft, REACH, begins_another_matter, condition, draft, label_first};
use crate::{
    model::rating_scale::Relation,
    parse::{
        folded::{Folded, Gap},
        lexicon::GradeKind,
        rating_scale::{
            grades::{Label, LabelKind},
            subject::next_category,
        },
    },
};

/// Labels in one column and conditions in another, one a line: paired in order where they are equally many, in the whole
/// or column by column.
pub fn in_columns(folded: &Folded, labels: &[Label]) -> Vec<Draft> {
    let words: Vec<&Label> = labels
        .iter()
        .filter(|label| {
            matches!(label.kind, LabelKind::Word(_)) && folded.gap(label.range.start) >= Gap::Border
        })
        .filter(|label| end_of_line(folded, label).is_some())
        .collect();
    // A blank is kept between Latin words.
    let joined = |pair: &[&Label]| {
        let end = end_of_line(folded, pair[0]);
        end.and_then(|end| folded.text.get(end..pair[1].range.start))
            .is_some_and(|between| between.trim().is_empty())
    };
    if words.windows(2).filter(|pair| joined(pair)).count() < 2 {
        return Vec::new();
    }
    let whole = paired(folded, &words, folded.text.len());
    if !whole.is_empty() {
        return whole;
    }
    let mut found = Vec::new();
    for column in words.chunk_by(|one, next| joined(&[*one, *next])).filter(|column| column.len() >= 3) {
        let last = column[column.len() - 1].range.end;
        let next = labels.iter().map(|label| label.start).find(|start| *start >= last);
        found.extend(paired(folded, column, next.unwrap_or(folded.text.len())));
    }
    if !found.is_empty() {
        let mut others = labels.to_vec();
        others.retain(|label| found.iter().all(|draft| draft.label.range != label.range));
        let forward = label_first(folded, &others);
        let apart = |draft: &Draft| found.iter().all(|other| !draft.text.contains(&other.label.start));
        let others: Vec<Draft> = forward.into_iter().filter(apart).collect();
        found.extend(others);
        found.sort_by_key(|draft| draft.label.start);
    }
    found
}

/// Where the label ends, its gloss in brackets and its colon included, if nothing else stands in its line or cell.
fn end_of_line(folded: &Folded, label: &Label) -> Option<usize> {
    let end = label.range.end;
    let rest = &folded.text.as_bytes()[end..];
    let gloss = match rest {
        [b'(', ..] => rest.iter().take(40).position(|byte| *byte == b')').map_or(0, |close| close + 1),
        _ => 0,
    };
    let ended = |end: &usize| folded.gap(*end) >= Gap::Border;
    let colon =
        |end: usize| end + usize::from(folded.gap(end) < Gap::Border && folded.text[end..].starts_with(':'));
    // 买入 Buy
    let behind = if label.condition <= end + 24 { label.condition } else { end };
    [end, end + gloss, behind].into_iter().map(colon).find(ended)
}

/// `words` with the conditions that stand among them and behind them, up to `end`: as many as there are words.
fn paired(folded: &Folded, words: &[&Label], end: usize) -> Vec<Draft> {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return Vec::new() };
    let last = last.range.end;
    let end = end.min(last + REACH);
    let end = (last..=end).rev().find(|at| folded.text.is_char_boundary(*at)).unwrap_or(last);
    let mut conditions = column_conditions(folded, first.range.start..end, words);
    conditions.truncate(words.len());
    if conditions.len() != words.len() {
        return Vec::new();
    }
    let drafts: Vec<Draft> =
        words.iter().zip(&conditions).map(|(label, text)| draft(folded, label, text.clone())).collect();
    let fitting = drafts
        .iter()
        .all(|draft| draft.says_none == (draft.label.kind == LabelKind::Word(GradeKind::NotRated)));
    if fitting { drafts } else { Vec::new() }
}

/// The conditions among the lines in `range`: a line that says something begins one, others go on with it.
fn column_conditions(folded: &Folded, range: Range<usize>, labels: &[&Label]) -> Vec<Range<usize>> {
    let mut borders: Vec<usize> = folded.text[range.clone()]
        .char_indices()
        .map(|(at, _)| range.start + at)
        .filter(|at| folded.gap(*at) >= Gap::Line || *at == range.start)
        .collect();
    borders.push(range.end);
    let mut found: Vec<(Range<usize>, Option<Relation>)> = Vec::new();
    let mut open = false;
    for pair in borders.windows(2) {
        let line = pair[0]..pair[1];
        let words = &folded.text[line.clone()];
        // The labels follow each other, so that the first that ends in the line or behind it tells.
        let first = labels.partition_point(|label| label.range.end <= line.start);
        let label = labels.get(first).is_some_and(|label| label.range.start < line.end);
        if label
            || words.chars().count() < 4
            || begins_another_matter(words)
            || next_category(folded, line.start, line.end)
                .is_some_and(|category| category.start == line.start || category.end == line.end)
        {
            open = false;
            continue;
        }
        let colon = usize::from(words.starts_with(':'));
        let line = line.start + colon..line.end;
        let read = condition(words);
        let goes_on = open
            && (!read.is_read()
                || (read.relation == Some(Relation::NotRated)
                    && found.last().is_some_and(|(_, relation)| *relation == Some(Relation::NotRated))
                    && !words.starts_with(['由', '因', '对'])));
        if goes_on {
            if let Some((last, _)) = found.last_mut() {
                last.end = line.end;
            }
        } else if read.is_read() {
            found.push((line, read.relation));
            open = true;
        }
    }
    found.into_iter().map(|(range, _)| range).collect()
}
