//! A grid as a rectangle of texts, and what each text could be.

use std::borrow::Cow;

use super::period::is_period;
use crate::{
    model::{
        code::is_security_code,
        diagnostic::DiagnosticKind,
        value::{Missing, day, number, range},
    },
    parse::block::Grid,
    text::{source::Source, span::Span, width::narrowed},
};

/// A grid without the columns at its right that are blank in every row.
pub struct Sheet<'a> {
    source: &'a Source,
    grid: &'a Grid,
    width: usize,
}

/// What a text could be, as far as telling headers from data needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Nothing.
    Blank,
    /// A security code.
    Code,
    /// A number.
    Number,
    /// Two limits.
    Range,
    /// A sign for a missing number.
    Missing,
    /// A year, a quarter, a span of months, a day: a header or data.
    Period,
    /// A text too long for a header.
    Sentence,
    /// A few words.
    Words,
}

impl Class {
    /// Whether it is a code, a number or a sign for a missing one.
    pub fn is_data(self) -> bool {
        self == Self::Code || self.is_figure()
    }

    /// Whether it is a number, a range or a sign for a missing one.
    pub fn is_figure(self) -> bool {
        matches!(self, Self::Number | Self::Range | Self::Missing)
    }

    /// Whether it is words, few or many.
    pub fn is_words(self) -> bool {
        matches!(self, Self::Words | Self::Sentence)
    }

    /// Whether it is a period or a day.
    pub fn is_period(self) -> bool {
        self == Self::Period
    }
}

/// The most bytes of a figure, a code or a day.
const LONGEST_FIGURE: usize = 96;

/// The most characters that a header cell has.
const HEADER_LENGTH: usize = 36;

impl<'a> Sheet<'a> {
    /// The rectangle of `grid`.
    pub fn new(source: &'a Source, grid: &'a Grid) -> Self {
        Self { source, grid, width: grid.width() }
    }

    /// How many rows are header, where the layout says so.
    pub fn header_rows(&self) -> Option<usize> {
        self.grid.header_rows.map(|rows| rows as usize)
    }

    /// How many columns.
    pub fn width(&self) -> usize {
        self.width
    }

    /// How many rows.
    pub fn height(&self) -> usize {
        self.grid.height()
    }

    /// The cell's text; empty where it is blank.
    pub fn text(&self, row: usize, column: usize) -> &'a str {
        self.grid.text(self.source, row, column)
    }

    /// Whether nothing is printed there.
    pub fn is_blank(&self, row: usize, column: usize) -> bool {
        self.grid.row(row).get(column).is_none_or(|cell| cell.is_empty())
    }

    /// Where the cell is printed; where the row has too few cells, the empty end of its last.
    pub fn span(&self, row: usize, column: usize) -> Span {
        if row >= self.height() {
            return Span::default();
        }
        let cells = self.grid.row(row);
        cells.get(column).copied().unwrap_or_else(|| {
            let end = cells.last().map_or(self.grid.span.start, |last| last.end);
            Span { start: end, end }
        })
    }

    /// The cell's text where it is not what the source has under its span.
    pub fn own_text(&self, row: usize, column: usize) -> Option<&'a String> {
        self.grid.own_text(row, column)
    }

    /// The row and column of the cell whose mark spans down to this one.
    pub fn covering(&self, row: usize, column: usize) -> Option<(usize, usize)> {
        self.grid.covering(row, column)
    }

    /// By row: how it was put together where it is not printed as one row below the other.
    pub fn repairs(&self) -> &'a [(u32, DiagnosticKind)] {
        &self.grid.repairs
    }

    /// Where the cells of the row from `column` on are printed; for all rows where there are none.
    pub fn row_span(&self, row: usize, column: usize) -> Span {
        let cells = self.grid.row(row).iter().skip(column).copied();
        cells.filter(|cell| !cell.is_empty()).reduce(Span::to).unwrap_or(self.grid.span)
    }

    /// Where the cells of the row are printed that were joined over lines.
    pub fn joined_span(&self, row: usize) -> Span {
        let joined = (0..self.width).filter(|column| self.own_text(row, *column).is_some());
        joined.map(|column| self.span(row, column)).reduce(Span::to).unwrap_or(self.grid.span)
    }

    /// How many cells of the row are printed.
    pub fn filled(&self, row: usize) -> usize {
        self.grid.row(row).iter().filter(|cell| !cell.is_empty()).count()
    }

    /// How many columns the row reaches to.
    pub fn reach(&self, row: usize) -> usize {
        self.grid.reach(row)
    }

    /// What the cell could be.
    pub fn class(&self, row: usize, column: usize) -> Class {
        if self.is_blank(row, column) { Class::Blank } else { class(self.text(row, column)) }
    }
}

