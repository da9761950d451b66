//! The first pages as pieces: what stands between line ends, cell borders and wide gaps.

use std::{ops::Range, rc::Rc};

use super::anchors::END;
use crate::{
    model::rating_scale::RatingScale,
    parse::folded::{Folded, HEAD},
    text::{
        markup::without_tags,
        source::Source,
        span::Span,
        words::{Hit, Words, words},
    },
};

/// A piece of a line.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'a> {
    /// Where it is printed, without marks and white space at its ends.
    pub span: Span,
    /// Its folded text, a part of `head`'s.
    pub words: &'a str,
    /// Where that begins in the head's.
    start: usize,
    /// How many characters that has.
    pub count: usize,
    /// The whole head.
    head: &'a Folded,
    /// The number of its line.
    pub line: usize,
    /// Whether a mark of Markdown makes it a heading.
    pub heading: bool,
    /// Whether nothing else stands in its line.
    pub alone: bool,
    /// Whether it stands in the part where related reports are listed.
    pub related: bool,
}

impl Piece<'_> {
    /// The first word of `words`, whose bit is `list`, in its own.
    #[must_use]
    pub fn first_word(&self, words: &Words, list: u16) -> Option<Hit> {
        let hit = self.head.next_word(words, list, self.start..self.start + self.words.len())?;
        Some(Hit { start: hit.start - self.start, end: hit.end - self.start, ..hit })
    }

    /// Whether a word of `list` may stand in its own.
    #[must_use]
    pub fn may_hold(&self, list: u16) -> bool {
        self.head.word_places(list, self.start..self.start + self.words.len()).next().is_some()
    }

    /// Whether a word of `list` may stand anywhere in the head.
    #[must_use]
    pub fn head_may_hold(&self, list: u16) -> bool {
        self.head.word_places(list, 0..self.head.text.len()).next().is_some()
    }

    /// The meanings, as bits, of the words of `words`, whose bit is `list`, in its own: of several at one place that of
    /// the longest.
    #[must_use]
    pub fn meanings(&self, words: &Words, list: u16) -> u8 {
        let end = self.start + self.words.len();
        let places = self.head.word_places(list, self.start..end);
        let hits = places.filter_map(|(at, _)| words.at(&self.head.text[..end], at));
        hits.fold(0, |found, hit| found | hit.meaning)
    }

    /// Where `part` of its words is printed.
    #[must_use]
    pub fn place(&self, part: &str) -> Span {
        let address = |text: &str| text.as_ptr() as usize;
        if part.is_empty() || address(part).wrapping_sub(address(self.words)) >= self.words.len() {
            return self.span;
        }
        let at = address(part) - address(&self.head.text);
        self.head.span(at..at + part.len())
    }

    /// `part` of its words as printed; white space stays between Latin words alone.
    #[must_use]
    pub fn printed(&self, text: &str, part: &str) -> String {
        let printed = without_tags(text.get(self.place(part).range()).unwrap_or_default());
        let latin = |character: Option<char>| character.is_some_and(|found| found.is_ascii_alphabetic());
        printed.split_whitespace().fold(String::new(), |mut joined, word| {
            let both = latin(joined.chars().next_back()) && latin(word.chars().next());
            if !joined.is_empty() && (both || printed.is_ascii()) {
                joined.push(' ');
            }
            joined + word
        })
    }
}

/// So many pieces are looked at.
const PIECES: usize = 400;

/// Where the head ends: before the definitions of ratings and the disclaimers.
#[must_use]
pub fn head_end(text: &str, scales: &[Rc<RatingScale>], anchors: &[Hit]) -> usize {
    let first_scale = scales.iter().map(|scale| scale.span.start as usize).min().unwrap_or(text.len());
    let mut end = text.len().min(HEAD).min(first_scale);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    if !scales.is_empty() {
        end = definitions_heading(text, end, first_scale).unwrap_or(end);
    }
    // 请阅读正文后的免责声明 is a footer; a heading of that name stands in its own line.
    let alone = |start: usize, after: usize| {
        text[..start].ends_with(['\n', ' ', '#', '■'])
            && text[after..].trim_start_matches([' ', '\r', '*', '：', ':']).starts_with('\n')
    };
    let mut ends = anchors.iter().filter(|hit| hit.meaning == END && hit.end <= end);
    ends.find(|hit| alone(hit.start, hit.end)).map_or(end, |hit| hit.start)
}

