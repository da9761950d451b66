//! Running text as passages: the lines of a paragraph joined, each place of it traceable to the source.

use std::{borrow::Cow, ops::Range};

use super::{
    block::{Block, LineKind},
    survey::Survey,
};
use crate::text::{
    markup::between_tags,
    source::Source,
    span::Span,
    words::{Words, words},
};

/// A passage takes no further lines past this many bytes: a list of companies or risks is far shorter.
const LONGEST: usize = 20_000;

/// A line shorter than this many characters was not broken for want of room.
const SHORTEST_BROKEN: usize = 12;

/// Words without which a passage has no picks and no risks.
pub static SIGNS: &Words = words![
    PICKS => [
        "关注", "關注", "推荐", "推薦", "标的", "標的", "看好", "首选", "首選", "首推", "个股", "個股", "建议", "建議",
        "布局", "佈局", "重点公司", "重點公司", "相关公司", "相關公司", "受益公司", "核心公司", "积极配置", "優先配置",
        "优先配置", "重点配置", "积极把握", "重点把握", "优先选择", "重点选择", "重点组合", "核心组合", "icks", "referred",
        "ICKS",
    ],
    RISKS => ["风险", "風險", "isk", "ISK"],
];
/// Parts of words that recommend.
pub const PICKS: u8 = 1;
/// Parts of words that open risks.
pub const RISKS: u8 = 2;

/// A line with the lines that go on with it.
pub struct Passage<'a> {
    /// The text; a line break is one `\n`.
    pub text: Cow<'a, str>,
    /// What its first line is.
    pub kind: LineKind,
    /// Whether a table stands between it and the passage before.
    pub after_grid: bool,
    /// What it has of [`PICKS`] and [`RISKS`].
    signs: u8,
    /// Where the first line begins in the source.
    start: usize,
    /// Where the further lines begin: in the text and in the source.
    joins: Vec<(usize, usize)>,
}

impl Passage<'_> {
    /// Whether it has any of the signs.
    #[must_use]
    pub fn has(&self, signs: u8) -> bool {
        self.signs & signs != 0
    }

    /// Adds the line `text`, which stands at `span`, without the tags in it.
    fn push(&mut self, text: &str, span: Span) {
        let (whole, joins, start) = (self.text.to_mut(), &mut self.joins, span.range().start);
        if !is_tagged(text) {
            joins.push((whole.len(), start));
            whole.push_str(text);
            return;
        }
        between_tags(text, &mut |at, part, broken| {
            if broken && !whole.is_empty() {
                whole.push('\n');
            }
            joins.push((whole.len(), start + at));
            whole.push_str(part);
        });
    }

    /// The place in the source of the bytes in `range`.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let place = |at: usize| {
            let count = self.joins.partition_point(|(start, _)| *start <= at);
            let (text, source) = count.checked_sub(1).map_or((0, self.start), |last| self.joins[last]);
            source + (at - text)
        };
        let start = place(range.start);
        let end = range.end.checked_sub(1).filter(|last| *last >= range.start);
        Span::new(start, end.map_or(start, |last| place(last) + 1))
    }
}

/// The passages of `blocks` in print order, with the signs of `survey`, without the lines that are no text: running titles and the contents.
pub fn passages<'a>(
    source: &'a Source,
    blocks: &'a [Block],
    survey: &'a Survey,
) -> impl Iterator<Item = Passage<'a>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut after_grid = false;
        let first = loop {
            match blocks.get(at)? {
                Block::Grid(_) => after_grid = true,
                Block::Line(line) if !is_set_aside(line.kind) => break *line,
                Block::Line(_) => {}
            }
            at += 1;
        };
        at += 1;
        let text = source.slice(first.span);
        let mut passage = Passage {
            text: Cow::Borrowed(text),
            kind: first.kind,
            after_grid,
            signs: survey.signs(&first.span.range()),
            start: first.span.range().start,
            joins: Vec::new(),
        };
        if is_tagged(text) {
            passage.text = Cow::Owned(String::with_capacity(text.len()));
            passage.push(text, first.span);
        }
        let mut last = text;
        let mut broken = false;
        while let Some(Block::Line(next)) = blocks.get(at) {
            if next.kind == LineKind::Furniture || next.kind == LineKind::Contents {
                broken = true;
                at += 1;
                continue;
            }
            let text = source.slice(next.span);
            let goes_on = next.kind == LineKind::Prose
                && !heads_table(last, text, blocks.get(at + 1))
                && (matches!(passage.kind, LineKind::Prose | LineKind::Item) || is_run_in(&passage))
                && passage.text.len() < LONGEST
                && goes_on(last, text, broken || next.after_blank);
            if !goes_on {
                break;
            }
            passage.text.to_mut().push('\n');
            passage.push(text, next.span);
            passage.signs |= survey.signs(&next.span.range());
            (last, broken) = (text, false);
            at += 1;
        }
        Some(passage)
    })
}

