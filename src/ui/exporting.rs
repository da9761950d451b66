//! The ways out: the backup of the whole library, or of what was chosen.

use super::{desks::Desks, screen::Dispatch, shelf::Shelf};
use crate::{
    browser::{save::save, tasks},
    library::record::Record,
    view::{
        catalog::entry::Entry,
        refusal::{Refusal, RefusalReason},
        state::{Action, Progress},
    },
    work::backup::backup,
};

const NAME: &str = "yanjing-library.zip";

/// Saves the files of these as one archive: as they were dropped, and a list of what else is known of each.
#[inline(never)] // An entry of the later part: it must stay a call.
pub fn back_up(entries: Vec<Entry>, shelf: Shelf, desks: Desks, dispatch: Dispatch) {
    tasks::spawn(async move { pack(&entries, &shelf, &desks, &dispatch).await });
}

async fn pack(entries: &[Entry], shelf: &Shelf, desks: &Desks, dispatch: &Dispatch) {
    let records: Vec<Record> =
        entries.iter().filter(|entry| !entry.is_sample).map(|entry| Record::clone(&entry.record)).collect();
    let total = records.len();
    let find = async |key: &str| shelf.bytes(key, desks).await;
    let told = |done| dispatch.emit(Action::Progress(Some(Progress { done, total, ..Progress::default() })));
    let parts = backup(&records, find, told).await;
    dispatch.emit(Action::Progress(None));
    if !parts.is_some_and(|parts| save(NAME, "application/zip", &parts)) {
        let refusal = Refusal { name: NAME.to_owned(), reason: RefusalReason::NotPacked };
        dispatch.emit(Action::Read(vec![Err(refusal)]));
    }
}
