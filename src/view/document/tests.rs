use std::rc::Rc;

use serde_json::{Value, json};

use super::document;
use crate::{
    model::{masthead::Masthead, report::Report},
    text::source::Source,
};

fn empty() -> Report {
    Report {
        source: Rc::new(Source::of_text("某日.md", "正文")),
        masthead: Masthead::default(),
        sections: Vec::new(),
        tables: Vec::new(),
        rating_scales: Vec::new(),
        picks: Vec::new(),
        mentions: Vec::new(),
        risks: Vec::new(),
        diagnostics: Vec::new(),
    }
}

#[test]
fn a_document_has_every_key() {
    let found = serde_json::to_value(document(&empty())).expect("a document");
    let expected = json!({
        "format": "yanjing-report/1",
        "file": { "name": "某日.md", "bytes": 6, "encoding": "utf-8", "media": "markdown" },
        "broker": null, "title": null, "industry": null, "date": null, "rating": null, "security": null,
        "target_price": null, "analysts": [], "sections": [], "tables": [], "rating_scales": [], "picks": [],
        "mentions": [], "risks": [], "diagnostics": [],
    });
    assert_eq!(found, expected);
}

#[test]
fn cells_keep_text_value_and_place() {
    use crate::model::table::{CellPlace, Column, ColumnKind, RowRole, TableBlock};
    let mut report = empty();
    let source = Rc::new(Source::of_text("甲.txt", "600552 -5.17% 9"));
    let span = |start, end| crate::text::span::Span::new(start, end);
    let column = |kind| Column { path: vec!["x".to_owned()], kind, ..Column::default() };
    report.tables = vec![Rc::new(TableBlock {
        source,
        columns: vec![column(ColumnKind::SecurityCode), column(ColumnKind::Change), column(ColumnKind::Text)],
        row_roles: vec![RowRole::Data],
        cells: vec![
            CellPlace::printed(span(0, 6)),
            CellPlace::printed(span(7, 13)),
            CellPlace::inherited(span(14, 15)),
        ],
        ..TableBlock::default()
    })];
    let found = serde_json::to_value(document(&report)).expect("a document");
    let cell = |text: &str, value: Value, unit: Value, span: [u32; 2], inherited: bool| json!({ "text": text, "value": value, "unit": unit, "span": span, "inherited": inherited });
    assert_eq!(
        found["tables"][0]["rows"],
        json!([[
            cell("600552", json!("600552.SH"), Value::Null, [0, 6], false),
            cell("-5.17%", json!(-5.17), json!("%"), [7, 13], false),
            cell("9", json!("9"), Value::Null, [14, 15], true),
        ]])
    );
}
