//! What a grid shows of a table: which columns and rows, in which order.

use std::rc::Rc;

use crate::{
    model::table::{RowRole, TableBlock},
    view::pinning::pinned_columns,
};

/// A column that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownColumn {
    /// Its index in the table.
    pub column: u32,
    /// The width that the reader gave it, in CSS pixels; `None` as wide as its cells ask for.
    pub width: Option<u32>,
    /// Whether it stays in view when the table is scrolled sideways; such columns stand before all others.
    pub is_pinned: bool,
}

/// A row that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownRow {
    /// A row of the table by its number, whatever its role: the table's `row_roles` tell entries, headings and
    /// summaries apart.
    Printed(u32),
    /// The head of a group, by its index in [`Projection::groups`].
    Group(u32),
}

/// The head of a group of rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The label that its rows share, as printed; empty where it is blank.
    pub label: String,
    /// How many entries it has.
    pub count: u32,
    /// Whether its rows are left out.
    pub is_collapsed: bool,
    /// What stands under each shown column, in their order: for numbers count, mean, median, least and greatest, a
    /// line each; empty elsewhere.
    pub cells: Vec<String>,
}

/// What a grid shows of a table. Made by [`printed`](Self::printed) where nothing but the order was chosen, otherwise by
/// the workbench.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Projection {
    /// From left to right.
    pub columns: Vec<ShownColumn>,
    /// For each shown column what its header adds: the unit or currency that is shown instead of the printed one. Empty
    /// as a whole where nothing is.
    pub notes: Vec<String>,
    /// From top to bottom, in four bytes a row; see [`row`](Self::row).
    pub(in crate::view) rows: Rc<Vec<u32>>,
    /// The groups, in the order of their heads.
    pub groups: Vec<Group>,
    /// How many entries pass search and filters, whether their groups are collapsed or not.
    pub passing: u32,
    /// How many entries the table has.
    pub total: u32,
}

/// Set in what stands for the head of a group; a table has fewer rows than that.
const GROUP: u32 = 1 << 31;

impl Projection {
    /// All columns and the rows in `order`, as [`row_order`](crate::view::ordering::row_order) gives them.
    #[must_use]
    pub fn printed(table: &TableBlock, order: Rc<Vec<u32>>) -> Self {
        let pinned = pinned_columns(table).len();
        let column = |column| ShownColumn { column: column as u32, width: None, is_pinned: column < pinned };
        let total = table.row_roles.iter().filter(|role| **role == RowRole::Data).count() as u32;
        Self {
            columns: (0..table.columns.len()).map(column).collect(),
            rows: order,
            passing: total,
            total,
            ..Self::default()
        }
    }

    /// With these rows, heads of groups among them.
    #[must_use]
    pub fn with_rows(self, rows: impl IntoIterator<Item = ShownRow>) -> Self {
        let packed = rows.into_iter().map(|row| match row {
            ShownRow::Printed(row) => row,
            ShownRow::Group(group) => group | GROUP,
        });
        Self { rows: Rc::new(packed.collect()), ..self }
    }

    /// The rows' numbers, where no heads of groups are among them: the order in which the table stands.
    #[must_use]
    pub fn printed_rows(&self) -> &[u32] {
        &self.rows
    }

    /// How many rows are shown, heads of groups among them.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// The row at `position`, counted from 0; `None` past the last.
    #[must_use]
    pub fn row(&self, position: usize) -> Option<ShownRow> {
        self.rows.get(position).map(|packed| match packed & GROUP {
            0 => ShownRow::Printed(*packed),
            _ => ShownRow::Group(packed & !GROUP),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Projection, ShownRow};
    use crate::model::{sample, table::ColumnKind};

    #[test]
    fn a_table_as_printed_shows_all_of_it() {
        let kinds = [ColumnKind::SecurityCode, ColumnKind::SecurityName, ColumnKind::Change];
        let table = sample::table(&kinds, "代码\t名称\t本年\n688901\t衡汐\t3\n688902\t澄江\t1\nΣ平均\t\t2\n");
        let projection = Projection::printed(&table, Rc::new(vec![1, 0, 2]));
        let columns: Vec<_> =
            projection.columns.iter().map(|shown| (shown.column, shown.is_pinned)).collect();
        assert_eq!(columns, [(0, true), (1, true), (2, false)]);
        let rows: Vec<_> = (0..4).map(|position| projection.row(position)).collect();
        assert_eq!(
            rows,
            [1, 0, 2].map(ShownRow::Printed).map(Some).into_iter().chain([None]).collect::<Vec<_>>()
        );
        assert_eq!((projection.passing, projection.total), (2, 2), "a summary is no entry");
    }

    #[test]
    fn heads_of_groups_stand_among_the_rows() {
        let rows = [ShownRow::Group(0), ShownRow::Printed(7), ShownRow::Group(1)];
        let projection = Projection::default().with_rows(rows);
        assert_eq!(projection.row_count(), 3);
        assert_eq!((0..3).filter_map(|position| projection.row(position)).collect::<Vec<_>>(), rows);
    }
}
