//! ZIP archives, taken apart and put together. Packed bytes are unpacked elsewhere, by the browser or natively; what comes
//! out goes through [`Unpacking`], which stops it at the limits.

mod name;
mod writing;

pub use writing::{Packed, Writing};

use std::ops::Range;

use rawzip::{CompressionMethod, Crc32, ZipArchive, ZipFileHeaderRecord, ZipSliceArchive};

use crate::text::decode::LegacyDecoder;

/// The most entries that an archive may have.
pub const MOST_ENTRIES: usize = 20_000;
/// The most that an archive may unpack to, with the archives inside it, in bytes.
pub const MOST_UNPACKED: u64 = 2_000_000_000;
/// How many times its packed size a file may have: reports have 3 to 20, an archive made to do harm has 1,000.
pub const MOST_RATIO: u64 = 200;
/// A file below this many bytes does no harm whatever its ratio: a page of blanks.
const HARMLESS: u64 = 1 << 16;

/// Why an archive, or a file in it, cannot be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArchiveProblem {
    /// It is cut, or its bytes are not what its directory says.
    Broken,
    /// It has more than [`MOST_ENTRIES`] entries.
    TooMany,
    /// It would become more than [`MOST_UNPACKED`] bytes, or more than [`MOST_RATIO`] times itself.
    TooLarge,
    /// It is locked by a password.
    Locked,
    /// It is packed in another way than ZIP programs usually do.
    Method,
    /// It stands in an archive that stands in an archive itself.
    Nested,
}

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// As it is.
    Stored,
    /// By raw DEFLATE.
    Deflated,
}

/// A file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedFile {
    /// Where its packed bytes are in the archive.
    pub place: Range<usize>,
    /// How they are packed.
    pub packing: Packing,
    size: u64,
    checksum: u32,
}

/// A name of an archive's directory, without its folders, and the file or why it cannot be had.
pub type Listed = (String, Result<PackedFile, ArchiveProblem>);

/// Whether a file of that path is one that a system put there for itself: `.DS_Store`, `Thumbs.db`.
#[must_use]
pub fn is_of_the_system(path: &str) -> bool {
    name::is_of_the_system(path)
}

/// Whether the bytes begin as those of an archive do.
#[must_use]
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The files of an archive in the order of its directory. Folders are left out, and what systems put beside files for
/// themselves (`__MACOSX`, `.DS_Store`).
///
/// # Errors
///
/// The archive is broken, or has too many entries.
pub fn files(archive: &[u8], legacy: LegacyDecoder<'_>) -> Result<Vec<Listed>, ArchiveProblem> {
    let zip = ZipArchive::from_slice(archive).map_err(|_| ArchiveProblem::Broken)?;
    let mut entries = zip.entries();
    let mut files = Vec::new();
    let mut count = 0;
    while let Some(entry) = entries.next_entry().map_err(|_| ArchiveProblem::Broken)? {
        count += 1;
        if count > MOST_ENTRIES {
            return Err(ArchiveProblem::TooMany);
        }
        let path = name::path(&entry, legacy);
        if !entry.is_dir() && !name::is_of_the_system(&path) {
            files.push((name::last(&path).to_owned(), packed_file(&zip, &entry)));
        }
    }
    Ok(files)
}

fn packed_file(
    zip: &ZipSliceArchive<&[u8]>,
    entry: &ZipFileHeaderRecord<'_>,
) -> Result<PackedFile, ArchiveProblem> {
    if entry.flags().is_encrypted() {
        return Err(ArchiveProblem::Locked);
    }
    let packing = match entry.compression_method() {
        CompressionMethod::STORE => Packing::Stored,
        CompressionMethod::DEFLATE => Packing::Deflated,
        _ => return Err(ArchiveProblem::Method),
    };
    let found = zip.get_entry(entry.wayfinder()).map_err(|_| ArchiveProblem::Broken)?;
    let (start, end) = found.compressed_data_range();
    let checksum = entry.crc32();
    Ok(PackedFile {
        place: start as usize..end as usize,
        packing,
        size: entry.uncompressed_size_hint(),
        checksum,
    })
}

/// How much an archive may still unpack to. The archives inside it draw on the same.
#[derive(Debug)]
pub struct Allowance(u64);

impl Allowance {
    /// What an archive of so many bytes may unpack to.
    #[must_use]
    pub fn of(archive: usize) -> Self {
        Self(MOST_UNPACKED.min((archive as u64).saturating_mul(MOST_RATIO).max(HARMLESS)))
    }
}

/// A file on its way out of an archive.
#[derive(Debug)]
pub struct Unpacking {
    bytes: Vec<u8>,
    /// The most that this file may become.
    most: u64,
    size: u64,
    checksum: u32,
}

impl Unpacking {
    /// Begins with nothing unpacked. What the directory says of the size is not believed, only compared at the end.
    #[must_use]
    pub fn of(file: &PackedFile) -> Self {
        let most = (file.place.len() as u64).saturating_mul(MOST_RATIO).max(HARMLESS);
        let likely = file.size.min(most).min(1 << 24) as usize;
        Self { bytes: Vec::with_capacity(likely), most, size: file.size, checksum: file.checksum }
    }

    /// Takes what was unpacked next.
    ///
    /// # Errors
    ///
    /// A limit is passed; nothing more is to be unpacked.
    pub fn take(&mut self, bytes: &[u8], allowance: &mut Allowance) -> Result<(), ArchiveProblem> {
        let length = bytes.len() as u64;
        allowance.0 = allowance.0.checked_sub(length).ok_or(ArchiveProblem::TooLarge)?;
        if self.bytes.len() as u64 + length > self.most {
            return Err(ArchiveProblem::TooLarge);
        }
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    /// The whole file.
    ///
    /// # Errors
    ///
    /// It is not the file that the archive's directory announced.
    pub fn finish(self) -> Result<Vec<u8>, ArchiveProblem> {
        let mut sum = Crc32::new();
        sum.update(&self.bytes);
        let is_whole = self.bytes.len() as u64 == self.size && sum.checksum() == self.checksum;
        if is_whole { Ok(self.bytes) } else { Err(ArchiveProblem::Broken) }
    }
}

#[cfg(test)]
mod tests;
