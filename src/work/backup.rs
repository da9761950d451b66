//! The backup of a library as one ZIP, put together outside the program's memory.

use crate::{
    browser::{packing, save::Parts, tasks},
    library::{
        archive::{Packed, Writing},
        backup::{LIST, list, paths},
        record::Record,
    },
};

/// The ZIP of the files of these records, whose bytes `find` gives by key; `told` hears how many are in it. `None` where it
/// would pass 4 GB, or where a file is not there any more.
pub async fn backup(
    records: &[Record],
    find: impl AsyncFn(&str) -> Option<Vec<u8>>,
    told: impl Fn(usize),
) -> Option<Parts> {
    let paths = paths(records);
    let mut writing = Writing::default();
    let mut parts = Parts::default();
    add(&mut writing, &mut parts, LIST, list(records, &paths).as_bytes()).await?;
    for (count, (record, path)) in records.iter().zip(&paths).enumerate() {
        let bytes = find(&record.key).await?;
        add(&mut writing, &mut parts, path, &bytes).await?;
        told(count + 1);
        tasks::breathe().await;
    }
    parts.push(&writing.finish());
    Some(parts)
}

async fn add(writing: &mut Writing, parts: &mut Parts, path: &str, bytes: &[u8]) -> Option<()> {
    let deflated = packing::deflate(bytes).await.filter(|deflated| deflated.len() < bytes.len());
    parts.push(&writing.add(Packed { path, bytes, deflated: deflated.as_deref() })?);
    Some(())
}
