//! What a selection of a grid is on the clipboard.

use std::ops::Range;

use crate::{
    model::table::TableBlock,
    view::workbench::projection::{Projection, ShownRow},
};

/// The printed texts of the cells at these positions, a line a row and a tab between cells; under their headers where
/// every row is meant. Line ends and tabs inside a text become blanks, so that each cell stays one.
#[must_use]
pub fn tab_separated(
    table: &TableBlock,
    projection: &Projection,
    rows: Range<usize>,
    columns: Range<usize>,
) -> String {
    let mut copied = String::new();
    let shown = &projection.columns[columns.start.min(projection.columns.len())..];
    let shown = &shown[..columns.len().min(shown.len())];
    let mut line = |texts: &mut dyn Iterator<Item = String>| {
        for (at, text) in texts.enumerate() {
            if at > 0 {
                copied.push('\t');
            }
            copied.push_str(&text.replace(['\t', '\n', '\r'], " "));
        }
        copied.push('\n');
    };
    if rows.start == 0 && rows.end >= projection.row_count() {
        line(&mut shown.iter().map(|shown| table.columns[shown.column as usize].path.join(" ")));
    }
    for row in rows {
        match projection.row(row) {
            Some(ShownRow::Printed(row)) => line(
                &mut shown
                    .iter()
                    .map(|shown| table.cell(row as usize, shown.column as usize).text.into_owned()),
            ),
            Some(ShownRow::Group(group)) => {
                let label = projection.groups.get(group as usize).map(|group| group.label.clone());
                line(&mut label.into_iter());
            }
            None => break,
        }
    }
    copied
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::tab_separated;
    use crate::{
        model::{sample, table::ColumnKind},
        view::workbench::projection::Projection,
    };

    #[test]
    fn cells_stay_as_printed_and_whole_columns_have_their_headers() {
        let kinds = [ColumnKind::SecurityCode, ColumnKind::Change, ColumnKind::Text];
        let table = sample::table(&kinds, "代码\t涨跌幅/本年\t注\n000977\t-5.17%\t甲\n688902\t\t乙\n");
        let projection = Projection::printed(&table, Rc::new(vec![1, 0]));
        let copied = |rows, columns| tab_separated(&table, &projection, rows, columns);
        assert_eq!(copied(1..2, 0..2), "000977\t-5.17%\n");
        assert_eq!(copied(0..2, 1..3), "涨跌幅 本年\t注\n\t乙\n-5.17%\t甲\n");
        assert_eq!(copied(0..1, 2..9), "乙\n");
        assert_eq!(copied(5..9, 0..1), "");
    }
}
