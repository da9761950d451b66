//! A grid as a rectangle of texts, and what each text could be.

use super::period::is_period;
use crate::{
    model::{
        code::security_code,
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
    /// A number, a range or a sign for a missing one.
    Figure,
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
        matches!(self, Self::Code | Self::Figure)
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
    if text.is_empty() {
        return Class::Blank;
    }
    if text.len() > 3 * HEADER_LENGTH && text.chars().nth(HEADER_LENGTH).is_some() || text.contains('。') {
        return Class::Sentence;
    }
    // Most words have no digit, and most of them no blank, point or letter as codes of America have.
    let plain = |byte: u8| byte >= 0x80 && byte != 0xef;
    if text.bytes().all(plain) && text.len() > 9 {
        return Class::Words;
    }
    let narrow = narrowed(text);
    if is_period(&narrow) || day(&narrow).is_some() {
        Class::Period
    } else if security_code(&narrow).is_some() {
        Class::Code
    } else if Missing::of(&narrow).is_some() || number(&narrow).is_some() || range(&narrow).is_some() {
        Class::Figure
    } else {
        Class::Words
    }
}
