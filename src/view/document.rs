//! The report document: the JSON form of a report, version `yanjing-report/1`.

use serde_json::{Value, json};

use crate::model::report::Report;

/// The version that every document names.
pub const FORMAT: &str = "yanjing-report/1";

/// The document of `report`.
#[must_use]
pub fn document(report: &Report) -> Value {
    json!({ "format": FORMAT, "file": { "name": report.source.name() } })
}
