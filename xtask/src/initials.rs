//! The table of pinyin initials that the workbench searches by, made from the readings of a crate: which letters the
//! readings of each Chinese character begin with.

use pinyin::ToPinyinMulti as _;

/// The table's name in the site.
pub const NAME: &str = "initials.bin";

/// The characters of the table, 一 to the end of the block.
const CHARACTERS: std::ops::Range<u32> = 0x4e00..0xa000;

/// The file: the count of sets of letters, each set in four bytes, the lowest first, with a bit for each letter from `a`
/// on, and a byte a character that names its set. The workbench reads it.
#[must_use]
pub fn table() -> Vec<u8> {
    let mut sets: Vec<u32> = vec![0];
    let mut places = Vec::with_capacity(CHARACTERS.len());
    for character in CHARACTERS.filter_map(char::from_u32) {
        let letters = letters(character);
        let place = sets.iter().position(|set| *set == letters).unwrap_or_else(|| {
            sets.push(letters);
            sets.len() - 1
        });
        places.push(place);
    }
    // Rare sets beyond what a byte can name lose nothing: there are fewer than 200 of them.
    let mut bytes = vec![sets.len().min(255) as u8];
    sets.iter().take(255).for_each(|set| bytes.extend(set.to_le_bytes()));
    bytes.extend(places.into_iter().map(|place| if place < 255 { place as u8 } else { 0 }));
    bytes
}

fn letters(character: char) -> u32 {
    let readings = character.to_pinyin_multi().into_iter().flatten();
    let first = |reading: pinyin::Pinyin| reading.plain().bytes().next().filter(u8::is_ascii_lowercase);
    readings.filter_map(first).fold(0, |set, letter| set | 1 << (letter - b'a'))
}

#[cfg(test)]
mod tests {
    use super::{CHARACTERS, table};

    #[track_caller]
    fn check(character: char, letters: &str) {
        let table = table();
        let sets = usize::from(table[0]);
        let place = usize::from(table[1 + sets * 4 + (character as u32 - CHARACTERS.start) as usize]);
        let set = u32::from_le_bytes(table[1 + place * 4..5 + place * 4].try_into().unwrap());
        let found: String =
            ('a'..='z').filter(|letter| set >> (*letter as u32 - 'a' as u32) & 1 == 1).collect();
        assert_eq!(found, letters, "{character}");
    }

    #[test]
    fn all_readings_count() {
        check('海', "h");
        check('重', "ctz");
        check('庆', "q");
        check('长', "cz");
        check('行', "hx");
    }

    #[test]
    fn a_byte_names_every_set() {
        let table = table();
        assert!(usize::from(table[0]) < 255);
        assert_eq!(table.len(), 1 + usize::from(table[0]) * 4 + CHARACTERS.len());
    }
}
