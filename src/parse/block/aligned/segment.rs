//! What stands between the gaps of a line, and where.

use std::ops::Range;

use crate::{
    model::value::is_unit,
    parse::{
        block::line::trimmed,
        table::{TextClass, class_of},
    },
    text::{span::Span, width::narrow},
};

/// Something printed without a gap inside.
#[derive(Clone, Copy, Debug)]
pub struct Segment {
    /// Its text.
    pub span: Span,
    /// Where it begins.
    pub start: Place,
    /// Where it ends.
    pub end: Place,
    /// What it could be.
    pub class: TextClass,
    /// Whether one blank alone stands before it: then it is the next cell, and its place is no measure, for programs set what stands so
    /// close one behind the other.
    pub is_close: bool,
    /// Whether it is running text: at least 14 wide characters, or 8 words of Latin letters.
    pub is_running: bool,
}

impl Segment {
    fn new(text: &str, span: Span, start: Place, end: Place) -> Self {
        let (words, class) = (&text[span.range()], class_of(&text[span.range()]));
        let many = || words.len() >= 15 && words.bytes().filter(|byte| *byte == b' ').count() >= 7;
        let is_running = end.wide - start.wide >= 14 || (class.is_words() && many());
        Self { span, start, end, class, is_close: false, is_running }
    }

    /// How many wide characters it has.
    pub fn wide_count(&self) -> u32 {
        self.end.wide - self.start.wide
    }
}

/// A place in a line: how many narrow and how many wide characters stand before it. How wide a wide character came out
/// differs between files, so the place in columns follows from a measure that is found later.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place {
    narrow: u32,
    wide: u32,
}

impl Place {
    /// The column, where a wide character takes `wide` of them.
    pub fn column(self, wide: f32) -> f32 {
        self.narrow as f32 + wide * self.wide as f32
    }
}

/// Whether a character is printed wide.
pub fn is_wide(character: char) -> bool {
    matches!(character as u32, 0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6)
}

/// Adds the segments of the line: parted by two blanks or more, and by one between two figures.
pub fn segments(text: &str, line: Span, segments: &mut Vec<Segment>) {
    let mut place = Place::default();
    let mut open: Option<(usize, Place, bool)> = None;
    let first = segments.len();
    let mut last = (0, Place::default());
    let mut blanks = 0;
    let Range { start: mut at, end } = line.range();
    while at < end {
        let (length, print, count) = print_at(&text[at..end]);
        let from = place;
        match print {
            Print::Feed => {}
            Print::Blank => {
                place.narrow += count;
                blanks += count;
            }
            Print::WideBlank => {
                place.wide += 1;
                blanks += 2;
            }
            Print::Narrow => place.narrow += count,
            Print::Wide => place.wide += count,
        }
        if matches!(print, Print::Narrow | Print::Wide) {
            let mut is_close = false;
            if blanks > 0
                && let Some((start, from, close)) = open
                && (blanks >= 2 || parts_figures(text, (start, last.0, at), line, &segments[first..]))
            {
                let segment = Segment::new(text, Span::new(start, last.0), from, last.1);
                segments.push(Segment { is_close: close, ..segment });
                (open, is_close) = (None, blanks == 1);
            }
            open.get_or_insert((at, from, is_close));
            blanks = 0;
            last = (at + length, place);
        }
        at += length;
    }
    if let Some((start, from, is_close)) = open {
        let segment = Segment::new(text, Span::new(start, last.0), from, last.1);
        segments.push(Segment { is_close, ..segment });
    }
}

/// What a character puts on the line.
enum Print {
    /// A form feed: nothing.
    Feed,
    Blank,
    WideBlank,
    Narrow,
    Wide,
}

/// The bytes of the run of characters that `text` begins with, what each puts on the line, and how many there are.
/// Nearly all are told by their first byte.
#[inline]
fn print_at(text: &str) -> (usize, Print, u32) {
    let bytes = text.as_bytes();
    let run = |is_in: fn(u8) -> bool| bytes.iter().take_while(|byte| is_in(**byte)).count();
    match bytes[0] {
        b' ' => {
            let length = run(|byte| byte == b' ');
            (length, Print::Blank, length as u32)
        }
        b'!'..=b'~' => {
            let length = run(|byte| matches!(byte, b'!'..=b'~'));
            (length, Print::Narrow, length as u32)
        }
        // U+4000 to U+9FFF.
        0xe4..=0xe9 => {
            let count = bytes.chunks_exact(3).take_while(|three| matches!(three[0], 0xe4..=0xe9)).count();
            (3 * count, Print::Wide, count as u32)
        }
        _ => {
            let (length, print) = print_of(text.chars().next().unwrap_or_default());
            (length, print, 1)
        }
    }
}

