//! The risks of 风险提示, one each, from a line behind its words, the paragraph below, or a list of entries.

mod pieces;

use std::ops::Range;

use super::{
    block::{Block, LineKind},
    passage::{Passage, entry_number, passages, printed, stripped},
};
use crate::{model::fact::Fact, text::source::Source};

/// A risk is no longer than this many characters; what is longer explains one.
const LONGEST: usize = 60;

/// A report names no more risks; a text with more is noise.
const MOST: usize = 60;

/// Words of a notice to the reader, which bears the same heading and names no risk.
const NOTICES: &[&str] = &[
    "大市",
    "本报告",
    "本報告",
    "投资者",
    "投資者",
    "提醒",
    "谨慎",
    "謹慎",
    "本公司",
    "免责",
    "自担",
    "自擔",
];

/// Words that open the risks, longest first where one begins with another.
const HEADS: &[&str] = &[
    "风险提示",
    "風險提示",
    "风险因素",
    "風險因素",
    "风险揭示",
    "投资风险",
    "投資風險",
    "主要风险",
    "主要風險",
    "下行风险",
    "下行風險",
    "潜在风险",
    "潛在風險",
    "风险分析",
    "风险",
    "風險",
    "Key risks",
    "Key Risks",
    "Risk factors",
    "Risk Factors",
    "Risk warning",
    "Risk Warning",
    "Downside risks",
    "Downside Risks",
    "Risks",
    "RISKS",
];

/// The risks, from the first place that has any.
#[must_use]
pub fn risks(source: &Source, blocks: &[Block]) -> Vec<Fact<String>> {
    let mut passages = passages(source, blocks).peekable();
    while let Some(passage) = passages.next() {
        let Some(head) = head(&passage) else { continue };
        let mut found = Vec::new();
        pieces::paragraph(&passage, head.rest.clone(), &mut found);
        if found.is_empty() && !head.rest.is_empty() {
            continue;
        }
        // Entries go on behind words alone, and behind a paragraph only where they are numbered or marked.
        let mut entries = 0;
        while let Some(next) = passages.peek() {
            let is_entry = matches!(next.kind, LineKind::Item);
            let is_deeper =
                matches!((next.kind, head.level), (LineKind::Heading(inner), Some(outer)) if inner > outer);
            let is_text = next.kind == LineKind::Prose && (entries == 0 && found.is_empty());
            let is_explanation = next.kind == LineKind::Prose && entries > 0 && next.text.contains('。');
            let is_line = next.kind == LineKind::Prose && pieces::is_one(&next.text);
            if next.after_grid
                || self::head(next).is_some()
                || !(is_entry || is_deeper || is_text || is_line || is_explanation)
            {
                break;
            }
            if entries > 0 && is_explanation && !is_line {
                passages.next();
                continue;
            }
            let before = found.len();
            if is_entry || is_deeper {
                pieces::entry(next, &mut found);
            } else {
                pieces::paragraph(next, 0..next.text.len(), &mut found);
            }
            if found.len() == before {
                break;
            }
            entries += usize::from(is_entry || is_deeper);
            passages.next();
        }
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// The words that open the risks.
struct Head {
    /// What stands behind them in their passage.
    rest: Range<usize>,
    /// The level of their heading.
    level: Option<u8>,
}

fn head(passage: &Passage) -> Option<Head> {
    let text = passage.text.as_ref();
    if !matches!(passage.kind, LineKind::Prose | LineKind::Item | LineKind::Heading(_)) {
        return None;
    }
    if !["风险", "風險", "isk", "ISK"].iter().any(|word| text.contains(word)) {
        return None;
    }
    let level = if let LineKind::Heading(level) = passage.kind { Some(level) } else { None };
    let at_start = stripped(text, 0..text.len(), &['【', '[', '■']);
    let numbered = at_start.start + entry_number(&text[at_start.clone()]);
    let chapter = numbered + chapter_number(&text[numbered..at_start.end]);
    let opening = stripped(text, chapter..text.len(), &['【', '[']);
    let found = HEADS.iter().find(|word| text[opening.clone()].starts_with(**word));
    if let Some(word) = found {
        let rest = behind(text, opening.start + word.len())?;
        return Some(Head { rest, level });
    }
    // In a paragraph, behind the end of a sentence and before a colon.
    for word in &HEADS[..4] {
        for (at, _) in text.match_indices(word) {
            let before = text[..at].trim_end_matches(['*', ' ', '\n', '➢', '⚫', '■', '●', '◼', '【']);
            let after = text[at + word.len()..].trim_start_matches(['*', ' ', '】']);
            if before.ends_with(['。', '；', '！']) && after.starts_with(['：', ':']) {
                return Some(Head { rest: behind(text, at + word.len())?, level: None });
            }
        }
    }
    None
}

/// What stands behind the words that end at `at`: nothing, or text behind a colon; `None` where they go on as a sentence.
fn behind(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text[at..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '】' | ']'));
    let opened = rest.strip_prefix(['：', ':']);
    match opened {
        Some(after) => Some(text.len() - after.len()..text.len()),
        None if rest.is_empty() => Some(text.len()..text.len()),
        None if text[at..].trim_start_matches('*').starts_with(['】', ']']) => {
            Some(text.len() - rest.len()..text.len())
        }
        None => None,
    }
}

/// The length of `7 `, `5.2 `, `五、` before the words of a chapter.
fn chapter_number(text: &str) -> usize {
    let digits = text.bytes().take(6).take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    if digits > 0 && text[digits..].starts_with([' ', '\u{3000}', '、']) { digits } else { 0 }
}

/// Adds the risk at `range`, unless it is there.
fn push(passage: &Passage, range: Range<usize>, found: &mut Vec<Fact<String>>) {
    let value = printed(&passage.text[range.clone()]);
    let notice = NOTICES.iter().any(|word| value.contains(word));
    let fits = !value.is_empty() && value.chars().nth(LONGEST).is_none() && found.len() < MOST;
    if fits && !notice && !found.iter().any(|risk| risk.value == value) {
        found.push(Fact::new(value, passage.span(range)));
    }
}
