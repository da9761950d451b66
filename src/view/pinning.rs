//! Which columns stay in view when a table is scrolled sideways.

use crate::model::table::{ColumnKind, TableBlock};

/// The columns from the first to the one that names the row: code or name among the first three, else the first.
#[must_use]
pub fn pinned_columns(table: &TableBlock) -> Vec<usize> {
    let names = |column: &usize| {
        matches!(table.columns[*column].kind, ColumnKind::SecurityName | ColumnKind::SecurityCode)
    };
    let last = (0..table.columns.len().min(3)).rfind(names).unwrap_or_default();
    (0..table.columns.len().min(last + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::pinned_columns;
    use crate::model::table::{Column, ColumnKind, TableBlock};

    #[track_caller]
    fn check(kinds: &[ColumnKind], expected: &[usize]) {
        let column = |kind: &ColumnKind| Column { kind: *kind, ..Column::default() };
        let table = TableBlock { columns: kinds.iter().map(column).collect(), ..TableBlock::default() };
        assert_eq!(pinned_columns(&table), expected);
    }

    #[test]
    fn columns_up_to_the_name_are_pinned() {
        use ColumnKind::{Change, SecurityCode, SecurityName, Text};
        check(&[Text, SecurityCode, SecurityName, Change], &[0, 1, 2]);
        check(&[SecurityCode, Change, Change, SecurityName], &[0]);
        check(&[Text, Change], &[0]);
        check(&[], &[]);
    }
}
