//! What comes into the library and what leaves it.

use super::{Announcement, State};
use crate::{
    text::encoding::Encoding,
    view::{
        catalog::{CatalogAction, entry::Entry},
        library::{OpenReport, ReportKey},
        refusal::Refusal,
    },
};

/// How far reading has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// Files read or refused.
    pub done: usize,
    /// Files given, those in archives among them as soon as they are known.
    pub total: usize,
    /// Bytes read.
    pub bytes: f64,
    /// The file that was read last.
    pub name: String,
    /// When it began, in milliseconds since 1970; 0 where nobody noted it.
    pub started_at: f64,
    /// How many seconds it will still take, by what it took until now; `None` in the first second.
    pub seconds_left: Option<u32>,
}

/// What became of files that were given to the desks, since it was shown last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    /// How many files an archive held that were not counted before.
    pub more: usize,
    /// Files that are done with, read or refused.
    pub passed: usize,
    /// The bytes of those that were read.
    pub bytes: f64,
    /// Those that were read.
    pub entries: Vec<Entry>,
    /// Those that were refused.
    pub refusals: Vec<Refusal>,
    /// Those that are kept for the next visit.
    pub kept: Vec<ReportKey>,
    /// When it was shown, in milliseconds since 1970.
    pub now: f64,
    /// Whether nothing more will come, since all is read or the reader stopped it.
    pub is_last: bool,
}

/// Reports taken out of the library, as long as that can be undone at once. Later they stand in the list of removed ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Removed {
    /// Their keys.
    pub keys: Vec<ReportKey>,
    /// The title of the first.
    pub title: String,
    /// Those of them that were read, each with its place.
    pub reports: Vec<(usize, OpenReport)>,
    /// The one of them that was shown.
    pub shown: Option<ReportKey>,
}

impl State {
    /// Takes in what was read. The first of the files given is shown; one that is open already is not opened twice.
    pub(super) fn read(&mut self, results: Vec<Result<OpenReport, Refusal>>) {
        let had_nothing_to_show = self.shown_report().is_none();
        let is_beginning = self.progress.as_ref().is_none_or(|progress| progress.done == 0);
        let mut first = None;
        let (mut opened, mut refused) = (0, 0);
        self.advance(results.len());
        for result in results {
            match result {
                Ok(report) => {
                    let key = report.key.clone();
                    if self.take_in(Entry::of_report(&report)) {
                        opened += 1;
                    }
                    if self.report(&key).is_none() {
                        self.reports.push(report);
                    }
                    first.get_or_insert(key);
                }
                Err(refusal) => {
                    self.refusals.push(refusal);
                    refused += 1;
                }
            }
        }
        if let Some(first) = first
            && (had_nothing_to_show || is_beginning)
        {
            self.show(first);
        }
        if refused > 0 {
            self.announce(Announcement::Refused(refused));
        } else if opened > 0 {
            self.announce(Announcement::Opened(opened));
        }
    }

    /// Places and tables of the beginning are the same in the whole; what is known of it in a few words may be more.
    pub(super) fn complete(&mut self, report: OpenReport) {
        self.advance(1);
        let entry = Entry::of_report(&report);
        if let Some(known) = self.catalog.entry(&report.key).cloned() {
            let entry = entry.in_place_of(Some(&known), known.record.encoding);
            self.catalog = self.catalog.apply(CatalogAction::Put(vec![entry]));
        }
        if let Some(place) = self.reports.iter_mut().find(|open| open.key == report.key) {
            *place = report;
        }
    }

    fn advance(&mut self, count: usize) {
        if let Some(progress) = &mut self.progress {
            progress.done += count;
            if progress.done >= progress.total {
                self.progress = None;
            }
        }
    }

    /// Takes an entry into the list; one that is there stays as it is, and one that was removed comes back. Whether it
    /// was not listed before.
    fn take_in(&mut self, entry: Entry) -> bool {
        let key = entry.key.clone();
        let action = match self.catalog.entry(&key) {
            Some(known) if !known.is_removed() => return false,
            Some(_) => CatalogAction::BringBack(vec![key.clone()]),
            None => CatalogAction::Put(vec![entry]),
        };
        // Opened again it can no longer be brought back from being removed.
        self.removed.take_if(|removed| removed.keys.contains(&key));
        self.catalog = self.catalog.apply(action);
        true
    }

