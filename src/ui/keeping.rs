//! What outlives a reload: the files, the settings; and what is made ready while the page is idle.

use std::{cell::RefCell, rc::Rc};

use yew::{hook, platform::spawn_local, use_effect_with, use_mut_ref, use_state};

use super::{opening, screen::Dispatch};
use crate::{
    browser::{
        collation, page, settings,
        storage::{KeptFile, Storage},
    },
    view::{
        collation::{Characters, Collation},
        settings::{Named, Settings},
        state::{Action, State},
    },
};

/// How long removing can be undone, in milliseconds.
const UNDO_TIME: u32 = 10_000;

/// How many rows are gone through for their characters before the page may paint.
const COLLECTED: usize = 10_000;

/// The files that are kept; it keeps nothing where the browser refuses.
#[derive(Clone, Default)]
pub struct Shelf(Rc<RefCell<Keeper>>);

/// What keeps the files, and the files that arrived before it was there.
#[derive(Default)]
struct Keeper {
    storage: Option<Rc<Storage>>,
    waiting: Vec<KeptFile>,
}

impl PartialEq for Shelf {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Shelf {
    fn storage(&self) -> Option<Rc<Storage>> {
        self.0.borrow().storage.clone()
    }

    /// Keeps in `storage` from now on; returns the files that waited for it.
    fn open(&self, storage: Rc<Storage>) -> Vec<KeptFile> {
        let mut keeper = self.0.borrow_mut();
        keeper.storage = Some(storage);
        std::mem::take(&mut keeper.waiting)
    }

    /// Keeps the files; says so where that fails.
    pub async fn keep(&self, files: Vec<KeptFile>, dispatch: &Dispatch) {
        let Some(storage) = self.storage() else {
            self.0.borrow_mut().waiting.extend(files);
            return;
        };
        for file in files {
            if storage.put(&file).await.is_err() {
                dispatch.emit(Action::Kept(false));
                return;
            }
        }
    }
}

/// The shelf, with what an earlier visit kept brought back. Where nothing can be kept the page works on in memory.
#[hook]
pub fn use_shelf(dispatch: Dispatch) -> Shelf {
    let shelf = (*use_state(Shelf::default)).clone();
    let opened = shelf.clone();
    use_effect_with((), move |()| {
        spawn_local(async move {
            let kept = match Storage::open().await {
                Ok(storage) => {
                    let storage = Rc::new(storage);
                    let kept = storage.all().await;
                    let waiting = opened.open(storage);
                    opened.keep(waiting, &dispatch).await;
                    kept
                }
                Err(problem) => Err(problem),
            };
            dispatch.emit(Action::Kept(kept.is_ok()));
            let reports: Vec<_> = kept.unwrap_or_default().iter().flat_map(opening::read).collect();
            if !reports.is_empty() {
                dispatch.emit(Action::Restored(reports));
            }
            page::mark("library-restored");
        });
    });
    shelf
}

/// Makes removing final once it can no longer be undone: only then does the file leave the shelf.
#[hook]
pub fn use_removal(state: &State, shelf: Shelf, dispatch: Dispatch) {
    let pending = use_mut_ref(|| None);
    let removed = state.removed.as_ref().map(|removed| removed.report.key.clone());
    let before = pending.borrow().clone();
    let is_final = before != removed && before.as_ref().is_some_and(|key| state.report(key).is_none());
    use_effect_with(removed, move |removed| {
        let before = pending.replace(removed.clone());
        if let (true, Some(key), Some(storage)) = (is_final, before, shelf.storage()) {
            spawn_local(async move {
                // A file that cannot be removed now is there again after a reload, which loses nothing.
                let _ = storage.remove(&key).await;
            });
        }
        let timer = removed
            .clone()
            .map(|key| page::after(UNDO_TIME, move || dispatch.emit(Action::ForgetRemoved(key.clone()))));
        move || drop(timer)
    });
}

/// Keeps the settings when they change.
#[hook]
pub fn use_kept_settings(current: Settings) {
    let is_changed = use_mut_ref(|| false);
    use_effect_with(current, move |current| {
        if is_changed.replace(true) {
            settings::set("language", current.language.name());
            settings::set("theme", current.theme.name());
            settings::set("change-colors", current.change_colors.name());
        }
    });
}

/// The settings of an earlier visit. On the first the language is the one that the page's shell chose by the system's.
pub fn kept_settings() -> Settings {
    fn kept<T: Named + Default>(name: &str) -> T {
        settings::get(name).as_deref().and_then(T::from_name).unwrap_or_default()
    }
    Settings {
        language: Named::from_name(&page::language()).unwrap_or_default(),
        theme: kept("theme"),
        change_colors: kept("change-colors"),
    }
}

/// Has the browser order the characters of all tables by pinyin, once the page is idle: its first use of a collator
/// takes longer than a frame, which a click on a header must not wait for.
#[hook]
pub fn use_collation(state: &State, dispatch: Dispatch) {
    use_effect_with(state.reports.clone(), move |reports| {
        let reports = reports.clone();
        let timer = page::after(150, move || {
            spawn_local(async move {
                let mut found = Characters::default();
                for table in reports.iter().flat_map(|open| &open.report.tables) {
                    let mut from = 0;
                    while from < table.row_count() {
                        let to = (from + COLLECTED).min(table.row_count());
                        found.add(table, from..to);
                        from = to;
                        if from < table.row_count() {
                            page::breathe().await;
                        }
                    }
                }
                if !reports.is_empty() {
                    let ordered = collation::in_pinyin_order(&found.list());
                    dispatch.emit(Action::Collated(Rc::new(Collation::of(&ordered))));
                }
            });
        });
        move || drop(timer)
    });
}
