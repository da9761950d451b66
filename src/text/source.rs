//! The decoded text of one file, which owns its name and its table of line starts.

use super::{encoding::Encoding, span::Span};

/// What kind of text a file holds; told from its name and its beginning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Media {
    /// Plain text, whatever its layout.
    #[default]
    Text,
    /// Markdown, by the file's name.
    Markdown,
    /// A saved web page, by the file's name or its beginning.
    Html,
}

/// The decoded text of one file. Everything that is read from it keeps a [`Span`] of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Source {
    name: String,
    media: Media,
    encoding: Encoding,
    byte_count: usize,
    text: String,
    line_starts: Vec<u32>,
}

impl Source {
    /// A source of `text`, decoded from `byte_count` bytes of `encoding`; a byte order mark is no part of the text.
    #[must_use]
    pub fn new(name: impl Into<String>, text: String, encoding: Encoding, byte_count: usize) -> Self {
        let name = name.into();
        let mut line_starts = vec![0];
        for (number, piece) in text.as_bytes().chunks(PIECE).enumerate() {
            push_line_starts(piece, number * PIECE, &mut line_starts);
        }
        Self { media: media(&name, &text), name, encoding, byte_count, text, line_starts }
    }

    /// A source whose lines are known to start at these bytes, the first at 0.
    #[must_use]
    pub fn with_lines(
        name: impl Into<String>,
        text: String,
        encoding: Encoding,
        byte_count: usize,
        line_starts: Vec<u32>,
    ) -> Self {
        let name = name.into();
        Self { media: media(&name, &text), name, encoding, byte_count, text, line_starts }
    }

    /// A source of text that is given as text: in tests, or pasted.
    #[must_use]
    pub fn of_text(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let byte_count = text.len();
        Self::new(name, text, Encoding::Utf8, byte_count)
    }

    /// The file's name without its folder.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What kind of text it is.
    #[must_use]
    pub fn media(&self) -> Media {
        self.media
    }

    /// How its bytes were decoded.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// How many bytes the file has.
    #[must_use]
    pub fn byte_count(&self) -> usize {
        self.byte_count
    }

    /// The whole decoded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text alone, out of its source.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    /// The text under `span`; empty where the span is none of this source.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// How many lines the text has; at least one.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// The line, counted from 0, that holds the byte at `offset`.
    #[must_use]
    pub fn line_at(&self, offset: u32) -> usize {
        self.line_starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// The span of line `line`, counted from 0, without its line end; empty past the last line.
    #[must_use]
    pub fn line(&self, line: usize) -> Span {
        let Some(start) = self.line_starts.get(line).map(|start| *start as usize) else {
            return Span::default();
        };
        let end = self.line_starts.get(line + 1).map_or(self.text.len(), |next| *next as usize);
        let bytes = self.text.as_bytes();
        let mut last = end;
        while last > start && matches!(bytes[last - 1], b'\n' | b'\r') {
            last -= 1;
        }
        Span::new(start, last)
    }

    /// All lines, in order.
    pub fn lines(&self) -> impl Iterator<Item = Span> + '_ {
        (0..self.line_count()).map(|line| self.line(line))
    }
}

/// A long text is gone through in pieces of so many bytes, a call for each: a browser first runs a quickly compiled
/// form of a function and never leaves it within a call.
const PIECE: usize = 1 << 16;

/// Adds where lines start in a piece of the text that begins at byte `offset` of it.
#[inline(never)]
pub(super) fn push_line_starts(piece: &[u8], offset: usize, line_starts: &mut Vec<u32>) {
    let (parts, rest) = piece.as_chunks::<8>();
    for (number, part) in parts.iter().enumerate() {
        // Eight bytes at once.
        let mut ends = line_ends(u64::from_le_bytes(*part));
        while ends != 0 {
            let at = number * 8 + ends.trailing_zeros() as usize / 8;
            line_starts.push((offset + at + 1) as u32);
            ends &= ends - 1;
        }
    }
    let start = offset + piece.len() - rest.len() + 1;
    let ends = rest.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    line_starts.extend(ends.map(|(at, _)| (start + at) as u32));
}

/// The high bits of the bytes that are line ends.
fn line_ends(bytes: u64) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let zero_at_ends = bytes ^ 0x0a0a_0a0a_0a0a_0a0a;
    // A byte's high bit stays clear where all its bits are.
    !(((zero_at_ends & LOW) + LOW) | zero_at_ends | LOW)
}

fn media(name: &str, text: &str) -> Media {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    match extension.as_deref() {
        Some("md" | "markdown") => Media::Markdown,
        Some("htm" | "html" | "mht") => Media::Html,
        _ if begins_as_page(text) => Media::Html,
        _ => Media::Text,
    }
}

fn begins_as_page(text: &str) -> bool {
    let head = text.trim_start();
    ["<!doctype html", "<html"]
        .iter()
        .any(|tag| head.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag)))
}
