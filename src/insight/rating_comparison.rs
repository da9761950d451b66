//! The rating scales of many reports side by side.

use std::{cmp::Reverse, rc::Rc};

use super::{axis::Axis, rating_word};
use crate::{
    model::{
        rating_scale::{Horizon, RatingBand, RatingScale, Relation, ReturnBasis, ReturnRange, ScaleSubject},
        report::Report,
    },
    text::{order::sorted, span::Span},
};

/// A scale of a house, with all the reports that print it.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleEntry {
    /// The house; `None` where the report does not print it.
    pub broker: Option<String>,
    /// The reports that print this scale, by their places in the reports given, ascending; at least one.
    pub report_indices: Vec<usize>,
    /// The scale as the first of them prints it.
    pub scale: Rc<RatingScale>,
}

/// What the grades of a track have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TrackKind {
    /// Numbers against a benchmark.
    Relative,
    /// Numbers of the return itself.
    Absolute,
    /// Numbers whose basis is not printed.
    Unstated,
    /// Words without numbers.
    Words,
}

impl TrackKind {
    /// Its name in the page's markup.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Relative => "relative",
            Self::Absolute => "absolute",
            Self::Unstated => "unstated",
            Self::Words => "words",
        }
    }
}

/// Grades that may be drawn on one axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// What they have in common.
    pub kind: TrackKind,
    /// Their scales in the order of the entries.
    pub lanes: Vec<Lane>,
    /// Their axis; `None` for words.
    pub axis: Option<Axis>,
}

/// The grades of one entry in a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The place of the entry.
    pub entry: usize,
    /// The places of the grades in the scale's `bands`.
    pub bands: Vec<usize>,
}

/// One grade of one house, as a row of a flat table.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonRow {
    /// The house.
    pub broker: Option<String>,
    /// What is graded.
    pub subject: ScaleSubject,
    /// How returns are counted.
    pub basis: Option<ReturnBasis>,
    /// How far ahead.
    pub horizon: Option<Horizon>,
    /// The grade's word.
    pub label: String,
    /// The limits in signed percent; `None` where words alone define the grade.
    pub range: Option<ReturnRange>,
    /// The direction, where words alone define the grade.
    pub relation: Option<Relation>,
    /// The condition as printed.
    pub definition: String,
    /// Indexes by name, in print order.
    pub benchmarks: Vec<String>,
    /// The first report that prints it.
    pub report: usize,
    /// Where that report prints it.
    pub span: Span,
    /// The place of its entry.
    pub entry: usize,
    /// The place of the grade in the entry's scale.
    pub band: usize,
}

/// All scales of `reports`, the same scale of the same house once, by subject and then house; houses without a name
/// come last and are never taken to be the same.
#[must_use]
pub fn scales(reports: &[Rc<Report>]) -> Vec<ScaleEntry> {
    let mut entries: Vec<ScaleEntry> = Vec::new();
    for (index, report) in reports.iter().enumerate() {
        let broker = report.masthead.broker.as_ref().map(|broker| broker.value.clone());
        for scale in &report.rating_scales {
            let known = entries.iter_mut().find(|entry| {
                let same_house =
                    entry.broker == broker && (broker.is_some() || entry.report_indices == [index]);
                same_house && says_the_same(&entry.scale, scale)
            });
            match known {
                Some(entry) if entry.report_indices.last() == Some(&index) => {}
                Some(entry) => entry.report_indices.push(index),
                None => {
                    let broker = broker.clone();
                    entries.push(ScaleEntry { broker, report_indices: vec![index], scale: scale.clone() });
                }
            }
        }
    }
    sorted(entries, |a, b| {
        let place = |entry: &ScaleEntry| (entry.scale.subject, entry.broker.is_none(), entry.broker.clone());
        place(a).cmp(&place(b))
    })
}

/// Whether two scales agree in all but their printed sentences and places.
fn says_the_same(one: &RatingScale, other: &RatingScale) -> bool {
    let head = |scale: &RatingScale| (scale.subject, scale.basis, scale.horizon);
    let same_band = |one: &RatingBand, other: &RatingBand| {
        rating_word::bare(&one.label.value) == rating_word::bare(&other.label.value)
            && one.range == other.range
            && one.relation == other.relation
    };
    head(one) == head(other)
        && one.bands.len() == other.bands.len()
        && one.bands.iter().zip(&other.bands).all(|(one, other)| same_band(one, other))
}

