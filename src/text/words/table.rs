//! How a list of words becomes a table while the program is compiled.
//!
//! First characters have places, 64 to 1,024 of them, some twelve for each character that words of the list begin
//! with. A table is, in bytes:
//! - for each place the number of the characters that have it, 0 where no word begins: nearly all places of a text are
//!   told by one look;
//! - bits of last characters, at most 256: no word ends as most texts end;
//! - for each number two bytes, where its words begin;
//! - the words: the length, the meaning and the bytes of each, longer ones first, a zero behind the last of a number.
//!
//! A word takes its bytes and two more. The places are zeros for the most part, which take nothing when the page is
//! transferred.

use super::Words;

/// Words with one meaning.
pub type Meaning = (u8, &'static [&'static str]);

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

/// The place of the last character of `bytes`; `None` where there is none.
pub(super) const fn last_place(bytes: &[u8], case: u8) -> Option<usize> {
    let mut at = bytes.len();
    while at > 0 {
        at -= 1;
        if bytes[at] & 0xc0 != 0x80 {
            return Some(place(bytes, at, bytes[at], case).0);
        }
    }
    None
}

/// The bits of last characters in a table of so many places.
pub(super) const fn last_bits(places: usize) -> usize {
    if places < 256 { places } else { 256 }
}

const MOST_PLACES: usize = 1024;

const fn case(any_case: bool) -> u8 {
    if any_case { 0x20 } else { 0 }
}

const fn place_of_word(word: &str, any_case: bool) -> usize {
    let bytes = word.as_bytes();
    place(bytes, 0, bytes[0], case(any_case)).0
}

/// The numbers of the first characters of `lists` among `places`, and how many there are.
const fn numbers(lists: &[Meaning], places: usize, any_case: bool) -> ([u8; MOST_PLACES], usize) {
    let (mut numbers, mut list) = ([0; MOST_PLACES], 0);
    while list < lists.len() {
        let mut index = 0;
        while index < lists[list].1.len() {
            numbers[place_of_word(lists[list].1[index], any_case) % places] = 1;
            index += 1;
        }
        list += 1;
    }
    let (mut count, mut place) = (0, 0);
    while place < places {
        if numbers[place] > 0 {
            count += 1;
            assert!(count < 256, "the words begin with more different characters than a byte counts");
            numbers[place] = count as u8;
        }
        place += 1;
    }
    (numbers, count)
}

/// How many places the table of `lists` has.
const fn places(lists: &[Meaning], any_case: bool) -> usize {
    let (_, count) = numbers(lists, MOST_PLACES, any_case);
    let mut places = 64;
    while places < 12 * count && places < MOST_PLACES {
        places *= 2;
    }
    places
}

/// The bytes of the table of `lists`.
#[must_use]
pub const fn size(lists: &[Meaning], any_case: bool) -> usize {
    let places = places(lists, any_case);
    let (_, count) = numbers(lists, places, any_case);
    let mut size = places + last_bits(places) / 8 + 3 * count;
    let mut list = 0;
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

/// The table of `lists`, `SIZE` bytes of it.
#[must_use]
pub const fn table<const SIZE: usize>(lists: &[Meaning], any_case: bool) -> Words<[u8; SIZE]> {
    let places = places(lists, any_case);
    let (numbers, count) = numbers(lists, places, any_case);
    let (case, mut longest, mut table) = (case(any_case), 0, [0; SIZE]);
    let starts = places + last_bits(places) / 8;
    let (mut entry, mut place, mut start) = (starts + 2 * count, 0, starts);
    while place < places {
        table[place] = numbers[place];
        if numbers[place] > 0 {
            table[start] = (entry % 256) as u8;
            table[start + 1] = (entry / 256) as u8;
            start += 2;
            let mut before = None;
            while let Some((list, index)) = next_word(lists, places, place, before, any_case) {
                let (meaning, word) = (lists[list].0, lists[list].1[index].as_bytes());
                table[entry] = word.len() as u8;
                table[entry + 1] = meaning;
                let mut byte = 0;
                while byte < word.len() {
                    table[entry + 2 + byte] = word[byte];
                    byte += 1;
                }
                entry += 2 + word.len();
                if let Some(last) = last_place(word, case) {
                    let last = last % last_bits(places);
                    table[places + last / 8] |= 1 << (last % 8);
                }
                if word.len() > longest as usize {
                    longest = word.len() as u8;
                }
                before = Some((word.len(), list, index));
            }
            entry += 1;
        }
        place += 1;
    }
    Words { case, longest, mask: (places - 1) as u16, table }
}

/// The list and the index of the word with `place` among `places` that follows `before`, its length, list and index:
/// of all with a place the longest is first.
const fn next_word(
    lists: &[Meaning],
    places: usize,
    place: usize,
    before: Option<(usize, usize, usize)>,
    any_case: bool,
) -> Option<(usize, usize)> {
    let (mut longest, mut found, mut list) = (0, None, 0);
    while list < lists.len() {
        let mut index = 0;
        while index < lists[list].1.len() {
            let length = lists[list].1[index].len();
            let follows = match before {
                None => true,
                Some((last, last_list, last_index)) => {
                    length < last
                        || (length == last && (list > last_list || (list == last_list && index > last_index)))
                }
            };
            if follows && length > longest && place_of_word(lists[list].1[index], any_case) % places == place
            {
                (longest, found) = (length, Some((list, index)));
            }
            index += 1;
        }
        list += 1;
    }
    found
}

/// A `&'static` [`Words`] of words, or of words with their meanings; see [`words`](crate::text::words).
macro_rules! words {
    (any case: $($list:tt)+) => { $crate::text::words::words!(@ true, $($list)+) };
    (@ $any_case:literal, $($meaning:expr => [$($word:literal),+ $(,)?]),+ $(,)?) => {{
        const LISTS: &[$crate::text::words::table::Meaning] = &[$(($meaning as u8, &[$($word),+])),+];
        const SIZE: usize = $crate::text::words::table::size(LISTS, $any_case);
        const TABLE: &$crate::text::words::Words =
            &$crate::text::words::table::table::<SIZE>(LISTS, $any_case);
        TABLE
    }};
    (@ $any_case:literal, $($word:literal),+ $(,)?) => {
        $crate::text::words::words!(@ $any_case, 0 => [$($word),+])
    };
    ($($list:tt)+) => { $crate::text::words::words!(@ false, $($list)+) };
}
pub(crate) use words;
