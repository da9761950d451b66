//! Full-width forms (`％`, `８`, `－`) and their usual, half-width equals.

use std::borrow::Cow;

use super::words::character_length;

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
    let bytes = text.as_bytes();
    let mut changed = String::new();
    // What stands before `from` is in `changed`.
    let (mut at, mut from) = (0, 0);
    while at < bytes.len() {
        let length = character_length(bytes[at]);
        // Only these bytes begin a full-width form or a wide blank.
        if matches!(bytes[at], 0xc2 | 0xe3 | 0xef)
            && let Some(character) = text[at..].chars().next()
            && narrow(character) != character
        {
            changed.push_str(&text[from..at]);
            changed.push(narrow(character));
            from = at + length;
        }
        at += length;
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    changed.push_str(&text[from..]);
    Cow::Owned(changed)
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
