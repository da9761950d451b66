//! The different texts of a column, each once.

use std::borrow::Cow;

/// The different texts of a column, and for each row the place of its text among them.
pub(super) struct Interned<'a> {
    /// For each row, in the order given.
    pub places: Vec<u32>,
    /// In the order of their first rows.
    pub texts: Vec<Cow<'a, str>>,
}

impl<'a> Interned<'a> {
    /// The texts of rows.
    pub(super) fn of(rows: impl ExactSizeIterator<Item = Cow<'a, str>>) -> Self {
        // A table of half a hash and a place plus 1 a slot, 0 where free, at most half full. The standard library's
        // keeps the texts in it and hashes against chosen collisions, which makes it three times as slow here.
        let mask = (rows.len() * 2).next_power_of_two() - 1;
        let mut slots = vec![0_u64; mask + 1];
        let mut texts: Vec<Cow<'a, str>> = Vec::new();
        let places = rows.map(|text| {
            let hash = hash(&text);
            let mut slot = hash as usize & mask;
            loop {
                let held = slots[slot];
                if held == 0 {
                    texts.push(text);
                    slots[slot] = hash & HALF | texts.len() as u64;
                    return texts.len() as u32 - 1;
                }
                let place = held as u32 - 1;
                if held & HALF == hash & HALF && texts[place as usize] == text {
                    return place;
                }
                slot = (slot + 1) & mask;
            }
        });
        Self { places: places.collect(), texts }
    }
}

/// The half of a hash that stands in a slot.
const HALF: u64 = 0xffff_ffff_0000_0000;

/// A hash of a short text, eight bytes a step.
fn hash(text: &str) -> u64 {
    let mix = |hash: u64, word: u64| {
        let mixed = (hash.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ mixed >> 32
    };
    let mut words = text.as_bytes().chunks_exact(8);
    let begun = words
        .by_ref()
        .fold(text.len() as u64, |hash, word| mix(hash, word.try_into().map_or(0, u64::from_le_bytes)));
    mix(begun, words.remainder().iter().fold(0, |word, byte| word << 8 | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use proptest::{collection::vec, proptest};

    use super::Interned;

    proptest! {
        #[test]
        fn each_text_stands_once(rows in vec("[ab中]{0,11}", 0..60)) {
            let interned = Interned::of(rows.iter().map(|row| Cow::Borrowed(row.as_str())));
            let read: Vec<&str> = interned.places.iter().map(|place| &*interned.texts[*place as usize]).collect();
            assert_eq!(read, rows);
            let distinct: std::collections::BTreeSet<&str> = interned.texts.iter().map(AsRef::as_ref).collect();
            assert_eq!(distinct.len(), interned.texts.len());
        }
    }
}
