//! Lists of words, made ready when the program is compiled, and one routine that looks for all words of a list in one
//! pass over a text. What would be `list.iter().any(|word| text.contains(word))` is `LIST.stand_in(text)`: the text is
//! looked at once, not once a word, and nothing is compiled anew for a list.
//!
//! A list is a static: `static LIST: &Words = words!["涨幅", "涨跌幅"];`. Words may have meanings, small numbers or
//! bits: `words![UP => ["强于", "above"], DOWN => ["弱于"]]`. A list that begins with `any case` holds words in small
//! letters and finds them in capitals too: `words![any case: "buy", "sell"]`.
//!
//! A table is the list sorted by first characters: a filter of 1,024 bits tells nearly all places where no word begins
//! by one look, and for a bit that is set stands where its words are. A word takes its bytes and two more.

/// A list of words. See the module for how one is written.
pub struct Words<T: ?Sized = [u8]> {
    /// The places of first characters: a bit for each, where a word begins with it.
    filter: [u64; FILTER],
    /// How many bits are set before each part of the filter.
    ranks: [u8; FILTER],
    /// The places of last characters, four to a bit: no word ends as most texts end.
    lasts: [u64; FILTER / 4],
    /// The bit that makes a letter small, 0 where capitals are told from small letters.
    case: u8,
    /// The bytes of the longest word.
    longest: u8,
    /// For each bit that is set two bytes, where its words begin. A word is its length, its meaning and its bytes;
    /// longer ones stand first, a zero behind the last.
    table: T,
}

