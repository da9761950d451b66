//! The different texts of a column, each once.

use std::{
    borrow::Cow,
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

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
        let mut known: HashMap<Cow<'a, str>, u32, BuildHasherDefault<TextHasher>> = HashMap::default();
        let mut texts = Vec::new();
        let places = rows.map(|text| {
            *known.entry(text).or_insert_with_key(|text| {
                texts.push(text.clone());
                texts.len() as u32 - 1
            })
        });
        Self { places: places.collect(), texts }
    }
}

/// A hash of short texts, eight bytes a step; the standard library's is made against chosen collisions and costs a
/// sort of 100,000 names a third of its time.
#[derive(Default)]
struct TextHasher(u64);

impl TextHasher {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for TextHasher {
    fn write(&mut self, bytes: &[u8]) {
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            self.mix(word.try_into().map_or(0, u64::from_le_bytes));
        }
        self.mix(words.remainder().iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        // The table takes the highest and the lowest bits; the multiplication fills the highest only.
        self.0 ^ self.0 >> 32
    }
}