/// Where the heading over the definitions begins whose first grade stands at `first_scale`: what it and the sentences
/// below it say of industries and companies is said of no report.
fn definitions_heading(text: &str, end: usize, first_scale: usize) -> Option<usize> {
    static HEADINGS: &Words =
        words!["评级说明", "评级标准", "评级体系", "评级定义", "评级的说明", "评级声明", "评级系统"];
    if end != first_scale {
        return None;
    }
    let start = text.ceil_char_boundary(end.saturating_sub(1800));
    let mut at = start;
    text[start..end].split_inclusive('\n').find_map(|line| {
        let place = at;
        at += line.len();
        let words = line.trim_matches(|character: char| !character.is_alphanumeric());
        (place > start && words.len() <= 72 && HEADINGS.stand_in(words)).then_some(place)
    })
}

/// Headings of lists of other reports.
static RELATED: &Words = words![
    "相关报告",
    "相关研究",
    "相关阅读",
    "近期报告",
    "往期报告",
    "前期报告",
    "Related",
    "相關報告",
    "[相关",
];

/// The pieces of the head, which ends at `end` and is folded in `head`.
#[must_use]
pub fn pieces<'a>(source: &Source, end: usize, head: &'a Folded) -> Vec<Piece<'a>> {
    let text = source.text();
    let mut found = Vec::new();
    let mut ranges = Vec::new();
    let (mut related, mut whole, mut blank, mut run) = (false, false, false, 0);
    for (number, range) in source.lines().map(Span::range).enumerate() {
        if range.start >= end {
            break;
        }
        let range = range.start..range.end.min(end);
        let line = &text[range.clone()];
        ranges.clear();
        split(text, range, &mut ranges);
        let first = line.bytes().find(|byte| !matches!(byte, b' ' | b'\t'..=b'\r'));
        let heading = match first {
            Some(0xc2 | 0xe1..=0xe3) => line.trim_start().starts_with('#'),
            first => first == Some(b'#'),
        };
        let is_blank = first.is_none() || (ranges.is_empty() && line.trim_start().is_empty());
        blank |= is_blank;
        for range in &ranges {
            let part = words_in(head, range, &mut run);
            let words = &head.text[part.clone()];
            if words.is_empty() {
                continue;
            }
            related = RELATED.begin(words).is_some()
                || (related && !heading && goes_on_listing(words, blank || whole));
            // An entry is whole with its day or the end of its title.
            whole = words.ends_with(|last: char| last.is_ascii_digit() || matches!(last, '"' | ')'));
            found.push(Piece {
                span: Span::new(range.start, range.end),
                words,
                start: part.start,
                count: words.chars().count(),
                head,
                line: number,
                heading,
                alone: ranges.len() == 1,
                related,
            });
        }
        blank = is_blank;
        if found.len() >= PIECES {
            break;
        }
    }
    found
}

/// Where the folded text of the source's bytes in `range` stands, which is behind those that were asked for before with
/// `run`.
fn words_in(head: &Folded, range: &Range<usize>, run: &mut usize) -> Range<usize> {
    let start = head.next_position(range.start as u32, run);
    let end = head.next_position(range.end as u32, run);
    // A blank between two pieces is none of theirs.
    let blanks = head.text.as_bytes()[start..end].iter().take_while(|byte| **byte == b' ').count();
    start + blanks..end
}

