//! Which grades make one scale, and what it is given to.

mod naming;

use super::{
    bands::Draft,
    grades::{LabelKind, grade_at},
    subject::{Category, categories},
};
use naming::name_subjects;

use crate::{
    model::rating_scale::{Relation, ScaleSubject},
    parse::folded::Folded,
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
    let mut groups = if interleaved(&drafts) { by_subject(drafts) } else { in_order(folded, drafts) };
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

/// A new scale begins behind a category label, where a word comes again, where the conditions speak of another subject,
/// or where returns jump up again.
fn in_order(folded: &Folded, drafts: Vec<Draft>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut previous_end = 0;
    for draft in drafts {
        let start = draft.range().start;
        let heading = heading_before(folded, previous_end, start, groups.is_empty());
        let begins =
            groups.last().is_none_or(|group| begins_another(folded, group, &draft, heading, previous_end));
        if begins {
            groups.push(Group { heading, ..Group::default() });
        }
        if let Some(group) = groups.last_mut().filter(|group| !begins && group.heading.is_none()) {
            // A label beside a middle grade names the whole scale.
            group.heading = heading;
        }
        previous_end = previous_end.max(draft.text.start + draft.condition.end).max(draft.label.range.end);
        if let Some(group) = groups.last_mut() {
            group.drafts.push(draft);
        }
    }
    groups
}

/// The last category label between the grades before and the grade at `start`.
fn heading_before(folded: &Folded, previous_end: usize, start: usize, first: bool) -> Option<Category> {
    let floor = if first { start.saturating_sub(1500) } else { previous_end.max(start.saturating_sub(2400)) };
    let floor = (floor..=start).find(|at| folded.text.is_char_boundary(*at))?;
    let mut found = if floor < start { categories(folded, floor..start) } else { Vec::new() };
    if first {
        // 行业评级：增持（维持） in the head is the report's own rating and heads no definitions.
        found.retain(|category| {
            let behind = folded.text[category.end..start].trim_start_matches([':', ' ', '"']);
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
    let word = |draft: &Draft| &folded.text[draft.label.range.clone()];
    if group.drafts.iter().any(|earlier| word(earlier).eq_ignore_ascii_case(word(draft))) {
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
        let beside = group.drafts.len() < 2 && group.heading.is_none();
        let known = group.heading.map(|heading| heading.subject).or(dominant(group));
        let contradicts = draft.subject.is_some()
            && draft.subject == dominant(group)
            && draft.subject != Some(heading.subject);
        let goes_on = known == Some(heading.subject)
            || (contradicts && descends(group, draft))
            || beside_middle(group, draft, heading);
        if !beside && !goes_on {
            return true;
        }
    }
    if draft.is_not_rated() {
        return false;
    }
    let another = matches!((dominant(group), draft.subject), (Some(before), Some(now)) if before != now);
    another || !descends(group, draft)
}

/// Whether the label of a category stands beside a middle grade of the scale that it names: nothing else begins there.
fn beside_middle(group: &Group, draft: &Draft, heading: Category) -> bool {
    let named = dominant(group);
    group.heading.is_none() && (named.is_none() || named == Some(heading.subject)) && descends(group, draft)
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

/// Where a condition stands between up (1) and down (-1), and its middle where it has numbers.
fn height(draft: &Draft) -> Option<(i8, Option<f64>)> {
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

/// Whether `draft` goes on in the direction in which the group goes.
fn descends(group: &Group, draft: &Draft) -> bool {
    let heights: Vec<_> = group.drafts.iter().filter_map(height).collect();
    let (Some(last), Some(next)) = (heights.last(), height(draft)) else { return true };
    let compare = |a: (i8, Option<f64>), b: (i8, Option<f64>)| match (a.1, b.1) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        _ => a.0.cmp(&b.0),
    };
    let ascending = heights.len() < 2 || compare(heights[0], heights[1]).is_lt();
    let step = compare(*last, next);
    heights.len() < 2 || if ascending { step.is_le() } else { step.is_ge() }
}

/// What grades without numbers are compared with.
static COMPARED: &Words = words![any case:
    "指数", "基准", "大盘", "大市", "市场", "行业", "同业", "报酬", "benchmark", "index", "average", "market", "peers",
    "return",
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
        3.. => rated.len() <= 9 && (known >= 2 || numbered >= 3),
    };
    // Text without white space separates nothing; a category before three known words for better, alike and worse does.
    let plain = rated.len() == 3
        && known == 3
        && group.heading.is_some()
        && rated.iter().filter_map(|draft| height(draft)).map(|(side, _)| side).eq([1, 0, -1]);
    let words_only = numbered == 0 && !letters;
    let compared = || rated.iter().any(|draft| COMPARED.stand_in(&folded.text[draft.text.clone()]));
    plausible
        && differ
        && enough
        && (!words_only || (compared() && (plain || separated * 2 >= rated.len())))
        && (numbered >= 3 || plain || separated * 2 >= rated.len().min(3))
}
