//! The reports that are open, and the order in which the library lists them.

use std::{cmp::Reverse, rc::Rc};

use crate::{
    model::report::Report,
    text::{encoding::Encoding, order::order},
};

/// By which a report is known again: the hash of its file's bytes.
pub type ReportKey = Rc<str>;

/// A file that was read.
#[derive(Clone, Debug)]
pub struct OpenReport {
    /// The hash of the file's bytes.
    pub key: ReportKey,
    /// What the file says.
    pub report: Rc<Report>,
    /// The file's bytes, where its encoding was guessed, so that another one can be chosen.
    pub bytes: Option<Rc<Vec<u8>>>,
    /// When it was opened, in milliseconds of the epoch.
    pub opened_at: f64,
    /// Whether it is one of the page's own invented samples.
    pub is_sample: bool,
}

impl PartialEq for OpenReport {
    /// Equal keys are equal bytes; a report changes only where its encoding is chosen anew, by a new `Rc`.
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && Rc::ptr_eq(&self.report, &other.report)
    }
}

impl OpenReport {
    /// The file's name.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.report.source.name()
    }

    /// How the file was decoded, where that was a guess.
    #[must_use]
    pub fn guessed_encoding(&self) -> Option<Encoding> {
        self.bytes.is_some().then(|| self.report.source.encoding())
    }

    /// The report's title, or its file's name where none was found.
    #[must_use]
    pub fn title(&self) -> &str {
        self.report.masthead.title.as_ref().map_or(self.file_name(), |title| &title.value)
    }

    /// The house, where it was found.
    #[must_use]
    pub fn broker(&self) -> Option<&str> {
        self.report.masthead.broker.as_ref().map(|broker| broker.value.as_str())
    }
}

/// How the library is grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// By day, the newest first.
    #[default]
    Date,
    /// By house.
    Broker,
}

/// Reports that the library lists under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct LibraryGroup {
    /// The day or the house; `None` where the reports name none.
    pub heading: Option<String>,
    /// Indices into the open reports.
    pub reports: Vec<usize>,
}

/// The open reports in groups. Days run from the newest, houses by name; what names none comes last.
#[must_use]
pub fn groups(reports: &[OpenReport], grouping: Grouping) -> Vec<LibraryGroup> {
    let day = |index: &usize| reports[*index].report.masthead.date.as_ref().map(|date| date.date);
    let broker = |index: usize| {
        let broker = reports[index].broker().filter(|_| grouping == Grouping::Broker);
        (broker.is_none(), broker)
    };
    let place = |index: usize| (broker(index), Reverse(day(&index)));
    let order = order(reports.len(), &|one, other| place(one).cmp(&place(other)));
    let heading = |index: usize| match grouping {
        Grouping::Date => day(&index).map(|day| day.to_string()),
        Grouping::Broker => reports[index].broker().map(str::to_owned),
    };
    let mut groups: Vec<LibraryGroup> = Vec::new();
    for index in order {
        let heading = heading(index);
        match groups.last_mut() {
            Some(group) if group.heading == heading => group.reports.push(index),
            _ => groups.push(LibraryGroup { heading, reports: vec![index] }),
        }
    }
    groups
}

#[cfg(test)]
mod tests;
