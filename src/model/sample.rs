//! Small tables for tests, written as text.

use std::rc::Rc;

use super::table::{CellPlace, Column, ColumnKind, RowRole, TableBlock};
use crate::text::{source::Source, span::Span};

/// The table that `text` prints with a tab between cells. The first line is the header, the levels of a path joined
/// by `/`; a unit follows its header in brackets (`市值[亿元]`). A row that begins with `§` is a heading inside the
/// table, one that begins with `Σ` a summary.
pub fn table(kinds: &[ColumnKind], text: &str) -> TableBlock {
    let source = Rc::new(Source::of_text("sample.txt", text));
    let mut lines = source.lines().filter(|line| !line.is_empty());
    let header = lines.next().unwrap_or_default();
    let columns: Vec<Column> = cells(&source, header)
        .zip(kinds)
        .map(|(span, kind)| {
            let printed = source.slice(span);
            let (path, unit) = printed.split_once('[').unwrap_or((printed, ""));
            Column {
                path: path.split('/').map(str::to_owned).collect(),
                span,
                kind: *kind,
                unit: unit.strip_suffix(']').map(str::to_owned),
                period: None,
            }
        })
        .collect();
    assert_eq!(columns.len(), kinds.len(), "the header of a sample has as many cells as kinds");
    let mut block = TableBlock { source: source.clone(), columns, ..TableBlock::default() };
    for line in lines {
        let role = match source.slice(line).chars().next() {
            Some('§') => RowRole::Section,
            Some('Σ') => RowRole::Summary,
            _ => RowRole::Data,
        };
        let mut places: Vec<_> = cells(&source, line).map(CellPlace::printed).collect();
        places.resize(kinds.len(), CellPlace::printed(Span { start: line.end, end: line.end }));
        block.row_roles.push(role);
        block.cells.extend(places);
    }
    block
}

fn cells(source: &Source, line: Span) -> impl Iterator<Item = Span> {
    let mut start = line.start as usize;
    source.slice(line).split('\t').map(move |cell| {
        let span = Span::new(start, start + cell.len());
        start = span.end as usize + 1;
        span
    })
}
