//! Many reports in one file: a workbook of all their tables, or their documents a line each.

use std::rc::Rc;

use rust_xlsxwriter::{Format, Url, Workbook, Worksheet, XlsxError};

use super::{book::Book, origin::Origin, sheet::Sheet, table_sheet};
use crate::{
    model::{report::Report, table::TableBlock},
    view::{
        document::document,
        grid::projection::Projection,
        settings::{Language, Named as _},
        workbench::words::{self, Words},
    },
};

/// The kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CollectionFormat {
    /// A workbook: a sheet a table behind a list of them all, and one of the ratings' definitions.
    Workbook,
    /// The report documents of `contract.md`, a line each, as `extract` writes them.
    JsonLines,
}

impl CollectionFormat {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Workbook, Self::JsonLines];

    /// The ending of the file's name.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Workbook => "xlsx",
            Self::JsonLines => "jsonl",
        }
    }

    /// The media type of the file.
    #[must_use]
    pub fn media(self) -> &'static str {
        match self {
            Self::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::JsonLines => "application/jsonl",
        }
    }

    /// The format of that ending.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }
}

/// A file of many reports being written. Who holds one needs none of what writes it: that is loaded when it is begun.
pub trait Collection {
    /// Adds a report.
    fn add(&mut self, report: &Report);

    /// The file; `None` where a table has more rows or longer texts than a sheet may have.
    fn finish(self: Box<Self>) -> Option<Vec<u8>>;
}

/// Begins a file, with its own words in that language.
#[must_use]
pub fn begin(format: CollectionFormat, language: Language) -> Box<dyn Collection> {
    match format {
        CollectionFormat::Workbook => Box::new(Tables::begin(words::of(language))),
        CollectionFormat::JsonLines => Box::new(Documents::default()),
    }
}

/// Begins a file of that ending, with its own words in the language of that tag.
#[must_use]
pub fn named(ending: &str, language: &str) -> Option<Box<dyn Collection>> {
    let language = Language::from_name(language).unwrap_or_default();
    CollectionFormat::of_ending(ending).map(|format| begin(format, language))
}

/// The documents, a line each.
#[derive(Default)]
struct Documents(String);

impl Collection for Documents {
    fn add(&mut self, report: &Report) {
        // A document has text keys alone, which is all that could be refused.
        self.0.push_str(&serde_json::to_string(&document(report)).unwrap_or_default());
        self.0.push('\n');
    }

    fn finish(self: Box<Self>) -> Option<Vec<u8>> {
        Some(self.0.into_bytes())
    }
}

/// A workbook of many tables.
struct Tables {
    contents: Worksheet,
    definitions: Worksheet,
    /// The sheets of the tables; `None` once one could not be written.
    tables: Option<Vec<Worksheet>>,
    /// The next free row of the definitions.
    next_definition: u32,
}

impl Tables {
    fn begin(words: &'static Words) -> Self {
        let mut contents = headed(
            words.contents_sheet,
            &[
                words.table_sheet,
                words.caption,
                words.broker,
                words.report,
                words.date,
                words.rows,
                words.file,
            ],
        );
        let mut definitions = headed(
            words.definitions_sheet,
            &[words.broker, words.date, words.word, words.definition, words.benchmarks, words.file],
        );
        for (sheet, widths) in
            [(&mut contents, [12, 40, 16, 44, 12, 8, 40]), (&mut definitions, [16, 12, 12, 60, 24, 40, 8])]
        {
            for (column, width) in widths.into_iter().enumerate() {
                // A column that there is.
                let _ = sheet.set_column_width(column as u16, width);
            }
        }
        Self { contents, definitions, tables: Some(Vec::new()), next_definition: 1 }
    }

    fn add_table(&mut self, table: &TableBlock, origin: &Origin) -> Option<Worksheet> {
        let number = self.tables.as_ref()?.len() + 1;
        let rows = Rc::new((0..table.row_count() as u32).collect());
        let projection = Projection::printed(table, rows);
        let sheet = Sheet::printed(table, origin, &projection);
        let name = sheet_name(number, &sheet.caption());
        let mut book = Book::default();
        let depth = table_sheet::begin(&sheet, &name, &mut book);
        for position in 0..sheet.row_count() {
            table_sheet::put_row(&sheet, position, depth, &mut book);
        }
        self.list(number as u32, &name, &sheet).ok()?;
        book.sheets()?.pop()
    }

    /// Lists a table among the contents, one click from its sheet.
    fn list(&mut self, row: u32, name: &str, sheet: &Sheet<'_>) -> Result<(), XlsxError> {
        let address =
            Url::new(format!("internal:'{}'!A1", name.replace('\'', "''"))).set_text(row.to_string());
        let origin = sheet.origin;
        self.contents.write_url(row, 0, address)?;
        let facts = [
            (1, Some(sheet.caption())),
            (2, origin.broker.clone()),
            (3, origin.title.clone()),
            (4, origin.date.clone()),
            (6, Some(origin.file.clone())),
        ];
        for (column, fact) in facts {
            self.contents.write_string(row, column, fact.unwrap_or_default())?;
        }
        self.contents.write_number(row, 5, sheet.row_count() as f64)?;
        Ok(())
    }

