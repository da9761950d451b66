//! The reports that were read in this visit.

use std::rc::Rc;

use crate::{model::report::Report, text::encoding::Encoding};

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

#[cfg(test)]
mod tests;
