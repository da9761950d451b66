//! A passage as clauses, and the marks by which a clause is read.

use std::ops::Range;

use crate::text::words::{character_length, hanzi_length};

/// The marks by which a clause is read.
#[derive(Default)]
pub struct ClauseMarks {
    /// The first colon, if it stands near the beginning and outside brackets; what stands behind it is not looked at.
    pub colon: Option<Range<usize>>,
    /// The first comma.
    pub comma: Option<Range<usize>>,
    /// Whether a bracket opens.
    pub bracket: bool,
}

/// So many characters of a clause may stand before its colon.
const NEAR: usize = 100;

impl ClauseMarks {
    /// The marks of the clause at `clause` of `text`.
    pub fn of(text: &str, clause: &Range<usize>) -> Self {
        let mut marks = Self::default();
        let (mut at, mut depth, mut count) = (clause.start, 0_usize, 0);
        let bytes = &text.as_bytes()[..clause.end];
        while at < clause.end {
            let hanzi = hanzi_length(&bytes[at..]);
            if hanzi > 0 {
                at += hanzi;
                count += hanzi / 3;
                continue;
            }
            let (mark, length) = mark_at(bytes, at);
            match mark {
                b'(' => {
                    depth += 1;
                    marks.bracket = true;
                }
                b')' => depth = depth.saturating_sub(1),
                b':' if depth == 0 && count < NEAR => {
                    marks.colon = Some(at..at + length);
                    return marks;
                }
                b',' if marks.comma.is_none() => marks.comma = Some(at..at + length),
                _ => {}
            }
            at += length;
            count += 1;
        }
        marks
    }
}

/// The character at byte `at` as a byte, and how many it has: one of full width as its equal in ASCII, `。` as the
/// semicolon that ends a clause like it, any other 0.
#[inline]
fn mark_at(bytes: &[u8], at: usize) -> (u8, usize) {
    match bytes[at] {
        byte @ 0..=0x7f => (byte, 1),
        // No full stop of ASCII is printed in full width.
        0xef if bytes[at + 1] == 0xbc && bytes[at + 2] != 0x8e => (bytes[at + 2] - 0x60, 3),
        0xe3 if bytes[at + 1..].starts_with(&[0x80, 0x82]) => (b';', 3),
        byte => (0, character_length(byte)),
    }
}

/// The clauses of `text`: up to `；` and `。` outside brackets, and up to the full stop of an English sentence.
pub fn clauses(text: &str) -> impl Iterator<Item = Range<usize>> {
    // A bracket that is not closed soon is none.
    const LONGEST_BRACKET: usize = 600;
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        if at >= bytes.len() {
            return None;
        }
        let (mut depth, mut opened) = (0_usize, 0);
        let first = at;
        while at < bytes.len() {
            if depth > 0 && at - opened > LONGEST_BRACKET {
                depth = 0;
            }
            at += hanzi_length(&bytes[at..]);
            if at >= bytes.len() {
                break;
            }
            let (mark, length) = mark_at(bytes, at);
            let end = at;
            at += length;
            match mark {
                b'(' => (depth, opened) = (depth + 1, end),
                b')' => depth = depth.saturating_sub(1),
                b'.' if depth == 0 => {
                    let word = bytes[..end].last().is_some_and(u8::is_ascii_lowercase);
                    if word && matches!(bytes.get(at), Some(b' ' | b'\n')) {
                        return Some(first..end);
                    }
                }
                b';' if depth == 0 => return Some(first..end),
                _ => {}
            }
        }
        Some(first..at)
    })
}