    fn add_definitions(&mut self, origin: &Origin) -> Result<(), XlsxError> {
        for definition in &origin.definitions {
            let facts = [
                origin.broker.as_deref().unwrap_or_default(),
                origin.date.as_deref().unwrap_or_default(),
                &definition.label,
                &definition.condition,
                &definition.benchmarks,
                &origin.file,
            ];
            for (column, fact) in facts.into_iter().enumerate() {
                self.definitions.write_string(self.next_definition, column as u16, fact)?;
            }
            self.next_definition += 1;
        }
        Ok(())
    }
}

impl Collection for Tables {
    fn add(&mut self, report: &Report) {
        let origin = Origin::of(report);
        for table in &report.tables {
            let written = self.add_table(table, &origin);
            match (written, &mut self.tables) {
                (Some(sheet), Some(tables)) => tables.push(sheet),
                _ => self.tables = None,
            }
        }
        if self.add_definitions(&origin).is_err() {
            self.tables = None;
        }
    }

    fn finish(self: Box<Self>) -> Option<Vec<u8>> {
        let mut file = Workbook::new();
        file.push_worksheet(self.contents);
        for table in self.tables? {
            file.push_worksheet(table);
        }
        file.push_worksheet(self.definitions);
        file.save_to_buffer().ok()
    }
}

/// A sheet that begins with a header, which stays in view.
fn headed(name: &str, headers: &[&str]) -> Worksheet {
    let mut sheet = Worksheet::new();
    let bold = Format::new().set_bold();
    // A name and few cells: none of this can be refused.
    let _ = sheet.set_name(name);
    let _ = sheet.set_freeze_panes(1, 0);
    for (column, header) in headers.iter().enumerate() {
        let _ = sheet.write_string_with_format(0, column as u16, *header, &bold);
    }
    sheet
}

/// The name of a table's sheet: its number, which makes it the only one of that name, and as much of its caption as fits
/// in the 31 UTF-16 units that Excel allows, without the signs that it refuses.
fn sheet_name(number: usize, caption: &str) -> String {
    const LONGEST: usize = 31;
    let mut name = format!("{number} ");
    for character in
        caption.chars().filter(|character| !character.is_control() && !"[]:*?/\\'".contains(*character))
    {
        if name.encode_utf16().count() + character.len_utf16() > LONGEST {
            break;
        }
        name.push(character);
    }
    name.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use std::{io::Cursor, rc::Rc};

    use calamine::{Data, Reader as _, Xlsx};

    use super::{CollectionFormat, begin, sheet_name};
    use crate::{
        model::{masthead::Masthead, report::Report, sample, table::ColumnKind},
        text::source::Source,
        view::{document, settings::Language},
    };

    fn report(rows: &str, tables: usize) -> Report {
        let kinds = [ColumnKind::SecurityCode, ColumnKind::Change];
        let table = Rc::new(sample::table(&kinds, &format!("代码\t涨跌幅\n{rows}")));
        Report {
            source: Rc::new(Source::of_text("甲.txt", "澄江证券\n")),
            masthead: Masthead::default(),
            sections: Vec::new(),
            tables: vec![table; tables],
            rating_scales: Vec::new(),
            picks: Vec::new(),
            mentions: Vec::new(),
            risks: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    fn written(format: CollectionFormat, reports: &[Report]) -> Vec<u8> {
        let mut collection = begin(format, Language::Chinese);
        reports.iter().for_each(|report| collection.add(report));
        collection.finish().unwrap()
    }

    #[test]
    fn a_workbook_has_every_table_of_every_report() {
        let reports = [report("000977\t-5.17%\n", 2), report("688901\t1.5%\n688902\t2%\n", 1)];
        let file = written(CollectionFormat::Workbook, &reports);
        let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file)).unwrap();
        let names = workbook.sheet_names();
        assert_eq!((names.len(), names[0].as_str(), names[4].as_str()), (5, "目录", "评级定义与来源"));
        let contents = workbook.worksheet_range("目录").unwrap();
        let rows: Vec<_> = contents.rows().skip(1).map(|row| row[5].clone()).collect();
        assert_eq!(rows, [1.0, 1.0, 2.0].map(Data::Float));
        let cells: Vec<Vec<Data>> = names[1..4]
            .iter()
            .map(|name| workbook.worksheet_range(name).unwrap().rows().nth(1).unwrap().to_vec())
            .collect();
        let expected = |code: &str, change: f64| vec![Data::String(code.to_owned()), Data::Float(change)];
        assert_eq!(
            cells,
            [expected("000977", -0.0517), expected("000977", -0.0517), expected("688901", 0.015)]
        );
    }

    #[test]
    fn documents_stand_a_line_each() {
        let reports = [report("000977\t-5.17%\n", 1), report("688901\t1.5%\n", 2)];
        let lines = String::from_utf8(written(CollectionFormat::JsonLines, &reports)).unwrap();
        let expected: Vec<String> = reports
            .iter()
            .map(|report| serde_json::to_string(&document::document(report)).unwrap())
            .collect();
        assert_eq!(lines.lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn names_of_sheets_are_what_excel_allows() {
        assert_eq!(sheet_name(12, "表 1：[估值]/比较?"), "12 表 1：估值比较");
        assert_eq!(sheet_name(3, ""), "3");
        assert_eq!(sheet_name(1, &"估".repeat(40)).encode_utf16().count(), 31);
    }
}
