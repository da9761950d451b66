//! The workbook of Excel and WPS: typed cells, formats, a frozen header; definitions and sources on a second sheet.

use std::collections::HashMap;

use rust_xlsxwriter::{Format, FormatAlign, Workbook as File, Worksheet, XlsxError};

use super::sheet::{Content, Sheet, content};
use crate::{
    model::table::RowRole,
    view::{grid::projection::ShownRow, workbench::words::Words},
};

/// The most rows that a sheet may have.
const MOST_ROWS: usize = 1_048_576;

/// A workbook being written.
pub struct Workbook {
    table: Worksheet,
    sources: Worksheet,
    /// How many rows the header has.
    depth: u32,
    /// The formats of numbers by their codes, plain and bold.
    formats: HashMap<(String, bool), Format>,
    /// Whether a row did not find its place.
    is_full: bool,
}

impl Workbook {
    /// Begins with headers, and with the second sheet.
    pub fn begin(sheet: &Sheet<'_>, words: &Words) -> Self {
        let mut table = Worksheet::new();
        let depth = write_headers(&mut table, sheet).unwrap_or(1);
        let mut sources = Worksheet::new();
        // Names of sheets and few cells: none of this can be refused.
        let _ = table.set_name(words.table_sheet);
        let _ = sources.set_name(words.definitions_sheet);
        let _ = write_sources(&mut sources, sheet, words);
        Self { table, sources, depth, formats: HashMap::new(), is_full: sheet.row_count() + 2 > MOST_ROWS }
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
                    self.table.write_number_with_format(row, column, number, format).map(drop)
                }
                Content::Text if is_bold => self
                    .table
                    .write_string_with_format(row, column, text.as_ref(), &Format::new().set_bold())
                    .map(drop),
                Content::Text => self.table.write_string(row, column, text.as_ref()).map(drop),
                Content::Blank => Ok(()),
            };
            self.is_full |= written.is_err();
        }
    }

    /// The file; `None` where there are more rows or longer texts than a sheet may have.
    pub fn finish(self) -> Option<Vec<u8>> {
        if self.is_full {
            return None;
        }
        let mut file = File::new();
        file.push_worksheet(self.table);
        file.push_worksheet(self.sources);
        file.save_to_buffer().ok()
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

fn write_sources(worksheet: &mut Worksheet, sheet: &Sheet<'_>, words: &Words) -> Result<(), XlsxError> {
    let origin = sheet.origin;
    let sources = sheet.table.sources.as_ref().map(|sources| sources.value.clone());
    let facts = [
        (words.table_sheet, Some(sheet.caption())),
        (words.broker, origin.broker.clone()),
        (words.report, origin.title.clone()),
        (words.date, origin.date.clone()),
        (words.file, Some(origin.file.clone())),
        (words.source_line, sources),
    ];
    let bold = Format::new().set_bold();
    let mut row = 0;
    for (label, fact) in facts.into_iter().filter_map(|(label, fact)| Some((label, fact?))) {
        worksheet.write_string_with_format(row, 0, label, &bold)?;
        worksheet.write_string(row, 1, fact)?;
        row += 1;
    }
    for note in &sheet.table.notes {
        worksheet.write_string(row, 1, &note.value)?;
        row += 1;
    }
    row += 1;
    if !origin.definitions.is_empty() {
        worksheet.write_string_with_format(row, 0, words.word, &bold)?;
        worksheet.write_string_with_format(row, 1, words.definition, &bold)?;
        for definition in &origin.definitions {
            row += 1;
            worksheet.write_string(row, 0, &definition.label)?;
            worksheet.write_string(row, 1, &definition.condition)?;
            worksheet.write_string(row, 2, &definition.benchmarks)?;
        }
    }
    worksheet.set_column_width(0, 14)?;
    worksheet.set_column_width(1, 80)?;
    Ok(())
}
