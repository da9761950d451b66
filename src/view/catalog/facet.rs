//! What the list is narrowed by: values of a few fields, each with how many have it.

use super::{Catalog, entry::Entry};
use crate::library::summary::ReportKind;

/// A field that the list is narrowed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// The house.
    Broker,
    /// The industry.
    Industry,
    /// The month of the report's day, `2026-03`.
    Month,
    /// The rating's word.
    Rating,
    /// What it is about.
    Kind,
    /// A label of the reader's.
    Label,
    /// Whether it has a star.
    Star,
}

/// The value of [`Facet::Star`].
pub const STARRED: &str = "★";

impl Facet {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::Broker, Self::Industry, Self::Month, Self::Rating, Self::Kind, Self::Label, Self::Star];

    /// The values that an entry has; of labels there may be several. Kinds go by the names of [`kind_name`].
    fn values(self, entry: &Entry) -> Vec<String> {
        let summary = entry.summary();
        let value = match self {
            Self::Broker => entry.broker().map(str::to_owned),
            Self::Industry => summary.and_then(|summary| summary.industry.clone()),
            Self::Month => entry.day().and_then(|day| day.get(..7).map(str::to_owned)),
            Self::Rating => summary.and_then(|summary| summary.rating.clone()),
            Self::Kind => summary.map(|summary| kind_name(summary.kind).to_owned()),
            Self::Label => return entry.record.labels.clone(),
            Self::Star => entry.record.is_starred.then(|| STARRED.to_owned()),
        };
        value.into_iter().collect()
    }
}

/// The name by which a kind is chosen; its words stand in `words`.
#[must_use]
pub fn kind_name(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Company => "company",
        ReportKind::Industry => "industry",
        ReportKind::Other => "other",
    }
}

/// The kind of that name.
#[must_use]
pub fn named_kind(name: &str) -> Option<ReportKind> {
    [ReportKind::Company, ReportKind::Industry, ReportKind::Other]
        .into_iter()
        .find(|kind| kind_name(*kind) == name)
}

/// The values that entries must have: one of those of each field that has any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter(pub Vec<(Facet, String)>);

impl Filter {
    /// Asks for that value too, or no longer.
    pub fn toggle(&mut self, facet: Facet, value: String) {
        let chosen = (facet, value);
        match self.0.iter().position(|other| *other == chosen) {
            Some(place) => drop(self.0.remove(place)),
            None => self.0.push(chosen),
        }
    }

    /// Whether an entry passes; `aside` is a field that does not count.
    #[must_use]
    pub fn passes(&self, entry: &Entry, aside: Option<Facet>) -> bool {
        Facet::ALL.into_iter().filter(|facet| Some(*facet) != aside).all(|facet| {
            let mut wanted = self.0.iter().filter(|(other, _)| *other == facet).peekable();
            wanted.peek().is_none() || {
                let values = facet.values(entry);
                wanted.any(|(_, value)| values.contains(value))
            }
        })
    }
}

/// The values of a field among the entries that pass all other fields, each with how many have it: the most frequent
/// first, months from the newest.
#[must_use]
pub fn values(catalog: &Catalog, facet: Facet) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for entry in catalog.entries.iter() {
        if entry.is_removed() != catalog.shows_removed || !catalog.filter.passes(entry, Some(facet)) {
            continue;
        }
        for value in facet.values(entry) {
            match counts.iter_mut().find(|(other, _)| *other == value) {
                Some((_, count)) => *count += 1,
                None => counts.push((value, 1)),
            }
        }
    }
    counts.sort_by(|one, other| match facet {
        Facet::Month => other.0.cmp(&one.0),
        _ => other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)),
    });
    counts
}
