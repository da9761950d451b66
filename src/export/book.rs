//! The file of a workbook, of the marks that are made on it.

use std::collections::HashMap;

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::marks::{Mark, Paper, Written};

/// A workbook being written.
#[derive(Default)]
pub struct Book {
    sheets: Vec<Worksheet>,
    /// The formats of numbers by their codes, plain and bold.
    formats: HashMap<(String, bool), Format>,
    /// Whether something did not find its place.
    is_full: bool,
}

impl Paper for Book {
    fn put(&mut self, mark: Mark<'_>) {
        self.is_full |= self.written(mark).is_err();
    }
}

impl Book {
    fn written(&mut self, mark: Mark<'_>) -> Result<(), XlsxError> {
        if let Mark::Sheet(name) = mark {
            let mut sheet = Worksheet::new();
            sheet.set_name(name)?;
            self.sheets.push(sheet);
            return Ok(());
        }
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        let header = || Format::new().set_bold().set_align(FormatAlign::Center).set_text_wrap();
        match mark {
            Mark::Sheet(_) => Ok(()),
            Mark::Width(column, width) => sheet.set_column_width(column, width).map(drop),
            Mark::Freeze(row, column) => sheet.set_freeze_panes(row, column).map(drop),
            Mark::Header { row, first, last, text } if first < last => {
                sheet.merge_range(row, first, row, last, text, &header()).map(drop)
            }
            Mark::Header { row, first, text, .. } => {
                sheet.write_string_with_format(row, first, text, &header()).map(drop)
            }
            Mark::Number { row, column, number, format, is_bold } => {
                let known = self.formats.entry((format.to_owned(), is_bold));
                let format = known.or_insert_with(|| number_format(format, is_bold));
                sheet.write_number_with_format(row, column, number, format).map(drop)
            }
            Mark::Text { row, column, text, is_bold: true } => {
                sheet.write_string_with_format(row, column, text, &Format::new().set_bold()).map(drop)
            }
            Mark::Text { row, column, text, is_bold: false } => {
                sheet.write_string(row, column, text).map(drop)
            }
        }
    }

    /// The sheets; `None` where there are more rows or longer texts than a sheet may have.
    #[must_use]
    pub fn sheets(self) -> Option<Vec<Worksheet>> {
        (!self.is_full).then_some(self.sheets)
    }
}

impl Written for Book {
    /// `None` where [`sheets`](Self::sheets) are none.
    fn finish(self: Box<Self>) -> Option<Vec<u8>> {
        let mut file = Workbook::new();
        for sheet in self.sheets()? {
            file.push_worksheet(sheet);
        }
        file.save_to_buffer().ok()
    }
}

/// Begins a workbook.
#[must_use]
pub fn begin() -> Box<dyn Written> {
    Box::new(Book::default())
}

fn number_format(code: &str, is_bold: bool) -> Format {
    let format = Format::new().set_num_format(code).set_align(FormatAlign::Right);
    if is_bold { format.set_bold() } else { format }
}
