//! What a line of running text is, by its marks alone.

use std::ops::Range;

use super::{Line, LineKind};
use crate::text::{
    span::Span,
    words::{Words, words},
};

/// Marks that stand before a heading or, where the text runs on, before a paragraph.
const BLOCK_MARKS: &[char] = &['■', '◼', '◆', '❑', '❖', '▌', '▍', '▎', '█', '|', '｜'];

/// Marks that stand before an entry of a list.
const ITEM_MARKS: &[char] = &[
    '➢', '➤', '⚫', '●', '•', '·', '○', '◇', '□', '▪', '▫', '▲', '△', '▶', '►', '★', '☆', '✓', '✔', '※', '‣',
    '◎', '➣', '⮚', '⚫', '◾', '❏',
];

/// The most characters that a heading has.
const HEADING_LENGTH: usize = 50;

/// The most characters that a caption has.
const CAPTION_LENGTH: usize = 100;

/// The line of text at `span`; `None` where it is blank.
pub fn line(text: &str, span: Span, after_blank: bool) -> Option<Line> {
    let span = trimmed(text, span);
    if span.is_empty() {
        return None;
    }
    let (kind, start, end) = classified(&text[span.range()]);
    let inner = Span::new(span.range().start + start, span.range().start + end);
    Some(Line { span: inner, kind, after_blank })
}

/// `span` without the white space at its ends; where nothing remains, empty at its start.
pub fn trimmed(text: &str, span: Span) -> Span {
    let Range { mut start, mut end } = span.range();
    let bytes = text.as_bytes();
    while start < end && is_ascii_blank(bytes[start]) {
        start += 1;
    }
    while start < end && is_ascii_blank(bytes[end - 1]) {
        end -= 1;
    }
    // No hanzi is white space: what begins or ends with other characters beyond ASCII is looked at again.
    if start < end && (may_begin_blank(bytes[start]) || may_end_blank(&bytes[start..end])) {
        let whole = &text[start..end];
        start = end - whole.trim_start().len();
        end = start + text[start..end].trim_end().len();
    }
    if start < end { Span::new(start, end) } else { Span { start: span.start, end: span.start } }
}

fn is_ascii_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// Whether `byte` begins one of the blanks beyond ASCII (U+0085, U+00A0, U+1680, U+2000 and on, U+3000).
fn may_begin_blank(byte: u8) -> bool {
    matches!(byte, 0xc2 | 0xe1..=0xe3)
}

fn may_end_blank(bytes: &[u8]) -> bool {
    match bytes {
        [.., 0..=0x7f] => false,
        [.., first, _, _] if *first >= 0xe0 => may_begin_blank(*first),
        _ => true,
    }
}

/// The kind of `line`, which has no white space at its ends, and the range of its text without marks.
fn classified(line: &str) -> (LineKind, usize, usize) {
    let whole = |kind| (kind, 0, line.len());
    if is_figure(line.as_bytes()) {
        return whole(LineKind::Prose);
    }
    if is_furniture(line) {
        return whole(LineKind::Furniture);
    }
    if is_contents(line) {
        return whole(LineKind::Contents);
    }
    if let Some(level) = hash_level(line) {
        return marked(line, line.len() - line.trim_start_matches('#').len(), |_| LineKind::Heading(level));
    }
    let (plain_start, plain_end) = unemphasized(line, 0);
    let plain = &line[plain_start..plain_end];
    if let Some(kind) = labeled(plain) {
        return (kind, plain_start, plain_end);
    }
    if let Some(mark) = line.chars().next().filter(|first| is_block_mark(*first)) {
        let kind = |text: &str| if is_heading_like(text) { LineKind::Heading(2) } else { LineKind::Item };
        return marked(line, mark.len_utf8(), kind);
    }
    if let Some(length) = item_mark(line) {
        let bold = line[length..].trim_start().starts_with("**") && line.ends_with("**");
        return marked(line, length, |text| {
            if bold && is_heading_like(text) { LineKind::Heading(3) } else { LineKind::Item }
        });
    }
    let numbering = numbering(plain);
    let kind = match numbering {
        Some(Numbering::Chapter(level)) if is_heading_like(plain) => LineKind::Heading(level),
        Some(_) => LineKind::Item,
        None if plain_start > 0 && is_heading_like(plain) => LineKind::Heading(3),
        None => LineKind::Prose,
    };
    if kind == LineKind::Prose { whole(kind) } else { (kind, plain_start, plain_end) }
}

