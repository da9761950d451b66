//! An archive put together: a header before each file, and a directory behind them all.

use rawzip::Crc32;

/// A file as it goes into an archive.
#[derive(Clone, Copy, Debug)]
pub struct Packed<'a> {
    /// Its path in the archive, folders before `/`.
    pub path: &'a str,
    /// Its bytes, unpacked.
    pub bytes: &'a [u8],
    /// Its bytes by raw DEFLATE; `None` where they are stored as they are.
    pub deflated: Option<&'a [u8]>,
}

/// An archive that is being written. The pieces that it returns, one after the other, are the archive.
#[derive(Debug, Default)]
pub struct Writing {
    directory: Vec<u8>,
    count: u16,
    /// How long all pieces are until now.
    length: u32,
}

/// A version of the format that every program reads, names in UTF-8, and the day 1980-01-01, since an archive of the
/// same files is to have the same bytes.
const VERSION: u16 = 20;
const NAMES_ARE_UTF8: u16 = 1 << 11;
const NO_TIME: [u8; 4] = [0, 0, 0x21, 0];

impl Writing {
    /// The next piece, which holds the file; `None` where the archive would pass 4 GB or 65,535 files.
    #[must_use]
    pub fn add(&mut self, file: Packed<'_>) -> Option<Vec<u8>> {
        let data = file.deflated.unwrap_or(file.bytes);
        let (packed, unpacked) = (u32::try_from(data.len()).ok()?, u32::try_from(file.bytes.len()).ok()?);
        let path_length = u16::try_from(file.path.len()).ok()?;
        let mut sum = Crc32::new();
        sum.update(file.bytes);
        let method: u16 = if file.deflated.is_some() { 8 } else { 0 };
        let mut common = Vec::with_capacity(26);
        common.extend(VERSION.to_le_bytes());
        common.extend(NAMES_ARE_UTF8.to_le_bytes());
        common.extend(method.to_le_bytes());
        common.extend(NO_TIME);
        common.extend(sum.checksum().to_le_bytes());
        common.extend(packed.to_le_bytes());
        common.extend(unpacked.to_le_bytes());
        common.extend(path_length.to_le_bytes());
        // No extra field.
        common.extend([0; 2]);
        let piece = [b"PK\x03\x04", common.as_slice(), file.path.as_bytes(), data].concat();
        let next = self.length.checked_add(u32::try_from(piece.len()).ok()?)?;
        self.count = self.count.checked_add(1)?;
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(common);
        // Neither comment, disk, nor attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(self.length.to_le_bytes());
        self.directory.extend(file.path.as_bytes());
        self.length = next;
        Some(piece)
    }

    /// The last piece: the directory.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        let size = self.directory.len() as u32;
        let mut piece = self.directory;
        piece.extend(b"PK\x05\x06\0\0\0\0");
        piece.extend(self.count.to_le_bytes());
        piece.extend(self.count.to_le_bytes());
        piece.extend(size.to_le_bytes());
        piece.extend(self.length.to_le_bytes());
        piece.extend([0; 2]);
        piece
    }
}
