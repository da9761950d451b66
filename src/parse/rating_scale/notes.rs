//! What the words around a scale say about it: basis, horizon and benchmarks, from before, inside or behind.

use std::ops::Range;

use super::{
    groups::Group,
    lists::{HEADING, OTHER},
    printed,
    terms::{basis_of_condition, basis_of_note, benchmarks, horizon, sentence_at},
};
use crate::{
    model::{
        fact::Fact,
        rating_scale::{Horizon, ReturnBasis, ScaleSubject},
    },
    parse::folded::{Folded, Gap},
    text::words::{Words, words},
};

/// The text around a scale that may say what holds for it, nearest first.
pub struct Notes {
    /// Between the scale before and this one's first grade.
    before: Range<usize>,
    /// Between this scale's grades: a label's cell beside them, or the cell that holds the notes.
    inside: Vec<Range<usize>>,
    /// Before the first scale of the region.
    first: Range<usize>,
    /// Behind this scale, up to the next.
    after: Range<usize>,
    /// Behind the last scale.
    last: Range<usize>,
    /// Between the grades of the region's other scales, and between theirs and this one's.
    elsewhere: Vec<Range<usize>>,
}

impl Notes {
    /// The notes of the `index`th of `groups`, which have `outside` before the first and behind the last of them.
    pub fn around(folded: &Folded, groups: &[Group], index: usize, outside: &Outside) -> Self {
        let floor = |at: usize| (0..=at).rev().find(|at| folded.text.is_char_boundary(*at)).unwrap_or(0);
        let own = (start(&groups[index]), end(&groups[index]));
        let previous = groups.iter().map(end).filter(|end| *end <= own.0).max();
        let next = groups.iter().map(start).filter(|start| *start >= own.1).min();
        let (first, last) = (outside.before.clone(), outside.behind.clone());
        let before = previous.map_or(first.clone(), |previous| floor(previous)..own.0.max(previous));
        let after = next.map_or(last.clone(), |next| own.1..next.max(own.1));
        let mut drafts: Vec<_> = groups
            .iter()
            .enumerate()
            .flat_map(|(group, scale)| scale.drafts.iter().map(move |draft| (draft.range(), group)))
            .collect();
        drafts.sort_by_key(|(range, _)| range.start);
        let (mut inside, mut elsewhere) = (Vec::new(), Vec::new());
        for pair in drafts.windows(2) {
            let between = pair[0].0.end..pair[1].0.start;
            if between.len() > 24 && between.start < between.end {
                let own = pair[0].1 == index && pair[1].1 == index;
                // Between grades of two scales side by side stands what holds for both, or for neither.
                if own { inside.push(between) } else { elsewhere.push(between) }
            }
        }
        Self { before, inside, first, after, last, elsewhere }
    }
}

/// The text around all scales of a region that may say what holds for them.
#[derive(Default)]
pub struct Outside {
    /// Before the first.
    before: Range<usize>,
    /// Behind the last.
    behind: Range<usize>,
}

/// The text around `groups`.
pub fn outside(folded: &Folded, groups: &[Group]) -> Outside {
    if groups.is_empty() {
        return Outside::default();
    }
    let first = groups.iter().map(start).min().unwrap_or_default();
    let last = groups.iter().map(end).max().unwrap_or_default();
    Outside { before: note_start(folded, first)..first, behind: last..note_end(folded, last) }
}

fn start(group: &Group) -> usize {
    group.drafts.iter().map(|draft| draft.range().start).min().unwrap_or_default()
}

fn end(group: &Group) -> usize {
    group.drafts.iter().map(|draft| draft.text.end.max(draft.label.range.end)).max().unwrap_or_default()
}

/// Headings over definitions.
pub static HEADINGS: &Words = words![
    "评级说明",
    "评级标准",
    "评级体系",
    "评级定义",
    "评级系统",
    "评级声明",
    "评级的说明",
    "比较标准",
    "投资建议",
    "投资评级",
    "评级",
    "评等",
    "ating",
];

/// What another matter than ratings begins with.
pub static OTHERS: &Words = words![
    "免责",
    "分析师声明",
    "法律声明",
    "重要声明",
    "特别声明",
    "一般声明",
    "风险提示",
    "信息披露",
    "联系方式",
    "联系人",
    "版权",
    "办公地址",
    "分析师承诺",
    "公司地址",
    "研究所地址",
    "销售团队",
    "免責",
    "disclaimer",
    "Disclaimer",
    "DISCLAIMER",
    "Disclosure",
    "Analyst Certification",
];

