//! Several lists looked for together: one pass over a text notes where words of any of them may begin, and each list is
//! asked there alone. What would be a pass a list and question is one pass for all of them.

use std::ops::Range;

use super::{Hit, Words, table::place};

/// Lists that are looked for together, each with a bit of its own.
pub struct Together {
    /// By the first two characters of a text: the lists of which a word may begin with them.
    pairs: Vec<u16>,
    /// By the first character alone: the lists with such a word, and behind [`ALONE`] bits those with such a character.
    firsts: Vec<u16>,
}

/// A list is one of so many bits.
const ALONE: u16 = 8;

/// The bit that makes a letter small.
const CASE: u8 = 0x20;

/// So many characters and so many pairs of them are told apart.
const KEYS: usize = 4096;

#[inline]
fn pair(first: usize, second: usize) -> usize {
    first.wrapping_mul(37).wrapping_add(second) % KEYS
}

impl Together {
    /// The lists with their bits, and characters that are noted wherever they stand.
    #[must_use]
    pub fn of(lists: &[(&Words, u16)], characters: &[(&str, u16)]) -> Self {
        let mut together = Self { pairs: vec![0; KEYS], firsts: vec![0; KEYS] };
        for (words, list) in lists {
            words.each(&mut |word| together.add(word, words.case, *list));
        }
        for (characters, list) in characters {
            let mut bytes = [0; 4];
            characters.chars().for_each(|character| {
                together.add(character.encode_utf8(&mut bytes).as_bytes(), 0, *list);
            });
        }
        together
    }

    /// The same with words whose beginnings may be printed in capitals, or with a hyphen for their first space.
    #[must_use]
    pub fn and_capitalized(mut self, words: &Words, list: u16) -> Self {
        words.each(&mut |word| {
            self.add(word, CASE, list);
            if let [first, b' ', ..] = word {
                self.add(&[*first, b'-'], CASE, list);
            }
        });
        self
    }

    /// Notes the beginning of `word`, in small letters and capitals where `case` is their bit.
    fn add(&mut self, word: &[u8], case: u8, list: u16) {
        let (first, length) = place(word, 0, word[0], 0);
        let second = word.get(length).map(|byte| place(word, length, *byte, 0).0);
        let both = |key: usize| {
            let letter = case != 0 && u8::try_from(key).is_ok_and(|byte| byte.is_ascii_lowercase());
            [key, if letter { key & !usize::from(case) } else { key }]
        };
        for first in both(first) {
            self.firsts[first % KEYS] |= list;
            match second {
                Some(second) => both(second).map(|second| self.pairs[pair(first, second)] |= list),
                None => [(), self.firsts[first % KEYS] |= list << ALONE],
            };
        }
    }

    /// Where words may begin in `text`.
    #[must_use]
    pub fn places(&self, text: &str) -> Places {
        let bytes = text.as_bytes();
        let (pairs, firsts) = (&self.pairs[..KEYS], &self.firsts[..KEYS]);
        let mut found = Vec::with_capacity(text.len() / 16);
        let mut rest = bytes;
        while let [first, behind @ ..] = rest {
            let (key, next) = match behind {
                [second, third, next @ ..] if *first >= 0xe0 => {
                    ((usize::from(*second) << 6) ^ usize::from(*third), next)
                }
                [_, next @ ..] if *first >= 0xc0 => (usize::from(*first), next),
                _ => (usize::from(*first), behind),
            };
            // Most characters begin no word.
            let lists = firsts[key % KEYS];
            if lists != 0 {
                let second = next.first().map_or(0, |byte| place(next, 0, *byte, 0).0);
                let lists = (lists >> ALONE) | (lists & pairs[pair(key, second)]);
                if lists != 0 {
                    found.push(((bytes.len() - rest.len()) as u32, lists));
                }
            }
            rest = next;
        }
        Places { found }
    }
}

/// Where in a text words of lists may begin.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// In the order of the text: the byte, and the lists by their bits.
    found: Vec<(u32, u16)>,
}

impl Places {
    /// The places in `range` where a word of `list` may begin, with the bits of all lists there. No place behind it is looked
    /// at, whatever list it is of.
    pub fn within(&self, list: u16, range: Range<usize>) -> impl Iterator<Item = (usize, u16)> + '_ {
        let first = self.found.partition_point(|(at, _)| (*at as usize) < range.start);
        let inside = self.found[first..].iter().take_while(move |(at, _)| (*at as usize) < range.end);
        inside.filter(move |(_, lists)| lists & list != 0).map(|(at, lists)| (*at as usize, *lists))
    }

    /// What [`Words::next`] says of the beginning, `text`, of the text that was looked at.
    #[must_use]
    pub fn next(&self, words: &Words, list: u16, text: &str, from: usize) -> Option<Hit> {
        self.within(list, from..text.len()).find_map(|(at, _)| words.at(text, at))
    }
}

#[cfg(test)]
mod tests {
    use super::{Together, Words};
    use crate::text::words::words;

    static GRADES: &Words = words!["买入", "增持", "buy"];
    static ANY_CASE: &Words = words![any case: "sell", "年", "α值"];

    #[test]
    fn each_list_is_found_as_alone() {
        let together = Together::of(&[(GRADES, 1), (ANY_CASE, 2)], &[("；A", 4)]);
        let text = "一年买入、增持；SELL, buy Sell α值A 买年";
        let places = together.places(text);
        for (list, words) in [(1, GRADES), (2, ANY_CASE)] {
            for from in 0..=text.len() {
                assert_eq!(places.next(words, list, text, from), words.next(text, from), "{list} {from}");
            }
        }
        assert_eq!(
            places.within(4, 0..text.len()).filter(|(at, _)| text[*at..].starts_with(['；', 'A'])).count(),
            2
        );
    }
}
