//! Which grades make one scale, and what it is given to.

mod heights;
mod naming;

use super::{
    bands::Draft,
    grades::{LabelKind, grade_at},
    subject::{Category, categories},
};
use heights::{compare, descends, height, is_apart, monotone};
use naming::name_subjects;

use crate::{
    model::rating_scale::ScaleSubject,
    parse::{
        folded::{Folded, Gap},
        lexicon::INDEX_NAMES,
    },
    text::words::{Words, words},
};

/// The grades of one scale, and the category label that stands before them.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// In print order.
    pub drafts: Vec<Draft>,
    /// The label before the first grade.
    pub heading: Option<Category>,
    /// What is graded, as far as it is known.
    pub subject: Option<ScaleSubject>,
}

/// The scales that `drafts` make.
#[must_use]
pub fn groups(folded: &Folded, drafts: Vec<Draft>) -> Vec<Group> {
    let mut groups = if interleaved(&drafts) {
        by_subject(drafts)
    } else {
        in_rows(folded, &drafts).unwrap_or_else(|| in_order(folded, drafts))
    };
    // What is no scale says nothing about the subjects of those that are.
    groups.retain(|group| is_scale(folded, group));
    name_subjects(folded, &mut groups);
    groups
}

/// Whether the grades of two subjects alternate.
fn interleaved(drafts: &[Draft]) -> bool {
    let subjects: Vec<_> = drafts.iter().filter_map(|draft| draft.subject).collect();
    subjects.windows(2).filter(|pair| pair[0] != pair[1]).count() >= 3
}

