//! What each scale's grades are given to.

use super::{Group, dominant};
use crate::{
    model::rating_scale::ScaleSubject,
    parse::{
        folded::Folded,
        lexicon::GradeKind,
        rating_scale::{
            bands::Draft,
            grades::LabelKind,
            subject::{Category, categories},
        },
    },
    text::words::{Words, words},
};

/// Names what each scale is given to: by the conditions' words, by labels where those leave it open.
pub fn name_subjects(folded: &Folded, groups: &mut [Group]) {
    let votes: Vec<_> = groups.iter().map(dominant).collect();
    let headings: Vec<_> = groups.iter().map(|group| group.heading.map(|heading| heading.subject)).collect();
    let distinct_headings = groups.len() >= 2
        && headings
            .iter()
            .enumerate()
            .all(|(index, heading)| heading.is_some() && !headings[..index].contains(heading));
    let same_votes = votes.windows(2).all(|pair| pair[0] == pair[1]);
    let missing = headings.iter().zip(&votes).any(|(heading, vote)| heading.is_none() || vote.is_none());
    let labels = if missing && !distinct_headings { loose_categories(folded, groups) } else { Vec::new() };
    let in_order = labels.len() == groups.len();
    for (index, group) in groups.iter_mut().enumerate() {
        let heading = headings[index];
        let special = heading.filter(|heading| {
            !matches!(
                heading,
                ScaleSubject::Company | ScaleSubject::Industry | ScaleSubject::CompanyAndIndustry
            )
        });
        let by_heading = if distinct_headings && same_votes { heading } else { None };
        let by_order = if in_order { labels.get(index).map(|label| label.subject) } else { None };
        group.subject = own_subject(folded, group)
            .or(special)
            .or(by_heading)
            .or(votes[index])
            .or(by_order)
            .or(heading)
            .or_else(|| by_words(folded, group, headings.len() == 1));
    }
}

/// Category labels around the grades, one for each subject, in print order.
fn loose_categories(folded: &Folded, groups: &[Group]) -> Vec<Category> {
    let (Some(first), Some(last)) = (
        groups.first().and_then(|group| group.drafts.first()),
        groups.last().and_then(|group| group.drafts.last()),
    ) else {
        return Vec::new();
    };
    let floor = first.range().start.saturating_sub(900);
    let floor = (floor..=first.range().start).find(|at| folded.text.is_char_boundary(*at)).unwrap_or(0);
    let mut found: Vec<Category> = Vec::new();
    for category in categories(folded, floor..last.range().end) {
        if !found.iter().any(|earlier| earlier.subject == category.subject) {
            found.push(category);
        }
    }
    // What stands over all of them names none.
    if found.len() > groups.len() {
        found.retain(|category| category.subject != ScaleSubject::CompanyAndIndustry);
    }
    found
}

/// Words of what a scale of risks grades.
static RISKS: &Words = words!["波动", "风险", "volatility", "risk"];

/// The subjects that the grades themselves tell: letters of risk or of the long term, the market's ups and downs.
fn own_subject(folded: &Folded, group: &Group) -> Option<ScaleSubject> {
    if group.drafts.iter().all(|draft| draft.label.kind == LabelKind::Letter) {
        let risk = group.drafts.iter().any(|draft| RISKS.stand_in(&folded.text[draft.text.clone()]));
        return Some(if risk { ScaleSubject::Risk } else { ScaleSubject::LongTerm });
    }
    let label = |word: &str| group.drafts.iter().any(|draft| folded.text[draft.label.range.clone()] == *word);
    let market = label("看多") && label("看空") && !group.drafts.iter().any(|draft| draft.subject.is_some());
    market.then_some(ScaleSubject::Market)
}

/// Where neither condition nor label says it: a scale beside another whose words speak of a market is the industries';
/// one alone is theirs only with words that no share is given.
fn by_words(folded: &Folded, group: &Group, alone: bool) -> Option<ScaleSubject> {
    static INDUSTRIES: &Words = words![
        "看好",
        "看淡",
        "超配",
        "标配",
        "低配",
        "增配",
        "减配",
        "强于大市",
        "同步大市",
        "弱于大市",
        "领先大市",
        "落后大市",
        "强于大势",
        "跟随大市",
    ];
    let rated: Vec<_> = group.drafts.iter().filter(|draft| !draft.is_not_rated()).collect();
    let given = |draft: &&&Draft| {
        let label = &folded.text[draft.label.range.clone()];
        INDUSTRIES.begin(label).is_some_and(|word| word.end == label.len())
    };
    let industries = rated.iter().filter(given).count();
    let market = rated.iter().filter(|draft| draft.label.kind == LabelKind::Word(GradeKind::Market)).count();
    let counted = if alone { industries } else { market };
    Some(if counted * 2 >= rated.len() { ScaleSubject::Industry } else { ScaleSubject::Company })
}