const FILTER: usize = 16;

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
    /// The longest word that stands at byte `at` of `text`.
    #[must_use]
    pub fn at(&self, text: &str, at: usize) -> Option<Hit> {
        let bytes = text.as_bytes();
        let (place, _) = self.place(bytes, at)?;
        self.here(bytes, at, place, false)
    }

    /// Whether a word of the list begins with the character at byte `at` of `text`, or with one that it is not told
    /// from: one look, to be asked before anything else is looked at.
    #[must_use]
    pub fn may_stand_at(&self, text: &str, at: usize) -> bool {
        self.place(text.as_bytes(), at).is_some_and(|(place, _)| self.is_set(place))
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
        let last = last_place(bytes, self.case)?;
        if self.lasts[last / 64] >> (last % 64) & 1 == 0 {
            return None;
        }
        let mut at = bytes.len().saturating_sub(usize::from(self.longest));
        while let Some((place, length)) = self.place(bytes, at) {
            // The longest word at a place that ends before the text does hides a shorter one, which ends before it too.
            if self.is_set(place)
                && let Some(hit) = self.here(bytes, at, place, false)
                && hit.end == bytes.len()
            {
                return Some(hit);
            }
            at += length;
        }
        None
    }

    /// The first word in `text`; of several at one place the longest.
    #[must_use]
    pub fn first(&self, text: &str) -> Option<Hit> {
        self.next(text, 0)
    }

    /// The first word in `text` that begins at byte `from` or behind it; of several at one place the longest.
    #[must_use]
    pub fn next(&self, text: &str, from: usize) -> Option<Hit> {
        let bytes = text.as_bytes();
        let mut at = from;
        loop {
            at = self.skip(bytes, at);
            let (place, length) = self.place(bytes, at)?;
            if self.is_set(place)
                && let Some(hit) = self.here(bytes, at, place, false)
            {
                return Some(hit);
            }
            at += length;
        }
    }

    /// The word in `text` that begins last; of several at one place the longest.
    #[must_use]
    pub fn last(&self, text: &str) -> Option<Hit> {
        let bytes = text.as_bytes();
        (0..bytes.len()).rev().find_map(|at| {
            let (place, _) = self.place(bytes, at)?;
            self.here(bytes, at, place, false)
        })
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

    /// Whether a word begins with the bytes of `beginning`.
    #[must_use]
    pub fn one_begins_with(&self, beginning: &[u8]) -> bool {
        let Some((place, _)) = self.place(beginning, 0).filter(|(place, _)| self.is_set(*place)) else {
            return false;
        };
        let mut entry = self.entry(place);
        loop {
            let length = usize::from(self.table[entry]);
            if length == 0 {
                return false;
            }
            if self.table[entry + 2..][..length].starts_with(beginning) {
                return true;
            }
            entry += 2 + length;
        }
    }

    /// The words themselves, in the order of the table.
    #[cfg(test)]
    pub fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        for place in (0..64 * FILTER).filter(|place| self.is_set(*place)) {
            let mut entry = self.entry(place);
            while self.table[entry] > 0 {
                let word = &self.table[entry + 2..][..usize::from(self.table[entry])];
                words.push(String::from_utf8_lossy(word).into_owned());
                entry += 2 + word.len();
            }
        }
        words
    }

    /// All meanings, as bits, of all words that stand in `text`, those inside others too.
    #[must_use]
    pub fn meanings(&self, text: &str) -> u8 {
        let bytes = text.as_bytes();
        let (mut at, mut found) = (0, 0);
        loop {
            at = self.skip(bytes, at);
            let Some((place, length)) = self.place(bytes, at) else { return found };
            if self.is_set(place)
                && let Some(hit) = self.here(bytes, at, place, true)
            {
                found |= hit.meaning;
            }
            at += length;
        }
    }

    /// Where the first character of three bytes or another length stands, from byte `at` on, that a word may begin
    /// with: most characters take three bytes, and no word begins with most of them.
    #[inline]
    fn skip(&self, bytes: &[u8], mut at: usize) -> usize {
        while let Some([0xe0..=0xff, second, third]) = bytes.get(at..at + 3)
            && self.filter[usize::from(second & 15)] >> (third & 63) & 1 == 0
        {
            at += 3;
        }
        at
    }

    /// The place in the filter of the character at byte `at`, and its bytes; `None` behind the text. Bytes inside a
    /// character have places too, where no word begins.
    #[inline]
    fn place(&self, bytes: &[u8], at: usize) -> Option<(usize, usize)> {
        Some(place(bytes, at, *bytes.get(at)?, self.case))
    }

    #[inline]
    fn is_set(&self, place: usize) -> bool {
        self.filter[place / 64] >> (place % 64) & 1 != 0
    }

    /// Where in the table the words begin whose first character has `place`, a bit that is set.
    fn entry(&self, place: usize) -> usize {
        let below = self.filter[place / 64] & ((1 << (place % 64)) - 1);
        let index = 2 * (usize::from(self.ranks[place / 64]) + below.count_ones() as usize);
        usize::from(self.table[index]) | usize::from(self.table[index + 1]) << 8
    }

    /// The longest word at byte `at`, whose character has `place` in the filter; with the meanings of `all` words
    /// there, if these are asked for.
    fn here(&self, bytes: &[u8], at: usize, place: usize, all: bool) -> Option<Hit> {
        if !self.is_set(place) {
            return None;
        }
        let mut entry = self.entry(place);
        let rest = bytes.get(at..)?;
        let mut found: Option<Hit> = None;
        loop {
            let length = usize::from(self.table[entry]);
            if length == 0 {
                return found;
            }
            let (meaning, word) = (self.table[entry + 1], &self.table[entry + 2..entry + 2 + length]);
            // The last byte tells most words apart that begin alike.
            if rest.get(length - 1).is_some_and(|last| self.same(*last, word[length - 1]))
                && rest.iter().zip(word).all(|(byte, of_word)| self.same(*byte, *of_word))
            {
                let hit = found.get_or_insert(Hit { start: at, end: at + length, meaning: 0 });
                hit.meaning |= meaning;
                if !all {
                    return found;
                }
            }
            entry += 2 + length;
        }
    }

    #[inline]
    fn same(&self, byte: u8, of_word: u8) -> bool {
        byte == of_word || (byte.is_ascii_uppercase() && byte | self.case == of_word)
    }
}

