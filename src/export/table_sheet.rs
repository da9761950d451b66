//! A table as a sheet of a workbook: typed cells, formats, a frozen header.

use std::collections::HashMap;

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use super::sheet::{Content, Sheet, content};
use crate::{model::table::RowRole, view::grid::projection::ShownRow};

/// The most rows that a sheet may have.
const MOST_ROWS: usize = 1_048_576;

/// A table's sheet being written.
pub struct TableSheet {
    worksheet: Worksheet,
    /// How many rows the header has.
    depth: u32,
    /// The formats of numbers by their codes, plain and bold.
    formats: HashMap<(String, bool), Format>,
    /// Whether a row did not find its place.
    is_full: bool,
}

impl TableSheet {
    /// Begins with the headers, under a name that is the workbook's first of that name.
    pub fn begin(sheet: &Sheet<'_>, name: &str) -> Self {
        let mut worksheet = Worksheet::new();
        let has_name = worksheet.set_name(name).is_ok();
        let depth = write_headers(&mut worksheet, sheet).unwrap_or(1);
        let is_full = !has_name || sheet.row_count() + 2 > MOST_ROWS;
        Self { worksheet, depth, formats: HashMap::new(), is_full }
    }

    /// Writes the row at `position`.
    pub fn write_row(&mut self, sheet: &Sheet<'_>, position: usize) {
        if self.is_full {
            return;
        }
        let is_bold = match sheet.projection.row(position) {
            Some(ShownRow::Printed(row)) => sheet.table.row_roles.get(row as usize) != Some(&RowRole::Data),
            _ => true,
        };
        let row = self.depth + position as u32;
        for (column, text) in sheet.texts(position).iter().enumerate() {
            let content = match sheet.projection.row(position) {
                Some(ShownRow::Group(_)) if !text.is_empty() => Content::Text,
                _ => content(text, sheet.kind(column)),
            };
            let column = column as u16;
            let written = match content {
                Content::Number(number, form) => {
                    let format = self.formats.entry((form.code(), is_bold));
                    let format = format.or_insert_with(|| number_format(&form.code(), is_bold));
                    self.worksheet.write_number_with_format(row, column, number, format).map(drop)
                }
                Content::Text if is_bold => self
                    .worksheet
                    .write_string_with_format(row, column, text.as_ref(), &Format::new().set_bold())
                    .map(drop),
                Content::Text => self.worksheet.write_string(row, column, text.as_ref()).map(drop),
                Content::Blank => Ok(()),
            };
            self.is_full |= written.is_err();
        }
    }

    /// The sheet; `None` where there are more rows or longer texts than a sheet may have.
    pub fn finish(self) -> Option<Worksheet> {
        (!self.is_full).then_some(self.worksheet)
    }
}

fn number_format(code: &str, is_bold: bool) -> Format {
    let format = Format::new().set_num_format(code).set_align(FormatAlign::Right);
    if is_bold { format.set_bold() } else { format }
}

/// The header as printed, a row for each level, groups over their columns; how many rows it has.
fn write_headers(worksheet: &mut Worksheet, sheet: &Sheet<'_>) -> Result<u32, XlsxError> {
    let columns = &sheet.projection.columns;
    let path = |place: usize| {
        let column = columns.get(place).and_then(|shown| sheet.table.columns.get(shown.column as usize));
        column.map(|column| column.path.as_slice()).unwrap_or_default()
    };
    let depth = (0..columns.len()).map(|place| path(place).len()).max().unwrap_or(1).max(1);
    let format = Format::new().set_bold().set_align(FormatAlign::Center).set_text_wrap();
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
            if width > 1 {
                worksheet.merge_range(row, first, row, last, &text, &format)?;
            } else if !text.is_empty() {
                worksheet.write_string_with_format(row, first, &text, &format)?;
            }
            place += width;
        }
    }
    let pinned = columns.iter().take_while(|shown| shown.is_pinned).count() as u16;
    worksheet.set_freeze_panes(depth as u32, pinned)?;
    for (place, shown) in columns.iter().enumerate() {
        let sample = (0..sheet.table.row_count().min(100))
            .map(|row| width_of(&sheet.table.cell(row, shown.column as usize).text));
        let widest = sample.max().unwrap_or(8).clamp(6, 40);
        worksheet.set_column_width(place as u16, widest as f64 + 2.0)?;
    }
    Ok(depth as u32)
}

/// A Chinese character is as wide as two digits.
fn width_of(text: &str) -> usize {
    text.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum()
}
