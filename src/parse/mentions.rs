//! Securities that running text names with their code.

mod name;

use std::ops::Range;

use super::{block::LineKind, passage::Passage};
use crate::{
    model::{
        code::{SecurityCode, security_code},
        pick::Mention,
    },
    text::{order::first_ones, words::hanzi_length},
};

/// A code in brackets stands within this many bytes.
const LONGEST_BRACKET: usize = 60;

/// The securities with a code in running text found so far. Text begins with its first sentence: what stands before
/// belongs to the masthead.
#[derive(Default)]
pub struct Reader {
    mentions: Vec<Mention>,
    begun: bool,
}

impl Reader {
    /// The securities, when all passages are read: each once, where it is first named.
    #[must_use]
    pub fn found(self) -> Vec<Mention> {
        first_ones(self.mentions, |Mention { code: one, .. }, Mention { code: other, .. }| {
            (&one.ticker, one.exchange).cmp(&(&other.ticker, other.exchange))
        })
    }

    /// Reads the next passage.
    pub fn read(&mut self, passage: &Passage) {
        if !matches!(passage.kind, LineKind::Prose | LineKind::Item | LineKind::Heading(_)) {
            return;
        }
        let text = passage.text.as_ref();
        let is_sentence = is_sentence(passage);
        self.begun |= is_sentence;
        if !self.begun || !(is_sentence || passage.kind == LineKind::Item) {
            return;
        }
        let named = codes(text).into_iter().map(|(range, code)| {
            let name = name::name_before(&text[..range.start]);
            Mention { printed: text[range.clone()].to_owned(), code, name, span: passage.span(range) }
        });
        self.mentions.extend(named);
    }
}

/// Whether the passage has the marks of a sentence.
fn is_sentence(passage: &Passage) -> bool {
    let text = passage.text.as_ref();
    let chinese = has_chinese_mark(text.as_bytes()) && text.chars().nth(15).is_some();
    chinese || ((text.ends_with('.') || text.contains(". ")) && text.split(' ').nth(5).is_some())
}

/// Whether ， ； 、 or 。 stands in `text`.
fn has_chinese_mark(text: &[u8]) -> bool {
    let mut at = 0;
    loop {
        at += hanzi_length(&text[at..]);
        at += match text[at..] {
            [0xef, 0xbc, 0x8c | 0x9b, ..] | [0xe3, 0x80, 0x81 | 0x82, ..] => return true,
            [] => return false,
            _ => 1,
        };
    }
}

/// The codes in `text` with their places.
fn codes(text: &str) -> Vec<(Range<usize>, SecurityCode)> {
    let bytes = text.as_bytes();
    let mut codes = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_alphanumeric() {
            at += hanzi_length(&bytes[at..]).max(1);
            continue;
        }
        let (length, held) = run(&bytes[at..]);
        let end = at + length;
        // Most words and numbers are told here: no exchange follows, and six digits alone are a code.
        let named = matches!(bytes[end..], [b' ', b'A'..=b'Z', b'A'..=b'Z', ..]);
        let whole = length <= 20 && (named || !(held == LETTER || (held == DIGIT && length != 6)));
        if let Some((length, code)) = whole.then(|| code(text, at, end)).flatten() {
            codes.push((at..at + length, code));
            at += length;
        } else {
            at = end;
        }
    }
    codes
}

const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const MARK: u8 = 4;

/// The length of the letters, digits and inner marks that `bytes` begin with, and which of these they are.
fn run(bytes: &[u8]) -> (usize, u8) {
    let (mut length, mut held) = (0, 0);
    for byte in bytes {
        held |= match byte {
            b'0'..=b'9' => DIGIT,
            b'A'..=b'Z' | b'a'..=b'z' => LETTER,
            b'.' | b'_' => MARK,
            _ => break,
        };
        length += 1;
    }
    if held & MARK == 0 {
        return (length, held);
    }
    length -= bytes[..length].iter().rev().take_while(|byte| matches!(byte, b'.' | b'_')).count();
    let marks = bytes[..length].iter().any(|byte| matches!(byte, b'.' | b'_'));
    (length, if marks { held } else { held & !MARK })
}

/// The code whose first letters or digits stand at `at..end`, and its length.
fn code(text: &str, at: usize, end: usize) -> Option<(usize, SecurityCode)> {
    let run = &text[at..end];
    let before = text[..at].chars().next_back();
    let after = text[end..].chars().next();
    let joined =
        |c: Option<char>| c.is_some_and(|c| matches!(c, '-' | '/' | '@' | '+' | '%' | '_') || c == '.');
    let digits = run.bytes().all(|byte| byte.is_ascii_digit());
    let in_brackets = is_in_brackets(text, at, end);
    let apart = |c: Option<char>| !joined(c) || (c == Some('/') && in_brackets) || c == Some('.');
    if !apart(before) || !apart(after) || after == Some('%') {
        return None;
    }
    // `0700 HK`: digits anywhere, letters in brackets only.
    if after == Some(' ') && run.len() <= 6 && (digits || in_brackets) {
        let suffix: String = text[end + 1..].chars().take(3).take_while(char::is_ascii_uppercase).collect();
        let whole = &text[at..end + 1 + suffix.len()];
        let ends = !text[end + 1 + suffix.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
        if suffix.len() == 2
            && ends
            && let Some(code) = security_code(whole)
        {
            return Some((whole.len(), code));
        }
    }
    let suffixed = run.contains('.');
    let lettered = !run.starts_with(|c: char| c.is_ascii_digit());
    let ticker = run.split('.').next().unwrap_or_default();
    let plain = if suffixed { in_brackets || !lettered || ticker.len() > 1 } else { in_brackets };
    // A bare number is a code only alone in brackets behind a name; one with its exchange before it is never a word.
    if !plain || (digits && !(is_alone(text, at, end) && run.len() == 6)) {
        return None;
    }
    let code = security_code(run)?;
    Some((run.len(), code))
}

/// Whether an opening bracket stands shortly before and a closing one shortly behind.
fn is_in_brackets(text: &str, at: usize, end: usize) -> bool {
    let before = text[..at].char_indices().rev().take_while(|(index, _)| at - index <= LONGEST_BRACKET);
    let opened = before.map(|(_, c)| c).find(|c| matches!(c, '（' | '(' | '）' | ')'));
    let behind = text[end..].char_indices().take_while(|(index, _)| *index <= LONGEST_BRACKET);
    let closed = behind.map(|(_, c)| c).find(|c| matches!(c, '（' | '(' | '）' | ')'));
    matches!(opened, Some('（' | '(')) && matches!(closed, Some('）' | ')'))
}

/// Whether the number stands alone in brackets behind a Chinese name.
fn is_alone(text: &str, at: usize, end: usize) -> bool {
    let Some(before) = text[..at].trim_end().strip_suffix(['（', '(']) else { return false };
    let closed = text[end..].trim_start().starts_with(['）', ')']);
    closed && before.trim_end().ends_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || c == 'A')
}
