//! The table of the report document (`contract.md`), with the shown columns and rows, as printed.

use super::sheet::Sheet;
use crate::{
    model::table::TableBlock,
    view::{document, grid::projection::ShownRow},
};

/// Everything up to the first row. The document's own writer writes the table without its rows, and they are put in.
pub fn head(sheet: &Sheet<'_>) -> String {
    let columns = sheet.projection.columns.iter();
    let table = TableBlock {
        columns: columns.map(|shown| sheet.table.columns[shown.column as usize].clone()).collect(),
        row_roles: Vec::new(),
        cells: Vec::new(),
        texts: Default::default(),
        ..sheet.table.clone()
    };
    let whole = serde_json::to_string(&document::table(&table)).unwrap_or_default();
    let open = whole.strip_suffix('}').unwrap_or_default().replace(",\"rows\":[],\"row_roles\":[]", "");
    format!("{open},\"rows\":[")
}

/// The row at `position`; heads of groups are no rows of the table.
pub fn push_row(text: &mut String, sheet: &Sheet<'_>, position: usize) {
    let Some(ShownRow::Printed(row)) = sheet.projection.row(position) else { return };
    let columns: Vec<usize> = sheet.projection.columns.iter().map(|shown| shown.column as usize).collect();
    if !text.ends_with('[') {
        text.push(',');
    }
    let written = serde_json::to_string(&document::row(sheet.table, row as usize, &columns));
    text.push_str(&written.unwrap_or_default());
}

/// What stands behind the last row.
pub fn push_end(text: &mut String, sheet: &Sheet<'_>) {
    let rows = (0..sheet.row_count()).filter_map(|position| match sheet.projection.row(position) {
        Some(ShownRow::Printed(row)) => sheet.table.row_roles.get(row as usize),
        _ => None,
    });
    let roles: Vec<String> = rows.map(|role| format!("\"{}\"", document::role_name(*role))).collect();
    text.push_str(&format!("],\"row_roles\":[{}]}}", roles.join(",")));
}
