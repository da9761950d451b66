//! Full-width forms (`％`, `８`, `－`) and their usual, half-width equals.

use std::borrow::Cow;

/// The half-width equal of a full-width form of ASCII, a blank for the ideographic one; any other character itself.
#[must_use]
pub fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        '\u{3000}' | '\u{a0}' => ' ',
        _ => character,
    }
}

/// `text` with its full-width forms made half-width; borrowed where it has none.
#[must_use]
pub fn narrowed(text: &str) -> Cow<'_, str> {
    // Only these bytes begin a full-width form or a wide blank.
    let begins = |pair: &[u8]| matches!(pair, [0xef, 0xbc | 0xbd] | [0xe3, 0x80] | [0xc2, 0xa0]);
    if !text.as_bytes().windows(2).any(begins) || text.chars().all(|character| narrow(character) == character)
    {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(narrow).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::narrowed;

    #[test]
    fn full_width_forms_become_ascii() {
        assert_eq!(narrowed("８．６１％　（Ａ）"), "8.61% (A)");
        assert_eq!(narrowed("中文，a"), "中文,a");
    }
}
