//! Labels and their conditions: each grade with what it says, whichever stands first, and also where all labels stand
//! in one column and all conditions in another.

mod columns;
mod respective;
mod segment;
mod together;

use std::ops::Range;

use columns::in_columns;
pub(super) use respective::HANDED_OUT;
use respective::respective;
use segment::{begins_another_matter, segment};
use together::together;

use super::{
    condition::{Condition, condition, next_direction},
    grades::{Label, LabelKind},
    subject::{names_subject, subject_of_condition},
};
use crate::{
    model::rating_scale::{Relation, ScaleSubject},
    parse::{
        folded::{Folded, Gap},
        lexicon::GradeKind,
    },
    text::words::{Words, words},
};

/// A grade with its condition, before it is known to which scale it belongs.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The label.
    pub label: Label,
    /// What the condition says.
    pub condition: Condition,
    /// The condition in the folded text.
    pub text: Range<usize>,
    /// The subject that the condition's words name.
    pub subject: Option<ScaleSubject>,
    /// Whether the condition itself says that no grade is given, whatever its label is.
    says_none: bool,
}

impl Draft {
    /// The whole band in the folded text.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.label.start.min(self.text.start)..self.text.end.max(self.label.range.end)
    }

    /// Whether it says that no grade is given.
    #[must_use]
    pub fn is_not_rated(&self) -> bool {
        self.condition.relation == Some(Relation::NotRated)
    }
}

/// A condition is read within so many bytes of the folded text.
const REACH: usize = 900;

/// The grades of the folded text that have a condition.
#[must_use]
pub fn drafts(folded: &Folded, labels: &[Label]) -> Vec<Draft> {
    let mut labels = labels.to_vec();
    let mut listed = together(folded, &mut labels);
    listed.extend(respective(folded));
    if listed.is_empty() {
        return apart(folded, &labels);
    }
    let free = |label: &&Label| listed.iter().all(|draft| !draft.range().contains(&label.start));
    let others: Vec<Label> = labels.iter().filter(free).cloned().collect();
    listed.extend(apart(folded, &others));
    listed.sort_by_key(|draft| draft.label.start);
    listed
}

/// The grades of `labels`, each with the condition beside it.
fn apart(folded: &Folded, labels: &[Label]) -> Vec<Draft> {
    let mut named = if labels.iter().filter(|label| label.named_last).count() >= 2 {
        value_first(folded, labels, |label| label.named_last)
    } else {
        Vec::new()
    };
    let mut labels = labels.to_vec();
    labels.retain(|label| !label.named_last);
    if let (Some(first), Some(last)) = (named.first(), named.last()) {
        // A sentence that names its grades behind their conditions may have another scale beside it.
        let sentence = first.range().start..last.range().end;
        labels.retain(|label| !sentence.contains(&label.start));
        named.extend(unnamed(folded, &labels));
        named.sort_by_key(|draft| draft.range().start);
        return named;
    }
    unnamed(folded, &labels)
}

/// The grades of `labels`, none of which is named behind its condition.
fn unnamed(folded: &Folded, labels: &[Label]) -> Vec<Draft> {
    let columns = in_columns(folded, labels);
    let forward: Vec<Draft> = label_first(folded, labels);
    if columns.len() > forward.iter().filter(|draft| draft.condition.is_read()).count() {
        return columns;
    }
    let last_unread =
        forward.last().is_none_or(|last| labels.last().is_some_and(|label| label.range != last.label.range));
    if read_count(&forward) < 2 || (last_unread && labels.iter().all(|label| preceded(folded, label))) {
        let backward = value_first(folded, labels, |label| folded.gap(label.start) >= Gap::Border);
        if read_count(&backward) >= 3 {
            return backward;
        }
    }
    forward
}

/// Whether a condition stands before the label in its own line, behind a border.
fn preceded(folded: &Folded, label: &Label) -> bool {
    let line =
        folded.text[..label.start].char_indices().rev().take(60).find(|(at, _)| folded.gap(*at) >= Gap::Line);
    folded.gap(label.start) >= Gap::Border
        && line.is_some_and(|(start, _)| condition(&folded.text[start..label.start]).range.is_some())
}

fn read_count(drafts: &[Draft]) -> usize {
    drafts.iter().filter(|draft| draft.condition.is_read() && !draft.is_not_rated()).count()
}

fn draft(folded: &Folded, label: &Label, text: Range<usize>) -> Draft {
    let read = condition(&folded.text[text.clone()]);
    draft_of(folded, label, text, read)
}

/// The grade of `label` whose condition, `read`, stands at `text`.
fn draft_of(folded: &Folded, label: &Label, text: Range<usize>, read: Condition) -> Draft {
    let words = &folded.text[text.clone()];
    // Few conditions name a subject, and what a part of one names it names too.
    let subject = if names_subject(words) {
        let numbered = words.get(..read.end).filter(|_| read.range.is_some()).and_then(subject_of_condition);
        numbered.or_else(|| subject_of_condition(words))
    } else {
        None
    };
    let mut read = read;
    let says_none = read.relation == Some(Relation::NotRated);
    if label.kind == LabelKind::Word(GradeKind::NotRated) {
        read = Condition { relation: Some(Relation::NotRated), end: read.end, ..Condition::default() };
    }
    Draft { label: label.clone(), condition: read, text, subject, says_none }
}

