//! Securities that running text names with a code: 纳思达（002180.SZ）.

use super::block::{Block, LineKind};
use crate::{
    model::{code::security_code, pick::Mention},
    text::{source::Source, span::Span},
};

/// The securities with a code in the running text of `blocks`, each code once, in print order.
#[must_use]
pub fn mentions(source: &Source, blocks: &[Block]) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for block in blocks {
        let Block::Line(line) = block else { continue };
        if !matches!(line.kind, LineKind::Prose | LineKind::Item | LineKind::Heading(_)) {
            continue;
        }
        let text = source.slice(line.span);
        for (open, bracket) in text.match_indices(['(', '（']) {
            let inside = open + bracket.len();
            let end = (inside..=(inside + 26).min(text.len()))
                .rev()
                .find(|end| text.is_char_boundary(*end))
                .unwrap_or(inside);
            let Some(length) = text[inside..end].find([')', '）', ',', '，', ';', '；']) else {
                continue;
            };
            let printed = text[inside..inside + length].trim();
            let Some(code) = security_code(printed).filter(|_| names_exchange(printed)) else { continue };
            if found.iter().any(|mention| mention.code == code) {
                continue;
            }
            let start = line.span.start as usize
                + inside
                + (text[inside..].len() - text[inside..].trim_start().len());
            let span = Span::new(start, start + printed.len());
            found.push(Mention { printed: printed.to_owned(), code, name: name_before(&text[..open]), span });
        }
    }
    found
}

/// A bare number in brackets may be anything; a code in running text says where it is listed, or has six digits of its
/// own and nothing else.
fn names_exchange(printed: &str) -> bool {
    printed.contains(['.', ' ', ':']) || printed.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// The name that `before` ends with: from the last mark, white space or word that no name has.
fn name_before(before: &str) -> Option<String> {
    let before = before.trim_end().trim_end_matches(['”', '"', '*']);
    let latin = before.chars().next_back()?.is_ascii();
    let stops = |character: char| {
        "，。；：、！？（）“”《》,;:()\"'|/*".contains(character) || (!latin && character.is_whitespace())
    };
    let start = before
        .char_indices()
        .rev()
        .find(|(_, character)| stops(*character))
        .map_or(0, |(at, character)| at + character.len_utf8());
    let mut name = before[start..].trim();
    const LEADS: [&str; 26] = [
        "建议关注",
        "重点关注",
        "重点推荐",
        "首次覆盖",
        "推荐",
        "关注",
        "首选",
        "看好",
        "其中",
        "以及",
        "包括",
        "例如",
        "公司",
        "企业",
        "厂商",
        "上调",
        "下调",
        "給予",
        "给予",
        "维持",
        "同时",
        "下調",
        "上調",
        "首選",
        "和",
        "与",
    ];
    for _ in 0..2 {
        if let Some((place, lead)) = LEADS
            .iter()
            .filter_map(|lead| Some((name.rfind(lead)?, lead)))
            .max_by_key(|(place, lead)| place + lead.len())
        {
            let rest = name[place + lead.len()..].trim();
            if rest.chars().count() >= 2 {
                name = rest;
            }
        }
    }
    if latin {
        let words: Vec<&str> = name
            .rsplit(' ')
            .take_while(|word| {
                word.starts_with(|first: char| first.is_ascii_uppercase() || first.is_ascii_digit())
            })
            .take(4)
            .collect();
        let joined: Vec<&str> = words.into_iter().rev().collect();
        return (!joined.is_empty()).then(|| joined.join(" "));
    }
    (1..=14).contains(&name.chars().count()).then(|| name.to_owned()).filter(|name| !name.is_empty())
}