/// The bytes of the character whose first byte is `first`.
#[must_use]
pub const fn character_length(first: u8) -> usize {
    match first {
        0..0xc0 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0.. => 4,
    }
}

/// The place in the filter of the character whose first byte, `first`, stands at `at`, and its bytes.
#[inline]
const fn place(bytes: &[u8], at: usize, first: u8, case: u8) -> (usize, usize) {
    // Most characters of a report take three bytes; the last two tell them apart.
    if first >= 0xe0 && at + 2 < bytes.len() {
        return (((bytes[at + 1] & 15) as usize) << 6 | (bytes[at + 2] & 63) as usize, 3);
    }
    let is_capital = first >= b'A' && first <= b'Z';
    ((if is_capital { first | case } else { first }) as usize, if first >= 0xc0 { 2 } else { 1 })
}

/// The place of the last character of `bytes` among last ones.
const fn last_place(bytes: &[u8], case: u8) -> Option<usize> {
    let mut at = bytes.len();
    while at > 0 {
        at -= 1;
        if bytes[at] & 0xc0 != 0x80 {
            return Some(place(bytes, at, bytes[at], case).0 % (16 * FILTER));
        }
    }
    None
}

/// Words with one meaning.
pub type Meaning = (u8, &'static [&'static str]);

/// The bytes of the table of `lists`.
#[must_use]
pub const fn size(lists: &[Meaning], any_case: bool) -> usize {
    let mut size = 0;
    let filter = filter(lists, any_case);
    let mut part = 0;
    while part < FILTER {
        // Two bytes say where the words of a place stand, one ends them.
        size += 3 * filter[part].count_ones() as usize;
        part += 1;
    }
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

const fn case(any_case: bool) -> u8 {
    if any_case { 0x20 } else { 0 }
}

const fn place_of_word(word: &str, any_case: bool) -> usize {
    let bytes = word.as_bytes();
    place(bytes, 0, bytes[0], case(any_case)).0
}

const fn filter(lists: &[Meaning], any_case: bool) -> [u64; FILTER] {
    let mut filter = [0; FILTER];
    let mut list = 0;
    while list < lists.len() {
        let mut index = 0;
        while index < lists[list].1.len() {
            let place = place_of_word(lists[list].1[index], any_case);
            filter[place / 64] |= 1 << (place % 64);
            index += 1;
        }
        list += 1;
    }
    filter
}

/// The table of `lists`, `SIZE` bytes of it.
#[must_use]
pub const fn table<const SIZE: usize>(lists: &[Meaning], any_case: bool) -> Words<[u8; SIZE]> {
    let filter = filter(lists, any_case);
    let mut words = Words {
        filter,
        ranks: [0; FILTER],
        lasts: [0; FILTER / 4],
        case: case(any_case),
        longest: 0,
        table: [0; SIZE],
    };
    let (mut part, mut rank) = (0, 0);
    while part < FILTER {
        words.ranks[part] = rank as u8;
        rank += filter[part].count_ones() as usize;
        part += 1;
    }
    assert!(rank <= 256, "the words begin with more different characters than a rank counts");
    let (mut entry, mut place, mut bucket) = (2 * rank, 0, 0);
    while place < FILTER * 64 {
        if filter[place / 64] >> (place % 64) & 1 == 1 {
            words.table[2 * bucket] = (entry % 256) as u8;
            words.table[2 * bucket + 1] = (entry / 256) as u8;
            bucket += 1;
            let mut before = None;
            while let Some((list, index)) = next_word(lists, place, before, any_case) {
                let (meaning, word) = (lists[list].0, lists[list].1[index].as_bytes());
                words.table[entry] = word.len() as u8;
                words.table[entry + 1] = meaning;
                let mut byte = 0;
                while byte < word.len() {
                    words.table[entry + 2 + byte] = word[byte];
                    byte += 1;
                }
                entry += 2 + word.len();
                if let Some(last) = last_place(word, words.case) {
                    words.lasts[last / 64] |= 1 << (last % 64);
                }
                if word.len() > words.longest as usize {
                    words.longest = word.len() as u8;
                }
                before = Some((word.len(), list, index));
            }
            entry += 1;
        }
        place += 1;
    }
    words
}

/// The list and the index of the word with `place` that follows `before`, its length, list and index: of all with a
/// place the longest is first.
const fn next_word(
    lists: &[Meaning],
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
            if follows && length > longest && place_of_word(lists[list].1[index], any_case) == place {
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
        const LISTS: &[$crate::text::words::Meaning] = &[$(($meaning as u8, &[$($word),+])),+];
        const SIZE: usize = $crate::text::words::size(LISTS, $any_case);
        const TABLE: &$crate::text::words::Words =
            &$crate::text::words::table::<SIZE>(LISTS, $any_case);
        TABLE
    }};
    (@ $any_case:literal, $($word:literal),+ $(,)?) => {
        $crate::text::words::words!(@ $any_case, 0 => [$($word),+])
    };
    ($($list:tt)+) => { $crate::text::words::words!(@ false, $($list)+) };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::{Hit, Words};

    static FALLS: &Words = words!["跌", "跌幅", "下跌", "不及", "lag", "loss", "±"];
    static MEANT: &Words = words![1 => ["超过", "强于"], 2 => ["不超过", "超", "强于"], 4 => [">=", "≥"]];
    static SMALL: &Words = words![any case: "in line", "buy", "买入"];

    fn found(words: &Words, text: &str) -> Vec<String> {
        words.hits(text).map(|hit| text[hit.start..hit.end].to_owned()).collect()
    }

    #[test]
    fn the_longest_word_at_a_place() {
        assert_eq!(FALLS.at("股价跌幅", 6), Some(Hit { start: 6, end: 12, meaning: 0 }));
        assert_eq!(FALLS.begin("跌了"), Some(Hit { start: 0, end: 3, meaning: 0 }));
        assert_eq!(FALLS.begin("涨跌幅"), None);
        assert_eq!(FALLS.at("跌", 3), None);
        assert_eq!(FALLS.at("跌", 1), None);
    }

    #[test]
    fn words_of_a_text_in_order() {
        assert_eq!(found(FALLS, "下跌幅度不及±5% lagloss l"), ["下跌", "不及", "±", "lag", "loss"]);
        assert_eq!(found(FALLS, "涨幅"), [""; 0]);
        assert_eq!(FALLS.first("a lag"), Some(Hit { start: 2, end: 5, meaning: 0 }));
        assert_eq!(FALLS.next("跌跌", 1).map(|hit| hit.start), Some(3));
        assert_eq!(FALLS.last("跌跌幅了").map(|hit| (hit.start, hit.end)), Some((3, 9)));
        assert_eq!(FALLS.last(""), None);
        assert!(FALLS.stand_in("大跌") && !FALLS.stand_in("大涨"));
    }

    #[test]
    fn the_word_at_the_end() {
        assert_eq!(FALLS.end("股价下跌").map(|hit| hit.start), Some(6));
        assert_eq!(FALLS.end("跌").map(|hit| hit.start), Some(0));
        assert_eq!(FALLS.end("下跌了"), None);
        assert_eq!(FALLS.end(""), None);
    }

    #[test]
    fn meanings_are_gathered() {
        assert_eq!(MEANT.meanings("不超过"), 1 | 2);
        assert_eq!(MEANT.meanings("强于"), 1 | 2);
        assert_eq!(MEANT.meanings("5%>=x"), 4);
        assert_eq!(MEANT.meanings("5%>x"), 0);
    }

    #[test]
    fn capitals_where_they_count_as_small_letters() {
        assert_eq!(found(SMALL, "BUY, In Line 买入"), ["BUY", "In Line", "买入"]);
        assert_eq!(found(FALLS, "LAG"), [""; 0]);
        assert_eq!(SMALL.end("to Buy").map(|hit| hit.start), Some(3));
    }
}
