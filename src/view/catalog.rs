//! The library as a list: its entries, what of them is listed and in which order, what is chosen. One reducer of its own
//! beside that of the screen, since thousands of entries change more often than all else.

pub mod entry;
pub mod facet;
pub mod listing;
pub mod selection;

use std::rc::Rc;

use self::{
    entry::{Entry, EntryKey},
    facet::{Facet, Filter},
    listing::Sorting,
    selection::Selection,
};
use crate::library::search::{Hit, Query};

/// What was found in all texts for a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The query as typed.
    pub query: String,
    /// The hits, one a report, by key.
    pub hits: Vec<Hit>,
}

impl Found {
    /// The hits of `query`, in any order.
    #[must_use]
    pub fn of(query: &str, mut hits: Vec<Hit>) -> Self {
        hits.sort_unstable_by(|one, other| one.key.cmp(&other.key));
        // A text that was decoded anew is held at a desk, and here.
        hits.dedup_by(|one, other| one.key == other.key);
        Self { query: query.to_owned(), hits }
    }

    /// The hit in the report of that key.
    #[must_use]
    pub fn hit(&self, key: &str) -> Option<&Hit> {
        let place = self.hits.binary_search_by(|hit| hit.key.as_str().cmp(key)).ok()?;
        self.hits.get(place)
    }
}

/// The library as a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalog {
    /// All entries by key, those that were removed among them.
    pub entries: Rc<Vec<Entry>>,
    /// What the search box holds.
    pub query: String,
    /// What was found last; for another query while the search goes on.
    pub found: Option<Rc<Found>>,
    /// What is listed of all.
    pub filter: Filter,
    /// The order of the list.
    pub sorting: Sorting,
    /// What is chosen for removing, exporting, labeling.
    pub selection: Selection,
    /// Whether the removed ones are listed in place of the others.
    pub shows_removed: bool,
}

/// What can happen to the list.
#[derive(Clone, Debug, PartialEq)]
pub enum CatalogAction {
    /// These entries are there, in place of those of the same key.
    Put(Vec<Entry>),
    /// The files of these are kept for the next visit.
    Kept(Vec<EntryKey>),
    /// What the reader changed of these is kept, as it is here.
    Saved(Vec<Entry>),
    /// These are gone for good.
    Forget(Vec<EntryKey>),
    /// These are removed, at that time; they can be brought back.
    Remove(Vec<EntryKey>, f64),
    /// These are brought back.
    BringBack(Vec<EntryKey>),
    /// Mark that one with a star, or take the star away.
    Star(EntryKey),
    /// Give these that label; all that have it already lose it.
    Label(Vec<EntryKey>, String),
    /// The search box holds that.
    Search(String),
    /// That was found.
    Found(Rc<Found>),
    /// List what has that value too, or no longer.
    Filter(Facet, String),
    /// List all.
    ClearFilter,
    /// Order the list so.
    Sort(Sorting),
    /// Begin to choose, or end it.
    Choosing(bool),
    /// Choose that one, or no longer; with `true` all from the one chosen last.
    Choose(EntryKey, bool),
    /// Choose all that are listed; none where all are chosen.
    ChooseAll,
    /// List the removed ones, or the others again.
    ShowRemoved(bool),
}

