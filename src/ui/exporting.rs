//! The ways out: the backup of the whole library, or of what was chosen.

use super::{desks::Desks, screen::Dispatch};
use crate::{
    browser::save::save,
    view::{
        catalog::entry::Entry,
        refusal::{Refusal, RefusalReason},
        state::{Action, Progress},
    },
};

const NAME: &str = "yanjing-library.zip";

/// Saves the files of these as one archive: as they were dropped, and a list of what else is kept of each.
pub async fn back_up(entries: Vec<Entry>, desks: &Desks, dispatch: &Dispatch) {
    let lines: Vec<String> =
        entries.iter().filter(|entry| !entry.is_sample).map(|entry| entry.record.encoded()).collect();
    let total = lines.len();
    let dispatch = dispatch.clone();
    desks
        .back_up(&lines, move |message, is_last| {
            let done = message.number(1) as usize;
            let progress = (!is_last).then(|| Progress { done, total, ..Progress::default() });
            dispatch.emit(Action::Progress(progress));
            if is_last {
                let parts = message.parts(0);
                if parts.is_empty() {
                    let refusal = Refusal { name: NAME.to_owned(), reason: RefusalReason::NotPacked };
                    dispatch.emit(Action::Read(vec![Err(refusal)]));
                } else {
                    save(NAME, "application/zip", &parts);
                }
            }
        })
        .await;
}
