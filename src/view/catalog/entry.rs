//! One report of the library as it is listed, whether or not it was read in this visit.

use std::rc::Rc;

use crate::{
    library::{
        record::Record,
        summary::{ReportKind, Summary, summary},
    },
    text::encoding::Encoding,
    view::library::OpenReport,
};

/// By which an entry is known: the hash of its file's bytes, as a report is.
pub type EntryKey = Rc<str>;

/// One report of the library.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The hash of the file's bytes.
    pub key: EntryKey,
    /// What is known of it.
    pub record: Rc<Record>,
    /// Whether it is one of the page's own invented samples, which are never kept.
    pub is_sample: bool,
    /// Whether the file is kept for the next visit.
    pub is_kept: bool,
    /// Whether the record was changed since it was kept.
    pub is_changed: bool,
    /// Whether a desk read the file in this visit, and so holds its text for the search.
    pub was_read_at_desk: bool,
}

impl PartialEq for Entry {
    /// A record changes only by a new `Rc`, and a comparison of thousands is made at every rendering.
    fn eq(&self, other: &Self) -> bool {
        let marks = |entry: &Self| (entry.is_sample, entry.is_kept, entry.is_changed, entry.was_read_at_desk);
        Rc::ptr_eq(&self.record, &other.record) && marks(self) == marks(other)
    }
}

impl Entry {
    /// The entry of a record; `is_kept` where its file is in the storage.
    #[must_use]
    pub fn of(record: Record, is_kept: bool) -> Self {
        Self {
            key: record.key.as_str().into(),
            record: Rc::new(record),
            is_sample: false,
            is_kept,
            is_changed: false,
            was_read_at_desk: false,
        }
    }

    /// The entry of a report that was read here, and is not kept yet.
    #[must_use]
    pub fn of_report(open: &OpenReport) -> Self {
        let source = &open.report.source;
        let record = Record {
            key: open.key.to_string(),
            name: source.name().to_owned(),
            byte_count: source.byte_count(),
            opened_at: open.opened_at,
            summary: Some(summary(&open.report)),
            ..Record::default()
        };
        Self { is_sample: open.is_sample, ..Self::of(record, false) }
    }

    /// The entry in place of one of the same file that was read again, in the `chosen` encoding if any: what the reader gave
    /// it stays.
    #[must_use]
    pub fn in_place_of(self, known: Option<&Self>, chosen: Option<Encoding>) -> Self {
        let Some(known) = known else { return self };
        let summary = self.record.summary.clone();
        let record = Record { summary, encoding: chosen, ..Record::clone(&known.record) };
        Self { record: Rc::new(record), is_changed: true, was_read_at_desk: false, ..known.clone() }
    }

    /// What the report says in a few words; `None` where it was not read yet.
    #[must_use]
    pub fn summary(&self) -> Option<&Summary> {
        self.record.summary.as_ref()
    }

    /// The house.
    #[must_use]
    pub fn broker(&self) -> Option<&str> {
        self.summary()?.broker.as_deref()
    }

    /// The day as printed forms sort, `2026-03-06`.
    #[must_use]
    pub fn day(&self) -> Option<String> {
        self.summary()?.date.map(|(date, _)| date.to_string())
    }

    /// What it is about.
    #[must_use]
    pub fn kind(&self) -> ReportKind {
        self.summary().map_or(ReportKind::Other, |summary| summary.kind)
    }

    /// Whether it stands in the list of the removed ones.
    #[must_use]
    pub fn is_removed(&self) -> bool {
        self.record.removed_at.is_some()
    }
}