/// Where the words about a scale begin before its first grade: at the heading about ratings, if one is near.
fn note_start(folded: &Folded, first: usize) -> usize {
    let floor =
        (first.saturating_sub(2400)..=first).find(|at| folded.text.is_char_boundary(*at)).unwrap_or(first);
    let before = &folded.text[floor..first];
    let heading = folded.next_word(HEADINGS, HEADING, floor..first);
    let from = heading.map_or(before.len().saturating_sub(300), |heading| heading.start - floor);
    let from = floor + (0..=from).rev().find(|at| before.is_char_boundary(*at)).unwrap_or(0);
    // 12-Month Rating: the words before the heading in its line are a part of it.
    if heading.is_none() || !folded.text.as_bytes()[from].is_ascii() {
        return from;
    }
    let line = folded.text[floor..from].char_indices().rev().map(|(at, _)| floor + at);
    line.take(40).chain([floor]).find(|at| folded.gap(*at) >= Gap::Line).unwrap_or(from)
}

/// Where the words about a scale end behind its last grade: at the next matter.
fn note_end(folded: &Folded, last: usize) -> usize {
    let ceiling = (last + 1800).min(folded.text.len());
    let ceiling = (last..=ceiling).rev().find(|at| folded.text.is_char_boundary(*at)).unwrap_or(last);
    folded.next_word(OTHERS, OTHER, last..ceiling).map_or(ceiling, |other| other.start)
}

pub fn basis(folded: &Folded, group: &Group, notes: &Notes) -> Option<ReturnBasis> {
    let rated = || group.drafts.iter().filter(|draft| !draft.is_not_rated());
    if group.subject == Some(ScaleSubject::Market) {
        return Some(ReturnBasis::Absolute);
    }
    let conditions: Vec<_> =
        rated().filter_map(|draft| basis_of_condition(&folded.text[draft.text.clone()])).collect();
    let stated =
        conditions.iter().find(|basis| **basis == ReturnBasis::Absolute).or(conditions.first()).copied();
    let numbered = rated().any(|draft| draft.condition.range.is_some());
    // 潜在涨幅 is what lies between price and target, whatever a note calls its 基准.
    let potential = rated().any(|draft| folded.text[draft.text.clone()].contains("潜在"));
    stated
        .or((numbered && potential).then_some(ReturnBasis::Absolute))
        .or_else(|| basis_of_note(&folded.text[notes.before.clone()]))
        .or_else(|| notes.inside.iter().find_map(|note| basis_of_note(&folded.text[note.clone()])))
        .or_else(|| basis_of_note(&folded.text[notes.first.clone()]))
        .or_else(|| basis_of_note(&folded.text[notes.after.clone()]))
        .or_else(|| basis_of_note(&folded.text[notes.last.clone()]))
        .or(numbered.then_some(ReturnBasis::Absolute))
}

/// A horizon in the grades themselves goes before one in a note.
pub fn scale_horizon(folded: &Folded, group: &Group, notes: &Notes) -> Option<Horizon> {
    let own = group
        .drafts
        .iter()
        .filter(|draft| !draft.is_not_rated())
        .find_map(|draft| horizon(&folded.text[draft.text.clone()], 0).map(|(horizon, _)| horizon));
    let subject = group.subject.unwrap_or(ScaleSubject::Company);
    own.or_else(|| note_horizon(&folded.text[notes.before.clone()], subject))
        .or_else(|| notes.inside.iter().find_map(|note| note_horizon(&folded.text[note.clone()], subject)))
        .or_else(|| note_horizon(&folded.text[notes.after.clone()], subject))
        .or_else(|| note_horizon(&folded.text[notes.first.clone()], subject))
        .or_else(|| note_horizon(&folded.text[notes.last.clone()], subject))
        .or_else(|| notes.elsewhere.iter().find_map(|note| note_horizon(&folded.text[note.clone()], subject)))
}

