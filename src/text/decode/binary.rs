//! Files of other kinds, by their first bytes.

/// What kind of file it is instead of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryKind {
    /// A PDF.
    Pdf,
    /// An archive: ZIP, RAR, 7z, gzip, bzip2, xz.
    Zip,
    /// A picture.
    Image,
    /// A program or a library of code.
    Program,
    /// A document of an office suite: Word, Excel, PowerPoint, WPS, RTF.
    Office,
    /// Something else: sound, a database, a font, or many NUL bytes.
    Other,
}

/// First bytes that no text begins with.
const HEADS: &[(&[u8], BinaryKind)] = &[
    (b"%PDF-", BinaryKind::Pdf),
    (b"\x89PNG\r\n", BinaryKind::Image),
    (b"\xFF\xD8\xFF", BinaryKind::Image),
    (b"GIF87a", BinaryKind::Image),
    (b"GIF89a", BinaryKind::Image),
    (b"II*\0", BinaryKind::Image),
    (b"MM\0*", BinaryKind::Image),
    (b"\0\0\x01\0", BinaryKind::Image),
    (b"PK\x05\x06", BinaryKind::Zip),
    (b"Rar!\x1A\x07", BinaryKind::Zip),
    (b"7z\xBC\xAF\x27\x1C", BinaryKind::Zip),
    (b"\x1F\x8B\x08", BinaryKind::Zip),
    (b"\xFD7zXZ\0", BinaryKind::Zip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", BinaryKind::Office),
    (b"{\\rtf", BinaryKind::Office),
    (b"\x7FELF", BinaryKind::Program),
    (b"\0asm", BinaryKind::Program),
    (b"\xCA\xFE\xBA\xBE", BinaryKind::Program),
    (b"\xCF\xFA\xED\xFE", BinaryKind::Program),
    (b"SQLite format 3\0", BinaryKind::Other),
    (b"OggS\0", BinaryKind::Other),
    (b"wOFF", BinaryKind::Other),
    (b"wOF2", BinaryKind::Other),
    (b"\xFF\xFE\0\0", BinaryKind::Other),
];

/// The kind of the file, `None` where nothing speaks against a text.
pub fn kind(bytes: &[u8]) -> Option<BinaryKind> {
    if let Some((_, kind)) = HEADS.iter().find(|(head, _)| bytes.starts_with(head)) {
        return Some(*kind);
    }
    let head = &bytes[..bytes.len().min(1024)];
    // Two letters begin a text as well, so the zero bytes of the header behind them have to be there.
    let has_header = head.iter().take(64).filter(|byte| **byte == 0).count() >= 4;
    match head {
        [b'P', b'K', 3, 4, ..] => Some(packed(bytes)),
        [b'M', b'Z', ..] if has_header => Some(BinaryKind::Program),
        [b'B', b'M', ..] if has_header => Some(BinaryKind::Image),
        [b'B', b'Z', b'h', b'1'..=b'9', b'1', b'A', b'Y', ..] => Some(BinaryKind::Zip),
        [b'I', b'D', b'3', 0..=9, ..] => Some(BinaryKind::Other),
        [b'R', b'I', b'F', b'F', _, _, _, _, kind @ ..] if kind.starts_with(b"WEBP") => {
            Some(BinaryKind::Image)
        }
        [b'R', b'I', b'F', b'F', _, _, _, _, kind @ ..] if kind.starts_with(b"WAVE") => {
            Some(BinaryKind::Other)
        }
        [0, 0, 0, _, b'f', b't', b'y', b'p', brand @ ..] => Some(boxed(brand)),
        // A PDF may have something before its mark; its comment of four high bytes follows it.
        _ if find(head, b"%PDF-1.") && !is_text(head) => Some(BinaryKind::Pdf),
        _ => None,
    }
}

/// A ZIP, or a document of an office suite, which is one: its parts are named in the first of them.
fn packed(bytes: &[u8]) -> BinaryKind {
    let head = &bytes[..bytes.len().min(4096)];
    let parts: [&[u8]; 5] = [b"[Content_Types].xml", b"word/", b"xl/", b"ppt/", b"application/vnd.oasis"];
    if parts.iter().any(|part| find(head, part)) { BinaryKind::Office } else { BinaryKind::Zip }
}

fn boxed(brand: &[u8]) -> BinaryKind {
    let is_image = [b"heic", b"heix", b"mif1", b"avif"].iter().any(|image| brand.starts_with(*image));
    if is_image { BinaryKind::Image } else { BinaryKind::Other }
}

fn find(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Whether the head of a file is UTF-8, its last character possibly cut.
fn is_text(head: &[u8]) -> bool {
    match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    }
}
