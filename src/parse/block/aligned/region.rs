//! Where a table begins and ends among the lines of a strip.

use super::{
    Row,
    columns::grid,
    segment::{Segment, is_plain_figure},
};
use crate::{
    parse::block::{
        Grid, Line, LineKind,
        line::{is_set_aside, line},
    },
    text::words::{Words, words},
};

/// What a line can be in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Nothing.
    Blank,
    /// Figures beside a label or other figures.
    Data,
    /// Words and periods side by side.
    Header,
    /// One thing alone: a heading inside the table, a label's rest.
    Single,
    /// No part of a table.
    Outside,
}

/// The most header lines of a table.
const MOST_HEADER_LINES: usize = 6;

/// The table that begins with the first of `rows`, whose shapes are `known`, and how many of them it takes; otherwise
/// how many rows from here on begin none either.
pub fn region(text: &str, rows: &[Row], known: &[Shape]) -> Result<(Grid, usize), usize> {
    let shapes = |at: usize| known.get(at).copied().unwrap_or(Shape::Outside);
    let first = shapes(0);
    if !matches!(first, Shape::Header | Shape::Data) {
        return Err(1);
    }
    let mut header = 0;
    while shapes(header) != Shape::Data {
        let goes_on = matches!(shapes(header), Shape::Header | Shape::Single)
            || (shapes(header) == Shape::Blank && matches!(shapes(header + 1), Shape::Header | Shape::Data));
        if !goes_on || header >= MOST_HEADER_LINES {
            return Err(1);
        }
        header += 1;
    }
    // A heading of the first rows stands between header and data.
    while header > 1 && is_row_heading(rows, header - 1, shapes(header - 1)) {
        header -= 1;
    }
    let mut end = header;
    let mut at = header;
    while at < rows.len() {
        match shapes(at) {
            Shape::Data => end = at + 1,
            Shape::Outside => break,
            // Another table's header: periods again.
            Shape::Header if periods(&rows[at]) >= 2 => break,
            Shape::Blank if at >= end + 3 => break,
            Shape::Header | Shape::Single | Shape::Blank if at > end + 4 => break,
            _ => {}
        }
        at += 1;
    }
    let body: Vec<Row> = rows[header..end].iter().filter(|row| !row.segments.is_empty()).copied().collect();
    let heads: Vec<Row> = rows[..header].iter().filter(|row| !row.segments.is_empty()).copied().collect();
    // A cell of the last row may go on in lines below, which have nothing beside it.
    let tail = rows[end..].iter().zip(end..).take_while(|(_, at)| shapes(*at) == Shape::Single).take(2);
    let tail: Vec<Row> = tail.map(|(row, _)| *row).collect();
    grid(text, &heads, &body, &tail).map(|(grid, lines)| (grid, end + lines)).ok_or(end)
}

/// Whether the row is one short thing at the left edge, where the labels of the rows below stand.
fn is_row_heading(rows: &[Row], at: usize, shape: Shape) -> bool {
    let left = |row: &Row| row.segments.first().map_or(f32::MAX, |first| first.start.column(1.5));
    let next = rows[at + 1..].iter().find(|row| row.segments.len() > 1);
    shape == Shape::Single && next.is_some_and(|next| left(&rows[at]) <= left(next) + 4.0)
}

fn periods(row: &Row) -> usize {
    row.segments.iter().filter(|segment| segment.class.is_period()).count()
}

/// What the row can be, and what its first segment is as a line.
pub fn shape(text: &str, row: &Row) -> (Shape, Option<Line>) {
    let Some(first) = row.segments.first() else { return (Shape::Blank, None) };
    let opening = line(text, first.span, false);
    (shape_behind(text, row, opening.map_or(LineKind::Prose, |line| line.kind)), opening)
}

/// What the row can be whose first segment is a line of this kind.
fn shape_behind(text: &str, row: &Row, opens: LineKind) -> Shape {
    if matches!(opens, LineKind::Caption | LineKind::Sources | LineKind::Note | LineKind::Contents) {
        return Shape::Outside;
    }
    let set_aside = match row.segments {
        [_] => opens == LineKind::Furniture,
        [first, .., last] => is_set_aside(&text[first.span.to(last.span).range()]),
        [] => false,
    };
    let is_outside = |segment: &Segment| is_prose(text, segment) || is_sources(&text[segment.span.range()]);
    if set_aside || row.segments.iter().any(is_outside) {
        return Shape::Outside;
    }
    let figures =
        row.segments.iter().filter(|segment| segment.class.is_data() || is_measured(text, segment)).count();
    match row.segments.len() {
        1 => Shape::Single,
        _ if figures > 0 => Shape::Data,
        _ => Shape::Header,
    }
}

/// 192 马力: a figure with its unit, no span of time.
fn is_measured(text: &str, segment: &Segment) -> bool {
    let words = &text[segment.span.range()];
    words.as_bytes()[0].is_ascii_digit()
        && segment.class.is_words()
        && words.len() <= 32
        && words.split_once(' ').is_some_and(|(figure, unit)| {
            is_plain_figure(figure)
                && unit
                    .starts_with(|first: char| first.is_alphabetic() && !"年月日个季周天期HQ".contains(first))
        })
}

/// Whether `words` begin a line of sources; two bytes tell most others.
fn is_sources(words: &str) -> bool {
    matches!(words.as_bytes(), [0xe8, 0xb3 | 0xb5, ..] | [0xe6, 0x95 | 0x9d, ..] | [b'S', b'o', ..])
        && SOURCES.begin(words).is_some()
}

/// What begins a line of sources.
pub static SOURCES: &Words = words!["资料来源", "数据来源", "資料來源", "Source:", "来源："];

/// A segment too long for a cell, or with the marks of a sentence in it.
fn is_prose(text: &str, segment: &Segment) -> bool {
    let words = &text[segment.span.range()];
    let wide = segment.wide_count();
    wide > 26
        || (segment.class.is_words() && words.contains('。'))
        || (wide > 10 && words.contains(['，', '；']))
        || (words.len() > 24 && words.bytes().filter(|byte| *byte == b' ').count() >= 12)
}
