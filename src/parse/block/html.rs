//! HTML tables, inside Markdown or a saved page, as converters write them: attributes without quotes, tags that are not
//! closed, spans that do not fit.

use std::{borrow::Cow, ops::Range};

use super::{Grid, Marks, line::trimmed};
use crate::text::{
    markup::{plain, tag_length},
    source::Source,
    span::Span,
    words::{Words, words},
};

/// The most columns that a cell may span; more is an error of the converter.
const MOST_COLUMNS: usize = 64;

/// A cell as marked.
struct Marked {
    span: Span,
    columns: usize,
    rows: usize,
}

/// Where a table begins in the lines from byte `from` on.
pub fn table_start(source: &Source, marks: &[Marks], lines: Range<usize>, from: u32) -> Option<usize> {
    let in_line = |line: usize| {
        let line = source.line(line).range();
        let bytes = &source.text().as_bytes()[..line.end];
        (line.start.max(from as usize)..line.end)
            .find(|at| bytes[*at] == b'<' && tag_is(&bytes[*at..], b"table"))
    };
    lines.filter(|line| marks[*line].holds(Marks::TAG)).find_map(in_line)
}

/// The table that begins at `start`, and where its text ends. One that is not closed ends with the text.
pub fn grid(text: &str, start: usize) -> (Grid, usize) {
    let (rows, end) = marked_rows(text, start);
    let mut grid = placed(&rows);
    grid.span = Span::new(start, end);
    for row in 0..grid.height() {
        for column in 0..grid.row(row).len() {
            let raw = &text[grid.row(row)[column].range()];
            let seen = plain(raw);
            let place = (row as u32, column as u32);
            match seen {
                Cow::Owned(seen) if seen.is_empty() => grid.blank(place.0, place.1),
                Cow::Owned(seen) if seen != raw => grid.texts.push((place, seen)),
                _ => {}
            }
        }
    }
    (grid, end)
}

fn tag_is(bytes: &[u8], name: &[u8]) -> bool {
    let after = bytes.get(1 + name.len()).copied().unwrap_or(b'>');
    bytes.len() > name.len()
        && bytes[1..=name.len()].eq_ignore_ascii_case(name)
        && !after.is_ascii_alphanumeric()
}

const WHOLE: u8 = 1;
const ROW: u8 = 2;
const CELL: u8 = 3;
const CAPTION: u8 = 4;
/// The tags of tables.
static TAGS: &Words = words![any case:
    WHOLE => ["table"],
    ROW => ["tr"],
    CELL => ["td", "th"],
    CAPTION => ["caption"],
];

/// Whether the tag ends something, and what it is of a table.
fn named(tag: &str) -> (bool, Option<u8>) {
    let is_end = tag.as_bytes().get(1) == Some(&b'/');
    let goes_on = |end: usize| tag.as_bytes().get(end).is_some_and(u8::is_ascii_alphanumeric);
    let name = TAGS.at(tag, 1 + usize::from(is_end)).filter(|name| !goes_on(name.end));
    (is_end, name.map(|name| name.meaning))
}