    /// What came of files at the desks. Of those that are known already nothing changes.
    pub(super) fn gather(&mut self, gathered: Gathered) {
        let Gathered { more, passed, bytes, entries, refusals, kept, now, is_last } = gathered;
        if let Some(progress) = &mut self.progress {
            progress.total += more;
            progress.done += passed;
            progress.bytes += bytes;
            if let Some(last) = entries.last() {
                progress.name.clone_from(&last.record.name);
            }
            if progress.started_at == 0.0 {
                progress.started_at = now;
            }
            let (took, left) = (now - progress.started_at, progress.total.saturating_sub(progress.done));
            progress.seconds_left = (took > 1_000.0 && progress.done > 0)
                .then(|| (took / 1_000.0 / progress.done as f64 * left as f64).ceil() as u32);
            if is_last || progress.done >= progress.total {
                self.progress = None;
            }
        }
        let first = entries.first().map(|entry| entry.key.clone());
        let (known, new): (Vec<Entry>, Vec<Entry>) =
            entries.into_iter().partition(|entry| self.catalog.entry(&entry.key).is_some());
        let mut opened = new.len();
        self.catalog = self.catalog.apply(CatalogAction::Put(new));
        opened += known.into_iter().filter(|entry| self.take_in(entry.clone())).count();
        if !kept.is_empty() {
            self.catalog = self.catalog.apply(CatalogAction::Kept(kept));
        }
        if let Some(first) = first
            && self.shown.as_ref().is_none_or(|shown| self.catalog.entry(shown).is_none())
        {
            self.show(first);
        }
        if !refusals.is_empty() {
            self.announce(Announcement::Refused(refusals.len()));
            self.refusals.extend(refusals);
        } else if is_last && self.catalog.count() > 0 {
            self.announce(Announcement::Opened(self.catalog.count()));
        } else if opened > 0 && self.progress.is_none() {
            self.announce(Announcement::Opened(opened));
        }
    }

    pub(super) fn restore(&mut self, entries: Vec<Entry>) {
        // What this window changed and has not written yet stays as it is here.
        let entries = entries
            .into_iter()
            .filter(|entry| self.catalog.entry(&entry.key).is_none_or(|known| !known.is_changed))
            .collect();
        self.catalog = self.catalog.apply(CatalogAction::Put(entries));
        if self.shown.is_none() {
            self.shown = self.catalog.listed_keys().into_iter().next();
        }
    }

    pub(super) fn remove(&mut self, keys: Vec<ReportKey>, now: f64) {
        let keys: Vec<ReportKey> = keys
            .into_iter()
            .filter(|key| self.catalog.entry(key).is_some_and(|entry| !entry.is_removed()))
            .collect();
        let Some(first) = keys.first().and_then(|key| self.catalog.entry(key)) else { return };
        let title = first.record.title().to_owned();
        let listed = self.catalog.listed_keys();
        let mut reports = Vec::new();
        for key in &keys {
            if let Some(index) = self.reports.iter().position(|report| report.key == *key) {
                reports.push((index, self.reports.remove(index)));
            }
        }
        let shown = self.shown.take_if(|shown| keys.contains(shown));
        if let Some(shown) = &shown {
            let place = listed.iter().position(|key| key == shown).unwrap_or_default();
            let stays = |key: &&ReportKey| !keys.contains(key);
            let neighbor = listed[place.min(listed.len())..].iter().find(stays);
            self.shown = neighbor.or_else(|| listed[..place].iter().rev().find(stays)).cloned();
            self.definition = None;
        }
        self.marked.take_if(|place| keys.contains(&place.report));
        self.announce(Announcement::Removed(title.clone()));
        self.catalog = self.catalog.apply(CatalogAction::Remove(keys.clone(), now));
        self.removed = Some(Removed { keys, title, reports, shown });
    }

    pub(super) fn undo_remove(&mut self) {
        let Some(Removed { keys, title, reports, shown }) = self.removed.take() else { return };
        if shown.is_some() {
            self.shown = shown;
        }
        self.announce(Announcement::Restored(title));
        self.catalog = self.catalog.apply(CatalogAction::BringBack(keys));
        for (index, report) in reports.into_iter().rev() {
            self.reports.insert(index.min(self.reports.len()), report);
        }
    }

    /// What other readers kept in few words, or none, is said anew.
    pub(super) fn load(&mut self, report: OpenReport) {
        let known = self.catalog.entry(&report.key);
        if let Some(known) = known.filter(|known| known.summary().is_none()) {
            let chosen = known.record.encoding;
            self.list_anew(&report, chosen);
        }
        if self.report(&report.key).is_none() {
            self.reports.push(report);
        }
    }

    fn list_anew(&mut self, report: &OpenReport, chosen: Option<Encoding>) {
        let known = self.catalog.entry(&report.key).cloned();
        let entry = Entry::of_report(report).in_place_of(known.as_ref(), chosen);
        self.catalog = self.catalog.apply(CatalogAction::Put(vec![entry]));
    }

    /// Spans and table indices of the former reading mean nothing in the new one.
    pub(super) fn redecode(&mut self, report: OpenReport) {
        if self.marked.as_ref().is_some_and(|place| place.report == report.key) {
            self.marked = None;
        }
        self.definition = None;
        self.forget_arranged(&report.key);
        if let Some(index) = self.reports.iter().position(|open| open.key == report.key) {
            self.list_anew(&report, Some(report.report.source.encoding()));
            self.reports[index] = report;
        }
    }
}
