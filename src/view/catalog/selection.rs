//! What of the list is chosen, for removing, exporting, labeling together.

use super::entry::EntryKey;

/// The chosen entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Whether a click chooses in place of showing.
    pub is_choosing: bool,
    keys: Vec<EntryKey>,
    /// The one that was chosen last: a range begins at it.
    last: Option<EntryKey>,
}

impl Selection {
    /// Nothing chosen.
    #[must_use]
    pub fn beginning(is_choosing: bool) -> Self {
        Self { is_choosing, ..Self::default() }
    }

    /// The keys of the chosen ones, in the order in which they were chosen.
    #[must_use]
    pub fn keys(&self) -> &[EntryKey] {
        &self.keys
    }

    /// Whether that one is chosen.
    #[must_use]
    pub fn has(&self, key: &EntryKey) -> bool {
        self.keys.contains(key)
    }

    /// Chooses that one or no longer; where `listed` is not empty, all that stand in it from the one chosen last.
    pub fn choose(&mut self, key: EntryKey, listed: &[EntryKey]) {
        let place = |wanted: &EntryKey| listed.iter().position(|listed| listed == wanted);
        let range = self.last.as_ref().and_then(place).zip(place(&key));
        if let Some((one, other)) = range {
            for between in &listed[one.min(other)..=one.max(other)] {
                if !self.has(between) {
                    self.keys.push(between.clone());
                }
            }
        } else if let Some(place) = self.keys.iter().position(|chosen| *chosen == key) {
            self.keys.remove(place);
        } else {
            self.keys.push(key.clone());
        }
        self.is_choosing = true;
        self.last = Some(key);
    }

    /// Chooses all of `listed`, or none where all are chosen.
    pub fn choose_all(&mut self, listed: Vec<EntryKey>) {
        let all_are = self.keys.len() == listed.len() && listed.iter().all(|key| self.has(key));
        self.keys = if all_are { Vec::new() } else { listed };
        self.last = None;
    }

    /// Lets go of these.
    pub fn forget(&mut self, keys: &[EntryKey]) {
        self.keys.retain(|key| !keys.contains(key));
        self.last.take_if(|last| keys.contains(last));
    }
}