/// The rows from the tag at `start` on, and the end of the table.
fn marked_rows(text: &str, start: usize) -> (Vec<Vec<Marked>>, usize) {
    let bytes = text.as_bytes();
    let mut rows: Vec<Vec<Marked>> = Vec::new();
    let mut open: Option<(usize, usize, usize)> = None;
    let mut depth = 0;
    let mut at = start;
    while let Some(next) = bytes[at..].iter().position(|byte| *byte == b'<') {
        at += next;
        let Some(length) = tag_length(&text[at..]) else {
            at += 1;
            continue;
        };
        let tag = &text[at..at + length];
        let (here, after) = (at, at + length);
        at = after;
        let (is_end, name) = named(tag);
        match name {
            Some(WHOLE) if is_end => depth -= 1,
            Some(WHOLE) => {
                depth += 1;
                continue;
            }
            _ => {}
        }
        let closes = depth == 0 || (depth == 1 && matches!(name, Some(ROW | CELL | CAPTION)));
        if closes && let Some((from, columns, spanned)) = open.take() {
            let span = trimmed(text, Span::new(from, here));
            let cell = Marked { span, columns, rows: spanned };
            match rows.last_mut() {
                Some(row) => row.push(cell),
                None => rows.push(vec![cell]),
            }
        }
        if depth == 0 {
            return (rows, after);
        }
        if depth > 1 || is_end {
            continue;
        }
        if matches!(name, Some(ROW | CAPTION)) {
            rows.push(Vec::new());
        }
        if matches!(name, Some(CELL | CAPTION)) {
            open = Some((after, attribute(tag, "colspan"), attribute(tag, "rowspan")));
        }
    }
    if let (Some((from, columns, spanned)), Some(row)) = (open, rows.last_mut()) {
        row.push(Marked { span: trimmed(text, Span::new(from, text.len())), columns, rows: spanned });
    }
    (rows, text.len())
}

/// The number that the attribute has, with or without quotes; 1 where it has none.
fn attribute(tag: &str, name: &str) -> usize {
    // Most cells have none.
    if !tag.contains('=') {
        return 1;
    }
    let lower = tag.to_ascii_lowercase();
    let value = lower.find(name).map(|at| lower[at + name.len()..].trim_start());
    let value = value
        .and_then(|rest| rest.strip_prefix('='))
        .map(|rest| rest.trim_start().trim_start_matches(['"', '\'']));
    let digits = value.map(|rest| &rest[..rest.bytes().take_while(u8::is_ascii_digit).count()]);
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(1).clamp(1, 1000)
}

/// The cells in their columns. Cells that a span covers are blank, at the end of the cell that covers them.
fn placed(rows: &[Vec<Marked>]) -> Grid {
    let most = rows.iter().map(Vec::len).max().unwrap_or(0).min(MOST_COLUMNS);
    let own = |row: &Vec<Marked>| row.iter().map(|cell| cell.columns.min(most)).sum::<usize>();
    let width = rows.iter().filter(|row| row.len() > 1).map(own).max().unwrap_or(1);
    let mut grid = Grid::default();
    // By column: how many rows the cell above still covers, and where it is.
    let mut above: Vec<(usize, (u32, u32))> = Vec::new();
    for marked in rows.iter().filter(|row| !row.is_empty()) {
        let row = grid.height() as u32;
        let covered = above.iter().filter(|(rows, _)| *rows > 0).count();
        // A span that reaches into a row that is full without it is wrong.
        if own(marked) + covered > width {
            above.clear();
        }
        let mut cells: Vec<Span> = Vec::with_capacity(width);
        let mut end = marked[0].span.start;
        let cover =
            |cells: &mut Vec<Span>, above: &mut Vec<(usize, (u32, u32))>, grid: &mut Grid, end: u32| {
                while let Some((rows, origin)) = above.get_mut(cells.len()).filter(|(rows, _)| *rows > 0) {
                    *rows -= 1;
                    // Columns that the cell above spans into have no mark of their own.
                    if origin.1 != u32::MAX {
                        grid.covered.push(((row, cells.len() as u32), *origin));
                    }
                    cells.push(Span { start: end, end });
                }
            };
        for cell in marked {
            cover(&mut cells, &mut above, &mut grid, end);
            let column = cells.len();
            end = cell.span.end;
            cells.push(cell.span);
            let columns = cell.columns.min(most);
            cells.extend((1..columns).map(|_| Span { start: end, end }));
            if cell.rows > 1 {
                above.resize(above.len().max(cells.len()), (0, (0, 0)));
                above[column] = (cell.rows - 1, (row, column as u32));
                above[column + 1..cells.len()].fill((cell.rows - 1, (row, u32::MAX)));
            }
        }
        cover(&mut cells, &mut above, &mut grid, end);
        grid.push_row(&cells);
    }
    grid
}
