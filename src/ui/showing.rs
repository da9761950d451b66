//! Reading a kept file again when it is to be seen.

use yew::{hook, use_effect_with};

use super::{desks::Desks, opening::read, screen::Dispatch, shelf::Shelf};
use crate::{
    browser::{storage::KeptFile, tasks},
    view::{
        catalog::entry::Entry,
        keeping::Keeping,
        state::{Action, State, View},
    },
};

/// Reads the report that is to be shown, and for the view of all scales every report that has any.
#[hook]
pub fn use_shown(state: &State, shelf: Shelf, desks: Desks, dispatch: Dispatch) {
    let unread = |entry: &&Entry| !entry.is_removed() && state.report(&entry.key).is_none();
    let shown = state.shown.as_ref().and_then(|key| state.catalog.entry(key)).filter(unread).cloned();
    let is_open = state.keeping != Keeping::Opening;
    {
        let (shelf, desks, dispatch) = (shelf.clone(), desks.clone(), dispatch.clone());
        use_effect_with((shown.map(|entry| entry.key), is_open), {
            let catalog = state.catalog.clone();
            move |(key, _)| {
                if let Some(entry) = key.as_ref().and_then(|key| catalog.entry(key)).cloned() {
                    tasks::spawn(async move { show(entry, &shelf, &desks, &dispatch).await });
                }
            }
        });
    }
    let compared: Vec<Entry> = if state.view == View::Ratings {
        let has_scales = |entry: &&Entry| entry.summary().is_none_or(|summary| summary.scales > 0);
        let is_wanted = |entry: &&Entry| unread(entry) && state.is_compared(&entry.key) && has_scales(entry);
        state.catalog.entries.iter().filter(is_wanted).cloned().collect()
    } else {
        Vec::new()
    };
    use_effect_with((state.view, compared.is_empty()), move |_| {
        if !compared.is_empty() {
            tasks::spawn(async move {
                for entry in compared {
                    show(entry, &shelf, &desks, &dispatch).await;
                    tasks::breathe().await;
                }
            });
        }
    });
}

async fn show(entry: Entry, shelf: &Shelf, desks: &Desks, dispatch: &Dispatch) {
    if let Some(bytes) = shelf.bytes(&entry.key, desks).await {
        load(&entry, bytes, dispatch);
    }
}

fn load(entry: &Entry, bytes: Vec<u8>, dispatch: &Dispatch) {
    let record = &entry.record;
    let file = KeptFile {
        key: record.key.clone(),
        name: record.name.clone(),
        bytes,
        encoding: record.encoding.map(|encoding| encoding.label().to_owned()),
        opened_at: record.opened_at,
    };
    // It was read once already, when it came in.
    if let Ok(report) = read(&file) {
        dispatch.emit(Action::Loaded(report));
    }
}
