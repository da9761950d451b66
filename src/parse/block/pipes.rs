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
    grid.rows.iter().any(|row| row.len() >= 2).then(|| {
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
    let row = grid.rows.len() as u32;
    let mut cells = Vec::new();
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
            cells.push(Span { start: span.start, end: span.start });
        } else {
            if matches!(seen, Cow::Owned(_)) && seen != raw {
                grid.texts.insert((row, cells.len() as u32), seen.into_owned());
            }
            cells.push(span);
        }
        from = at + 1;
    }
    grid.rows.push(cells);
}

/// Where every row has one cell more than the header, and a label in it, the header lacks its first, blank cell.
fn shift_header(grid: &mut Grid) {
    let Some((header, rows)) = grid.rows.split_first_mut() else { return };
    let width = header.len() + 1;
    if rows.len() < 2 || rows.iter().any(|row| row.len() != width || row[0].is_empty()) {
        return;
    }
    let start = header.first().map_or(grid.span.start, |cell| cell.start);
    header.insert(0, Span { start, end: start });
    let shifted: Vec<((u32, u32), String)> = grid
        .texts
        .iter()
        .filter(|((row, _), _)| *row == 0)
        .map(|((_, cell), text)| ((0, cell + 1), text.clone()))
        .collect();
    grid.texts.retain(|(row, _), _| *row != 0);
    grid.texts.extend(shifted);
}
