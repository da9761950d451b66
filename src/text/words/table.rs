//! How a list of words becomes a table when it is first asked.
//!
//! First characters have places, 64 to 1,024 of them, some twelve for each character that words of the list begin
//! with. A table is, in bytes:
//! - for each place the number of the characters that have it, 0 where no word begins: nearly all places of a text are
//!   told by one look;
//! - bits of last characters, at most 256: no word ends as most texts end;
//! - in a list of its own, bits of pairs of first characters: nine of ten places whose character begins a word are told
//!   from words by the next one;
//! - for each number two bytes, where its words begin;
//! - the words: the length, the meaning and the bytes of each, longer ones first, a zero behind the last of a number.
//!
//! The program carries the words alone, since tables do not compress: 9 kB for all lists in place of 22.

/// Words with one meaning.
pub type Meaning = (u8, &'static [&'static str]);

/// Words to be looked up.
pub(super) struct Table {
    /// The bytes of the longest word.
    pub(super) longest: u8,
    /// How many places first characters have, less one: the bits that a place keeps.
    pub(super) mask: usize,
    /// Bits of the first two characters of words.
    pairs: Vec<u64>,
    /// The numbers of first characters by place, bits of last characters, where the words of each number begin, and the
    /// words.
    pub(super) bytes: Vec<u8>,
}

impl Table {
    /// The table of what [`written`] made.
    pub(super) fn of(written: &[u8], case: u8) -> Self {
        let place_of = |word: &[u8]| place(word, 0, word[0], case).0;
        let mut words: Vec<(u8, &[u8])> = words_of(written).collect();
        // The order of a list decides between words of one length.
        words.sort_by_key(|(_, word)| std::cmp::Reverse(word.len()));
        let longest = words.first().map_or(0, |(_, word)| word.len() as u8);
        let mut taken = [false; MOST_PLACES];
        words.iter().for_each(|(_, word)| taken[place_of(word) % MOST_PLACES] = true);
        let count = taken.iter().filter(|is_taken| **is_taken).count();
        let places = (12 * count).next_power_of_two().clamp(64, MOST_PLACES);
        let mut pairs = vec![0; (words.len() / 4).next_power_of_two().clamp(4, 32)];
        for (_, word) in &words {
            let (first, length) = place(word, 0, word[0], case);
            match word.get(length) {
                Some(byte) => {
                    let (index, bit) = pair(first, place(word, length, *byte, case).0, pairs.len());
                    pairs[index] |= bit;
                }
                // Anything may follow a single character.
                None => pairs.fill(u64::MAX),
            }
        }
        let mut bytes = vec![0; places + last_bits(places) / 8];
        words.sort_by_key(|(_, word)| place_of(word) % places);
        let by_place: Vec<_> =
            words.chunk_by(|(_, one), (_, next)| place_of(one) % places == place_of(next) % places).collect();
        let starts = bytes.len();
        bytes.resize(starts + 2 * by_place.len(), 0);
        for (index, of_place) in by_place.into_iter().enumerate() {
            bytes[place_of(of_place[0].1) % places] = index as u8 + 1;
            let entry = (bytes.len() as u16).to_le_bytes();
            bytes[starts + 2 * index..][..2].copy_from_slice(&entry);
            for (meaning, word) in of_place {
                bytes.extend([word.len() as u8, *meaning]);
                bytes.extend(*word);
                if let Some(last) = last_place(word, case) {
                    let last = last % last_bits(places);
                    bytes[places + last / 8] |= 1 << (last % 8);
                }
            }
            bytes.push(0);
        }
        Self { longest, mask: places - 1, pairs, bytes }
    }

    /// Whether a word may begin with two characters that have these places.
    #[inline]
    pub(super) fn has_pair(&self, first: usize, second: usize) -> bool {
        let (index, bit) = pair(first, second, self.pairs.len());
        self.pairs[index] & bit != 0
    }

    /// The number of the first characters by place.
    #[inline]
    pub(super) fn numbers(&self) -> &[u8] {
        &self.bytes[..=self.mask]
    }

    pub(super) fn places(&self) -> usize {
        self.mask + 1
    }

    /// The number of the first characters with `place`; 0 where no word begins.
    #[inline]
    pub(super) fn number(&self, place: usize) -> u8 {
        self.bytes[place & self.mask]
    }

    /// Where in the table the words begin whose first characters have `number`, which is not 0.
    #[inline]
    pub(super) fn entry(&self, number: u8) -> usize {
        let places = self.places();
        let index = places + last_bits(places) / 8 + 2 * usize::from(number);
        usize::from(self.bytes[index - 2]) | usize::from(self.bytes[index - 1]) << 8
    }