/// Whether `line`, behind the end of `last`, is a short title right above the table `below`.
fn heads_table(last: &str, line: &str, below: Option<&Block>) -> bool {
    matches!(below, Some(Block::Grid(_)))
        && line.chars().nth(LONGEST_TITLE).is_none()
        && !line.contains(['，', '。', '；', '、', ',', ';'])
        && !last.ends_with(['，', '、', ',', '；', ';'])
}

/// A title without a caption's number has at most so many characters.
const LONGEST_TITLE: usize = 16;

/// Whether tags stand in the line, as they do in a saved page.
fn is_tagged(line: &str) -> bool {
    line.as_bytes().contains(&b'<') && line.contains('>')
}

fn is_set_aside(kind: LineKind) -> bool {
    matches!(kind, LineKind::Furniture | LineKind::Contents)
}

/// Whether the heading that `passage` begins with is the first line of a paragraph that opens with its title.
fn is_run_in(passage: &Passage) -> bool {
    let heading = matches!(passage.kind, LineKind::Heading(_));
    heading && passage.text.chars().nth(24).is_some() && passage.text.contains(['：', ':', '；'])
}

/// Whether the line `next` goes on with `last`, which a blank line follows where `apart`. Over a blank line only a list
/// does, whose last name is broken.
fn goes_on(last: &str, next: &str, apart: bool) -> bool {
    // A line of a saved page ends with its tag.
    if last.ends_with('>') && is_tagged(last) {
        return false;
    }
    let ended = last.trim_end_matches(['*', '”', '"', '）', ')']);
    if ended.ends_with(['。', '！', '？', '：', ':', '!', '?', '.']) {
        return false;
    }
    let open = ended.ends_with(['，', '、', ',', '；', ';']);
    if apart {
        let tail: Vec<char> = last.chars().rev().take(20).collect();
        let listed = tail.contains(&'、') && last.chars().nth(SHORTEST_BROKEN).is_some();
        let head = next.chars().take(12).any(|c| matches!(c, '、' | '等' | '；' | '。'));
        // 均价格下滑风险；3）地缘政治风险: the further entries stand behind the rest of one.
        let entries = next
            .split_once(['；', ';'])
            .is_some_and(|(rest, further)| entry_number(rest) == 0 && entry_number(further.trim_start()) > 0);
        let numbered = || last.split(['；', ';', '：', ':']).any(|part| entry_number(part.trim_start()) > 0);
        return ((listed && head) || (entries && numbered())) && !ended.ends_with(['；', ';']);
    }
    open || last.chars().nth(SHORTEST_BROKEN).is_some()
}

/// `text` as one line of print: emphasis and line breaks gone, white space made one space; a break between Latin words
/// is a space.
#[must_use]
pub fn printed(text: &str) -> String {
    // Few texts have white space, and most of those are tables' or Latin.
    let changes = |byte: &u8| matches!(byte, b'*' | b' ' | b'\t'..=b'\r' | 0xc2 | 0xe1..=0xe3);
    if !text.as_bytes().iter().any(changes) {
        return text.to_owned();
    }
    let mut printed = String::with_capacity(text.len());
    let (mut space, mut line_end) = (false, false);
    let emphasized = text.contains("**");
    for character in text.chars() {
        match character {
            '*' if emphasized => {}
            '\n' => line_end = true,
            _ if character.is_whitespace() => space = true,
            _ => {
                let latin = character.is_ascii() && printed.ends_with(|last: char| last.is_ascii());
                if !printed.is_empty() && ((space && !line_end) || (line_end && latin)) {
                    printed.push(' ');
                }
                (space, line_end) = (false, false);
                printed.push(character);
            }
        }
    }
    printed
}

