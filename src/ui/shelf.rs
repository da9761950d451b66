//! The library over time: brought back at the start, kept as it changes, told of between windows.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use yew::{hook, use_effect_with, use_mut_ref, use_state};

use super::{desks::Desks, screen::Dispatch};
use crate::{
    browser::{
        channel::Channel,
        later, page, settings,
        storage::{self, KeptFile, Storage, StorageProblem},
        tasks,
    },
    library::record::Record,
    view::{
        catalog::{
            CatalogAction,
            entry::{Entry, EntryKey},
        },
        keeping::{Keeping, KeepingTrouble, Share},
        state::{Action, LaterPart, State},
    },
};

/// Where files are kept; clones are the same one.
#[derive(Clone, Default)]
pub struct Shelf(Rc<Keeper>);

#[derive(Default)]
struct Keeper {
    storage: RefCell<Option<Storage>>,
    channel: RefCell<Option<Channel>>,
    /// Whether opening the storage came to its end, good or bad.
    is_decided: Cell<bool>,
    /// What came before the storage was open, with its line.
    waiting: RefCell<Vec<(KeptFile, String)>>,
}

impl PartialEq for Shelf {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Shelf {
    /// The storage, once it is open.
    pub fn storage(&self) -> Option<Storage> {
        self.0.storage.borrow().clone()
    }

    /// The bytes of a file: one that is kept, one that waits to be, or one that a desk has.
    pub async fn bytes(&self, key: &str, desks: &Desks) -> Option<Vec<u8>> {
        if let Some(storage) = self.storage()
            && let Ok(Some(file)) = storage.file(key).await
        {
            return Some(file.bytes);
        }
        match self.waiting(key) {
            None => desks.file(key).await,
            waiting => waiting,
        }
    }

    fn waiting(&self, key: &str) -> Option<Vec<u8>> {
        let waiting = self.0.waiting.borrow();
        waiting.iter().find(|(file, _)| file.key == key).map(|(file, _)| file.bytes.clone())
    }

    /// Whether there is a storage, once that is known.
    pub async fn is_open(&self) -> bool {
        while !self.0.is_decided.get() {
            page::painted().await;
        }
        self.storage().is_some()
    }

    /// Keeps these files, each with its line; says so, or why not.
    pub async fn keep(&self, files: Vec<(KeptFile, String)>, dispatch: &Dispatch) {
        let Some(storage) = self.storage() else {
            self.0.waiting.borrow_mut().extend(files);
            return;
        };
        let mut kept: Vec<EntryKey> = Vec::new();
        for file in files {
            match storage.add(std::slice::from_ref(&file)).await {
                Ok(()) => kept.push(file.0.key.as_str().into()),
                Err(problem) => {
                    dispatch.emit(Action::Keeping(Keeping::Trouble(trouble(problem))));
                    // Held in memory as long as the page is open.
                    self.0.waiting.borrow_mut().push(file);
                }
            }
        }
        self.tell(&kept);
        dispatch.emit(Action::Catalog(CatalogAction::Kept(kept)));
    }

    /// Tells the other windows that these changed.
    pub fn tell(&self, keys: &[EntryKey]) {
        if let Some(channel) = &*self.0.channel.borrow()
            && !keys.is_empty()
        {
            channel.tell(&keys.iter().map(ToString::to_string).collect::<Vec<_>>());
        }
    }