fn print_of(character: char) -> (usize, Print) {
    let print = match character {
        '\u{c}' => Print::Feed,
        '\u{3000}' => Print::WideBlank,
        '\0' => Print::Blank,
        _ if character.is_whitespace() => Print::Blank,
        _ if is_wide(character) => Print::Wide,
        _ => Print::Narrow,
    };
    (character.len_utf8(), print)
}

/// Characters that count what stands before them: behind a figure they begin no label.
const COUNTERS: &str = "年月日万亿千百元个家只倍项辆台股指人次吨片万套件种条部天周季度";

/// Whether the single blank between `end` and `next` parts two cells: two figures, or a figure, which stands in a row of them,
/// from the label of the table at its right. The first of them begins at `start`, behind the segments `before`.
fn parts_figures(
    text: &str,
    (start, end, next): (usize, usize, usize),
    line: Span,
    before: &[Segment],
) -> bool {
    // Most words end as no figure does.
    let may_end =
        |byte: &u8| byte.is_ascii_digit() || b",.%-()+xEA".contains(byte) || matches!(byte, 0x80..=0xbf);
    if !text.as_bytes()[..end].last().is_some_and(may_end) {
        return false;
    }
    let left = text[start..end].rsplit(' ').next().unwrap_or_default();
    if !is_plain_figure(left) {
        return false;
    }
    let rest = &text[next..line.range().end];
    let right = &rest[..rest.find(char::is_whitespace).unwrap_or(rest.len())];
    let begins =
        |c: char| (is_wide(c) && c.is_alphabetic() && !COUNTERS.contains(c)) || c.is_ascii_uppercase();
    // 2923 HK is a code with its market.
    let code = || class_of(&text[next - left.len() - 1..next + right.len()]) == TextClass::Code;
    let label = right.starts_with(begins) && !is_unit(right) && !code();
    let in_row = || before.iter().any(|segment| segment.class.is_data() || segment.class.is_period());
    // 2022-12 1-11月累计
    let month = matches!(left.as_bytes(), [_, _, _, _, b'-', _, _])
        && right.starts_with(|c: char| c.is_ascii_digit());
    is_plain_figure(right)
        || (month && left.len() == end - start)
        || (label && left.len() == end - start && right.chars().count() >= 2 && in_row())
}

/// A figure by its characters alone, with a sign of its kind: separators, decimals, percent, or three digits.
pub fn is_plain_figure(token: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_digit() || b",.%-()+xEA".contains(&byte);
    let shaped = if token.is_ascii() {
        token.bytes().all(is_part)
    } else {
        token.chars().map(narrow).all(|c| u8::try_from(c).is_ok_and(is_part))
    };
    if !shaped {
        return token == "N/A";
    }
    let digits = token.bytes().filter(u8::is_ascii_digit).count();
    digits >= 3 || (digits > 0 && token.contains(['.', '%', ','])) || token == "--"
}

/// The two parts of a segment at the blank at `at`.
pub fn split(text: &str, segment: &Segment, at: usize) -> (Segment, Segment) {
    let left = trimmed(text, Span::new(segment.span.range().start, at));
    let right = trimmed(text, Span::new(at, segment.span.range().end));
    let advance = |from: Place, part: &str| {
        let wide = part.chars().filter(|c| is_wide(*c)).count() as u32;
        Place { narrow: from.narrow + part.chars().count() as u32 - wide, wide: from.wide + wide }
    };
    let middle = advance(segment.start, &text[left.range()]);
    let next = advance(segment.start, &text[segment.span.range().start..right.range().start]);
    let left = Segment { is_close: segment.is_close, ..Segment::new(text, left, segment.start, middle) };
    (left, Segment { is_close: true, ..Segment::new(text, right, next, segment.end) })
}
