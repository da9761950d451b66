//! UTF-8, also where some of its bytes are broken.

#[cfg(not(target_arch = "wasm32"))]
use simdutf8::compat::from_utf8;
#[cfg(target_arch = "wasm32")]
use std::str::from_utf8;

use super::PIECE;

/// The text of `bytes`; `None` at the first that is broken.
pub fn valid(bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len());
    while text.len() < bytes.len() {
        let rest = &bytes[text.len()..];
        let piece = valid_start(&rest[..character_end(rest, PIECE)]);
        if piece.is_empty() {
            return None;
        }
        text.push_str(piece);
    }
    Some(text)
}

/// The end of the last character that ends within the first `most` bytes: a piece with a cut character would be looked
/// at twice.
fn character_end(bytes: &[u8], most: usize) -> usize {
    let within = |at: &usize| bytes.get(*at).is_none_or(|byte| byte & 0xc0 != 0x80);
    (most.saturating_sub(3)..=most).rev().find(within).unwrap_or(most).min(bytes.len())
}

/// What is valid at the beginning of `piece`, whose last character may be cut.
#[inline(never)]
pub fn valid_start(piece: &[u8]) -> &str {
    match from_utf8(piece) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&piece[..error.valid_up_to()]).unwrap_or_default(),
    }
}

/// The text of `bytes`, each broken sequence as one U+FFFD, and how many there are.
pub fn text(bytes: &[u8]) -> (String, usize) {
    if let Some(text) = valid(bytes) {
        return (text, 0);
    }
    let mut text = String::with_capacity(bytes.len() + 64);
    let mut broken = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            broken += 1;
        }
    }
    (text, broken)
}

/// How many U+FFFD a text has.
pub fn replacement_characters(text: &str) -> usize {
    let (mut rest, mut count) = (text, 0);
    while !rest.is_empty() {
        let (piece, next) = rest.split_at(rest.floor_char_boundary(PIECE));
        count += replacement_characters_of(piece);
        rest = next;
    }
    count
}

#[inline(never)]
fn replacement_characters_of(piece: &str) -> usize {
    piece.matches(char::REPLACEMENT_CHARACTER).count()
}

/// Whether `sample` is UTF-8 with a few broken places: text in another encoding makes characters of several bytes
/// by chance only, and breaks at nearly every one.
pub fn is_likely(sample: &[u8]) -> bool {
    let (mut broken, mut wide) = (0, 0);
    for chunk in sample.utf8_chunks() {
        broken += usize::from(!chunk.invalid().is_empty());
        // Three bytes and more, where the hanzi are: two bytes of GB18030 often look like a character of two.
        wide += chunk.valid().bytes().filter(|byte| *byte >= 0xE0).count();
    }
    wide > 2 * broken
}

/// Whether nearly all of it is ASCII, so that a text in some Western encoding can be read but for its accents.
pub fn is_nearly_ascii(bytes: &[u8]) -> bool {
    let wide: usize = bytes.chunks(PIECE).map(wide_bytes).sum();
    wide <= bytes.len() / 20
}

#[inline(never)]
fn wide_bytes(piece: &[u8]) -> usize {
    piece.iter().filter(|byte| !byte.is_ascii()).count()
}
