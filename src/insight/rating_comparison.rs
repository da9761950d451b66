//! The rating scales of many reports side by side.

use std::rc::Rc;

use crate::{
    insight::axis::Axis,
    model::{
        rating_scale::{Horizon, RatingScale, Relation, ReturnBasis, ReturnRange, ScaleSubject},
        report::Report,
    },
    text::span::Span,
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
    let _ = reports;
    Vec::new()
}

/// The tracks of `entries`, in the order of [`TrackKind`]; those without a grade are left out.
#[must_use]
pub fn tracks(entries: &[ScaleEntry]) -> Vec<Track> {
    let _ = entries;
    Vec::new()
}

/// The distinct grade words with the number of houses that use each, the most used first.
#[must_use]
pub fn words(entries: &[ScaleEntry]) -> Vec<(String, usize)> {
    let _ = entries;
    Vec::new()
}

/// Where `word` is a grade: the place of the entry and of the grade in its scale.
#[must_use]
pub fn bands_with_word(entries: &[ScaleEntry], word: &str) -> Vec<(usize, usize)> {
    let _ = (entries, word);
    Vec::new()
}

/// Every grade of `entries` as a row, in the order of entries and print.
#[must_use]
pub fn rows(entries: &[ScaleEntry]) -> Vec<ComparisonRow> {
    let _ = entries;
    Vec::new()
}
