//! What holds for any table.

use proptest::{collection::vec, prelude::Strategy, proptest, sample::select};

use super::{Direction, OrderBy, OrderKey, ladder, pinyin, row_order};
use crate::model::{
    sample,
    table::{ColumnKind, RowRole, TableBlock},
    value::Value,
};

const KINDS: [ColumnKind; 6] = [
    ColumnKind::MarketCap,
    ColumnKind::SecurityCode,
    ColumnKind::SecurityName,
    ColumnKind::Rating,
    ColumnKind::Range,
    ColumnKind::Change,
];

/// Cells of every kind, so that each column has some that it cannot read.
const CELLS: [&str; 16] = [
    "",
    "-",
    "N/A",
    "12",
    "-5.17%",
    "33,079",
    "3亿美元",
    "HK$7",
    "000977.SZ",
    "0020.HK",
    "北云",
    "澄",
    "推荐",
    "未评级",
    "5~15%",
    "Bb",
];

fn tables() -> impl Strategy<Value = TableBlock> {
    let row = (select(vec!["", "", "", "", "§", "Σ"]), vec(select(CELLS.to_vec()), KINDS.len()));
    vec(row, 0..40).prop_map(|rows| {
        let lines = rows.iter().map(|(role, cells)| format!("{role}{}\n", cells.join("\t")));
        sample::table(&KINDS, &format!("市值\t代码\t名称\t评级\t区间\t本年\n{}", lines.collect::<String>()))
    })
}

fn order_by(keys: &[(usize, bool)]) -> OrderBy {
    let direction = |ascending: bool| if ascending { Direction::Ascending } else { Direction::Descending };
    OrderBy(keys.iter().map(|&(column, up)| OrderKey { column, direction: direction(up) }).collect())
}

fn order(table: &TableBlock, keys: &[(usize, bool)]) -> Vec<usize> {
    row_order(table, &order_by(keys), &ladder, &pinyin()).into_iter().map(|row| row as usize).collect()
}

fn is_blank(table: &TableBlock, row: usize, column: usize) -> bool {
    matches!(table.value(row, column), Value::Missing(_))
}

/// The rows of `order` between headings, each stretch its data and then its summaries.
fn stretches<'a>(table: &'a TableBlock, order: &'a [usize]) -> impl Iterator<Item = &'a [usize]> {
    order.split(|row| table.row_roles[*row] == RowRole::Section)
}

proptest! {
    #[test]
    fn every_row_once(table in tables(), keys in vec((0..8_usize, proptest::bool::ANY), 0..4)) {
        let mut rows = order(&table, &keys);
        rows.sort_unstable();
        assert_eq!(rows, (0..table.row_count()).collect::<Vec<_>>());
    }

    #[test]
    fn blanks_last_and_summaries_below(table in tables(), column in 0..KINDS.len(), up in proptest::bool::ANY) {
        let order = order(&table, &[(column, up)]);
        for stretch in stretches(&table, &order) {
            let data = stretch.partition_point(|row| table.row_roles[*row] == RowRole::Data);
            let (data, summaries) = stretch.split_at(data);
            assert!(summaries.iter().all(|row| table.row_roles[*row] == RowRole::Summary));
            assert!(summaries.is_sorted(), "summaries in print order");
            let blank = |row: &usize| is_blank(&table, *row, column);
            assert!(data.iter().map(blank).is_sorted(), "blanks behind all others");
            let blanks: Vec<_> = data.iter().filter(|row| blank(row)).collect();
            assert!(blanks.is_sorted(), "blanks in print order");
        }
    }

    #[test]
    fn headings_keep_their_rows(table in tables(), column in 0..KINDS.len(), up in proptest::bool::ANY) {
        let order = order(&table, &[(column, up)]);
        let printed: Vec<usize> = (0..table.row_count()).collect();
        for (ordered, printed) in stretches(&table, &order).zip(stretches(&table, &printed)) {
            let mut ordered = ordered.to_vec();
            ordered.sort_unstable();
            assert_eq!(ordered, printed);
        }
    }

    #[test]
    fn equal_texts_keep_their_order(table in tables(), column in 0..KINDS.len(), up in proptest::bool::ANY) {
        let order = order(&table, &[(column, up)]);
        for stretch in stretches(&table, &order) {
            for cell in CELLS {
                let of_role = |row: &&usize| table.row_roles[**row] == RowRole::Data;
                let rows: Vec<_> = stretch.iter().filter(of_role).filter(|row| table.cell(**row, column).text == cell).collect();
                assert!(rows.is_sorted(), "{cell}");
            }
        }
    }

    #[test]
    fn descending_is_ascending_turned(numbers in proptest::collection::btree_set(-9_999_i32..9_999, 0..40)) {
        let rows = numbers.iter().rev().map(|number| format!("{number}.5%\t\n")).collect::<String>();
        let table = sample::table(&[ColumnKind::Change, ColumnKind::Text], &format!("本年\t\n{rows}"));
        let mut descending = order(&table, &[(0, false)]);
        let ascending = order(&table, &[(0, true)]);
        descending.reverse();
        assert_eq!(ascending, descending);
        // The rows are written from the greatest number to the least.
        assert_eq!(ascending, (0..table.row_count()).rev().collect::<Vec<_>>());
    }
}