/// Whether the line is a figure and nothing else, as each cell is in a table that is printed one cell a line: `12.35`, `-4.31%`.
fn is_figure(line: &[u8]) -> bool {
    let number = match line {
        [b'+' | b'-', number @ ..] => number,
        _ => line,
    };
    let is_digit = |at: usize| number.get(at).is_some_and(u8::is_ascii_digit);
    let mut marked = false;
    let plain = number.iter().enumerate().all(|(at, byte)| {
        marked |= !byte.is_ascii_digit();
        match byte {
            b'%' => at + 1 == number.len(),
            b'.' | b',' => is_digit(at + 1),
            _ => byte.is_ascii_digit(),
        }
    });
    plain && marked && is_digit(0)
}

fn marked(line: &str, mark: usize, kind: impl Fn(&str) -> LineKind) -> (LineKind, usize, usize) {
    let start = line.len() - line[mark..].trim_start().len();
    let (start, end) = unemphasized(line, start);
    let text = &line[start..end];
    if text.is_empty() {
        return (LineKind::Furniture, 0, line.len());
    }
    (labeled(text).unwrap_or_else(|| kind(text)), start, end)
}

/// The range of `line` from `start` without `**` around the whole of it.
fn unemphasized(line: &str, start: usize) -> (usize, usize) {
    let inner = line[start..].strip_prefix("**").and_then(|rest| rest.strip_suffix("**"));
    match inner {
        Some(inner) if !inner.contains("**") && !inner.trim().is_empty() => {
            let at = start + 2 + (inner.len() - inner.trim_start().len());
            (at, at + inner.trim().len())
        }
        _ => (start, line.len()),
    }
}

fn is_block_mark(mark: char) -> bool {
    BLOCK_MARKS.contains(&mark) || ('\u{e000}'..='\u{f8ff}').contains(&mark)
}

fn item_mark(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let length = first.len_utf8();
    if ITEM_MARKS.contains(&first) {
        return Some(length);
    }
    (matches!(first, '-' | '*' | '–' | '+') && line[length..].starts_with([' ', '\u{3000}']))
        .then_some(length)
}

fn hash_level(line: &str) -> Option<u8> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    ((1..=6).contains(&level) && line[level..].starts_with([' ', '\u{3000}'])).then_some(level as u8)
}

/// The words with which captions, sources and notes open.
static OPENERS: &Words = words![
    SOURCES => ["资料来源", "数据来源", "资料、数据来源", "图片来源", "来源", "資料來源", "數據來源", "來源", "Sources", "Source", "SOURCE"],
    NOTE => ["备注", "备註", "備註", "附注", "注释", "注", "註", "Notes", "Note", "NOTE"],
    CAPTION => ["图表", "附表", "附图", "图", "表", "圖表", "圖", "表格", "Figure", "Exhibit", "Table", "Chart", "FIGURE", "EXHIBIT"],
];
const SOURCES: u8 = 0;
const NOTE: u8 = 1;
const CAPTION: u8 = 2;

/// The kind of a line that opens with a word of its own: caption, source or note.
fn labeled(text: &str) -> Option<LineKind> {
    let bare = text.trim_start_matches(['(', '（', '[', '*', '＊']);
    let word = OPENERS.begin(bare)?;
    let rest = bare[word.end..].trim_start();
    match word.meaning {
        SOURCES => rest.starts_with([':', '：']).then_some(LineKind::Sources),
        NOTE => {
            let numbered = rest.trim_start_matches(|digit: char| digit.is_ascii_digit()).trim_start();
            numbered.starts_with([':', '：']).then_some(LineKind::Note)
        }
        _ => caption_number(text).map(|_| LineKind::Caption),
    }
}

