//! A table as a sheet of a workbook: typed cells, formats, a frozen header.

use super::{
    marks::{Mark, Paper},
    sheet::{Content, Sheet, content},
};
use crate::{model::table::RowRole, view::grid::projection::ShownRow};

/// Begins a sheet of that name, which is the workbook's first of that name, with the headers; how many rows these have.
pub fn begin(sheet: &Sheet<'_>, name: &str, paper: &mut dyn Paper) -> u32 {
    paper.put(Mark::Sheet(name));
    put_headers(paper, sheet)
}

/// Writes the row at `position`, below so many rows of header.
pub fn put_row(sheet: &Sheet<'_>, position: usize, depth: u32, paper: &mut dyn Paper) {
    let is_bold = match sheet.projection.row(position) {
        Some(ShownRow::Printed(row)) => sheet.table.row_roles.get(row as usize) != Some(&RowRole::Data),
        _ => true,
    };
    let row = depth + position as u32;
    for (column, text) in sheet.texts(position).iter().enumerate() {
        let content = match sheet.projection.row(position) {
            Some(ShownRow::Group(_)) if !text.is_empty() => Content::Text,
            _ => content(text, sheet.kind(column)),
        };
        let column = column as u16;
        match content {
            Content::Number(number, form) => {
                paper.put(Mark::Number { row, column, number, format: &form.code(), is_bold });
            }
            Content::Text => paper.put(Mark::Text { row, column, text, is_bold }),
            Content::Blank => {}
        }
    }
}

/// The header as printed, a row for each level, groups over their columns; how many rows it has.
fn put_headers(paper: &mut dyn Paper, sheet: &Sheet<'_>) -> u32 {
    let columns = &sheet.projection.columns;
    let path = |place: usize| {
        let column = columns.get(place).and_then(|shown| sheet.table.columns.get(shown.column as usize));
        column.map(|column| column.path.as_slice()).unwrap_or_default()
    };
    let depth = (0..columns.len()).map(|place| path(place).len()).max().unwrap_or(1).max(1);
    for level in 0..depth {
        let label = |place: usize| {
            let path = path(place);
            // A column's own header stands in the lowest row, what is above it in the rows above.
            let own = path.len().checked_sub(1)?;
            if level + 1 == depth { path.get(own) } else { path[..own].get(level) }
        };
        let mut place = 0;
        while place < columns.len() {
            let text = label(place).cloned().unwrap_or_default();
            let is_group = level + 1 < depth && !text.is_empty();
            let same = |other: &usize| {
                is_group && label(*other) == Some(&text) && path(*other)[..=level] == path(place)[..=level]
            };
            let width = 1 + (place + 1..columns.len()).take_while(same).count();
            let (row, first, last) = (level as u32, place as u16, (place + width - 1) as u16);
            let note =
                sheet.projection.notes.get(place).filter(|note| level + 1 == depth && !note.is_empty());
            let text = note.map_or(text.clone(), |note| format!("{text} ({note})"));
            if width > 1 || !text.is_empty() {
                paper.put(Mark::Header { row, first, last, text: &text });
            }
            place += width;
        }
    }
    let pinned = columns.iter().take_while(|shown| shown.is_pinned).count() as u16;
    paper.put(Mark::Freeze(depth as u32, pinned));
    for (place, shown) in columns.iter().enumerate() {
        let sample = (0..sheet.table.row_count().min(100))
            .map(|row| width_of(&sheet.table.cell(row, shown.column as usize).text));
        let widest = sample.max().unwrap_or(8).clamp(6, 40);
        paper.put(Mark::Width(place as u16, widest as f64 + 2.0));
    }
    depth as u32
}

/// A Chinese character is as wide as two digits.
fn width_of(text: &str) -> usize {
    text.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum()
}
