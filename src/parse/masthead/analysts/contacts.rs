//! What stands beside a name: licence numbers, addresses and telephone numbers.

use crate::text::words::{Words, words};

/// The bytes of a licence number: a letter and thirteen digits.
pub const LICENSE: usize = 14;

/// The length of the licence number at byte `at`.
fn license_at(text: &str, at: usize) -> Option<usize> {
    let shape = |at: usize| {
        let bytes = text.as_bytes().get(at..at + LICENSE)?;
        (bytes[0].is_ascii_uppercase() && bytes[1..].iter().all(u8::is_ascii_digit)).then_some(())
    };
    shape(at)?;
    let before = at.checked_sub(1).and_then(|before| text.as_bytes().get(before));
    // In text without white space one stands right behind the other.
    let starts = !before.is_some_and(|before| before.is_ascii_digit() || before.is_ascii_uppercase())
        || at.checked_sub(LICENSE).is_some_and(|other| shape(other).is_some());
    let behind = text.as_bytes().get(at + LICENSE..).unwrap_or_default();
    // In text without white space a telephone number follows right behind.
    let digits = behind.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let dialled = match behind {
        [b'0', ..] => digits >= 10 || behind.get(digits) == Some(&b'-'),
        [b'1', b'3'..=b'9', ..] => digits == 11,
        _ => false,
    };
    let ended = digits == 0 || dialled;

    (starts && ended).then_some(LICENSE)
}

/// Where the first licence number from byte `from` on begins: its digits hold every thirteenth byte once.
pub fn license_from(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from + LICENSE - 1;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii_digit() {
            let digits = bytes[from..at].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
            if let Some(start) = (at - digits).checked_sub(1)
                && start >= from
                && license_at(text, start).is_some()
            {
                return Some(start);
            }
        }
        at += LICENSE - 1;
    }
    None
}

/// The licence numbers in `text`, or where it has none the central entity numbers.
pub fn licenses(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = license_from(text, from) {
        from = at + LICENSE;
        found.push(text[at..from].to_owned());
    }
    if found.is_empty() {
        found.extend(entity_numbers(text));
    }
    found
}

/// What stands before a central entity number.
static ENTITY_WORDS: &Words =
    words!["SFC", "CE", "CE No", "CE Number", "CE Ref", "中央编号", "编号", "牌照", "No"];

/// The bytes of a central entity number: three letters and three digits.
const ENTITY: usize = 6;

/// Whether the six bytes at `at` have the shape of one.
fn entity_at(bytes: &[u8], at: usize) -> bool {
    bytes.get(at..at + ENTITY).is_some_and(|six| {
        six[..3].iter().all(u8::is_ascii_uppercase) && six[3..].iter().all(u8::is_ascii_digit)
    })
}

/// Central entity numbers of the Hong Kong regulator: three letters and three digits behind a word that says so, or
/// alone between borders.
fn entity_numbers(text: &str) -> Vec<String> {
    let bytes = text.as_bytes();
    (0..bytes.len().saturating_sub(5))
        .filter(|at| {
            let shape = entity_at(bytes, *at);
            let ended = !bytes.get(*at + 6).is_some_and(u8::is_ascii_alphanumeric);
            shape && ended && ENTITY_WORDS.end(text[..*at].trim_end_matches([':', ' ', '(', '.'])).is_some()
        })
        .map(|at| text[at..at + 6].to_owned())
        .collect()
}

/// The addresses of electronic mail in `text`.
pub fn emails(text: &str) -> Vec<String> {
    let part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let mut start = at - bytes[..at].iter().rev().take_while(|byte| part(byte)).count();
        if license_at(text, start).is_some() {
            start += LICENSE;
        }
        let mut end = at + 1 + bytes[at + 1..].iter().take_while(|byte| part(byte)).count();
        end -= text[at..end].len() - text[at..end].trim_end_matches(['.', '-', '_']).len();
        // In text without white space a number stands right before or behind: its letters are none of the address's.
        if let Some(dot) = text[at..end].rfind('.') {
            let letters =
                bytes[at + dot + 1..end].iter().take_while(|byte| byte.is_ascii_lowercase()).count();
            end = if letters >= 2 { at + dot + 1 + letters } else { end };
        }
        let number =
            bytes[start..at].iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'-').count();
        if number >= 10 && bytes[start..start + number].contains(&b'-') {
            start += number;
        }
        // Where two stand right beside each other, nothing says where the first ends.
        if bytes.get(end) == Some(&b'@') || bytes[..start].last() == Some(&b'@') {
            continue;
        }
        if entity_at(bytes, start) && start + ENTITY < at {
            start += ENTITY;
        }
        if start < at && text[at..end].contains('.') {
            found.push(text[start..end].to_owned());
        }
    }
    found
}

/// What stands before a telephone number.
static PHONE_WORDS: &Words = words!["电话", "Tel", "TEL", "tel", "手机", "Phone", "联系方式"];

/// Telephone numbers: behind a word for them, or an area code and a number.
pub fn phones(text: &str) -> Vec<String> {
    let bytes = text.as_bytes();
    let mut found: Vec<String> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let starts = (bytes[at].is_ascii_digit() || bytes[at] == b'+')
            && !(at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'.'));
        if !starts {
            at += 1;
            continue;
        }
        let length = bytes[at..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b' ' | b'(' | b')' | b'+'))
            .count();
        let number = text[at..at + length].trim_end_matches([' ', '-', '(', ')', '+']);
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        let before = text[..at].trim_end_matches([':', ' ', '(', '.']);
        let named = PHONE_WORDS.end(before).is_some();
        let dialled = number.starts_with('0') && number.contains('-') && (10..=13).contains(&digits);
        if (named && (7..=16).contains(&digits)) || dialled {
            found.push(number.to_owned());
        }
        at += length.max(1);
    }
    found
}
