//! Files of a table, written a run of rows at a time so that the page goes on meanwhile.

use super::{
    book::Book,
    json,
    lines::{csv_line, markdown_head, markdown_line},
    marks::Written as _,
    sheet::Sheet,
    table_sheet, workbook,
};
use crate::{
    model::code::{Exchange, SecurityCode},
    view::workbench::words::Words,
};

/// The kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Values parted by commas.
    Csv {
        /// Whether it begins with a byte order mark, by which Excel knows UTF-8.
        has_mark: bool,
        /// Whether cells that would run as formulas are guarded.
        is_guarded: bool,
    },
    /// A workbook of Excel and WPS.
    Xlsx,
    /// A table of Markdown.
    Markdown,
    /// The table of the report document, `contract.md`.
    Json,
    /// The codes, a line each, for the watch lists of 通达信 and 同花顺.
    Codes,
}

impl Format {
    /// The ending of the file's name.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv { .. } => "csv",
            Self::Xlsx => "xlsx",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Codes => "txt",
        }
    }

    /// The media type of the file.
    #[must_use]
    pub fn media(self) -> &'static str {
        match self {
            Self::Csv { .. } => "text/csv;charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Json => "application/json",
            Self::Codes => "text/plain;charset=utf-8",
        }
    }
}

/// A file being written.
pub struct Writing {
    format: Format,
    words: &'static Words,
    next: usize,
    text: String,
    /// The workbook, and how many rows its headers have.
    workbook: (Book, u32),
}

impl Writing {
    /// Begins a file of `sheet`.
    #[must_use]
    pub fn begin(sheet: &Sheet<'_>, format: Format, words: &'static Words) -> Self {
        let mut writing = Self { format, words, next: 0, text: String::new(), workbook: Default::default() };
        match format {
            Format::Csv { has_mark, is_guarded } => {
                if has_mark {
                    writing.text.push('\u{feff}');
                }
                writing.text.push_str(&csv_line(&sheet.headers(), is_guarded));
            }
            Format::Xlsx => writing.workbook.1 = workbook::begin(sheet, words, &mut writing.workbook.0),
            Format::Markdown => writing.text.push_str(&markdown_head(sheet)),
            Format::Json => writing.text.push_str(&json::head(sheet)),
            Format::Codes => {}
        }
        writing
    }

    /// Writes further rows, `count` at most; whether all are written.
    pub fn write_on(&mut self, sheet: &Sheet<'_>, count: usize) -> bool {
        let until = self.next.saturating_add(count).min(sheet.row_count());
        for row in self.next..until {
            match self.format {
                Format::Csv { is_guarded, .. } => {
                    self.text.push_str(&csv_line(&sheet.texts(row), is_guarded))
                }
                Format::Xlsx => table_sheet::put_row(sheet, row, self.workbook.1, &mut self.workbook.0),
                Format::Markdown => self.text.push_str(&markdown_line(&sheet.texts(row))),
                Format::Json => json::push_row(&mut self.text, sheet, row),
                Format::Codes => {}
            }
        }
        self.next = until;
        until == sheet.row_count()
    }

    /// How far it is, in rows.
    #[must_use]
    pub fn done(&self) -> usize {
        self.next
    }

    /// The file; `None` where it cannot be written, which is a workbook of more rows than one may have.
    #[must_use]
    pub fn finish(mut self, sheet: &Sheet<'_>) -> Option<Vec<u8>> {
        match self.format {
            Format::Xlsx => {
                let (mut book, _) = self.workbook;
                workbook::end(sheet, self.words, &mut book);
                return Box::new(book).finish();
            }
            Format::Markdown => {
                let source = sheet.source_line();
                if !source.is_empty() {
                    self.text.push_str(&format!("\n{source}\n"));
                }
            }
            Format::Json => json::push_end(&mut self.text, sheet),
            Format::Codes => {
                for code in sheet.codes() {
                    self.text.push_str(&watched(&code));
                    self.text.push_str("\r\n");
                }
            }
            Format::Csv { .. } => {}
        }
        Some(self.text.into_bytes())
    }
}

/// A code as watch lists take it: the ticker alone, Hong Kong's with five digits.
fn watched(code: &SecurityCode) -> String {
    match code.exchange {
        Exchange::HongKong => format!("{:0>5}", code.ticker),
        _ => code.ticker.clone(),
    }
}

#[cfg(test)]
mod tests;
