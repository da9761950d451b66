//! What outlives a reload beside the library: the settings; and what is made ready while the page is idle.

use std::rc::Rc;

use yew::{hook, use_effect_with, use_mut_ref};

use super::{screen::Dispatch, shelf::Shelf};
use crate::{
    browser::{collation, page, settings, tasks},
    view::{
        collation::{Characters, Collation},
        library::ReportKey,
        settings::{Named, Settings},
        state::{Action, State},
    },
};

/// How long removing can be undone, in milliseconds.
const UNDO_TIME: u32 = 10_000;

/// How many rows are gone through for their characters before the page may paint.
const COLLECTED: usize = 10_000;

/// Ends the undoing of a removal at once. What is kept then stands in the list of removed ones; what cannot be kept, the
/// page's own samples, is gone.
#[hook]
pub fn use_removal(state: &State, shelf: Shelf, dispatch: Dispatch) {
    let removed = state.removed.as_ref().map(|removed| removed.keys.clone());
    let samples: Vec<ReportKey> = state
        .catalog
        .entries
        .iter()
        .filter(|entry| entry.is_sample && entry.is_removed())
        .map(|entry| entry.key.clone())
        .collect();
    use_effect_with((removed.clone(), samples), move |(removed, samples)| {
        if let (None, false) = (removed, samples.is_empty()) {
            let (shelf, dispatch, samples) = (shelf.clone(), dispatch.clone(), samples.clone());
            tasks::spawn(async move { shelf.forget(samples, &dispatch).await });
        }
        let timer = removed
            .clone()
            .map(|keys| page::after(UNDO_TIME, move || dispatch.emit(Action::ForgetRemoved(keys.clone()))));
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
            tasks::spawn(async move {
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