    /// Forgets these files for good.
    pub async fn forget(&self, keys: Vec<EntryKey>, dispatch: &Dispatch) {
        let names: Vec<String> = keys.iter().map(ToString::to_string).collect();
        if let Some(storage) = self.storage()
            && storage.remove(&names).await.is_err()
        {
            // What cannot be removed now is there again after a reload, which loses nothing.
            return;
        }
        self.tell(&keys);
        dispatch.emit(Action::Catalog(CatalogAction::Forget(keys)));
    }
}

/// The trouble that a problem of the storage is to a reader.
pub fn trouble(problem: StorageProblem) -> KeepingTrouble {
    match problem {
        StorageProblem::Unavailable => KeepingTrouble::Unavailable,
        StorageProblem::Newer => KeepingTrouble::Newer,
        StorageProblem::Held => KeepingTrouble::Held,
        StorageProblem::Lost => KeepingTrouble::Lost,
        StorageProblem::Full => KeepingTrouble::Full,
        StorageProblem::Failed => KeepingTrouble::Failed,
    }
}

/// The shelf, with what an earlier visit kept brought back: the list alone, the files stay where they are.
#[hook]
pub fn use_shelf(dispatch: Dispatch) -> Shelf {
    let shelf = (*use_state(Shelf::default)).clone();
    let opened = shelf.clone();
    use_effect_with((), move |()| {
        tasks::spawn(async move { open(&opened, &dispatch).await });
    });
    shelf
}

/// The setting that says that something was kept once.
const HAS_KEPT: &str = "has-kept";

async fn open(shelf: &Shelf, dispatch: &Dispatch) {
    if settings::get(HAS_KEPT).is_some() {
        // The list is drawn by the later part of the program; it comes while the storage is asked.
        let telling = dispatch.clone();
        tasks::spawn(async move {
            if later::load().await {
                telling.emit(Action::Part(LaterPart::Here));
            }
        });
    }
    let losing = dispatch.clone();
    let lost = move || losing.emit(Action::Keeping(Keeping::Trouble(KeepingTrouble::Lost)));
    let storage = match Storage::open(lost).await {
        Ok(storage) => storage,
        Err(problem) => {
            shelf.0.is_decided.set(true);
            dispatch.emit(Action::Keeping(Keeping::Trouble(trouble(problem))));
            page::mark("library-restored");
            return;
        }
    };
    shelf.0.storage.replace(Some(storage.clone()));
    shelf.0.is_decided.set(true);
    let (hearing, telling) = (storage.clone(), dispatch.clone());
    shelf.0.channel.replace(Channel::open("yanjing", move |keys| {
        let (storage, dispatch) = (hearing.clone(), telling.clone());
        tasks::spawn(async move { follow(&storage, keys, &dispatch).await });
    }));
    match storage.lines().await {
        Ok(lines) => {
            dispatch.emit(Action::Keeping(Keeping::Kept));
            if !lines.is_empty() {
                settings::set(HAS_KEPT, "yes");
            }
            let now = tasks::now();
            let (expired, entries): (Vec<Entry>, Vec<Entry>) =
                entries(&lines).into_iter().partition(|entry| entry.record.is_expired(now));
            dispatch.emit(Action::Restored(entries));
            match_up(&storage, dispatch).await;
            if !expired.is_empty() {
                shelf.forget(expired.into_iter().map(|entry| entry.key).collect(), dispatch).await;
            }
        }
        Err(problem) => dispatch.emit(Action::Keeping(Keeping::Trouble(trouble(problem)))),
    }
    page::mark("library-restored");
    let waiting = shelf.0.waiting.take();
    shelf.keep(waiting, dispatch).await;
}

fn entries(lines: &[String]) -> Vec<Entry> {
    lines.iter().filter_map(|line| Record::decoded(line)).map(|record| Entry::of(record, true)).collect()
}

/// Lists the files that have no line, and no line that has no file.
async fn match_up(storage: &Storage, dispatch: &Dispatch) {
    let Ok((bare, lost)) = storage.unmatched().await else { return };
    if !bare.is_empty() {
        dispatch.emit(Action::Restored(from_first_version(storage, bare).await));
    }
    if !lost.is_empty() {
        let lost = lost.into_iter().map(EntryKey::from).collect();
        dispatch.emit(Action::Catalog(CatalogAction::Forget(lost)));
    }
}

/// Lines for the files of a library of version 1, which had none: they are read for their summaries later.
async fn from_first_version(storage: &Storage, keys: Vec<String>) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut lines = Vec::new();
    for key in keys {
        let Ok(Some(file)) = storage.file(&key).await else { continue };
        let encoding = file.encoding.as_deref().and_then(crate::text::encoding::Encoding::from_label);
        let record = Record {
            key: key.clone(),
            name: file.name,
            byte_count: file.bytes.len(),
            opened_at: file.opened_at,
            encoding,
            ..Record::default()
        };
        lines.push((key, record.encoded()));
        entries.push(Entry::of(record, true));
    }
    if !lines.is_empty() {
        // Where that fails they are made again at the next start.
        let _ = storage.put_lines(&lines).await;
    }
    entries
}

/// Takes over what another window changed.
async fn follow(storage: &Storage, keys: Vec<String>, dispatch: &Dispatch) {
    let Ok(lines) = storage.lines_of(&keys).await else { return };
    let entries = entries(&lines);
    let is_there = |key: &String| entries.iter().any(|entry| *entry.key == **key);
    let gone: Vec<EntryKey> =
        keys.iter().filter(|key| !is_there(key)).map(|key| key.as_str().into()).collect();
    dispatch.emit(Action::Restored(entries));
    if !gone.is_empty() {
        dispatch.emit(Action::Catalog(CatalogAction::Forget(gone)));
    }
}

/// Keeps what the reader changes of entries: labels, stars, what is removed.
#[hook]
pub fn use_changes(state: &State, shelf: Shelf, dispatch: Dispatch) {
    use_effect_with(state.catalog.entries.clone(), move |entries| {
        let changed: Vec<Entry> =
            entries.iter().filter(|entry| entry.is_changed && entry.is_kept).cloned().collect();
        let Some(storage) = shelf.storage().filter(|_| !changed.is_empty()) else { return };
        tasks::spawn(async move {
            let lines: Vec<_> =
                changed.iter().map(|entry| (entry.key.to_string(), entry.record.encoded())).collect();
            match storage.put_lines(&lines).await {
                Ok(()) => {
                    shelf.tell(&changed.iter().map(|entry| entry.key.clone()).collect::<Vec<_>>());
                    dispatch.emit(Action::Catalog(CatalogAction::Saved(changed)));
                }
                Err(problem) => dispatch.emit(Action::Keeping(Keeping::Trouble(trouble(problem)))),
            }
        });
    });
}

/// Asks the browser not to throw the library away once there is something to lose, and how much it may hold.
#[hook]
pub fn use_share(state: &State, dispatch: Dispatch) {
    let asked = use_mut_ref(|| false);
    let kept = state.catalog.entries.iter().filter(|entry| entry.is_kept).count();
    let is_reading = state.progress.is_some();
    // In steps, since asking takes the browser some milliseconds.
    use_effect_with((kept.min(1) + kept / 100, is_reading), move |(step, is_reading)| {
        if *step > 0 && !is_reading {
            let is_first = !asked.replace(true);
            tasks::spawn(async move {
                if is_first {
                    settings::set(HAS_KEPT, "yes");
                    storage::persist().await;
                }
                if let Some(quota) = storage::quota().await {
                    let (used, most, is_persistent) = (quota.used, quota.most, quota.is_persistent);
                    dispatch.emit(Action::Share(Share { used, most, is_persistent }));
                }
            });
        }
    });
}
