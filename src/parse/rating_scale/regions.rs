//! Where in a text definitions may stand: pieces that hold several grade words as labels.

use std::ops::Range;

use super::grades::may_precede;
use crate::{
    parse::{
        folded::simplified_bytes,
        lexicon::{GRADES, grade_word},
    },
    text::words::{Words, words},
};

/// Bytes before the first grade word of a piece that may say horizon and benchmark.
const BEFORE: usize = 3600;
/// Bytes behind the last one.
const AFTER: usize = 2600;
/// Farther apart, two grade words belong to different definitions.
const APART: usize = 2600;
/// Longer pieces are read in parts, so that no input makes one piece of a whole book.
const LONGEST: usize = 48_000;

/// The pieces of `text` to read, in order and apart from each other, around the grade words at `labels`.
#[must_use]
pub fn regions(text: &str, labels: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut first, mut last, mut count) = (0, 0, 0_usize);
    let mut close = |first: usize, last: usize, count: usize, end: usize| {
        if count >= 2 {
            let floor = found.last().map_or(0, |region: &Range<usize>| region.end);
            let start = border(text, first.saturating_sub(BEFORE)).max(floor);
            found.push(start..border(text, (last + AFTER).min(end).min(text.len())));
        }
    };
    for hit in labels.iter().map(|label| label.start) {
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

/// Where the Chinese grade word at byte `at` ends, if it stands as a label stands.
#[must_use]
pub fn chinese_label(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if !may_precede(&bytes[..at]) {
        return None;
    }
    let end = at + chinese_word(&bytes[at..])?;
    stands_as_label(&text[..at], &text[end..]).then_some(end)
}

/// Where the English grade word at byte `at` ends, if it stands as a label stands: with a capital letter, at the
/// beginning of a word.
#[must_use]
pub fn english_label(text: &str, at: usize) -> Option<usize> {
    if text.as_bytes()[..at].last().is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    grade_word(&text[at..]).map(|(_, length)| at + length)
}

/// The digit behind the quote, the line end or the tag at byte `at` that may be a label: in quotes, or before a colon.
#[must_use]
pub fn quoted_digit(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let digit = match bytes[at..] {
        // “1”, "1" and ‘1’.
        [0xe2, 0x80, 0x98 | 0x9c, b'1'..=b'5', b'"' | 0xe2, ..] => at + 3,
        [b'"', b'1'..=b'5', b'"' | 0xe2, ..] => at + 1,
        [b'\n' | b'>', b'1'..=b'5', b':', ..] => at + 1,
        [b'\n', b' ', b'1'..=b'5', b':', ..] => at + 2,
        _ => return None,
    };
    Some(digit..digit + 1)
}

/// No grade word has more characters.
const LONGEST_WORD: usize = 5;

/// The length of the grade word that `text` begins with, whose characters may be spaces apart.
fn chinese_word(text: &[u8]) -> Option<usize> {
    let (mut word, mut ends) = ([0; 3 * LONGEST_WORD], [0; LONGEST_WORD]);
    let (mut at, mut count) = (0, 0);
    while count < LONGEST_WORD {
        let spaces = spaces(&text[at..]);
        at += if spaces <= 8 { spaces } else { 0 };
        let [first @ 0xe4..=0xe9, second, third, ..] = text[at..] else { break };
        word[3 * count..][..3].copy_from_slice(&simplified_bytes([first, second, third]));
        at += 3;
        ends[count] = at;
        count += 1;
        // Most characters that begin a grade word begin another word: the second one tells.
        if count == 2 && !GRADES.one_begins_with(&word[..6]) {
            return None;
        }
    }
    let found = GRADES.begin(std::str::from_utf8(&word[..3 * count]).ok()?)?;
    ends.get(found.end / 3 - 1).copied()
}

/// The bytes of the spaces that `text` begins with, those of full width included.
fn spaces(text: &[u8]) -> usize {
    let mut at = 0;
    loop {
        at += match text[at..] {
            [b' ', ..] => 1,
            [0xe3, 0x80, 0x80, ..] => 3,
            _ => return at,
        };
    }
}

/// What may stand between a condition and the grade behind it.
static NAMES: &Words = words!["为", "为“", "为\"", "為", "為「"];

/// Whether what follows a grade word, or stands before it, may be its condition, as opposed to the middle of a sentence.
fn stands_as_label(before: &str, rest: &str) -> bool {
    // 在20%以上的为“推荐”: the condition stands before.
    if NAMES.end(before).is_some() {
        return true;
    }
    let rest = rest.trim_start_matches([' ', '\u{3000}', '”', '"', '’', '」', '』', '*']);
    let Some(next) = rest.chars().next() else { return true };
    !matches!(next, '、' | '。' | '的' | '和' | '与' | '或' | '至' | '》' | ';' | '；')
}
