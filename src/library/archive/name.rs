//! The names of an archive's entries.

use rawzip::ZipFileHeaderRecord;

use crate::text::{decode::LegacyDecoder, encoding::Encoding};

/// The number of Info-ZIP's extra field that gives the name in UTF-8.
const UNICODE_PATH: u16 = 0x7075;

/// The path of an entry: as UTF-8 where it says so or is, otherwise in GBK, in which Chinese Windows writes it.
pub fn path(entry: &ZipFileHeaderRecord<'_>, legacy: LegacyDecoder<'_>) -> String {
    let raw = entry.file_path().as_bytes();
    let unicode = entry.extra_fields().find(|(id, _)| id.as_u16() == UNICODE_PATH);
    // A version byte and a checksum of the raw name stand before the name.
    if let Some(name) = unicode.and_then(|(_, field)| std::str::from_utf8(field.get(5..)?).ok()) {
        return name.to_owned();
    }
    match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) if entry.flags().is_utf8() => String::from_utf8_lossy(raw).into_owned(),
        Err(_) => legacy(Encoding::Gb18030, raw).unwrap_or_else(|| String::from_utf8_lossy(raw).into_owned()),
    }
}

/// The name without its folders: nothing is ever written to a place that an archive names (`../../name`).
pub fn last(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Whether an entry is one that a system put there for itself.
pub fn is_of_the_system(path: &str) -> bool {
    let name = last(path);
    path.starts_with("__MACOSX/")
        || name.starts_with("._")
        || matches!(name, "" | ".DS_Store" | "Thumbs.db" | "desktop.ini")
}
