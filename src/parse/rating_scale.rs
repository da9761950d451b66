//! How a house defines its ratings, found by content: several grade words, each with a condition.

pub mod bands;
pub mod condition;
pub mod grades;
pub mod groups;
pub mod layout;
mod lists;
mod notes;
pub mod numbers;
pub mod regions;
pub mod subject;
pub mod terms;

use std::{ops::Range, rc::Rc};

use bands::Draft;
use groups::Group;
use notes::{Notes, Outside, basis, scale_benchmarks, scale_horizon};

use super::folded::Folded;
use crate::{
    model::{
        diagnostic::{Diagnostic, DiagnosticKind, Severity},
        fact::Fact,
        rating_scale::{RatingBand, RatingScale, ScaleSubject},
    },
    text::{
        markup::without_tags,
        span::Span,
        words::{Words, words},
    },
};

/// The scales that `text` defines, whose grade words may stand at `labels` and whose beginning is folded in `head`, in print order, and what stayed unread. Page furniture that `diagnostics` already name
/// is read over: definitions go on behind a page's foot.
#[must_use]
pub fn rating_scales(
    text: &str,
    labels: &[Range<usize>],
    head: &Folded,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Rc<RatingScale>> {
    let furniture: Vec<Span> = diagnostics
        .iter()
        .filter(|finding| finding.kind == DiagnosticKind::PageFurniture)
        .map(|finding| finding.span)
        .collect();
    let mut scales: Vec<RatingScale> = Vec::new();
    for region in regions::regions(text, labels) {
        let folded =
            layout::folded_region(text, region, labels, &furniture, head).looked_through(lists::lists());
        let labels = grades::labels(&folded);
        if labels.len() < 2 && folded.words(bands::HANDED_OUT, lists::HANDED_OUT).next().is_none() {
            continue;
        }
        let drafts = bands::drafts(&folded, &labels);
        let count = drafts.len();
        let groups = groups::groups(&folded, drafts);
        if groups.is_empty() && count >= 3 && labels.len() >= 2 && is_headed(&folded, &labels) {
            let span = folded.span(labels[0].start..labels[labels.len() - 1].range.end);
            diagnostics.push(Diagnostic {
                severity: Severity::Warning,
                kind: DiagnosticKind::UnreadScale,
                span,
            });
        }
        let outside = notes::outside(&folded, &groups);
        for index in 0..groups.len() {
            let scale = scale(text, &folded, (&groups, index), &outside, diagnostics);
            // Definitions printed twice, in the text and again in a note, are given once.
            let known = scales.iter().any(|earlier| same_bands(earlier, &scale));
            if !known {
                scales.push(scale);
            }
        }
    }
    scales.into_iter().map(Rc::new).collect()
}

/// Whether a heading about ratings stands close before the first label.
fn is_headed(folded: &Folded, labels: &[grades::Label]) -> bool {
    let end = labels[0].start;
    let start = (end.saturating_sub(240)..=end).find(|at| folded.text.is_char_boundary(*at)).unwrap_or(end);
    static HEADINGS: &Words = words!["评级说明", "评级标准", "评级体系", "评级定义", "评级系统", "评级声明"];
    HEADINGS.stand_in(&folded.text[start..end])
}

fn same_bands(one: &RatingScale, other: &RatingScale) -> bool {
    one.subject == other.subject
        && one.bands.len() == other.bands.len()
        && one
            .bands
            .iter()
            .zip(&other.bands)
            .all(|(a, b)| a.label.value == b.label.value && a.range == b.range && a.relation == b.relation)
}

/// The scale of one of the groups of a region, which has `outside` around them.
fn scale(
    text: &str,
    folded: &Folded,
    (groups, index): (&[Group], usize),
    outside: &Outside,
    diagnostics: &mut Vec<Diagnostic>,
) -> RatingScale {
    let group = &groups[index];
    let mut bands: Vec<RatingBand> = group.drafts.iter().map(|draft| band(text, folded, draft)).collect();
    if group.subject == Some(ScaleSubject::Risk) {
        // More or less volatility is no better or worse return.
        bands.iter_mut().for_each(|band| band.relation = None);
    }
    for band in bands.iter().filter(|band| band.range.is_none() && band.relation.is_none()) {
        if !matches!(group.subject, Some(ScaleSubject::Risk)) {
            diagnostics.push(Diagnostic {
                severity: Severity::Warning,
                kind: DiagnosticKind::UnreadBand,
                span: band.span,
            });
        }
    }
    let span = bands.iter().map(|band| band.span).reduce(Span::to).unwrap_or_default();
    let notes = Notes::around(folded, groups, index, outside);
    RatingScale {
        subject: group.subject.unwrap_or(ScaleSubject::Company),
        basis: basis(folded, group, &notes),
        horizon: scale_horizon(folded, group, &notes),
        benchmarks: scale_benchmarks(text, folded, group, &notes),
        bands,
        span,
    }
}

fn band(text: &str, folded: &Folded, draft: &Draft) -> RatingBand {
    let label_span = folded.span(draft.label.range.clone());
    let definition_span = folded.span(draft.text.clone());
    RatingBand {
        label: Fact::new(printed(text, label_span), label_span),
        range: draft.condition.range,
        relation: draft.condition.relation,
        definition: Fact::new(definition(text, folded, draft, definition_span), definition_span),
        span: label_span.to(definition_span),
    }
}

/// The printed sentence; where another column's words stand between its lines, without those.
fn definition(text: &str, folded: &Folded, draft: &Draft, span: Span) -> String {
    let columns = text.get(span.range()).is_some_and(|words| words.contains('\n') && words.contains("   "));
    let words = || folded.printed(text, draft.text.clone());
    if columns && !folded.text[draft.text.clone()].is_ascii() {
        let words = words();
        sentence(&words, Span::new(0, words.len()))
    } else {
        sentence(text, span)
    }
}

/// The printed word without the spaces inside it; between Latin letters one stays.
fn printed(text: &str, span: Span) -> String {
    let words = without_tags(text.get(span.range()).unwrap_or_default());
    if words.is_ascii() {
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        words.split_whitespace().collect()
    }
}

/// The printed sentence as one line.
fn sentence(text: &str, span: Span) -> String {
    let folded = without_tags(text.get(span.range()).unwrap_or_default());
    let mut joined = String::with_capacity(folded.len());
    for line in folded.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let latin = joined.ends_with(|last: char| last.is_ascii_alphabetic() || matches!(last, ',' | ';'))
            && line.starts_with(|first: char| first.is_ascii_alphanumeric());
        if !joined.is_empty() && (latin || folded.is_ascii()) {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    let sentence = joined.trim_end_matches([';', '；', '。', '|', ' ']);
    let opened = |open: char, close: char| sentence.contains(open) || !sentence.ends_with(close);
    let whole = opened('(', ')') && opened('（', '）') && opened('[', ']');
    if whole { sentence.to_owned() } else { sentence.trim_end_matches([')', '）', ']']).to_owned() }
}
