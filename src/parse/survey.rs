//! One pass over the whole text for the words that tell several readers where to look: house names and headings, grade
//! words that may be labels, and signs of recommendations and risks. Two characters tell nearly every place at which none
//! of all these words begins.

use std::{ops::Range, sync::OnceLock};

use super::{
    folded::traditional_forms,
    lexicon::{ENGLISH_GRADES, GRADES},
    masthead::ANCHORS,
    passage::SIGNS,
    rating_scale::regions::{chinese_label, english_label, quoted_digit},
};
use crate::text::{
    order::sorted,
    words::{Hit, Words},
};

/// What the pass found, each kind in the order of the text.
#[derive(Default)]
pub struct Survey {
    /// The words of the masthead's list of anchors, one behind the other.
    pub anchors: Vec<Hit>,
    /// Grade words that stand as a label stands, one behind the other.
    pub labels: Vec<Range<usize>>,
    /// Signs of recommendations and risks.
    signs: Vec<Hit>,
}

impl Survey {
    /// The meanings, as bits, of the signs in `range`.
    #[must_use]
    pub fn signs(&self, range: &Range<usize>) -> u8 {
        let first = self.signs.partition_point(|sign| sign.start < range.start);
        let inside = self.signs[first..].iter().take_while(|sign| sign.end <= range.end);
        inside.fold(0, |found, sign| found | sign.meaning)
    }
}

const ANCHOR: u8 = 1;
const SIGN: u8 = 2;
const GRADE: u8 = 4;

/// So many different pairs of characters are told apart.
const PAIRS: usize = 1 << 14;

/// By the first two characters of words: which lists have such a word.
pub struct Beginnings {
    pairs: [u8; PAIRS],
    /// The Chinese characters that grade words begin with, whose characters may be spaces apart.
    grades: [bool; 4096],
    /// By byte: what may begin with it.
    opens: [Opens; 256],
}

/// What a byte may begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opens {
    /// No word of the lists.
    Nothing,
    /// A Chinese character, U+4000 to U+9FFF.
    Hanzi,
    /// A word of Latin letters.
    Letters,
    /// A quote or a line end before a digit that is a label.
    Digit,
}

/// A Chinese character by the last two of its three bytes.
#[inline]
fn key(second: u8, third: u8) -> usize {
    usize::from(second & 63) << 6 | usize::from(third & 63)
}

#[inline]
fn pair(first: usize, second: usize) -> usize {
    (first * 37 + second) % PAIRS
}

#[inline]
fn letters(first: u8, second: u8) -> usize {
    (usize::from(first) * 131 + usize::from(second)) % PAIRS
}

/// The keys of `character` and of the traditional `forms` that are read as it.
fn keys(forms: &[([u8; 3], [u8; 3])], character: [u8; 3]) -> impl Iterator<Item = usize> {
    let first = forms.partition_point(|(simple, _)| *simple < character);
    let others = forms[first..].iter().take_while(move |(simple, _)| *simple == character);
    std::iter::once(character)
        .chain(others.map(|(_, form)| *form))
        .map(|[_, second, third]| key(second, third))
}

/// The table, made once.
#[must_use]
pub fn beginnings() -> &'static Beginnings {
    static MADE: OnceLock<Box<Beginnings>> = OnceLock::new();
    MADE.get_or_init(|| {
        let forms = sorted(traditional_forms().collect(), |(one, _), (other, _)| one.cmp(other));
        let mut made =
            Box::new(Beginnings { pairs: [0; PAIRS], grades: [false; 4096], opens: [Opens::Nothing; 256] });
        made.opens[0xe4..=0xe9].fill(Opens::Hanzi);
        for byte in [b'"', b'\n', b'>', 0xe2] {
            made.opens[usize::from(byte)] = Opens::Digit;
        }
        let mut add = |words: &Words, list: u8| {
            words.each(&mut |word| match *word {
                [first @ ..=0x7f, second, ..] => {
                    let (capital, large) = (first.to_ascii_uppercase(), second.to_ascii_uppercase());
                    made.pairs[letters(first, second)] |= list;
                    made.opens[usize::from(first)] = Opens::Letters;
                    if list == GRADE {
                        made.opens[usize::from(capital)] = Opens::Letters;
                        for second in [second, large, b'-'] {
                            made.pairs[letters(capital, second)] |= list;
                        }
                    }
                }
                [a, b, c, d, e, f, ..] => {
                    for first in keys(&forms, [a, b, c]) {
                        for second in keys(&forms, [d, e, f]) {
                            made.pairs[pair(first, second)] |= list;
                        }
                        made.grades[first] |= list == GRADE;
                    }
                }
                _ => {}
            });
        };
        add(ANCHORS, ANCHOR);
        add(SIGNS, SIGN);
        add(GRADES, GRADE);
        add(ENGLISH_GRADES, GRADE);
        made
    })
}