/// `range` of `text` without the white space, marks of emphasis and `marks` at its ends.
#[must_use]
pub fn stripped(text: &str, range: Range<usize>, marks: &[char]) -> Range<usize> {
    let loose = |c: char| c.is_whitespace() || c == '*' || marks.contains(&c);
    let whole = &text[range.clone()];
    let kept = whole.trim_end_matches(loose);
    let start = range.start + (kept.len() - kept.trim_start_matches(loose).len());
    start..range.start + kept.len()
}

/// The length of the entry number that `text` begins with (`（1）`, `2)`, `3、`, `①`, `一是`); 0 where it has none.
#[must_use]
pub fn entry_number(text: &str) -> usize {
    let number = |text: &str| -> usize {
        let digits = text.bytes().take(2).take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            return digits;
        }
        text.chars().take(2).take_while(|c| "一二三四五六七八九十".contains(*c)).map(char::len_utf8).sum()
    };
    if text.starts_with(|c| ('①'..='⑳').contains(&c)) {
        return '①'.len_utf8();
    }
    if let Some(inner) = text.strip_prefix(['（', '(']) {
        let length = number(inner);
        let close = inner[length..].chars().next().filter(|c| matches!(c, '）' | ')'));
        return match close {
            Some(close) if length > 0 => text.len() - inner.len() + length + close.len_utf8(),
            _ => 0,
        };
    }
    let length = number(text);
    let after = text[length..].chars().next();
    match after {
        Some(mark @ ('）' | ')' | '、' | '．')) if length > 0 => length + mark.len_utf8(),
        Some('.') if length > 0 && !text[length + 1..].starts_with(|c: char| c.is_ascii_digit()) => {
            length + 1
        }
        Some('是') if length == 3 => 6,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{entry_number, passages, printed};
    use crate::{
        parse::{block::blocks, survey::survey},
        text::source::Source,
    };

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let source = Source::of_text("a.txt", text);
        let blocks = blocks(&source);
        let found: Vec<_> = passages(&source, &blocks, &survey(source.text()))
            .map(|passage| printed(&passage.text))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_of_a_paragraph_are_joined() {
        check(
            "本周的行情由上游带动下游，整个板块都在\n上涨。\n次日回落。",
            &["本周的行情由上游带动下游，整个板块都在上涨。", "次日回落。"],
        );
        check("甲公司\n乙公司", &["甲公司", "乙公司"]);
        check(
            "建议关注：青崖科技、澄江股份、白鹿电\n\n子、远山等。",
            &["建议关注：青崖科技、澄江股份、白鹿电子、远山等。"],
        );
        check("A long line of English words\nthat goes on", &["A long line of English words that goes on"]);
    }

    #[test]
    fn places_go_back_to_the_source() {
        let source = Source::of_text("a.txt", "建议关注：青崖科技、澄江股份、白鹿电\n\n  子、远山等。");
        let blocks = blocks(&source);
        let survey = survey(source.text());
        let passage = passages(&source, &blocks, &survey).next();
        let place = passage.map(|passage| {
            let start = passage.text.find("白鹿").unwrap_or_default();
            source.slice(passage.span(start..start + 13)).to_owned()
        });
        assert_eq!(place.as_deref(), Some("白鹿电\n\n  子"));
    }

    #[test]
    fn entries_are_numbered_in_many_styles() {
        let lengths =
            ["（1）甲", "2) 甲", "3、甲", "①甲", "一是甲", "4.甲", "4.5 甲", "甲", "10 甲"].map(entry_number);
        assert_eq!(lengths, [7, 2, 4, 3, 6, 2, 0, 0, 0]);
    }
}
