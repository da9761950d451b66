//! The tables of any text have as many cells as rows and columns ask for, each at a place of the text.
#![no_main]

use std::rc::Rc;

use libfuzzer_sys::fuzz_target;
use yanjing::{parse, text::source::Source};

fuzz_target!(|text: &str| {
    let source = Rc::new(Source::of_text("any.md", text));
    let report = parse::report(Rc::clone(&source));
    for table in &report.tables {
        assert_eq!(table.cells.len(), table.row_count() * table.columns.len());
        for column in &table.columns {
            assert!(!column.path.is_empty(), "a column without a path");
        }
        for cell in &table.cells {
            let range = cell.span().range();
            assert!(source.text().get(range.clone()).is_some(), "{range:?} is no place of the text");
        }
    }
});
