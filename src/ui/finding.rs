//! The search of all texts as the reader types.

use std::rc::Rc;

use yew::{hook, use_memo, use_mut_ref};

use super::{desks::Desks, importing, screen::Dispatch, shelf::Shelf};
use crate::{
    browser::tasks,
    library::search::{Hit, Query, hit},
    view::{
        catalog::{CatalogAction, Found, entry::EntryKey},
        state::{Action, State},
    },
};

/// Searches when the query changes, and again when more texts are at hand. The texts of what an earlier visit kept are
/// read when the reader first goes to search; those without a summary of these readers at once.
#[hook]
pub fn use_search(state: &State, desks: Desks, shelf: Shelf, dispatch: Dispatch) {
    let loaded = use_mut_ref(Vec::<EntryKey>::new);
    let latest = use_mut_ref(String::new);
    let query = state.catalog.query.trim().to_owned();
    latest.replace(state.catalog.query.clone());
    let reports = state.reports.clone();
    let entries = state.catalog.entries.clone();
    // What is read by the desks as it comes in is searched there; how many there are tells that more can be found. The desks
    // are asked while the page is drawn, not behind that, so that they search as it draws.
    use_memo((query, entries.len(), state.texts_loaded), move |(query, _, _)| {
        let is_searching = !query.is_empty();
        // Those whose texts the desks hold, or will when they answer.
        let mut at_desks: Vec<EntryKey>;
        let unread: Vec<String> = {
            let mut loaded = loaded.borrow_mut();
            let unread: Vec<_> = entries
                .iter()
                .filter(|entry| entry.is_kept && !entry.was_read_at_desk && !loaded.contains(&entry.key))
                .filter(|entry| is_searching || entry.summary().is_none())
                .filter(|entry| reports.iter().all(|open| open.key != entry.key))
                .cloned()
                .collect();
            loaded.extend(unread.iter().map(|entry| entry.key.clone()));
            at_desks = entries
                .iter()
                .filter(|entry| entry.was_read_at_desk)
                .map(|entry| entry.key.clone())
                .collect();
            at_desks.extend(loaded.iter().cloned());
            unread.iter().map(|entry| entry.record.encoded()).collect()
        };
        if !is_searching && unread.is_empty() {
            return;
        }
        let typed = latest.borrow().clone();
        let search = {
            let (dispatch, desks) = (dispatch.clone(), desks.clone());
            move || {
                let own: Vec<Hit> = Query::of(&typed).map_or_else(Vec::new, |query| {
                    let here = reports.iter().filter(|open| !at_desks.contains(&open.key));
                    here.filter_map(|open| hit(&query, &open.key, open.report.source.text(), "")).collect()
                });
                let asked = typed.clone();
                let answer = move |hits: Vec<Hit>| {
                    if *latest.borrow() == asked {
                        let found = Found::of(&asked, hits);
                        dispatch.emit(Action::Catalog(CatalogAction::Found(Rc::new(found))));
                    }
                };
                if at_desks.is_empty() {
                    tasks::spawn(async move { answer(own) });
                } else {
                    desks.search(&typed, move |hits| answer([hits, own.clone()].concat()));
                }
            }
        };
        if unread.is_empty() {
            search();
        } else {
            tasks::spawn(async move {
                let telling = dispatch.clone();
                let done = move || telling.emit(Action::TextsLoaded);
                importing::load(&unread, &desks, &shelf, &dispatch, done).await;
                if is_searching {
                    search();
                }
            });
        }
    });
}
