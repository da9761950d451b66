//! The security of a report on one company: name and code in a short line of the head.

use super::pieces::Piece;
use crate::{
    model::{
        code::{SecurityCode, is_security_code, security_code},
        masthead::Security,
    },
    text::words::{Words, words},
};

/// The security that the head names; `None` where it names several, or none in a line of its own.
#[must_use]
pub fn security(text: &str, pieces: &[Piece]) -> Option<Security> {
    let mut found: Vec<Security> = Vec::new();
    for piece in pieces.iter().take(80).filter(|piece| !piece.related && piece.count <= 60) {
        let ticker = |security: &Security| security.code.ticker.trim_start_matches('0').to_owned();
        let named = in_piece(text, piece)
            .filter(|named| !found.iter().any(|earlier| ticker(earlier) == ticker(named)));
        found.extend(named);
    }
    let mut found = found.into_iter();
    let Some(first) = found.next() else { return inside(text, pieces) };
    found.next().is_none().then_some(first)
}

/// In text without white space: the first code in brackets before the first sentence; its name only where dashes stand
/// before it, as in the line below a title.
fn inside(text: &str, pieces: &[Piece]) -> Option<Security> {
    let piece = pieces.iter().take(6).find(|piece| piece.count > 200)?;
    let words = piece.words.split("。").next()?;
    words.match_indices('(').find_map(|(open, _)| {
        // No code in brackets is as long.
        let behind = &words[open + 1..];
        let inside = behind[..behind.floor_char_boundary(64)].split(')').next()?;
        let printed =
            code_at(inside).or_else(|| Some(inside).filter(|inside| glued_code(inside).is_some()))?;
        let name = words[..open].rsplit('—').next().filter(|name| name.len() < open).unwrap_or_default();
        let whole = is_name(name) && name.chars().all(|character| !character.is_ascii_punctuation());
        security_of(text, piece, printed, Some(name).filter(|_| whole))
    })
}

fn in_piece(text: &str, piece: &Piece) -> Option<Security> {
    let words = piece.words.trim_start_matches(['—', '-', '"', '[']);
    static LABELS: &Words = words![
        "股票代码",
        "证券代码",
        "公司代码",
        "代码",
        "Ticker",
        "Stock code",
        "Bloomberg",
        "Reuters",
        "RIC",
        "BBG",
        "股份代号",
        "股份代號",
    ];
    // Words of sentences, and of numbers that are no codes.
    static OTHERS: &Words = words!["。", "推荐", "关注", "首选", "指数", "http", "电话", "传真"];
    let label = LABELS.begin(words);
    if (label.is_none() && !may_hold_code(words.as_bytes())) || OTHERS.stand_in(words) {
        return None;
    }
    if let Some(label) = label {
        let printed = code_at(words[label.end..].trim_start_matches([':', ' ', '(']))?;
        return security_of(text, piece, printed, None);
    }
    // A code with its market in a line of its own, also twice: 9999.HK, 9999 HK.
    let mut codes = words.split([',', '/']).map(|part| security_code(part.trim()));
    if let Some(Some(first)) = codes.next()
        && !first.derived
        && codes.all(|other| other.is_some_and(|other| other.ticker == first.ticker))
    {
        return security_of(text, piece, words.split([',', '/']).next()?.trim(), None);
    }
    // Name and code: 比亚迪(002594), 中芯国际(00981.HK)季报点评, 贵州茅台 600519.SH.
    let (name, rest) = match words.find('(') {
        Some(open) => (&words[..open], &words[open + 1..]),
        None => {
            let at = words.find(|character: char| character.is_ascii_digit())?;
            let printed = code_at(&words[at..])?;
            let whole = at + printed.len() == words.len();
            return if whole && is_name(&words[..at]) {
                security_of(text, piece, printed, Some(&words[..at]))
            } else {
                None
            };
        }
    };
    let rest = LABELS.begin(rest).map_or(rest, |label| rest[label.end..].trim_start_matches([':', ' ']));
    let printed = code_at(rest)?;
    let name = name.rsplit([':', '|']).next().unwrap_or(name);
    is_name(name).then(|| security_of(text, piece, printed, Some(name)))?
}

/// Whether a code may stand in `words`: a number as long as a bare code is, or a letter beside a digit or a bracket.
fn may_hold_code(words: &[u8]) -> bool {
    // All bytes at once tell most pieces.
    if !words.iter().fold(false, |held, byte| held | byte.is_ascii_digit() | (*byte == b'(')) {
        return false;
    }
    let (mut digits, mut opens, mut letter) = (0, false, false);
    words.iter().any(|byte| {
        digits = if byte.is_ascii_digit() { digits + 1 } else { 0 };
        opens |= digits > 0 || *byte == b'(';
        letter |= byte.is_ascii_alphabetic();
        digits >= 5 || (opens && letter)
    })
}

fn is_name(name: &str) -> bool {
    let count = name.trim().chars().count();
    (1..=24).contains(&count)
        && !name.contains([',', ';', '、', '%', '—'])
        && name.chars().any(char::is_alphabetic)
}

/// The code that `rest` begins with, ended by something that is no part of a code.
fn code_at(rest: &str) -> Option<&str> {
    let end = rest.find([')', ',', ';', '/', '、', '(']).unwrap_or(rest.len());
    let inside = rest[..end].trim();
    if is_security_code(inside) {
        return Some(inside);
    }
    let first = inside.split([' ', ':']).next()?;
    is_security_code(first).then_some(first)
}

/// The code of a ticker with its market right behind, as text without white space prints it: 9999HK.
fn glued_code(words: &str) -> Option<SecurityCode> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let market = ["CH", "HK", "TT"].contains(&&words[digits..]);
    (market && (3..=6).contains(&digits))
        .then(|| security_code(&format!("{} {}", &words[..digits], &words[digits..])))?
}

fn security_of(text: &str, piece: &Piece, printed: &str, name: Option<&str>) -> Option<Security> {
    let code = security_code(printed).or_else(|| glued_code(printed))?;
    let name = name.map(str::trim).filter(|name| !name.is_empty()).map(|name| piece.printed(text, name));
    Some(Security { printed: piece.printed(text, printed), code, name, span: piece.place(printed) })
}