/// The horizon of a note; where it names several, the one whose clause names the subject.
fn note_horizon(note: &str, subject: ScaleSubject) -> Option<Horizon> {
    static INDUSTRY: &Words = words!["行业", "ector", "ndustry"];
    static COMPANY: &Words = words!["股票", "公司", "个股", "tock", "ompany"];
    let mut first = None;
    let mut from = 0;
    while let Some((horizon, end)) = horizon(note, from) {
        let sentence = sentence_at(note, &(from..note.len()), end);
        from = sentence.end;
        let sentence = &note[sentence];
        let named = match subject {
            ScaleSubject::Industry => INDUSTRY.stand_in(sentence),
            ScaleSubject::Company => COMPANY.stand_in(sentence),
            _ => true,
        };
        if named {
            return Some(horizon);
        }
        first = first.or(Some(horizon));
    }
    first
}

/// Indexes that the conditions or the nearest notes name.
pub fn scale_benchmarks(text: &str, folded: &Folded, group: &Group, notes: &Notes) -> Vec<Fact<String>> {
    if group.subject == Some(ScaleSubject::Market) {
        return Vec::new();
    }
    let of_conditions: Vec<Range<usize>> =
        group.drafts.iter().flat_map(|draft| benchmarks(folded, draft.text.start, draft.text.end)).collect();
    let of_note = |note: &Range<usize>| -> Vec<Range<usize>> {
        let mut places = benchmarks(folded, note.start, note.end);
        let (mut sentence_end, mut speaks) = (note.start, false);
        places.retain(|place| {
            if place.start >= sentence_end {
                let sentence = sentence_at(&folded.text, note, place.start);
                sentence_end = sentence.end;
                speaks = speaks_of_benchmarks(folded, note, sentence);
            }
            speaks
        });
        places
    };
    // What is compared with its own industry is compared with no market's index.
    static OWN_INDUSTRY: &Words =
        words!["行业指数", "相关行业", "所属行业", "同行业", "industry index", "relevant industry"];
    let own_industry = group.subject == Some(ScaleSubject::Company)
        && group.drafts.iter().any(|draft| {
            // In text without white space other words follow right behind.
            let end = draft.text.start + draft.condition.end + "相关行业指数".len();
            OWN_INDUSTRY.stand_in(
                &folded.text[draft.text.start..folded.text.floor_char_boundary(end).min(draft.text.end)],
            )
        });
    let mut places = of_note(&notes.before);
    places.extend(notes.inside.iter().flat_map(of_note));
    places.extend(of_conditions);
    if places.is_empty() && !own_industry {
        places = of_note(&notes.first);
        places.extend(of_note(&notes.after));
        if places.is_empty() {
            places.extend(of_note(&notes.last));
        }
        if places.is_empty() {
            places.extend(notes.elsewhere.iter().flat_map(of_note));
        }
    }
    let mut found: Vec<Fact<String>> = Vec::new();
    for place in places {
        let span = folded.span(place.clone());
        let between =
            text.get(span.range()).is_some_and(|words| words.contains(['\n', '\r']) || words.contains("   "));
        let name = if between { folded.printed(text, place) } else { printed(text, span) };
        if !found.iter().any(|earlier| bare(&earlier.value) == bare(&name)) {
            found.push(Fact::new(name, span));
        }
    }
    found
}

/// The name of an index without 指数 behind it.
fn bare(name: &str) -> &str {
    name.strip_suffix("指数").or(name.strip_suffix("指數")).unwrap_or(name)
}

/// Whether `sentence` of `note` speaks of what returns are compared with; a list of indexes goes on behind a semicolon.
fn speaks_of_benchmarks(folded: &Folded, note: &Range<usize>, sentence: Range<usize>) -> bool {
    static NAMES: &Words = words![any case:
        "基准", "相对", "比较", "参照", "标杆", "代表", "benchmark", "relative", "index", "指数为",
        "市场指数", "–", "大盘", "港股为", "美股为", "香港市场为", "美国市场为", "新三板为",
    ];
    let mut sentence = sentence;
    loop {
        if NAMES.stand_in(&folded.text[sentence.clone()]) || folded.gap(sentence.start) >= Gap::Line {
            return true;
        }
        let goes_on = sentence.start > note.start && folded.text[..sentence.start].ends_with(';');
        if !goes_on {
            return false;
        }
        sentence = sentence_at(&folded.text, note, sentence.start - 1);
    }
}
