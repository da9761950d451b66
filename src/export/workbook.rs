//! The workbook of Excel and WPS of one table: the table, and on a second sheet definitions and sources.

use super::{
    marks::{Mark, Paper},
    sheet::Sheet,
    table_sheet,
};
use crate::view::workbench::words::Words;

/// Begins with the table's headers; how many rows these have, for [`put_row`](table_sheet::put_row).
pub fn begin(sheet: &Sheet<'_>, words: &Words, paper: &mut dyn Paper) -> u32 {
    table_sheet::begin(sheet, words.table_sheet, paper)
}

/// Ends with the second sheet.
pub fn end(sheet: &Sheet<'_>, words: &Words, paper: &mut dyn Paper) {
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
    paper.put(Mark::Sheet(words.definitions_sheet));
    let mut put = |row: u32, column: u16, text: &str, is_bold: bool| {
        paper.put(Mark::Text { row, column, text, is_bold });
    };
    let mut row = 0;
    for (label, fact) in facts.into_iter().filter_map(|(label, fact)| Some((label, fact?))) {
        put(row, 0, label, true);
        put(row, 1, &fact, false);
        row += 1;
    }
    for note in &sheet.table.notes {
        put(row, 1, &note.value, false);
        row += 1;
    }
    row += 1;
    if !origin.definitions.is_empty() {
        put(row, 0, words.word, true);
        put(row, 1, words.definition, true);
        for definition in &origin.definitions {
            row += 1;
            for (column, text) in
                [&definition.label, &definition.condition, &definition.benchmarks].into_iter().enumerate()
            {
                put(row, column as u16, text, false);
            }
        }
    }
    paper.put(Mark::Width(0, 14.0));
    paper.put(Mark::Width(1, 80.0));
}