    /// The bytes of the word at `entry` of the table; `None` behind the last one of a number.
    pub(super) fn word(&self, entry: usize) -> Option<&[u8]> {
        let length = usize::from(self.bytes[entry]);
        (length > 0).then(|| &self.bytes[entry + 2..][..length])
    }
}

/// The place of the character whose first byte, `first`, stands at `at`, before it is cut to the bits of a list, and
/// the bytes of the character.
#[inline]
pub(super) const fn place(bytes: &[u8], at: usize, first: u8, case: u8) -> (usize, usize) {
    // Most characters of a report take three bytes; the last two tell them apart, and a place is cut to the bits of a list.
    if first >= 0xe0 && at + 2 < bytes.len() {
        return ((bytes[at + 1] as usize) << 6 ^ bytes[at + 2] as usize, 3);
    }
    let is_capital = first >= b'A' && first <= b'Z';
    ((if is_capital { first | case } else { first }) as usize, if first >= 0xc0 { 2 } else { 1 })
}

/// The word of so many, a power of two, and the bit in it, where a pair of places is noted.
#[inline]
const fn pair(first: usize, second: usize, words: usize) -> (usize, u64) {
    let place = first.wrapping_mul(37).wrapping_add(second);
    ((place / 64) & (words - 1), 1 << (place % 64))
}

/// The place of the last character of `bytes`; `None` where there is none.
pub(super) fn last_place(bytes: &[u8], case: u8) -> Option<usize> {
    let at = bytes.iter().rposition(|byte| byte & 0xc0 != 0x80)?;
    Some(place(bytes, at, bytes[at], case).0)
}

/// The bits of last characters in a table of so many places.
pub(super) const fn last_bits(places: usize) -> usize {
    if places < 256 { places } else { 256 }
}

const MOST_PLACES: usize = 1024;

pub(super) const fn case(any_case: bool) -> u8 {
    if any_case { 0x20 } else { 0 }
}

/// The words of what [`written`] made, with their meanings.
pub(super) fn words_of(mut written: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    std::iter::from_fn(move || {
        let (head, rest) = written.split_at_checked(2)?;
        let (word, rest) = rest.split_at_checked(usize::from(head[0]))?;
        written = rest;
        Some((head[1], word))
    })
}

/// How many bytes [`written`] makes of `lists`.
#[must_use]
pub const fn size(lists: &[Meaning]) -> usize {
    let (mut size, mut list) = (0, 0);
    while list < lists.len() {
        let mut index = 0;
        while index < lists[list].1.len() {
            size += 2 + lists[list].1[index].len();
            index += 1;
        }
        list += 1;
    }
    size
}

/// The words of `lists` in `SIZE` bytes: the length, the meaning and the bytes of each.
#[must_use]
pub const fn written<const SIZE: usize>(lists: &[Meaning]) -> [u8; SIZE] {
    let (mut written, mut at, mut list) = ([0; SIZE], 0, 0);
    while list < lists.len() {
        let mut index = 0;
        while index < lists[list].1.len() {
            let word = lists[list].1[index].as_bytes();
            assert!(!word.is_empty() && word.len() < 256, "a word of a list has 1 to 255 bytes");
            written[at] = word.len() as u8;
            written[at + 1] = lists[list].0;
            let mut byte = 0;
            while byte < word.len() {
                written[at + 2 + byte] = word[byte];
                byte += 1;
            }
            at += 2 + word.len();
            index += 1;
        }
        list += 1;
    }
    written
}

/// A `&'static` [`Words`](super::Words) of words, or of words with their meanings; see [`words`](crate::text::words).
macro_rules! words {
    (any case: $($list:tt)+) => { $crate::text::words::words!(@ true, $($list)+) };
    (@ $any_case:literal, $($meaning:expr => [$($word:literal),+ $(,)?]),+ $(,)?) => {{
        const LISTS: &[$crate::text::words::table::Meaning] = &[$(($meaning as u8, &[$($word),+])),+];
        const WRITTEN: &[u8] =
            &$crate::text::words::table::written::<{ $crate::text::words::table::size(LISTS) }>(LISTS);
        static TABLE: $crate::text::words::Words = $crate::text::words::Words::new(WRITTEN, $any_case);
        &TABLE
    }};
    (@ $any_case:literal, $($word:literal),+ $(,)?) => {
        $crate::text::words::words!(@ $any_case, 0 => [$($word),+])
    };
    ($($list:tt)+) => { $crate::text::words::words!(@ false, $($list)+) };
}
pub(crate) use words;
