//! Lists of words, made ready when they are first asked, and one routine that looks for all words of a list in one
//! pass over a text. What would be `list.iter().any(|word| text.contains(word))` is `LIST.stand_in(text)`: the text is
//! looked at once, not once a word, and nothing is compiled anew for a list.
//!
//! A list is a static: `static LIST: &Words = words!["涨幅", "涨跌幅"];`. Words may have meanings, small numbers or
//! bits: `words![UP => ["强于", "above"], DOWN => ["弱于"]]`. A list that begins with `any case` holds words in small
//! letters and finds them in capitals too: `words![any case: "buy", "sell"]`.

pub mod places;
pub mod table;

use std::sync::OnceLock;

pub(crate) use table::words;
use table::{Table, last_bits, place};

/// A list of words. See the module for how one is written, and [`table`] for how one is made.
pub struct Words {
    /// The bit that makes a letter small, 0 where capitals are told from small letters.
    case: u8,
    /// Of each word its length, its meaning and its bytes, as they are written in the list.
    written: &'static [u8],
    /// The same, to look words up in.
    table: OnceLock<Table>,
}

/// A word of a list where it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The word's meaning in its list; 0 where the list gives none.
    pub meaning: u8,
}

impl Words {
    /// The list of what [`table::written`] made; capitals are told from small letters unless it holds words in any case.
    #[must_use]
    pub const fn new(written: &'static [u8], any_case: bool) -> Self {
        Self { case: table::case(any_case), written, table: OnceLock::new() }
    }

    #[inline]
    fn table(&self) -> &Table {
        self.table.get_or_init(|| Table::of(self.written, self.case))
    }

    /// The longest word that stands at byte `at` of `text`.
    #[must_use]
    pub fn at(&self, text: &str, at: usize) -> Option<Hit> {
        let bytes = text.as_bytes();
        let table = self.table();
        let (place, length) = place(bytes, at, *bytes.get(at)?, self.case);
        let number = table.number(place);
        let may_stand = number > 0 && self.goes_on(table, bytes, place, at + length);
        if may_stand { self.here(table, bytes, at, number, false) } else { None }
    }

    /// Whether a word of the list begins with the character at byte `at` of `text`, or with one that it is not told
    /// from: one look, to be asked before anything else is looked at.
    #[inline]
    #[must_use]
    pub fn may_stand_at(&self, text: &str, at: usize) -> bool {
        let bytes = text.as_bytes();
        bytes.get(at).is_some_and(|first| self.table().number(place(bytes, at, *first, self.case).0) > 0)
    }

    /// The longest word that `text` begins with.
    #[must_use]
    pub fn begin(&self, text: &str) -> Option<Hit> {
        self.at(text, 0)
    }

    /// The word that `text` is, whole.
    #[must_use]
    pub fn whole(&self, text: &str) -> Option<Hit> {
        self.begin(text).filter(|hit| hit.end == text.len())
    }

    /// The longest word that `text` ends with.
    #[must_use]
    pub fn end(&self, text: &str) -> Option<Hit> {
        let bytes = text.as_bytes();
        if !self.may_end(bytes) {
            return None;
        }
        let mut at = bytes.len().saturating_sub(usize::from(self.table().longest));
        // The longest word at a place that ends before the text does hides a shorter one, which ends before it too.
        while let Some(hit) = self.search(bytes, at, false) {
            if hit.end == bytes.len() {
                return Some(hit);
            }
            at = hit.start + character_length(bytes[hit.start]);
        }
        None
    }

    /// Whether a word of the list ends with the last character of `text`, or with one that it is not told from.
    #[must_use]
    pub fn may_end(&self, text: &[u8]) -> bool {
        table::last_place(text, self.case).is_some_and(|place| {
            let table = self.table();
            let place = place % last_bits(table.places());
            table.bytes[table.places() + place / 8] >> (place % 8) & 1 != 0
        })
    }

    /// The first word in `text`; of several at one place the longest.
    #[must_use]
    pub fn first(&self, text: &str) -> Option<Hit> {
        self.next(text, 0)
    }

    /// The first word in `text` that begins at byte `from` or behind it; of several at one place the longest.
    #[must_use]
    pub fn next(&self, text: &str, from: usize) -> Option<Hit> {
        self.search(text.as_bytes(), from, false)
    }

    /// The word in `text` that begins last; of several at one place the longest.
    #[must_use]
    pub fn last(&self, text: &str) -> Option<Hit> {
        (0..text.len()).rev().find_map(|at| self.at(text, at))
    }

