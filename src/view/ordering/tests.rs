//! The rules of ordering, a case each.

use super::{Direction, OrderBy, OrderKey, row_order};
use crate::{
    model::{
        sample,
        table::{ColumnKind, TableBlock},
    },
    view::collation::Collation,
};

mod properties;

/// The house's ladder of these tests, best first.
fn ladder(word: &str) -> Option<usize> {
    ["强烈推荐", "推荐", "中性"].iter().position(|grade| *grade == word)
}

/// By pinyin: bèi, chēng, lán, yún.
fn pinyin() -> Collation {
    Collation::of(&[' ', '1', '2', '北', '澄', '岚', '云', 'a', 'b'])
}

/// The cells of column 0 of `table` in the order of `keys`, joined by spaces, a blank as `_`.
fn ordered(table: &TableBlock, keys: &[(usize, Direction)]) -> String {
    let order_by = OrderBy(keys.iter().map(|&(column, direction)| OrderKey { column, direction }).collect());
    let cells = row_order(table, &order_by, &ladder, &pinyin()).into_iter().map(|row| {
        let text = table.cell(row as usize, 0).text;
        if text.is_empty() { "_".to_owned() } else { text.into_owned() }
    });
    cells.collect::<Vec<_>>().join(" ")
}

/// Checks both directions of a column of `kind` with `cells`, joined by spaces, a blank as `_`.
#[track_caller]
fn check(kind: ColumnKind, cells: &str, ascending: &str, descending: &str) {
    let rows = cells.split(' ').map(|cell| format!("{}\t·\n", cell.replace('_', "")));
    let table = sample::table(&[kind, ColumnKind::Text], &format!("列\t注\n{}", rows.collect::<String>()));
    assert_eq!(ordered(&table, &[(0, Direction::Ascending)]), ascending, "ascending");
    assert_eq!(ordered(&table, &[(0, Direction::Descending)]), descending, "descending");
}

#[test]
fn numbers_by_value_blanks_last() {
    check(
        ColumnKind::Change,
        "-5.17% _ 172.82% (8.61)% -- 0.15%",
        "(8.61)% -5.17% 0.15% 172.82% _ --",
        "172.82% 0.15% -5.17% (8.61)% _ --",
    );
    check(
        ColumnKind::Pe,
        "33,079 870 1e9 N/A 9.5x 2,073",
        "9.5x 870 2,073 33,079 1e9 N/A",
        "33,079 2,073 870 9.5x 1e9 N/A",
    );
}

#[test]
fn words_among_numbers_stand_behind_them_and_before_blanks() {
    check(ColumnKind::Eps, "_ 云 1.2 北 -0.3", "-0.3 1.2 北 云 _", "1.2 -0.3 云 北 _");
}

#[test]
fn multiples_count() {
    check(ColumnKind::Number, "870万 3.1亿 9,000 2亿", "9,000 870万 2亿 3.1亿", "3.1亿 2亿 870万 9,000");
}

#[test]
fn ratings_by_the_ladder_best_first() {
    check(
        ColumnKind::Rating,
        "中性 未评级 强烈推荐 _ 推荐 强烈推荐",
        "强烈推荐 强烈推荐 推荐 中性 未评级 _",
        "中性 推荐 强烈推荐 强烈推荐 未评级 _",
    );
}

#[test]
fn codes_as_codes() {
    check(
        ColumnKind::SecurityCode,
        "300308.SZ 0020.HK 000660.KS NVDA.O 000977.SZ _ 待上市",
        "000660.KS 000977.SZ 0020.HK 300308.SZ NVDA.O 待上市 _",
        "NVDA.O 300308.SZ 0020.HK 000977.SZ 000660.KS 待上市 _",
    );
}

#[test]
fn names_by_the_collation() {
    check(
        ColumnKind::SecurityName,
        "云岚 Bc 北云 澄 北澄 bb _ 1云",
        "1云 北澄 北云 澄 云岚 bb Bc _",
        "Bc bb 云岚 澄 北云 北澄 1云 _",
    );
    check(ColumnKind::Text, "12.5 2 112", "112 12.5 2", "2 12.5 112");
}

#[test]
fn ranges_by_the_lower_end_and_then_the_upper() {
    check(
        ColumnKind::Range,
        "75万-90万块 10万块 5~15% 5~10% ±5% -",
        "±5% 5~10% 5~15% 10万块 75万-90万块 -",
        "75万-90万块 10万块 5~15% 5~10% ±5% -",
    );
}

