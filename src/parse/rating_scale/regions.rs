//! Where in a text definitions may stand: pieces that hold several grade words as labels. Cheap, for it looks at every
//! byte of every report.

use std::ops::Range;

use crate::parse::{folded::simplified, lexicon};

/// Bytes before the first grade word of a piece that may say horizon and benchmark.
const BEFORE: usize = 3600;
/// Bytes behind the last one.
const AFTER: usize = 2600;
/// Farther apart, two grade words belong to different definitions.
const APART: usize = 2600;
/// Longer pieces are read in parts, so that no input makes one piece of a whole book.
const LONGEST: usize = 48_000;

/// The pieces of `text` to read, in order and apart from each other.
#[must_use]
pub fn regions(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut first, mut last, mut count) = (0, 0, 0_usize);
    let mut close = |first: usize, last: usize, count: usize, end: usize| {
        if count >= 2 {
            let floor = found.last().map_or(0, |region: &Range<usize>| region.end);
            let start = border(text, first.saturating_sub(BEFORE)).max(floor);
            found.push(start..border(text, (last + AFTER).min(end).min(text.len())));
        }
    };
    for hit in Hits::new(text) {
        if count > 0 && (hit - last > APART || hit - first > LONGEST) {
            close(first, last, count, hit);
            count = 0;
        }
        if count == 0 {
            first = hit;
        }
        last = hit;
        count += 1;
    }
    close(first, last, count, text.len());
    found
}

/// The character border at or before byte `at`.
fn border(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The places of grade words that stand as labels stand.
struct Hits<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Hits<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }
}

impl Iterator for Hits<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            let start = self.at;
            match byte {
                // The lead bytes of the characters U+4E00 to U+9FFF.
                0xe4..=0xe9 => {
                    self.at += 3;
                    let word = chinese_word(&self.text[start..]);
                    if let Some(end) =
                        word.filter(|end| stands_as_label(&self.text[..start], &self.text[start + end..]))
                    {
                        self.at = start + end;
                        return Some(start);
                    }
                }
                b'A'..=b'Z' => {
                    self.at += 1;
                    let inside = start > 0 && bytes[start - 1].is_ascii_alphanumeric();
                    let word = lexicon::grade_word(&self.text[start..]).filter(|_| !inside);
                    if let Some((_, length)) = word {
                        self.at = start + length;
                        return Some(start);
                    }
                }
                b'1'..=b'5' if bytes.get(start + 1).is_some_and(|next| matches!(next, b'"' | 0xe2)) => {
                    self.at += 1;
                    let quoted = ["“", "\"", "‘"].iter().any(|quote| self.text[..start].ends_with(quote));
                    if quoted {
                        return Some(start);
                    }
                }
                _ => self.at += 1,
            }
        }
        None
    }
}

/// The length of the grade word that `text` begins with, whose characters may be spaces apart.
fn chinese_word(text: &str) -> Option<usize> {
    let first = simplified(text.chars().next()?);
    lexicon::words_beginning_with(first).iter().find_map(|(_, word)| {
        let mut rest = text;
        for character in word.chars() {
            let trimmed = rest.trim_start_matches([' ', '\u{3000}']);
            rest = if rest.len() - trimmed.len() <= 8 { trimmed } else { rest };
            let printed = rest.chars().next()?;
            if simplified(printed) != character {
                return None;
            }
            rest = &rest[printed.len_utf8()..];
        }
        Some(text.len() - rest.len())
    })
}

/// Whether what follows a grade word, or stands before it, may be its condition, as opposed to the middle of a sentence.
fn stands_as_label(before: &str, rest: &str) -> bool {
    // 在20%以上的为“推荐”: the condition stands before.
    if ["为", "为“", "为\"", "為", "為「"].iter().any(|word| before.ends_with(word)) {
        return true;
    }
    let rest = rest.trim_start_matches([' ', '\u{3000}', '”', '"', '’', '」', '』', '*']);
    let Some(next) = rest.chars().next() else { return true };
    !matches!(next, '、' | '。' | '的' | '和' | '与' | '或' | '至' | '》' | ';' | '；')
}