    /// Whether a word stands in `text`.
    #[must_use]
    pub fn stand_in(&self, text: &str) -> bool {
        self.next(text, 0).is_some()
    }

    /// The words of `text` in order, one behind the other: the next one is looked for where the one before it ends.
    pub fn hits<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Hit> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            let hit = self.next(text, from)?;
            from = hit.end;
            Some(hit)
        })
    }

    /// Whether a word begins with the bytes of `beginning`, in the letters of the list.
    #[must_use]
    pub fn one_begins_with(&self, beginning: &[u8]) -> bool {
        let Some((first, last)) = beginning.first().zip(beginning.last()) else { return false };
        let table = self.table();
        let number = table.number(place(beginning, 0, *first, self.case).0);
        if number == 0 {
            return false;
        }
        let mut entry = table.entry(number);
        while let Some(word) = table.word(entry) {
            if word.get(beginning.len() - 1) == Some(last) && word.starts_with(beginning) {
                return true;
            }
            entry += 2 + word.len();
        }
        false
    }

    /// Calls `take` with the bytes of each word.
    pub fn each(&self, take: &mut dyn FnMut(&[u8])) {
        table::words_of(self.written).for_each(|(_, word)| take(word));
    }

    /// All meanings, as bits, of all words that stand in `text`, those inside others too.
    #[must_use]
    pub fn meanings(&self, text: &str) -> u8 {
        let bytes = text.as_bytes();
        let (mut at, mut found) = (0, 0);
        while let Some(hit) = self.search(bytes, at, true) {
            found |= hit.meaning;
            at = hit.start + character_length(bytes[hit.start]);
        }
        found
    }

    /// The first place at byte `from` or behind it where a word stands: the longest there, with the meanings of `all`
    /// words there, if these are asked for.
    fn search(&self, bytes: &[u8], from: usize, all: bool) -> Option<Hit> {
        let (mut at, table) = (from, self.table());
        let numbers = table.numbers();
        while let Some(first) = bytes.get(at) {
            // Bytes inside a character have places too, where no word begins.
            let (place, length) = place(bytes, at, *first, self.case);
            let number = numbers[place & table.mask];
            if number > 0
                && self.goes_on(table, bytes, place, at + length)
                && let Some(hit) = self.here(table, bytes, at, number, all)
            {
                return Some(hit);
            }
            at += length;
        }
        None
    }

    /// Whether a word whose first character has `place` may go on with the character at byte `at`.
    #[inline]
    fn goes_on(&self, table: &Table, bytes: &[u8], first: usize, at: usize) -> bool {
        let second = bytes.get(at).map_or(0, |byte| place(bytes, at, *byte, self.case).0);
        table.has_pair(first, second)
    }

    /// The longest word at byte `at`, whose character has `number`, which is not 0; with the meanings of `all` words
    /// there, if these are asked for.
    fn here(&self, table: &Table, bytes: &[u8], at: usize, number: u8, all: bool) -> Option<Hit> {
        let mut entry = table.entry(number);
        let rest = &bytes[at..];
        let mut found: Option<Hit> = None;
        while let Some(word) = table.word(entry) {
            let length = word.len();
            // The last byte tells most words that begin with the same character.
            if let Some(part) = rest.get(..length)
                && self.same(part[length - 1], word[length - 1])
                && part.iter().zip(word).all(|(byte, of)| self.same(*byte, *of))
            {
                let hit = found.get_or_insert(Hit { start: at, end: at + length, meaning: 0 });
                hit.meaning |= table.bytes[entry + 1];
                if !all {
                    return found;
                }
            }
            entry += 2 + length;
        }
        found
    }

    #[inline]
    fn same(&self, byte: u8, of_word: u8) -> bool {
        byte == of_word || (byte.is_ascii_uppercase() && byte | self.case == of_word)
    }
}

/// The bytes of the character whose first byte is `first`.
#[must_use]
#[inline]
pub const fn character_length(first: u8) -> usize {
    match first {
        0..0xc0 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0.. => 4,
    }
}

/// The bytes of the Chinese characters (U+4000 to U+9FFF) that `bytes` begin with.
#[must_use]
#[inline]
pub fn hanzi_length(bytes: &[u8]) -> usize {
    let (threes, _) = bytes.as_chunks::<3>();
    3 * threes.iter().take_while(|[first, ..]| matches!(first, 0xe4..=0xe9)).count()
}

#[cfg(test)]
mod tests;