/// Whether a list of related reports goes on with `words`, where `ended` behind a blank line or a whole entry.
fn goes_on_listing(words: &str, ended: bool) -> bool {
    let listed = words.starts_with(['"', '-', '—', '[', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    let dated = words.contains("20") && words.chars().filter(char::is_ascii_digit).count() >= 6;
    static LABELS: &Words = words!["分析师", "研究员", "日期", "评级", "联系人"];
    (listed || dated || !ended) && !LABELS.stand_in(words)
}

/// Adds the pieces of one line, without marks and white space at their ends.
fn split(text: &str, line: Range<usize>, found: &mut Vec<Range<usize>>) {
    let mut from = line.start;
    let bytes = text.as_bytes();
    let mut at = line.start;
    while at < line.end {
        // Nearly all bytes are none of these.
        let plain = plain_length(&bytes[at..line.end]);
        if plain > 0 {
            at += plain;
            continue;
        }
        let byte = bytes[at];
        let spaces = bytes[at..line.end].iter().take_while(|byte| **byte == b' ').count();
        // How long the border is that begins here; a tag's bytes stay with what it opens.
        let border = match byte {
            b' ' if spaces >= 3 => Some(spaces),
            b'\t' | b'|' => Some(1),
            b'<' if parts_lines(&bytes[at + 1..]) => Some(0),
            0xef if bytes[at..].starts_with("｜".as_bytes()) => Some(3),
            // 买入丨维持 and 2024年5月12日│中国内地: a character or a line drawn as a border.
            0xe4 if bytes[at..].starts_with("丨".as_bytes()) => Some(3),
            0xe2 if ["│", "┃", "∣", "❘"].iter().any(|bar| bytes[at..].starts_with(bar.as_bytes())) => {
                Some(3)
            }
            _ => None,
        };
        if let Some(border) = border {
            found.extend(bare(text, from..at));
            from = at + border;
        }
        at += spaces.max(1);
    }
    found.extend(bare(text, from..line.end));
}

/// The length of what `bytes` begin with and no border begins with.
fn plain_length(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(first) = bytes.get(at) {
        at += match first {
            0xe4 if bytes[at..].starts_with("丨".as_bytes()) => break,
            0xe4 => 3,
            0xe5..=0xe9 => hanzi_row(&bytes[at..]),
            byte if PARTING[usize::from(*byte)] => break,
            _ => 1,
        };
    }
    at.min(bytes.len())
}

/// The bytes of the Chinese characters that `bytes` begin with, up to one that a border may be taken for.
fn hanzi_row(bytes: &[u8]) -> usize {
    let (threes, _) = bytes.as_chunks::<3>();
    3 * threes.iter().take_while(|[first, ..]| matches!(first, 0xe5..=0xe9)).count()
}

/// Whether the tag of this name begins or ends a cell, a line or a paragraph of a page.
fn parts_lines(tag: &[u8]) -> bool {
    let name = tag.strip_prefix(b"/").unwrap_or(tag);
    matches!(
        name,
        [b't', b'd' | b'h' | b'r', ..]
            | [b'b', b'r', ..]
            | [b'p', b'>' | b' ', ..]
            | [b'd', b'i', b'v', ..]
            | [b'l', b'i', b'>' | b' ', ..]
            | [b'h', b'1'..=b'6', ..]
    )
}

/// The bytes that borders begin with.
const PARTING: [bool; 256] = {
    let mut parting = [false; 256];
    let bytes = [b' ', b'\t', b'|', b'<', 0xe2, 0xef];
    let mut index = 0;
    while index < bytes.len() {
        parting[bytes[index] as usize] = true;
        index += 1;
    }
    parting
};

/// The part of `range` without marks and white space at its ends; `None` where nothing remains.
fn bare(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let Range { mut start, mut end } = range;
    while start < end && is_ascii_mark(bytes[start]) {
        start += 1;
    }
    while start < end && is_ascii_mark(bytes[end - 1]) {
        end -= 1;
    }
    // Letters, digits and hanzi are no marks: other characters at the ends are looked at again.
    let hanzi = |at: usize| matches!(bytes[at], 0xe4..=0xe9);
    let is_plain =
        |first: usize, last: usize| bytes[last].is_ascii() || (last - first >= 2 && hanzi(last - 2));
    if start < end && !((bytes[start].is_ascii() || hanzi(start)) && is_plain(start, end - 1)) {
        let marks = |character: char| {
            character.is_whitespace()
                || matches!(
                    character,
                    '#' | '*' | '|' | '■' | '●' | '◆' | '➢' | '➤' | '•' | '❑' | '▪' | '⚫' | '\u{e000}'
                        ..='\u{f8ff}'
                )
        };
        start = end - text[start..end].trim_start_matches(marks).len();
        end = start + text[start..end].trim_end_matches(marks).len();
    }
    (start < end).then_some(start..end)
}

fn is_ascii_mark(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r' | b'#' | b'*' | b'|')
}
