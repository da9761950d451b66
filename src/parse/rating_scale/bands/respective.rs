//! Grades that are listed first and defined behind, each in its turn: 超配/标配/低配，分别指…以上/…之间/…以下.

use std::ops::Range;

use super::{Draft, draft};
use crate::{
    parse::{
        folded::{Folded, Gap},
        lexicon::GradeKind,
        rating_scale::{
            grades::{Label, LabelKind, grade_at},
            lists,
        },
    },
    text::words::{Words, words},
};

/// The word that hands out the conditions, and what may follow it.
pub static HANDED_OUT: &Words = words!["分别"];
static VERBS: &Words = words!["指", "是指", "对应", "表示", "代表", "为", "是", "定义为", "对应于"];

/// The conditions of so many bytes are looked at.
const REACH: usize = 600;

/// The grades of such lists, each with the condition in its place; none where the two are not equally many.
pub fn respective(folded: &Folded) -> Vec<Draft> {
    let text = folded.text.as_str();
    let mut found = Vec::new();
    for hit in folded.words(HANDED_OUT, lists::HANDED_OUT) {
        let labels = labels_before(folded, hit.start);
        if labels.len() < 3 {
            continue;
        }
        let start = VERBS.at(text, hit.end).map_or(hit.end, |verb| verb.end);
        let start = text.len() - text[start..].trim_start_matches([':', ',', ' ']).len();
        let end = end_of_sentence(folded, start);
        let parts = ['/', '、', ','].into_iter().find_map(|separator| {
            let parts = parts(text, start..end, separator);
            (parts.len() == labels.len()).then_some(parts)
        });
        let Some(parts) = parts else { continue };
        let label = |(range, kind): &(Range<usize>, GradeKind), part: &Range<usize>| Label {
            kind: LabelKind::Word(*kind),
            range: range.clone(),
            start: range.start,
            condition: part.start,
            separated: true,
            named_last: false,
        };
        let mut drafts: Vec<Draft> = labels
            .iter()
            .zip(&parts)
            .map(|(grade, part)| draft(folded, &label(grade, part), part.clone()))
            .collect();
        // What is graded is said once, in the first of the conditions.
        let subject = drafts.first().and_then(|first| first.subject);
        drafts.iter_mut().for_each(|draft| draft.subject = subject.or(draft.subject));
        if drafts.iter().all(|draft| draft.condition.is_read()) {
            found.append(&mut drafts);
        }
    }
    found
}

/// The grades of the list that ends before byte `end`.
fn labels_before(folded: &Folded, end: usize) -> Vec<(Range<usize>, GradeKind)> {
    let text = folded.text.as_str();
    let floor = text.ceil_char_boundary(end.saturating_sub(160));
    let (mut found, mut at): (Vec<(Range<usize>, GradeKind)>, usize) = (Vec::new(), floor);
    while at < end {
        match grade_at(folded, at) {
            Some((kind, length)) => {
                let joined =
                    found.last().is_none_or(|last| matches!(&text[last.0.end..at], "/" | "、" | ","));
                if !joined {
                    found.clear();
                }
                found.push((at..at + length, kind));
                at += length;
            }
            None => at = text.ceil_char_boundary(at + 1),
        }
    }
    let near = found.last().is_some_and(|last| text[last.0.end..end].chars().count() <= 10);
    if near { found } else { Vec::new() }
}

fn end_of_sentence(folded: &Folded, start: usize) -> usize {
    let text = folded.text.as_str();
    let limit = text.floor_char_boundary(text.len().min(start + REACH));
    text[start..limit]
        .char_indices()
        .map(|(at, character)| (start + at, character))
        .find(|(at, character)| {
            matches!(character, '。' | ';') || (*at > start && folded.gap(*at) == Gap::Paragraph)
        })
        .map_or(limit, |(at, _)| at)
}

fn parts(text: &str, range: Range<usize>, separator: char) -> Vec<Range<usize>> {
    let mut at = range.start;
    text[range]
        .split(separator)
        .map(|part| {
            let start = at;
            at += part.len() + separator.len_utf8();
            start..start + part.len()
        })
        .collect()
}
