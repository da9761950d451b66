//! Where in a text definitions may stand: pieces that hold several grade words as labels. Cheap, for it looks at every
//! byte of every report.

use std::ops::Range;

use crate::{
    parse::{
        folded::simplified,
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

const CHINESE: u8 = 1;
const LATIN: u8 = 2;
const QUOTED: u8 = 3;
const LINED: u8 = 4;
/// How grade words begin: with these characters, a capital letter, as a quoted digit, or as a digit in
/// a line of its own.
static BEGINNINGS: &Words = words![
    CHINESE => [
        "买", "增", "中", "减", "卖", "沽", "推", "谨", "审", "强", "确", "降", "回", "规", "观", "持", "区",
        "收", "吸", "逢", "加", "优", "超", "领", "同", "大", "标", "平", "均", "低", "落", "弱", "逊", "看",
        "跑", "跟", "有", "正", "负", "积", "消", "无", "未", "暂", "不", "没", "受", "買", "減", "賣", "謹",
        "審", "強", "確", "規", "觀", "區", "優", "領", "標", "遜", "負", "積", "無", "暫", "沒",
    ],
    LATIN => [
        "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T",
        "U", "V", "W", "X", "Y", "Z",
    ],
    QUOTED => [
        "“1", "“2", "“3", "“4", "“5", "\"1", "\"2", "\"3", "\"4", "\"5", "‘1", "‘2", "‘3", "‘4",
        "‘5",
    ],
    LINED => [
        "\n1:", "\n2:", "\n3:", "\n4:", "\n5:", "\n 1:", "\n 2:", "\n 3:", "\n 4:", "\n 5:",
    ],
];

/// The first grade word at byte `from` or behind it that stands as a label stands: its place and its end.
fn next_label(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut from = from;
    while let Some(beginning) = BEGINNINGS.next(text, from) {
        let start = beginning.start;
        from = beginning.end;
        match beginning.meaning {
            CHINESE => {
                let end = chinese_word(&text[start..]).map(|length| start + length);
                if let Some(end) = end.filter(|end| stands_as_label(&text[..start], &text[*end..])) {
                    return Some((start, end));
                }
            }
            LATIN => {
                let inside = text[..start].ends_with(|last: char| last.is_ascii_alphanumeric());
                let word = if inside { None } else { grade_word(&text[start..]) };
                if let Some((_, length)) = word {
                    return Some((start, start + length));
                }
            }
            LINED => return Some((from - 2, from - 1)),
            _ if matches!(text.as_bytes().get(from), Some(b'"' | 0xe2)) => return Some((from - 1, from)),
            _ => {}
        }
    }
    None
}

/// No grade word has more characters.
const LONGEST_WORD: usize = 5;

/// The length of the grade word that `text` begins with, whose characters may be spaces apart.
fn chinese_word(text: &str) -> Option<usize> {
    let (mut word, mut ends) = ([0; 3 * LONGEST_WORD], [0; LONGEST_WORD]);
    let (mut at, mut count) = (0, 0);
    while count < LONGEST_WORD {
        let spaces = text[at..].len() - text[at..].trim_start_matches([' ', '\u{3000}']).len();
        at += if spaces <= 8 { spaces } else { 0 };
        let next = text[at..].chars().next().filter(|next| matches!(next, '\u{4e00}'..='\u{9fff}'));
        let Some(next) = next else { break };
        simplified(next).encode_utf8(&mut word[3 * count..]);
        at += next.len_utf8();
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
            assert_eq!(chinese_word(&spaced), Some(spaced.len() - 1), "{word}");
        }
    }
}
