//! Where in a text definitions may stand: pieces that hold several grade words as labels. Cheap, for it looks at every
//! byte of every report.

use std::ops::Range;

use super::grades::may_precede;
use crate::{
    parse::{
        folded::simplified_bytes,
        lexicon::{GRADES, grade_word},
    },
    text::words::{Words, character_length, words},
};

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
    let mut from = 0;
    while let Some((hit, end)) = next_label(text, from) {
        from = end;
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

/// How Chinese grade words begin, traditional characters included.
static BEGINNINGS: &Words = words![
    "买", "增", "中", "减", "卖", "沽", "推", "谨", "审", "强", "确", "降", "回", "规", "观", "持", "区",
    "收", "吸", "逢", "加", "优", "超", "领", "同", "大", "标", "平", "均", "低", "落", "弱", "逊", "看",
    "跑", "跟", "有", "正", "负", "积", "消", "无", "未", "暂", "不", "没", "受", "買", "減", "賣", "謹",
    "審", "強", "確", "規", "觀", "區", "優", "領", "標", "遜", "負", "積", "無", "暫", "沒",
];

/// The first grade word at byte `from` or behind it that stands as a label stands: its place and its end. It begins with
/// a Chinese character or a capital letter, or is a digit in quotes or at the beginning of a line, before a colon.
fn next_label(text: &str, from: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(first) = bytes.get(at) {
        let start = at;
        at += character_length(*first);
        match first {
            // The lead bytes of the characters U+4E00 to U+9FFF.
            0xe4..=0xe9 => {
                if !BEGINNINGS.may_stand_at(text, start) || !may_precede(&bytes[..start]) {
                    continue;
                }
                let end = chinese_word(&bytes[start..]).map(|length| start + length);
                if let Some(end) = end.filter(|end| stands_as_label(&text[..start], &text[*end..])) {
                    return Some((start, end));
                }
            }
            b'A'..=b'Z' if !bytes[..start].last().is_some_and(u8::is_ascii_alphanumeric) => {
                if let Some((_, length)) = grade_word(&text[start..]) {
                    return Some((start, start + length));
                }
            }
            // “1”, "1" and ‘1’.
            b'"' | 0xe2 => {
                let opens = *first == b'"' || matches!(bytes[start..at], [_, 0x80, 0x98 | 0x9c]);
                if opens && matches!(bytes[at..], [b'1'..=b'5', b'"' | 0xe2, ..]) {
                    return Some((at, at + 1));
                }
            }
            b'\n' => {
                let digit = at + usize::from(bytes.get(at) == Some(&b' '));
                if matches!(bytes[digit..], [b'1'..=b'5', b':', ..]) {
                    return Some((digit, digit + 1));
                }
            }
            _ => {}
        }
    }
    None
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

#[cfg(test)]
mod tests {
    use super::{BEGINNINGS, chinese_word};
    use crate::parse::lexicon::GRADES;

    #[test]
    fn every_grade_word_may_begin_and_is_found_spaced_out() {
        for word in GRADES.words() {
            assert!(BEGINNINGS.begin(&word).is_some(), "{word}");
            let spaced: String = word.chars().flat_map(|character| [character, ' ']).collect();
            assert_eq!(chinese_word(spaced.as_bytes()), Some(spaced.len() - 1), "{word}");
        }
    }
}
