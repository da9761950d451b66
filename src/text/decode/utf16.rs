//! UTF-16 in both byte orders, with or without its mark.

use crate::text::encoding::Encoding;

/// The text of `bytes`, each lone surrogate as one U+FFFD, and how many of those there are; a last odd byte is one.
pub fn text(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, usize) {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    let mut broken = rest.len();
    for character in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        broken += usize::from(character.is_err());
        text.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    if !rest.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    (text, broken)
}

/// UTF-16 without a mark: nearly all units are ASCII, hanzi or their punctuation in one byte order, and there are
/// zero bytes, without which pairs of letters would pass for hanzi.
pub fn by_pattern(sample: &[u8]) -> Option<Encoding> {
    if !sample.contains(&0) {
        return None;
    }
    let (pairs, _) = sample.as_chunks::<2>();
    let zeros = |side: usize| pairs.iter().filter(|pair| pair[side] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let (encoding, unit): (_, fn([u8; 2]) -> u16) = if second > first {
        (Encoding::Utf16Le, u16::from_le_bytes)
    } else {
        (Encoding::Utf16Be, u16::from_be_bytes)
    };
    // A line end every two hundred characters is the least that a text has.
    if first.max(second) * 200 < pairs.len() || first.max(second) == 0 {
        return None;
    }
    // Hanzi as UTF-16 are hardly ever valid UTF-8, and ASCII as UTF-16 is half zero bytes; what is neither is a
    // text of bytes with a stray NUL, whose pairs of small letters would pass for hanzi.
    if (first + second) * 10 < sample.len() && std::str::from_utf8(sample).is_ok() {
        return None;
    }
    let usual = pairs.iter().filter(|pair| is_usual(unit(**pair))).count();
    (usual * 10 >= pairs.len() * 9).then_some(encoding)
}

fn is_usual(unit: u16) -> bool {
    matches!(unit, 0x09..=0x0D | 0x20..=0x7E | 0xA0..=0xFF | 0x2000..=0x206F | 0x3000..=0x303F | 0x4E00..=0x9FFF | 0xFF00..=0xFFEF)
}
