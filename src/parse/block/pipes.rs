//! Tables of Markdown, whose cells are separated by pipes.

use std::borrow::Cow;

use super::{Grid, line::trimmed};
use crate::text::{markup::plain, source::Source, span::Span};

/// The grid that begins with line `first`, and how many lines it takes; `None` where that line begins none.
pub fn grid(source: &Source, first: usize) -> Option<(Grid, usize)> {
    let text = source.text();
    // A row with two cells among the first lines makes it a table, so that no run of lines is looked at in vain.
    let is_table = is_row(text, source.line(first))
        && (first..first + 3)
            .any(|line| is_row(text, source.line(line)) && pipe_count(text, source.line(line)) >= 3);
    let is_bare = !is_table
        && pipe_count(text, source.line(first)) > 0
        && first + 1 < source.line_count()
        && is_delimiter(text, source.line(first + 1));
    if !is_table && !is_bare {
        return None;
    }
    let mut grid = Grid::default();
    let mut at = first;
    while at < source.line_count() {
        let line = trimmed(text, source.line(at));
        let goes_on = if is_bare { pipe_count(text, line) > 0 } else { is_row(text, line) };
        if !goes_on {
            break;
        }
        if !is_delimiter(text, line) {
            push_row(&mut grid, text, line);
        }
        at += 1;
    }
    let is_table = grid.rows().any(|row| row.len() >= 2);
    is_table.then(|| {
        grid.span = source.line(first).to(source.line(at - 1));
        shift_header(&mut grid);
        (grid, at - first)
    })
}

fn pipe_count(text: &str, line: Span) -> usize {
    text.as_bytes()[line.range()].iter().filter(|byte| **byte == b'|').count()
}

fn is_row(text: &str, line: Span) -> bool {
    text[line.range()].trim_start().starts_with('|') && pipe_count(text, line) >= 2
}

/// `|---|:--:|`, with a hyphen in every cell.
fn is_delimiter(text: &str, line: Span) -> bool {
    let line = text[line.range()].trim().trim_matches('|');
    line.contains('-')
        && line.split('|').all(|cell| {
            let cell = cell.trim();
            !cell.is_empty()
                && cell.bytes().all(|byte| matches!(byte, b'-' | b':' | b' '))
                && cell.contains('-')
        })
}

fn push_row(grid: &mut Grid, text: &str, line: Span) {
    let inner = text[line.range()].strip_prefix('|').unwrap_or(&text[line.range()]);
    let start = line.range().end - inner.len();
    let inner =
        if inner.ends_with('|') && !inner.ends_with("\\|") { &inner[..inner.len() - 1] } else { inner };
    let bytes = inner.as_bytes();
    let row = grid.height() as u32;
    let mut count = 0;
    let mut from = 0;
    for at in 0..=bytes.len() {
        let ends = at == bytes.len() || (bytes[at] == b'|' && (at == 0 || bytes[at - 1] != b'\\'));
        if !ends {
            continue;
        }
        let span = trimmed(text, Span::new(start + from, start + at));
        let raw = &text[span.range()];
        let seen = plain(raw);
        if seen.is_empty() {
            grid.push(Span { start: span.start, end: span.start });
        } else {
            if matches!(seen, Cow::Owned(_)) && seen != raw {
                grid.texts.push(((row, count), seen.into_owned()));
            }
            grid.push(span);
        }
        count += 1;
        from = at + 1;
    }
    grid.end_row();
}

/// Where every row has one cell more than the header, and a label in it, the header lacks its first, blank cell.
fn shift_header(grid: &mut Grid) {
    let width = grid.row(0).len() + 1;
    if grid.height() >= 3 && grid.rows().skip(1).all(|row| row.len() == width && !row[0].is_empty()) {
        grid.shift_top_row();
    }
}
