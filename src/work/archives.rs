//! Archives that come in: unpacked a file at a time, an archive inside one level deep, a backup with what it says of its
//! files.

use std::rc::Rc;

use super::{
    desk::{Desk, Hearing},
    problem::Problem,
    told::Told,
};
use crate::{
    browser::{decoding, packing, tasks},
    library::{
        archive::{Allowance, ArchiveProblem, Listed, PackedFile, Packing, Unpacking, files},
        backup,
        record::Record,
    },
    text::hash,
};

/// Takes in the files of an archive.
pub async fn take_archive(desk: &Rc<Desk>, name: &str, archive: &[u8], told: &Hearing) {
    let mut allowance = Allowance::of(archive.len());
    let nested = take_files(desk, name, archive, &mut allowance, told).await;
    // Of the archives inside all come last, and draw on what their own archive left.
    for (name, archive) in nested {
        for (name, _) in take_files(desk, &name, &archive, &mut allowance, told).await {
            told(Told::Refused(name, Problem::Archive(ArchiveProblem::Nested)));
        }
    }
}

/// Takes in the texts of an archive, and returns the archives in it.
async fn take_files(
    desk: &Rc<Desk>,
    name: &str,
    archive: &[u8],
    allowance: &mut Allowance,
    told: &Hearing,
) -> Vec<(String, Vec<u8>)> {
    let mut nested = Vec::new();
    let listed = match files(archive, &decoding::decode) {
        Ok(listed) => listed,
        Err(problem) => {
            told(Told::Refused(name.to_owned(), Problem::Archive(problem)));
            return nested;
        }
    };
    let (list, listed): (Vec<Listed>, Vec<Listed>) =
        listed.into_iter().partition(|(name, _)| name == backup::LIST);
    let known = known(list, archive, allowance).await;
    // The archive itself was counted as one.
    told(Told::More(listed.len().saturating_sub(1)));
    if listed.is_empty() {
        told(Told::Refused(name.to_owned(), Problem::Archive(ArchiveProblem::Broken)));
    }
    for (name, file) in listed {
        if desk.is_stopped() {
            break;
        }
        let unpacked = match file {
            Ok(file) => unpacked(&file, archive, allowance).await,
            Err(problem) => Err(problem),
        };
        match unpacked {
            Ok(bytes) => {
                let key = if known.is_empty() { String::new() } else { hash::key(&bytes) };
                let record = known.iter().find(|record| record.key == key).cloned();
                if let Some(bytes) = desk.take_text(&name, bytes, record, told) {
                    nested.push((name, bytes));
                }
            }
            Err(problem) => told(Told::Refused(name, Problem::Archive(problem))),
        }
        tasks::breathe().await;
    }
    nested
}

/// What a backup's list says of its files; nothing where the archive is no backup.
async fn known(list: Vec<Listed>, archive: &[u8], allowance: &mut Allowance) -> Vec<Record> {
    for (_, file) in list {
        if let Ok(file) = file
            && let Ok(bytes) = unpacked(&file, archive, allowance).await
            && let Some(records) = std::str::from_utf8(&bytes).ok().and_then(backup::records)
        {
            return records;
        }
    }
    Vec::new()
}

async fn unpacked(
    file: &PackedFile,
    archive: &[u8],
    allowance: &mut Allowance,
) -> Result<Vec<u8>, ArchiveProblem> {
    let packed = archive.get(file.place.clone()).ok_or(ArchiveProblem::Broken)?;
    let mut unpacking = Unpacking::of(file);
    match file.packing {
        Packing::Stored => unpacking.take(packed, allowance)?,
        Packing::Deflated => {
            let mut passed = Ok(());
            let is_whole = packing::inflate(packed, |piece| {
                passed = unpacking.take(piece, allowance);
                passed.is_ok()
            });
            let is_whole = is_whole.await;
            passed?;
            if !is_whole {
                return Err(ArchiveProblem::Broken);
            }
        }
    }
    unpacking.finish()
}