/// The conditions behind their labels.
fn label_first(folded: &Folded, labels: &[Label]) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::new();
    for (index, label) in labels.iter().enumerate() {
        let next = labels.get(index + 1).map_or(folded.text.len(), |next| next.start);
        let (text, read) = segment(folded, label.condition, next.max(label.condition));
        if is_band(folded, label, text.clone(), &read) {
            found.push(draft_of(folded, label, text, read));
        }
    }
    found
}

/// Whether label and condition together may be a band.
fn is_band(folded: &Folded, label: &Label, text: Range<usize>, condition: &Condition) -> bool {
    let words = &folded.text[text];
    let read = condition.is_read();
    match label.kind {
        LabelKind::Word(GradeKind::NotRated) => {
            // 未评级 in a table of securities has figures or the next security's code behind it.
            let figures =
                words.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '/'));
            let says_none = condition.relation == Some(Relation::NotRated);
            // The last cell of such a table has the table's sources behind it.
            static OTHERS: &Words =
                words!["资料来源", "数据来源", "来源:", "注:", "图", "表", "请务必", "敬请"];
            let other = OTHERS.begin(words).is_some();
            says_none || (label.separated && words.chars().count() >= 6 && !figures && !other)
        }
        LabelKind::Word(_) => read || (condition.unclear && label.separated && begins_item(folded, label)),
        LabelKind::Letter => {
            static GRADED: &Words = words!["波动", "风险", "竞争力", "volatility", "risk"];
            read || GRADED.stand_in(words)
        }
        LabelKind::Digit => read,
        // A word that no lexicon knows needs its condition near.
        LabelKind::Other => read && condition.end <= 150,
    }
}

/// Whether the label begins a line, a cell or a clause, as a word inside an English sentence does not.
fn begins_item(folded: &Folded, label: &Label) -> bool {
    let before = &folded.text[..label.start];
    !folded.text.as_bytes()[label.range.start].is_ascii()
        || folded.gap(label.start) >= Gap::Border
        || before.ends_with([';', ':', '.', '。', ')'])
}

/// Where the line at byte `at` of `text` begins, or the one above where a number is broken between the two: `在-`, `10%~20%`.
fn unbroken(text: &str, at: usize) -> usize {
    let broken = text[..at].ends_with(['-', '~']) || text[at..].starts_with('%');
    let above = text[..at].trim_end_matches(|last: char| last.is_ascii_digit() || "-~%.".contains(last));
    if broken { above.len() } else { at }
}

/// A condition before its label begins at most so many lines above it.
const LINES_ABOVE: usize = 6;

/// The conditions before their labels: 30%以上为买入评级, or a column of ranges before one of grades.
fn value_first(folded: &Folded, labels: &[Label], takes: impl Fn(&Label) -> bool) -> Vec<Draft> {
    let mut found = Vec::new();
    let mut previous = 0;
    // Words that give a direction, the last before the label and the next one.
    let (mut last, mut next) = (None, next_direction(&folded.text, 0));
    for label in labels {
        if !takes(label) {
            continue;
        }
        while next < label.start {
            last = Some(next);
            next = next_direction(&folded.text, next + 1);
        }
        let floor = previous.max(label.start.saturating_sub(240));
        let floor = (floor..=label.start).find(|at| folded.text.is_char_boundary(*at)).unwrap_or(label.start);
        let text = &folded.text[floor..label.start];
        // Without such a word, a number or an English sentence nothing is read.
        let latin = text.bytes().fold(false, |found, byte| found | byte.is_ascii_alphanumeric());
        if !latin && last < Some(floor) {
            continue;
        }
        let mut begin = text
            .rfind([';', '。', ':'])
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        let clause = &text[begin..];
        if let Some(comma) = clause.find(',').filter(|comma| condition(&clause[comma + 1..]).is_read()) {
            begin += comma + 1;
        }
        let lines = text
            .char_indices()
            .filter(|(at, _)| *at > begin && folded.gap(floor + at) >= Gap::Line)
            .map(|(at, _)| at);
        let line = lines.rev().take(LINES_ABOVE).find(|at| condition(&text[*at..]).is_read());
        begin = line.map_or(begin, |line| unbroken(&text[begin..], line - begin) + begin);
        begin += text[begin..].len() - text[begin..].trim_start_matches(['"', '、', ',']).len();
        let mut draft = draft(folded, label, floor + begin..label.start);
        draft.label.named_last = true;
        if draft.condition.is_read() {
            previous = label.range.end;
            found.push(draft);
        }
    }
    found
}
