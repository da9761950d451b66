//! One report of the library as it is listed, whether or not it was read in this visit.

use std::rc::Rc;

use crate::library::{
    record::Record,
    summary::{ReportKind, Summary},
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
}

impl PartialEq for Entry {
    /// A record changes only by a new `Rc`, and a comparison of thousands is made at every rendering.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.record, &other.record)
            && (self.is_sample, self.is_kept, self.is_changed)
                == (other.is_sample, other.is_kept, other.is_changed)
    }
}

impl Entry {
    /// The entry of a record; `is_kept` where its file is in the storage.
    #[must_use]
    pub fn of(record: Record, is_kept: bool) -> Self {
        let key = record.key.as_str().into();
        Self { key, record: Rc::new(record), is_sample: false, is_kept, is_changed: false }
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