/// The number with its word (`图表 1`, `Figure 3`) that opens the caption `text`; `None` where it is no caption: a
/// sentence that begins with a figure's number among them.
pub fn caption_number(text: &str) -> Option<&str> {
    let word = OPENERS.begin(text).filter(|word| word.meaning == CAPTION)?;
    let spaced = &text[word.end..];
    let rest = spaced.trim_start();
    let digits = rest.len()
        - rest
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '–' | '０'..='９'))
            .len();
    let number = if digits > 0 { digits } else { chinese_number_length(rest) };
    if number == 0 || text.chars().count() > CAPTION_LENGTH || text.ends_with(['。', '；', ';', '，']) {
        return None;
    }
    let number = rest[..number].trim_end_matches(['.', '-', '–']).len();
    let after = &rest[number..];
    let separated =
        after.is_empty() || after.starts_with([':', '：', '.', '．', '、', ' ', '\u{3000}', '|', '｜', '\t']);
    let tail = after.trim_start_matches([':', '：', '.', '．', '、', ' ', '\u{3000}']);
    let marked = after.trim_start().starts_with([':', '：', '.', '．', '、', '|', '｜']);
    static VERBS: &Words = words!["所示", "显示", "中", "为", "是", "可", "及", "和", "与", "至"];
    let sentence = VERBS.begin(tail).is_some();
    (separated && (marked || !sentence)).then(|| &text[..text.len() - rest.len() + number])
}

fn chinese_number_length(text: &str) -> usize {
    let is_digit =
        |c: &char| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
    text.chars().take_while(is_digit).map(char::len_utf8).sum()
}

enum Numbering {
    /// `一、`, `（一）`, `1.1`: of chapters, with its level.
    Chapter(u8),
    /// `1、`, `(1)`, `①`: of entries.
    Entry,
}

fn numbering(text: &str) -> Option<Numbering> {
    let chinese = chinese_number_length(text);
    if chinese > 0 && text[chinese..].starts_with(['、', '．', '.', '，']) {
        return Some(Numbering::Chapter(1));
    }
    if let Some(inner) = text.strip_prefix(['（', '(']) {
        let chinese = chinese_number_length(inner);
        if chinese > 0 && inner[chinese..].starts_with(['）', ')']) {
            return Some(Numbering::Chapter(2));
        }
        let digits = digit_length(inner);
        return ((1..=2).contains(&digits) && inner[digits..].starts_with(['）', ')']))
            .then_some(Numbering::Entry);
    }
    if text.starts_with(|c| ('①'..='⑳').contains(&c)) {
        return Some(Numbering::Entry);
    }
    let digits = digit_length(text);
    if !(1..=2).contains(&digits) {
        return None;
    }
    let rest = &text[digits..];
    if let Some(second) = rest.strip_prefix('.') {
        let deeper = digit_length(second);
        let third = second[deeper..].strip_prefix('.').map_or(0, digit_length);
        let after = &second[deeper + if third > 0 { third + 1 } else { 0 }..];
        if (1..=2).contains(&deeper) {
            let worded = after
                .trim_start()
                .starts_with(|c: char| c.is_alphabetic() && !matches!(c, 'x' | '万' | '亿'));
            return worded.then_some(Numbering::Chapter(if third > 0 { 3 } else { 2 }));
        }
        return (deeper == 0).then_some(Numbering::Entry);
    }
    rest.starts_with(['、', ')', '）', '．']).then_some(Numbering::Entry)
}

