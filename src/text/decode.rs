//! Bytes of a file to its text: which encoding it is in, or why it is no text.
//!
//! Marks at the beginning decide first, then what the bytes can be at all, then how often each encoding's usual
//! characters come up. Everything is linear in the file, and what is guessed is said.

mod binary;
mod controls;
mod hanzi;
mod long;
#[cfg(not(target_arch = "wasm32"))]
mod native;
mod utf16;
mod utf8;

pub use binary::BinaryKind;
pub use long::LongDecoding;
#[cfg(not(target_arch = "wasm32"))]
pub use native::native;

use super::{encoding::Encoding, source::Source};

/// Why a file is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It has no byte, or a byte order mark alone.
    Empty,
    /// Only white space.
    Blank,
    /// A file of another kind, told by its first bytes, or by its many NUL bytes.
    Binary(BinaryKind),
    /// Bytes that are text in no encoding known here.
    Noise,
}

/// The text of a file and what was found on the way.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, with the encoding it was read in.
    pub source: Source,
    /// Whether the encoding is a guess: neither chosen nor given by a byte order mark nor plainly UTF-8.
    pub guessed: bool,
    /// How many places could not be decoded and are U+FFFD now. Those that the file itself brought as U+FFFD
    /// count too where the decoder is not ours.
    pub broken_characters: usize,
    /// How many NUL characters the text has; they are kept, so that every place stays where it is.
    pub nul_characters: usize,
}

/// What turns bytes of GB18030 and Big5 into text: the tables are large, and the browser has them already.
/// `None` where it cannot.
pub type LegacyDecoder<'a> = &'a dyn Fn(Encoding, &[u8]) -> Option<String>;

/// How much of a file is looked at to tell its encoding: enough for thousands of characters.
const SAMPLE: usize = 1 << 18;

/// Long files are gone through in pieces of so many bytes, a call for each: a browser first runs a quickly compiled
/// form of a function and never leaves it within a call.
const PIECE: usize = 1 << 16;

/// The text of `bytes`. A `chosen` encoding is obeyed, whatever the bytes look like.
///
/// # Errors
///
/// The bytes are no text, see [`Unreadable`].
pub fn decode(
    name: &str,
    bytes: &[u8],
    chosen: Option<Encoding>,
    legacy: LegacyDecoder<'_>,
) -> Result<Decoded, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    let recognized = match chosen {
        Some(encoding) => Recognized { encoding, guessed: false, text: None },
        None => recognize(bytes)?,
    };
    let Recognized { encoding, guessed, text } = recognized;
    let body = bytes.strip_prefix(byte_order_mark(encoding)).unwrap_or(bytes);
    if body.is_empty() {
        return Err(Unreadable::Empty);
    }
    let (text, broken_characters) = match (text, encoding) {
        (Some(text), _) => (text, 0),
        (None, Encoding::Utf8) => utf8::text(body),
        (None, Encoding::Utf16Le) => utf16::text(body, u16::from_le_bytes),
        (None, Encoding::Utf16Be) => utf16::text(body, u16::from_be_bytes),
        (None, Encoding::Gb18030 | Encoding::Big5) => {
            let text = legacy(encoding, body).ok_or(Unreadable::Noise)?;
            let broken = utf8::replacement_characters(&text);
            (text, broken)
        }
    };
    if text.chars().all(is_blank) {
        return Err(Unreadable::Blank);
    }
    let nul_characters = if text.contains('\0') { controls::count(text.as_bytes()).nul } else { 0 };
    Ok(Decoded {
        source: Source::new(name, text, encoding, bytes.len()),
        guessed,
        broken_characters,
        nul_characters,
    })
}

/// The encoding of a file.
struct Recognized {
    encoding: Encoding,
    guessed: bool,
    /// The text, where finding out has read it already.
    text: Option<String>,
}

impl From<(Encoding, bool)> for Recognized {
    fn from((encoding, guessed): (Encoding, bool)) -> Self {
        Self { encoding, guessed, text: None }
    }
}

fn recognize(bytes: &[u8]) -> Result<Recognized, Unreadable> {
    if let Some(encoding) = marked(bytes) {
        return Ok((encoding, false).into());
    }
    if let Some(kind) = binary::kind(bytes) {
        return Err(Unreadable::Binary(kind));
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if let Some(encoding) = utf16::by_pattern(sample) {
        return Ok((encoding, true).into());
    }
    // The beginning alone already, so that noise is not read to its end.
    let rest = || if sample.len() < bytes.len() { controls::too_many(bytes) } else { None };
    if let Some(reason) = controls::too_many(sample).or_else(rest) {
        return Err(reason);
    }
    if let Some(text) = utf8::valid(bytes) {
        return Ok(Recognized { encoding: Encoding::Utf8, guessed: false, text: Some(text) });
    }
    // The first byte that is not ASCII may stand far behind: a long English disclaimer, a table of numbers.
    let start = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or_default();
    let sample = &bytes[start..bytes.len().min(start + SAMPLE)];
    if utf8::is_likely(sample) {
        return Ok((Encoding::Utf8, true).into());
    }
    if let Some(encoding) = hanzi::by_frequency(sample) {
        return Ok((encoding, true).into());
    }
    if utf8::is_nearly_ascii(bytes) { Ok((Encoding::Utf8, true).into()) } else { Err(Unreadable::Noise) }
}

/// The encoding whose byte order mark stands first. UTF-32 has none here: its mark begins like that of UTF-16 and
/// goes on with two zero bytes, and no report was ever seen in it.
fn marked(bytes: &[u8]) -> Option<Encoding> {
    [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be]
        .into_iter()
        .find(|encoding| bytes.starts_with(byte_order_mark(*encoding)) && !bytes.starts_with(b"\xFF\xFE\0\0"))
}

fn byte_order_mark(encoding: Encoding) -> &'static [u8] {
    match encoding {
        Encoding::Utf8 => b"\xEF\xBB\xBF",
        Encoding::Utf16Le => b"\xFF\xFE",
        Encoding::Utf16Be => b"\xFE\xFF",
        Encoding::Gb18030 => b"\x84\x31\x95\x33",
        Encoding::Big5 => b"",
    }
}

/// White space, and the characters without a shape that stand for nothing.
fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\0' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{1A}')
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
