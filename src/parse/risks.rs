//! The risks of 风险提示, one each, from a line behind its words, the paragraph below, or a list of entries.

mod pieces;

use std::ops::Range;

use super::{
    block::LineKind,
    passage::{Passage, RISKS, entry_number, printed, stripped},
};
use crate::{
    model::fact::Fact,
    text::words::{Hit, Words, words},
};

/// A risk is no longer than this many characters; what is longer explains one.
const LONGEST: usize = 60;

/// A report names no more risks; a text with more is noise.
const MOST: usize = 60;

/// Words of a notice to the reader, which bears the same heading and names no risk.
static NOTICES: &Words = words![
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

/// Words that open the risks; in a paragraph only the first ones do.
static HEADS: &Words = words![
    INSIDE => ["风险提示", "風險提示", "风险因素", "風險因素"],
    BEFORE => [
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
    ],
];
const BEFORE: u8 = 0;
const INSIDE: u8 = 1;

/// The risks found so far, from the first place that has any.
#[derive(Default)]
pub struct Reader {
    risks: Vec<Fact<String>>,
    /// The place whose risks are being read.
    open: Option<Open>,
    /// Whether a place with risks has been read to its end.
    closed: bool,
}

/// A place of risks.
struct Open {
    /// The level of its heading.
    level: Option<u8>,
    /// How many entries have been read there.
    entries: usize,
}

impl Reader {
    /// The risks, when all passages are read.
    #[must_use]
    pub fn found(self) -> Vec<Fact<String>> {
        self.risks
    }

    /// Reads the next passage.
    pub fn read(&mut self, passage: &Passage) {
        if self.closed || self.goes_on(passage) {
            return;
        }
        self.open = None;
        self.closed = !self.risks.is_empty();
        if self.closed {
            return;
        }
        let Some(head) = head(passage) else { return };
        pieces::paragraph(passage, head.rest.clone(), &mut self.risks);
        if !self.risks.is_empty() || head.rest.is_empty() {
            self.open = Some(Open { level: head.level, entries: 0 });
        }
    }

    /// Whether `passage` goes on with the place that is open. Entries go on behind words alone, and behind a paragraph
    /// only where they are numbered or marked.
    fn goes_on(&mut self, passage: &Passage) -> bool {
        let Some(open) = &mut self.open else { return false };
        let is_prose = passage.kind == LineKind::Prose;
        let is_entry = passage.kind == LineKind::Item;
        let is_deeper =
            matches!((passage.kind, open.level), (LineKind::Heading(inner), Some(outer)) if inner > outer);
        let is_text = is_prose && open.entries == 0 && self.risks.is_empty();
        let is_explanation = is_prose && open.entries > 0 && passage.text.contains('。');
        let is_line = is_prose && pieces::is_one(&passage.text);
        let is_named = is_prose && !self.risks.is_empty() && pieces::is_named(&passage.text);
        if passage.after_grid
            || !(is_entry || is_deeper || is_text || is_line || is_named || is_explanation)
            || head(passage).is_some()
        {
            return false;
        }
        if is_explanation && !is_line && !is_named {
            return true;
        }
        let before = self.risks.len();
        if is_named {
            pieces::entry(passage, &mut self.risks);
        } else if is_entry || is_deeper {
            pieces::entry(passage, &mut self.risks);
            open.entries += 1;
        } else {
            pieces::paragraph(passage, 0..passage.text.len(), &mut self.risks);
        }
        self.risks.len() > before
    }
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
    if !passage.has(RISKS) {
        return None;
    }
    let level = if let LineKind::Heading(level) = passage.kind { Some(level) } else { None };
    let at_start = stripped(text, 0..text.len(), &['【', '[', '■']);
    let numbered = at_start.start + entry_number(&text[at_start.clone()]);
    let chapter = numbered + chapter_number(&text[numbered..at_start.end]);
    let opening = stripped(text, chapter..text.len(), &['【', '[']);
    if let Some(word) = HEADS.begin(&text[opening.clone()]) {
        let rest = behind(text, opening.start + word.end)?;
        return Some(Head { rest, level });
    }
    // In a paragraph, behind the end of a sentence and before a colon.
    let opens = |word: &Hit| {
        let before = text[..word.start].trim_end_matches(['*', ' ', '\n', '➢', '⚫', '■', '●', '◼', '【']);
        let after = text[word.end..].trim_start_matches(['*', ' ', '】']);
        before.ends_with(['。', '；', '！']) && after.starts_with(['：', ':'])
    };
    let word = HEADS.hits(text).filter(|word| word.meaning == INSIDE).find(opens)?;
    Some(Head { rest: behind(text, word.end)?, level: None })
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
    let notice = NOTICES.stand_in(&value);
    let fits = !value.is_empty() && value.chars().nth(LONGEST).is_none() && found.len() < MOST;
    if fits && !notice && !found.iter().any(|risk| risk.value == value) {
        found.push(Fact::new(value, passage.span(range)));
    }
}