fn digit_length(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Whether `text` is short and no sentence.
fn is_heading_like(text: &str) -> bool {
    !text.ends_with(['。', '；', ';', '，', '、', ','])
        && !text.contains('。')
        && text.chars().nth(HEADING_LENGTH).is_none()
}

/// An entry of the table of contents: at least six dots in a row, then at most a page number.
fn is_contents(line: &str) -> bool {
    let page = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b' ' | b'-');
    let body = &line[..line.len() - line.bytes().rev().take_while(page).count()];
    // Most lines end with a word or a mark of a sentence.
    if !matches!(
        body.as_bytes(),
        [.., b'.'] | [.., 0xc2, 0xb7] | [.., 0xe2, 0x80, 0xa6] | [.., 0xef, 0xbc, 0x8e]
    ) {
        return false;
    }
    let dots = body
        .chars()
        .rev()
        .take_while(|c| matches!(c, '.' | '…' | '·' | '．' | ' '))
        .filter(|c| *c != ' ')
        .count();
    dots >= 6 || (dots >= 2 && body.ends_with("……"))
}

/// Whether 请 or 請 stands in the line, told by their last two bytes, of sixteen bytes at once.
fn has_request(line: &[u8]) -> bool {
    line.iter().zip(&line[1..]).fold(false, |found, (byte, next)| {
        found | ((*byte == 0xaf) & (*next == 0xb7)) | ((*byte == 0xab) & (*next == 0x8b))
    })
}

/// What the footer that asks to read the disclaimer holds: how it asks, and what for.
static REQUESTS: &Words = words![
    ASKS => ["请务必", "敬请", "請務必"],
    ASKS | WHAT => ["请阅读最后", "请仔细阅读", "请通过合法途径"],
    WHAT => ["阅读", "閱讀", "参阅", "合法途径"],
];
const ASKS: u8 = 1;
const WHAT: u8 = 2;

/// Whether the readers set aside what is `line`, without white space at its ends: furniture, or an entry of contents.
pub fn is_set_aside(line: &str) -> bool {
    is_furniture(line) || is_contents(line)
}

/// Marks of the typesetter, page numbers, and the footer that asks to read the disclaimer.
fn is_furniture(line: &str) -> bool {
    let opens = match line.as_bytes().first() {
        Some(b'[') => {
            let marks = line.strip_prefix("[Table_").or(line.strip_prefix("[table_"));
            marks.is_some_and(|rest| rest.find(']') == Some(rest.len() - 1))
        }
        Some(b'`') => line.starts_with("```"),
        Some(b'$') => line.starts_with("$$") && line.ends_with("$$"),
        Some(b'!') => line.starts_with("![") && line.ends_with(')'),
        Some(b'h' | b'w') => {
            (line.starts_with("http") || line.starts_with("www."))
                && line.len() < 60
                && line.is_ascii()
                && !line.contains([' ', '@'])
        }
        _ => false,
    };
    let asked = || {
        line.len() < 240
            && line.len() > 12
            && has_request(line.as_bytes())
            && REQUESTS.meanings(line) == ASKS | WHAT
            && !line.contains('。')
    };
    opens || is_page_number(line) || asked()
}

/// `1/7`, `- 34 -`, `第 3 页`, `Page 3 of 9`, `| 12 |`; a bare number is a page number only where the whole text says so.
fn is_page_number(line: &str) -> bool {
    if line.len() > 30 || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let bare = line.trim_matches(|c: char| matches!(c, '|' | '-' | '–' | '—' | ' ' | '~' | '·'));
    if digit_length(bare) == bare.len() {
        return bare.len() <= 3
            && bare.len() < line.len()
            && !line.starts_with(['-', '–', '—']) | line.ends_with(['-', '–', '—']);
    }
    if let Some((page, of)) = bare.split_once('/') {
        let (page, of) = (page.trim(), of.trim());
        let small = |number: &str| (1..=3).contains(&number.len()) && digit_length(number) == number.len();
        return small(page)
            && small(of)
            && page.parse::<u16>().ok() <= of.parse::<u16>().ok()
            && line.contains('/');
    }
    (bare.trim_start_matches(' ').starts_with('第') && bare.contains('页'))
        || (bare.starts_with("Page ") && digit_length(&bare[5..]) > 0)
}

#[cfg(test)]
mod tests;
