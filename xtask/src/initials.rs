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
    let letters: Vec<Vec<u32>> = CHARACTERS.filter_map(char::from_u32).map(letters).collect();
    let all = |letters: &[u32]| letters.iter().fold(0, |set, letter| set | letter);
    // A byte names 255 sets: those of the most characters. One whose set is rarer keeps the letter of its first reading.
    let mut counts = std::collections::BTreeMap::<u32, usize>::new();
    for letters in &letters {
        *counts.entry(all(letters)).or_default() += 1;
    }
    let mut sets: Vec<u32> = counts.keys().copied().filter(|set| *set != 0).collect();
    sets.sort_by_key(|set| (set.count_ones() > 1, std::cmp::Reverse(counts[set]), *set));
    sets.insert(0, 0);
    sets.truncate(255);
    let place = |set: u32| sets.iter().position(|other| *other == set);
    let mut bytes = vec![sets.len() as u8];
    sets.iter().for_each(|set| bytes.extend(set.to_le_bytes()));
    bytes.extend(letters.iter().map(|letters| {
        let first = || place(letters.first().copied().unwrap_or_default());
        place(all(letters)).or_else(first).unwrap_or_default() as u8
    }));
    bytes
}

/// The letters that the readings of a character begin with, one bit each, the usual reading first.
fn letters(character: char) -> Vec<u32> {
    let readings = character.to_pinyin_multi().into_iter().flatten();
    let first = |reading: pinyin::Pinyin| reading.plain().bytes().next().filter(u8::is_ascii_lowercase);
    readings.filter_map(first).map(|letter| 1 << (letter - b'a')).collect()
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
        let sets = usize::from(table[0]);
        assert!(table[1 + sets * 4..].iter().all(|set| usize::from(*set) < sets));
        assert_eq!(table.len(), 1 + usize::from(table[0]) * 4 + CHARACTERS.len());
    }
}