/// What `text` could be.
pub fn class(text: &str) -> Class {
    let bytes = text.as_bytes();
    let Some(first) = bytes.first() else { return Class::Blank };
    if (first.is_ascii_digit() || matches!(first, b'+' | b'-')) && is_plain_number(bytes) {
        return Class::Number;
    }
    let held = bytes.iter().fold(0, |held, byte| held | TOLD[usize::from(*byte)]);
    if text.len() > 3 * HEADER_LENGTH && text.chars().nth(HEADER_LENGTH).is_some()
        || (held & STOPS != 0 && text.contains('。'))
    {
        return Class::Sentence;
    }
    // No code, day or number with its unit is as long.
    if text.len() > LONGEST_FIGURE {
        return Class::Words;
    }
    // Chinese characters without a digit, nor full-width forms, nor the dashes that stand for a missing number.
    if held & (HANZI | DIGIT | WIDE) == HANZI && !matches!(text, "不适用" | "无意义") {
        return Class::Words;
    }
    // Behind a Chinese character that is no minus, money or sign of a missing number stand words.
    if matches!(first, 0xe4..=0xe9) && !text.starts_with(['一', '人', '港', '美', '不', '无']) {
        return Class::Words;
    }
    let narrow = if held & (WIDE | STOPS) == 0 { Cow::Borrowed(text) } else { narrowed(text) };
    let has_digit = narrow.bytes().any(|byte| byte.is_ascii_digit());
    let ascii = narrow.is_ascii();
    // Periods and days begin with other numbers of digits than codes do.
    let digits = narrow.bytes().take_while(u8::is_ascii_digit).count();
    let timed = matches!(digits, 0..=2 | 4 | 8);
    if timed && (((has_digit || ascii) && is_period(&narrow)) || (has_digit && day(&narrow).is_some())) {
        Class::Period
    } else if ascii && is_security_code(&narrow) {
        Class::Code
    } else if Missing::of(&narrow).is_some() {
        Class::Missing
    } else if !has_digit {
        Class::Words
    } else if number(&narrow).is_some() {
        Class::Number
    } else if range(&narrow).is_some() {
        Class::Range
    } else {
        Class::Words
    }
}

/// A digit of ASCII.
const DIGIT: u8 = 1;
/// A first byte of full-width forms.
const WIDE: u8 = 2;
/// A first byte of hanzi.
const HANZI: u8 = 4;
/// A first byte of `。` and of the wide blanks.
const STOPS: u8 = 8;

/// What each byte tells of a cell, as bits.
static TOLD: [u8; 256] = {
    let mut told = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        told[byte] = match byte as u8 {
            b'0'..=b'9' => DIGIT,
            0xef => WIDE,
            0xe4..=0xe9 => HANZI,
            0xc2 | 0xe3 => STOPS,
            _ => 0,
        };
        byte += 1;
    }
    told
};

/// Whether the cell is a number by its characters alone, as most are: `12.35`, `-5.17%`, `33,079`. Not the shapes of
/// years, months, days and codes, nor numbers longer than a double tells apart.
fn is_plain_number(bytes: &[u8]) -> bool {
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let sign = usize::from(!bytes[0].is_ascii_digit());
    let whole = digits(sign);
    let mut at = sign + whole;
    while bytes.get(at) == Some(&b',') && whole <= 3 && digits(at + 1) == 3 {
        at += 4;
    }
    let grouped = at > sign + whole;
    let decimals = if bytes.get(at) == Some(&b'.') { digits(at + 1) } else { 0 };
    at += if decimals > 0 { decimals + 1 } else { 0 };
    let percent = &bytes[at..] == b"%";
    let ended = percent || at == bytes.len();
    let marked = sign > 0 || grouped || percent;
    // 2024.12 is a month, 1234 a year, 12345 a code in Hong Kong.
    let plain = if decimals > 0 { whole != 4 || decimals > 2 } else { matches!(whole, 1..=3 | 7) };
    whole > 0 && at <= 15 && ended && (marked || plain)
}