#[test]
fn open_ranges_by_their_limit() {
    check(
        ColumnKind::Range,
        ">20% 10%~20% -10%~10% <-10% ≥10% 视情况",
        "<-10% -10%~10% 10%~20% ≥10% >20% 视情况",
        ">20% ≥10% 10%~20% -10%~10% <-10% 视情况",
    );
}

#[test]
fn dates_by_day() {
    check(
        ColumnKind::Date,
        "2024年12月31日 2024/2/5 _ 2023-11-30",
        "2023-11-30 2024/2/5 2024年12月31日 _",
        "2024年12月31日 2024/2/5 2023-11-30 _",
    );
}

#[test]
fn equal_keys_keep_the_printed_order_in_both_directions() {
    let table = sample::table(
        &[ColumnKind::SecurityName, ColumnKind::Pe],
        "名称\tPE\n甲\t12\n乙\t7\n丙\t12.0\n丁\t7\n戊\t\n",
    );
    assert_eq!(ordered(&table, &[(1, Direction::Ascending)]), "乙 丁 甲 丙 戊");
    assert_eq!(ordered(&table, &[(1, Direction::Descending)]), "甲 丙 乙 丁 戊");
}

#[test]
fn further_keys_decide_between_equals() {
    let table = sample::table(
        &[ColumnKind::SecurityName, ColumnKind::Rating, ColumnKind::Pe],
        "名称\t评级\tPE\n甲\t中性\t12\n乙\t推荐\t7\n丙\t推荐\t30\n丁\t中性\t7\n戊\t推荐\t\n",
    );
    let (up, down) = (Direction::Ascending, Direction::Descending);
    assert_eq!(ordered(&table, &[(1, up), (2, down)]), "丙 乙 戊 甲 丁");
    assert_eq!(ordered(&table, &[(2, up), (1, down)]), "丁 乙 甲 丙 戊");
    assert_eq!(ordered(&table, &[(9, up)]), "甲 乙 丙 丁 戊", "no such column");
}

#[test]
fn currencies_stay_apart() {
    let table = sample::table(
        &[ColumnKind::SecurityName, ColumnKind::MarketCap, ColumnKind::Text],
        "公司\t市值\t单位\n甲\t870\t亿美元\n乙\t3,029\t亿人民币\n丙\t33,079\t亿美元\n丁\t91\t亿人民币\n戊\t\t亿美元\n己\t9万\t亿人民币\n",
    );
    assert_eq!(ordered(&table, &[(1, Direction::Ascending)]), "甲 丙 己 丁 乙 戊");
    assert_eq!(ordered(&table, &[(1, Direction::Descending)]), "丙 甲 乙 丁 己 戊");
}

#[test]
fn headings_stay_and_summaries_stand_below() {
    let table = sample::table(
        &[ColumnKind::SecurityName, ColumnKind::Pe],
        "公司\tPE\n甲\t9\n乙\t30\n§存储\t\n丙\t8\nΣ均值\t7\n丁\t30\n§云\t\n戊\t1\n己\t2\nΣ合计\t99\nΣ中位数\t50\n",
    );
    assert_eq!(
        ordered(&table, &[(1, Direction::Descending)]),
        "乙 甲 §存储 丁 丙 Σ均值 §云 己 戊 Σ合计 Σ中位数"
    );
    assert_eq!(ordered(&table, &[]), "甲 乙 §存储 丙 Σ均值 丁 §云 戊 己 Σ合计 Σ中位数", "as printed");
}

#[test]
fn a_click_goes_round_and_shift_keeps_the_others() {
    let (up, down) = (Direction::Ascending, Direction::Descending);
    let order = |keys: &[(usize, Direction)]| {
        OrderBy(keys.iter().map(|&(column, direction)| OrderKey { column, direction }).collect())
    };
    let cases = [
        (order(&[]), 2, false, order(&[(2, up)])),
        (order(&[(2, up)]), 2, false, order(&[(2, down)])),
        (order(&[(2, down)]), 2, false, order(&[])),
        (order(&[(2, up), (0, up)]), 1, false, order(&[(1, up)])),
        (order(&[(2, up), (0, up)]), 0, false, order(&[(0, down)])),
        (order(&[(2, up)]), 0, true, order(&[(2, up), (0, up)])),
        (order(&[(2, up), (0, up)]), 2, true, order(&[(2, down), (0, up)])),
        (order(&[(2, down), (0, up)]), 2, true, order(&[(0, up)])),
    ];
    for (before, column, add, after) in cases {
        assert_eq!(before.clicked(column, add), after, "{before:?} {column} {add}");
    }
    let two = order(&[(2, down), (0, up)]);
    assert_eq!((two.rank_of(2), two.rank_of(0), two.rank_of(1)), (Some((1, down)), Some((2, up)), None));
}