fn by_subject(drafts: Vec<Draft>) -> Vec<Group> {
    let mut groups: Vec<(Option<ScaleSubject>, Group)> = Vec::new();
    for draft in drafts {
        let key = draft.subject.or_else(|| groups.last().and_then(|(subject, _)| *subject));
        match groups.iter_mut().find(|(subject, _)| *subject == key) {
            Some((_, group)) => group.drafts.push(draft),
            None => groups.push((key, Group { drafts: vec![draft], ..Group::default() })),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// No scale has more grades.
const MOST_GRADES: usize = 9;

/// Two scales side by side in a table, the grades of each in every other cell, whatever their conditions speak of; what
/// stands below the shorter belongs to the first.
fn in_rows(folded: &Folded, drafts: &[Draft]) -> Option<Vec<Group>> {
    let bordered = |draft: &&Draft| folded.gap(draft.label.range.start) >= Gap::Border;
    let mut rated: Vec<&Draft> = drafts.iter().filter(bordered).collect();
    rated.retain(|draft| height(draft).is_some());
    let heights: Vec<_> = rated.iter().filter_map(|draft| height(draft)).collect();
    // One scale behind the other turns once.
    let turns = heights.windows(2).filter(|pair| compare(pair[0], pair[1]).is_le()).count();
    if rated.len() < 6 || turns < 2 || turns > rated.len() - 3 {
        return None;
    }
    // Two scales have no more grades, and a text with more is not tried from each of them on.
    (rated.len().saturating_sub(2 * MOST_GRADES)..=rated.len() - 6).find_map(|first| {
        (3..=(rated.len() - first) / 2).rev().find_map(|rows| {
            let (middle, one) = (first + 2 * rows, || (first..).step_by(2).take(rows));
            let one = || one().chain(middle..rated.len());
            let other = || (first + 1..middle).step_by(2);
            let goes_one_way =
                monotone(one().map(|at| heights[at])) && monotone(other().map(|at| heights[at]));
            let group = |places: &mut dyn Iterator<Item = usize>| Group {
                drafts: places.map(|at| rated[at].clone()).collect(),
                ..Group::default()
            };
            goes_one_way.then(|| vec![group(&mut one()), group(&mut other())])
        })
    })
}

/// A new scale begins behind a category label, where a word comes again, where the conditions speak of another subject,
/// or where returns jump up again.
fn in_order(folded: &Folded, drafts: Vec<Draft>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut previous_end = 0;
    for draft in drafts {
        let start = draft.range().start;
        if let Some(group) = groups.last_mut()
            && let Some(kept) = strays(folded, group, &draft)
        {
            let drafts = group.drafts.split_off(kept);
            let floor = own_end(&group.drafts[kept - 1]);
            let heading = heading_before(folded, floor, drafts[0].range().start, false);
            groups.push(Group { drafts, heading, subject: None });
        }
        let heading = heading_before(folded, previous_end, start, groups.is_empty());
        let begins =
            groups.last().is_none_or(|group| begins_another(folded, group, &draft, heading, previous_end));
        if begins {
            groups.push(Group { heading, ..Group::default() });
        }
        if let Some(group) = groups.last_mut().filter(|group| !begins && is_unnamed(group)) {
            // A label beside a middle grade names the whole scale.
            group.heading = heading.or(group.heading);
        }
        previous_end = previous_end.max(draft.text.start + draft.condition.end).max(draft.label.range.end);
        if let Some(group) = groups.last_mut() {
            group.drafts.push(draft);
        }
    }
    groups
}

/// Where the condition of a draft ends, as far as it is read.
fn own_end(draft: &Draft) -> usize {
    (draft.text.start + draft.condition.end).max(draft.label.range.end)
}

/// How many drafts at the beginning of `group` are no part of the scale that `draft` goes on with, whose word comes again: a
/// grade that the head or a sentence gives stands far above the first that is defined.
fn strays(folded: &Folded, group: &Group, draft: &Draft) -> Option<usize> {
    let index = group.drafts.iter().take(2).position(|earlier| is_same_word(folded, earlier, draft))?;
    let (kept, rest) = group.drafts.split_at(index + 1);
    let (first, last) = (rest.first()?, rest.last()?);
    let above = first.range().start.saturating_sub(own_end(&kept[index]));
    let here = draft.range().start.saturating_sub(last.range().end);
    (above > FAR && above > 3 * here && descends(rest, draft)).then_some(index + 1)
}

/// So many bytes apart, two grades may belong to different matters.
const FAR: usize = 30;

fn is_same_word(folded: &Folded, one: &Draft, other: &Draft) -> bool {
    let word = |draft: &Draft| &folded.text[draft.label.range.clone()];
    word(one).eq_ignore_ascii_case(word(other))
}

/// The last category label between the grades before and the grade at `start`.
fn heading_before(folded: &Folded, previous_end: usize, start: usize, first: bool) -> Option<Category> {
    let floor = if first { start.saturating_sub(1500) } else { previous_end.max(start.saturating_sub(2400)) };
    let floor = (floor..=start).find(|at| folded.text.is_char_boundary(*at))?;
    let mut found = if floor < start { categories(folded, floor..start) } else { Vec::new() };
    if first {
        // 行业评级：增持（维持） in the head is the report's own rating and heads no definitions.
        found.retain(|category| {
            let behind = folded.text[category.end..start].trim_start_matches([':', ' ', '"', '—', '-', '|']);
            behind.is_empty() || grade_at(folded, start - behind.len()).is_none()
        });
    }
    found.pop()
}

fn begins_another(
    folded: &Folded,
    group: &Group,
    draft: &Draft,
    heading: Option<Category>,
    previous_end: usize,
) -> bool {
    if group.drafts.iter().any(|earlier| is_same_word(folded, earlier, draft)) {
        return true;
    }
    let Some(last) = group.drafts.last() else { return true };
    let far = if last.is_not_rated() || draft.is_not_rated() { 900 } else { 2400 };
    if draft.range().start > previous_end + far {
        return true;
    }
    if is_sign(last) != is_sign(draft) && !draft.is_not_rated() && !last.is_not_rated() {
        return true;
    }
    if let Some(heading) = heading {
        let beside = group.drafts.len() < 2 && is_unnamed(group);
        let known = group.heading.map(|heading| heading.subject).or(dominant(group));
        let contradicts = draft.subject.is_some()
            && draft.subject == dominant(group)
            && draft.subject != Some(heading.subject);
        let goes_on = known == Some(heading.subject)
            || (contradicts && descends(&group.drafts, draft))
            || beside_middle(group, draft, heading);
        if !beside && !goes_on {
            return true;
        }
    }
    if draft.is_not_rated() {
        return false;
    }
    let another = matches!((dominant(group), draft.subject), (Some(before), Some(now)) if before != now);
    let same = draft.subject.is_some() && dominant(group) == draft.subject;
    another || !(descends(&group.drafts, draft) || (same && is_apart(&group.drafts, draft)))
}

/// Whether the label of a category stands beside a middle grade of the scale that it names: nothing else begins there.
fn beside_middle(group: &Group, draft: &Draft, heading: Category) -> bool {
    let named = dominant(group);
    is_unnamed(group) && (named.is_none() || named == Some(heading.subject)) && descends(&group.drafts, draft)
}

/// Whether no label names the scale; that over a table of all scales, 行业及公司评级体系, names none of them.
fn is_unnamed(group: &Group) -> bool {
    group.heading.is_none_or(|heading| heading.subject == ScaleSubject::CompanyAndIndustry)
}

fn is_sign(draft: &Draft) -> bool {
    matches!(draft.label.kind, LabelKind::Letter | LabelKind::Digit)
}

/// The subject that most conditions of the group name.
fn dominant(group: &Group) -> Option<ScaleSubject> {
    let subjects: Vec<_> =
        group.drafts.iter().filter(|draft| !draft.is_not_rated()).filter_map(|draft| draft.subject).collect();
    subjects.iter().copied().max_by_key(|subject| subjects.iter().filter(|other| *other == subject).count())
}

/// What grades without numbers are compared with.
static COMPARED: &Words = words![any case:
    "指数", "基准", "大盘", "大市", "市场", "行业", "同业", "报酬", "benchmark", "index", "average", "market", "peers",
    "return", "fundamentals",
];

/// Whether of two bands one reaches up and the other down: two that are open at the same end are none of one scale.
fn apart(rated: &[&Draft]) -> bool {
    let open_below = |draft: &&&Draft| draft.condition.range.is_some_and(|range| range.low.is_none());
    rated.iter().filter(open_below).count() < 2
}

/// Whether the grades make a scale: enough of them, with conditions that differ and limits that people set.
fn is_scale(folded: &Folded, group: &Group) -> bool {
    let rated: Vec<_> = group.drafts.iter().filter(|draft| !draft.is_not_rated()).collect();
    let known = rated.iter().filter(|draft| draft.label.kind != LabelKind::Other).count();
    let letters = rated.iter().all(|draft| is_sign(draft));
    let limits: Vec<f64> = rated
        .iter()
        .filter_map(|draft| draft.condition.range)
        .flat_map(|range| [range.low, range.high])
        .flatten()
        .collect();
    let plausible = limits.iter().all(|limit| limit.abs() <= 100.0 && (limit * 2.0).fract() == 0.0);
    let mut heights: Vec<_> = rated.iter().filter_map(|draft| height(draft)).collect();
    heights.dedup();
    let numbered = rated.iter().filter(|draft| draft.condition.range.is_some()).count();
    let separated = rated.iter().filter(|draft| draft.label.separated || draft.label.named_last).count();
    let differ = heights.len() >= 2 || letters;
    let enough = match rated.len() {
        0 | 1 => false,
        2 => {
            letters
                || (numbered == 2 && apart(&rated))
                || (heights.len() == 2 && separated == 2 && group.heading.is_some())
        }
        3.. => rated.len() <= MOST_GRADES && (known >= 2 || numbered >= 3),
    };
    // Text without white space separates nothing; a category before three known words for better, alike and worse does.
    let plain = rated.len() == 3
        && known == 3
        && group.heading.is_some()
        && rated.iter().filter_map(|draft| height(draft)).map(|(side, _)| side).eq([1, 0, -1]);
    let words_only = numbered == 0 && !letters;
    let compared = || {
        let words = || rated.iter().map(|draft| &folded.text[draft.text.clone()]);
        words().any(|words| COMPARED.stand_in(words) || INDEX_NAMES.stand_in(words))
    };
    plausible
        && differ
        && enough
        && (!words_only || (compared() && (plain || separated * 2 >= rated.len())))
        && (numbered >= 3 || plain || separated * 2 >= rated.len().min(3))
}
