//! The initials of Chinese characters in pinyin, `hgxx` for 海光信息, in all readings of a character.

use std::ops::Range;

use crate::text::width::narrow;

/// Which letters the readings of each character begin with. The table is made when the page is built and is loaded when a
/// reader first searches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Initials {
    /// Sets of letters, a bit for each from `a` on.
    sets: Vec<u32>,
    /// From [`FIRST`] on, the place of each character's set among the sets.
    places: Vec<u8>,
}

/// The first character of the table, 一.
pub const FIRST: u32 = 0x4e00;

impl Initials {
    /// The table of a file: the count of sets, four bytes for each, the lowest first, then a byte a character.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let Some((count, rest)) = bytes.split_first() else { return Self::default() };
        let (sets, places) = rest.split_at((usize::from(*count) * 4).min(rest.len()));
        let set = |bytes: &[u8]| bytes.try_into().map_or(0, u32::from_le_bytes);
        Self { sets: sets.chunks(4).map(set).collect(), places: places.to_vec() }
    }

    /// The letters by which `character` can be found, a bit for each from `a` on and, behind them, from `0` on: itself
    /// for Latin letters and digits, what its readings begin with for Chinese ones, none for anything else.
    #[must_use]
    pub fn letters(&self, character: char) -> u64 {
        let character = narrow(character).to_ascii_lowercase();
        if let Some(own) = key_bit(character) {
            return own;
        }
        let place = (character as u32).checked_sub(FIRST).and_then(|place| self.places.get(place as usize));
        place.and_then(|place| self.sets.get(usize::from(*place))).map_or(0, |set| u64::from(*set))
    }

    /// Where in `text` the characters stand whose initials are `needle`, which [`is_initials`] holds for: next to each
    /// other but for signs, and one of them a Chinese one, since anything else is found as text.
    #[must_use]
    pub fn find(&self, text: &str, needle: &str) -> Option<Range<usize>> {
        let letters: Vec<(usize, char, u64)> = text
            .char_indices()
            .map(|(at, character)| (at, character, self.letters(character)))
            .filter(|(_, _, letters)| *letters != 0)
            .collect();
        let wanted: Vec<u64> = needle.chars().filter_map(key_bit).collect();
        let fits = |run: &&[(usize, char, u64)]| {
            run.iter().zip(&wanted).all(|((_, _, letters), wanted)| letters & wanted != 0)
                && run.iter().any(|(_, character, _)| *character as u32 >= FIRST)
        };
        let run = letters.windows(wanted.len().max(1)).find(fits)?;
        let (first, last) = (run.first()?, run.last()?);
        Some(first.0..last.0 + last.1.len_utf8())
    }
}

/// Whether `needle`, folded, can be the initials of a name: small Latin letters and digits, a letter among them.
#[must_use]
pub fn is_initials(needle: &str) -> bool {
    needle.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        && needle.bytes().any(|byte| byte.is_ascii_lowercase())
}

fn key_bit(character: char) -> Option<u64> {
    match character {
        'a'..='z' => Some(1 << (character as u32 - 'a' as u32)),
        '0'..='9' => Some(1 << (26 + character as u32 - '0' as u32)),
        _ => None,
    }
}

/// A table of a few characters for tests.
#[cfg(test)]
pub fn sample() -> Initials {
    let known = [
        ("海衡", "h"),
        ("光", "g"),
        ("信", "x"),
        ("息汐", "x"),
        ("重", "cz"),
        ("庆", "q"),
        ("传", "cz"),
        ("动", "d"),
    ];
    let mut bytes = vec![known.len() as u8 + 1, 0, 0, 0, 0];
    for (_, letters) in known {
        bytes.extend(letters.bytes().fold(0_u32, |set, letter| set | 1 << (letter - b'a')).to_le_bytes());
    }
    bytes.extend((FIRST..0xa000).map(|point| {
        let of =
            |(characters, _): &(&str, &str)| characters.chars().any(|character| character as u32 == point);
        known.iter().position(of).map_or(0, |place| place as u8 + 1)
    }));
    Initials::of_bytes(&bytes)
}

#[cfg(test)]
mod tests {
    use super::{is_initials, sample};

    #[track_caller]
    fn check(text: &str, needle: &str, found: Option<&str>) {
        assert_eq!(sample().find(text, needle).map(|place| &text[place]), found, "{needle} in {text}");
    }

    #[test]
    fn names_are_found_by_initials() {
        check("海光信息", "hgxx", Some("海光信息"));
        check("海光信息", "gx", Some("光信"));
        check("海光信息", "hx", None);
        check("衡汐传动", "hxc", Some("衡汐传"));
    }

    #[test]
    fn all_readings_count() {
        check("重庆", "cq", Some("重庆"));
        check("重庆", "zq", Some("重庆"));
        check("重庆", "q", Some("庆"));
    }

    #[test]
    fn letters_and_digits_in_names_stand_for_themselves_and_signs_for_nothing() {
        check("ＴＣＬ海光", "lh", Some("Ｌ海"));
        check("海光-U 3", "gu3", Some("光-U 3"));
        check("TCL", "tcl", None);
        check("", "a", None);
    }

    #[test]
    fn only_letters_and_digits_are_initials() {
        assert!(is_initials("hgxx") && is_initials("3m"));
        assert!(!is_initials("688") && !is_initials("海") && !is_initials("a b"));
    }
}