/// The tracks of `entries`, in the order of [`TrackKind`]; those without a grade are left out.
#[must_use]
pub fn tracks(entries: &[ScaleEntry]) -> Vec<Track> {
    let kinds = [TrackKind::Relative, TrackKind::Absolute, TrackKind::Unstated, TrackKind::Words];
    let tracks = kinds.into_iter().filter_map(|kind| {
        let lanes: Vec<Lane> = entries
            .iter()
            .enumerate()
            .map(|(entry, ScaleEntry { scale, .. })| {
                let of_kind = |band: &usize| track_of(scale, &scale.bands[*band]) == kind;
                Lane { entry, bands: (0..scale.bands.len()).filter(of_kind).collect() }
            })
            .filter(|lane| !lane.bands.is_empty())
            .collect();
        let axis = Axis::of(lanes.iter().filter(|_| kind != TrackKind::Words).flat_map(|lane| {
            let scale = &entries[lane.entry].scale;
            lane.bands.iter().filter_map(|band| scale.bands[*band].range)
        }));
        (!lanes.is_empty()).then_some(Track { kind, lanes, axis })
    });
    tracks.collect()
}

fn track_of(scale: &RatingScale, band: &RatingBand) -> TrackKind {
    match (limits(band), scale.basis) {
        (None, _) => TrackKind::Words,
        (Some(_), Some(ReturnBasis::Relative)) => TrackKind::Relative,
        (Some(_), Some(ReturnBasis::Absolute)) => TrackKind::Absolute,
        (Some(_), None) => TrackKind::Unstated,
    }
}

/// The range of a grade that has at least one limit.
fn limits(band: &RatingBand) -> Option<ReturnRange> {
    band.range.filter(|range| range.low.is_some() || range.high.is_some())
}

/// The distinct grade words with the number of houses that use each, the most used first; reports of unnamed houses
/// count as a house each.
#[must_use]
pub fn words(entries: &[ScaleEntry]) -> Vec<(String, usize)> {
    // A house by its name; an unnamed one by the place of its report.
    struct Word<'a> {
        bare: String,
        printed: &'a str,
        houses: Vec<(Option<&'a str>, usize)>,
    }
    let mut found: Vec<Word<'_>> = Vec::new();
    for entry in entries {
        let unnamed = entry.report_indices.first().copied().filter(|_| entry.broker.is_none());
        for band in &entry.scale.bands {
            let printed = band.label.value.as_str();
            let bare = rating_word::bare(printed);
            let house = (entry.broker.as_deref(), unnamed.unwrap_or_default());
            match found.iter_mut().find(|word| word.bare == bare) {
                Some(word) if word.houses.contains(&house) => {}
                Some(word) => word.houses.push(house),
                None => found.push(Word { bare, printed, houses: vec![house] }),
            }
        }
    }
    let place = |word: &Word<'_>| (Reverse(word.houses.len()), word.bare.clone());
    let words = sorted(found, |one, other| place(one).cmp(&place(other)));
    words.into_iter().map(|word| (word.printed.to_owned(), word.houses.len())).collect()
}

/// Where `word` is a grade: the place of the entry and of the grade in its scale.
#[must_use]
pub fn bands_with_word(entries: &[ScaleEntry], word: &str) -> Vec<(usize, usize)> {
    let word = rating_word::bare(word);
    let mut found = Vec::new();
    for (entry, ScaleEntry { scale, .. }) in entries.iter().enumerate() {
        let named = |band: &usize| rating_word::bare(&scale.bands[*band].label.value) == word;
        found.extend((0..scale.bands.len()).filter(named).map(|band| (entry, band)));
    }
    found
}

/// Every grade of `entries` as a row, in the order of entries and print.
#[must_use]
pub fn rows(entries: &[ScaleEntry]) -> Vec<ComparisonRow> {
    let mut rows = Vec::new();
    for (entry, ScaleEntry { broker, report_indices, scale }) in entries.iter().enumerate() {
        rows.extend(scale.bands.iter().enumerate().map(|(place, band)| ComparisonRow {
            broker: broker.clone(),
            subject: scale.subject,
            basis: scale.basis,
            horizon: scale.horizon,
            label: band.label.value.clone(),
            range: limits(band),
            relation: band.relation,
            definition: band.definition.value.clone(),
            benchmarks: scale.benchmarks.iter().map(|benchmark| benchmark.value.clone()).collect(),
            report: report_indices.first().copied().unwrap_or_default(),
            span: band.span,
            entry,
            band: place,
        }));
    }
    rows
}

#[cfg(test)]
mod tests;