impl Catalog {
    /// The entry of that key.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.place(key).ok().and_then(|place| self.entries.get(place))
    }

    /// How many entries there are, the removed ones aside.
    #[must_use]
    pub fn count(&self) -> usize {
        self.entries.iter().filter(|entry| !entry.is_removed()).count()
    }

    /// How many were removed and can be brought back.
    #[must_use]
    pub fn removed_count(&self) -> usize {
        self.entries.len() - self.count()
    }

    /// The words that are looked for; `None` where the box is empty.
    #[must_use]
    pub fn words(&self) -> Option<Query> {
        Query::of(&self.query)
    }

    /// Whether the texts are still searched for what was typed last.
    #[must_use]
    pub fn is_searching(&self) -> bool {
        self.words().is_some() && self.found.as_ref().is_none_or(|found| found.query != self.query)
    }

    /// The list after `action`.
    #[must_use]
    pub fn apply(&self, action: CatalogAction) -> Self {
        use CatalogAction as A;
        let mut next = self.clone();
        match action {
            A::Put(entries) => next.put(entries),
            A::Kept(keys) => next.change(&keys, |entry| entry.is_kept = true),
            A::Saved(entries) => {
                for saved in entries {
                    next.change(std::slice::from_ref(&saved.key), |entry| {
                        // What was changed again meanwhile is not kept yet.
                        entry.is_changed &= !Rc::ptr_eq(&entry.record, &saved.record);
                    });
                }
            }
            A::Forget(keys) => {
                Rc::make_mut(&mut next.entries).retain(|entry| !keys.contains(&entry.key));
                next.selection.forget(&keys);
            }
            A::Remove(keys, now) => {
                next.change_record(&keys, |record| record.removed_at = Some(now));
                next.selection.forget(&keys);
            }
            A::BringBack(keys) => {
                next.change_record(&keys, |record| record.removed_at = None);
                next.selection.forget(&keys);
            }
            chosen => next.choose(chosen),
        }
        next
    }

    /// What the reader does in the list: the others happen to it.
    #[inline(never)] // An entry of the later part, which draws the list: it must stay a call.
    fn choose(&mut self, action: CatalogAction) {
        use CatalogAction as A;
        match action {
            A::Star(key) => self.change_record(&[key], |record| record.is_starred = !record.is_starred),
            A::Label(keys, label) => self.label(&keys, label.trim()),
            A::Search(query) => self.query = query,
            A::Found(found) => self.found = Some(found),
            A::Filter(facet, value) => self.filter.toggle(facet, value),
            A::ClearFilter => self.filter = Filter::default(),
            A::Sort(sorting) => self.sorting = sorting,
            A::Choosing(is_choosing) => self.selection = Selection::beginning(is_choosing),
            A::Choose(key, is_range) => {
                let listed = if is_range { self.listed_keys() } else { Vec::new() };
                self.selection.choose(key, &listed);
            }
            A::ChooseAll => {
                let listed = self.listed_keys();
                self.selection.choose_all(listed);
            }
            A::ShowRemoved(shows) => {
                self.shows_removed = shows;
                self.selection = Selection::default();
            }
            A::Put(_) | A::Kept(_) | A::Saved(_) | A::Forget(_) | A::Remove(..) | A::BringBack(_) => {}
        }
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|entry| (*entry.key).cmp(key))
    }

    /// Puts many at once: one merge, since 2,000 that come a few at a time are moved at each of them otherwise.
    fn put(&mut self, entries: Vec<Entry>) {
        let held = Rc::make_mut(&mut self.entries);
        let mut added = Vec::new();
        for entry in entries {
            match held.binary_search_by(|other| other.key.cmp(&entry.key)) {
                Ok(place) => held[place] = entry,
                Err(_) => added.push(entry),
            }
        }
        if !added.is_empty() {
            // A later one of the same key stands in place of an earlier one.
            added.reverse();
            held.extend(added);
            held.sort_by(|one, other| one.key.cmp(&other.key));
            held.dedup_by(|one, other| one.key == other.key);
        }
    }

    fn change(&mut self, keys: &[EntryKey], change: impl Fn(&mut Entry)) {
        for key in keys {
            if let Ok(place) = self.place(key)
                && let Some(entry) = Rc::make_mut(&mut self.entries).get_mut(place)
            {
                change(entry);
            }
        }
    }

    fn change_record(&mut self, keys: &[EntryKey], change: impl Fn(&mut crate::library::record::Record)) {
        self.change(keys, |entry| {
            change(Rc::make_mut(&mut entry.record));
            entry.is_changed = true;
        });
    }

    fn label(&mut self, keys: &[EntryKey], label: &str) {
        if label.is_empty() {
            return;
        }
        let has = |entry: &Entry| entry.record.labels.iter().any(|given| given == label);
        let all_have = keys.iter().all(|key| self.entry(key).is_none_or(has));
        self.change_record(keys, |record| {
            record.labels.retain(|given| given != label);
            if !all_have {
                record.labels.push(label.to_owned());
            }
        });
    }

    /// The keys of what is listed, in order.
    #[must_use]
    pub fn listed_keys(&self) -> Vec<EntryKey> {
        let rows = listing::rows(self);
        let keys = rows.iter().filter_map(|row| self.entries.get(row.entry()?));
        keys.map(|entry| entry.key.clone()).collect()
    }
}

#[cfg(test)]
mod tests;
