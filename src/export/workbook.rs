//! The workbook of Excel and WPS of one table: the table, and on a second sheet definitions and sources.

use rust_xlsxwriter::{Format, Workbook as File, Worksheet, XlsxError};

use super::{sheet::Sheet, table_sheet::TableSheet};
use crate::view::workbench::words::Words;

/// A workbook being written.
pub struct Workbook {
    table: TableSheet,
    sources: Worksheet,
}

impl Workbook {
    /// Begins with headers, and with the second sheet.
    pub fn begin(sheet: &Sheet<'_>, words: &Words) -> Self {
        let table = TableSheet::begin(sheet, words.table_sheet);
        let mut sources = Worksheet::new();
        // A name and few cells: none of this can be refused.
        let _ = sources.set_name(words.definitions_sheet);
        let _ = write_sources(&mut sources, sheet, words);
        Self { table, sources }
    }

    /// Writes the row at `position`.
    pub fn write_row(&mut self, sheet: &Sheet<'_>, position: usize) {
        self.table.write_row(sheet, position);
    }

    /// The file; `None` where there are more rows or longer texts than a sheet may have.
    pub fn finish(self) -> Option<Vec<u8>> {
        let mut file = File::new();
        file.push_worksheet(self.table.finish()?);
        file.push_worksheet(self.sources);
        file.save_to_buffer().ok()
    }
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
