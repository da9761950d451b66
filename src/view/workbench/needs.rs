//! What must be worked out of a table's columns before an arrangement can be carried out, so that a long table's can be
//! worked out a column at a time, the page painting in between.

use super::{
    arrangement::{Arrangement, Condition, UnitForm},
    arranging::shown_columns,
};
use crate::model::table::TableBlock;

/// Columns by what is wanted of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Those whose figures are.
    pub figures: Vec<u32>,
    /// Those whose different texts are.
    pub labels: Vec<u32>,
}

impl Needs {
    /// What the fields of a filter of `column` need: texts are told by its first rows.
    #[must_use]
    pub fn of_filter(table: &TableBlock, column: u32) -> Self {
        let is_numeric = table.columns.get(column as usize).is_some_and(|column| column.kind.is_numeric());
        Self { figures: if is_numeric { vec![column] } else { Vec::new() }, labels: Vec::new() }
    }

    /// What `arrangement` needs of `table`.
    #[must_use]
    pub fn of(table: &TableBlock, arrangement: &Arrangement) -> Self {
        let mut needs = Self::default();
        let count = table.columns.len() as u32;
        for filter in arrangement.filters.iter().filter(|filter| filter.column < count) {
            match filter.condition {
                Condition::Limits(..) => needs.figures.push(filter.column),
                _ => needs.labels.push(filter.column),
            }
        }
        let group = arrangement.group.filter(|group| *group < count);
        needs.labels.extend(group);
        let is_converted = arrangement.unit_form != UnitForm::Printed || arrangement.rates.into.is_some();
        for shown in shown_columns(table, arrangement) {
            let is_numeric = table.columns[shown.column as usize].kind.is_numeric();
            if is_numeric && (group.is_some() || is_converted) || arrangement.look(shown.column).is_some() {
                needs.figures.push(shown.column);
            }
        }
        needs
    }
}

#[cfg(test)]
mod tests {
    use super::Needs;
    use crate::{
        model::{sample, table::ColumnKind},
        view::{
            settings::Language,
            workbench::{
                arrangement::Arrangement,
                arranging::{Wardrobe, projection},
                index::TableIndex,
                words,
            },
        },
    };

    /// Checks that carrying out an arrangement works out of the columns what it is said to need and nothing else.
    #[track_caller]
    fn check(choices: &str, figures: &[u32], labels: &[u32]) {
        let kinds = [ColumnKind::Text, ColumnKind::SecurityName, ColumnKind::MarketCap, ColumnKind::Change];
        let table = sample::table(
            &kinds,
            "板块\t公司\t市值\t本周\n减速器\t甲\t12\t1%\n丝杠\t乙\t7\t-2%\n丝杠\t丙\t9\t4%",
        );
        let arrangement = Arrangement::of_text(choices);
        let needs = Needs::of(&table, &arrangement);
        assert_eq!((needs.figures.as_slice(), needs.labels.as_slice()), (figures, labels));
        let mut index = TableIndex::default();
        while !index.work_on(&table, &needs) {}
        assert!(index.has(&needs));
        let known = |index: &TableIndex| {
            let mut columns: (Vec<u32>, Vec<u32>) =
                (index.figures.keys().copied().collect(), index.labels.keys().copied().collect());
            columns.0.sort_unstable();
            columns.1.sort_unstable();
            columns
        };
        let before = known(&index);
        let _ = projection(&table, &arrangement, &[0, 1, 2], &mut index, words::of(Language::Chinese));
        let _ = Wardrobe::of(&table, &arrangement, &mut index);
        assert_eq!(known(&index), before);
    }

    #[test]
    fn an_arrangement_needs_what_carrying_it_out_works_out() {
        check("", &[], &[]);
        check("f=2,L,8,", &[2], &[]);
        check("g=0", &[2, 3], &[0]);
        check("g=0&h=2", &[3], &[0]);
        check("f=0,O,丝杠&l=3,heat", &[3], &[0]);
        check("u=y", &[2, 3], &[]);
    }
}
