//! The ways out: the backup of the whole library or of what was chosen, and all tables of what was chosen in one file.

use super::{desks::Desks, screen::Dispatch, shelf::Shelf};
use crate::{
    browser::{samples, save::save, saving, tasks},
    export::collection::CollectionFormat,
    library::record::Record,
    view::{
        catalog::entry::Entry,
        refusal::{Refusal, RefusalReason},
        settings::{Language, Named as _},
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

/// Saves all tables of these reports, or their documents, as one file, which a desk writes.
#[inline(never)] // An entry of the later part: it must stay a call.
pub fn collect(
    entries: Vec<Entry>,
    (format, language): (CollectionFormat, Language),
    shelf: Shelf,
    desks: Desks,
    dispatch: Dispatch,
) {
    tasks::spawn(async move {
        let ended = write_collection(&entries, format, language, (&shelf, &desks), &dispatch).await;
        dispatch.emit(Action::Progress(None));
        let name = ["yanjing-tables.", format.ending()].concat();
        let Ending::Written(file) = ended else { return };
        if !file.is_some_and(|file| saving::save(&name, format.media(), &file)) {
            dispatch.emit(Action::Read(vec![Err(Refusal { name, reason: RefusalReason::NotPacked })]));
        }
    });
}

/// The bytes of a file; the page's own samples are kept nowhere and come from the page again.
async fn bytes(entry: &Entry, shelf: &Shelf, desks: &Desks) -> Option<Vec<u8>> {
    if !entry.is_sample {
        return shelf.bytes(&entry.key, desks).await;
    }
    let text = samples::text().await?;
    let sample = super::samples::samples(&text).find(|(name, _)| *name == entry.record.name);
    sample.map(|(_, text)| text.as_bytes().to_vec())
}

/// How writing ended.
enum Ending {
    /// The reader stopped it.
    Stopped,
    /// With a file, or with more than fits into one.
    Written(Option<Vec<u8>>),
}

async fn write_collection(
    entries: &[Entry],
    format: CollectionFormat,
    language: Language,
    (shelf, desks): (&Shelf, &Desks),
    dispatch: &Dispatch,
) -> Ending {
    desks.begin_collection(format.ending(), language.name()).await;
    let total = entries.len();
    for (done, entry) in entries.iter().enumerate() {
        if desks.is_stopped() {
            // What was written until now is let go of.
            drop(desks.end_collection().await);
            return Ending::Stopped;
        }
        let record = &entry.record;
        let name = record.name.clone();
        let progress = Progress { done, total, name: name.clone(), ..Progress::default() };
        dispatch.emit(Action::Progress(Some(progress)));
        let encoding = record.encoding.map_or("", |encoding| encoding.label());
        let is_added = match bytes(entry, shelf, desks).await {
            Some(bytes) => desks.add_to_collection(&name, encoding, &bytes).await,
            None => false,
        };
        if !is_added {
            // Told of, since a file that lacks a report must not look whole.
            let refusal = Refusal { name, reason: RefusalReason::Failed };
            dispatch.emit(Action::Read(vec![Err(refusal)]));
        }
    }
    Ending::Written(desks.end_collection().await)
}