impl Beginnings {
    /// Whether a Chinese grade word may begin with the Chinese character, as it is printed.
    #[must_use]
    pub fn begins_grade(&self, [_, second, third]: [u8; 3]) -> bool {
        self.grades[key(second, third)]
    }

    /// Whether a Chinese grade word may begin with the first two characters of the folded `text`.
    #[inline]
    #[must_use]
    pub fn of_grade(&self, text: &[u8]) -> bool {
        let [0xe4..=0xe9, b, c, 0xe4..=0xe9, e, f, ..] = text else { return false };
        self.pairs[pair(key(*b, *c), key(*e, *f))] & GRADE != 0
    }
}

/// What stands where in `text`.
#[must_use]
pub fn survey(text: &str) -> Survey {
    let bytes = text.as_bytes();
    let beginnings = beginnings();
    let mut survey = Survey::default();
    let mut at = 0;
    while let Some(first) = bytes.get(at) {
        match beginnings.opens[usize::from(*first)] {
            Opens::Nothing => at += 1,
            Opens::Hanzi => at = survey.hanzi(text, at, beginnings),
            Opens::Letters => {
                let next = bytes.get(at + 1).copied().unwrap_or_default();
                let lists = beginnings.pairs[letters(*first, next)];
                if lists != 0 {
                    survey.look(text, at, lists);
                }
                at += 1;
            }
            Opens::Digit => {
                if let Some(label) = quoted_digit(bytes, at) {
                    survey.label(label);
                }
                at += 1;
            }
        }
    }
    survey
}

impl Survey {
    /// Looks at the Chinese characters from byte `at` on, one behind the other, and says where they end.
    fn hanzi(&mut self, text: &str, mut at: usize, beginnings: &Beginnings) -> usize {
        let bytes = text.as_bytes();
        let [_, second, third, ..] = bytes[at..] else { return bytes.len() };
        let mut this = key(second, third);
        let (threes, _) = bytes[at + 3..].as_chunks::<3>();
        for [first, second, third] in threes {
            if !matches!(first, 0xe4..=0xe9) {
                break;
            }
            let next = key(*second, *third);
            let lists = beginnings.pairs[pair(this, next)];
            if lists != 0 {
                self.look(text, at, lists);
            }
            this = next;
            at += 3;
        }
        let rest = &bytes[at + 3..];
        if matches!(rest.first(), Some(b' ' | 0xe3)) && beginnings.grades[this] {
            self.look(text, at, GRADE);
        }
        at + 3
    }

    /// Looks for words of these lists at byte `at`.
    fn look(&mut self, text: &str, at: usize, lists: u8) {
        if lists & ANCHOR != 0
            && self.anchors.last().is_none_or(|last| last.end <= at)
            && let Some(hit) = ANCHORS.at(text, at)
        {
            self.anchors.push(hit);
        }
        if lists & SIGN != 0
            && let Some(hit) = SIGNS.at(text, at)
        {
            self.signs.push(hit);
        }
        if lists & GRADE != 0 {
            let is_letter = text.as_bytes()[at].is_ascii();
            let end = if is_letter { english_label(text, at) } else { chinese_label(text, at) };
            if let Some(end) = end {
                self.label(at..end);
            }
        }
    }

    fn label(&mut self, label: Range<usize>) {
        if self.labels.last().is_none_or(|last| last.end <= label.start) {
            self.labels.push(label);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ANCHORS, GRADES, survey};

    #[test]
    fn every_word_is_found() {
        ANCHORS.each(&mut |word| {
            let text = format!("1 {} 2", String::from_utf8_lossy(word));
            assert_eq!(survey(&text).anchors.len(), 1, "{text}");
        });
        GRADES.each(&mut |word| {
            let word = String::from_utf8_lossy(word);
            let spaced: String = word.chars().flat_map(|character| [character, ' ']).collect();
            for text in [format!("{word}："), format!("{spaced}：")] {
                let end = text.trim_end_matches([' ', '：']).len();
                assert!(matches!(survey(&text).labels[..], [std::ops::Range { start: 0, end: found }] if found == end));
            }
        });
    }

    #[test]
    fn one_kind_behind_the_other() {
        let found = survey("建议关注：衡汐证券有限公司。買入：涨幅20%以上；風險");
        assert_eq!(found.labels.len(), 1);
        assert_eq!(found.anchors.len(), 2);
        assert_eq!(found.signs.len(), 3);
        assert_eq!(found.signs(&(0..15)), 1);
    }
}
