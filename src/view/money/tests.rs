use super::{currency_of, magnitude, mixed_currencies};
use crate::model::{
    sample,
    table::{ColumnKind, TableBlock},
    value::Currency,
};

const MARKET: [ColumnKind; 4] =
    [ColumnKind::SecurityName, ColumnKind::MarketCap, ColumnKind::Text, ColumnKind::Pe];

/// Checks the currency of each row's figure in `column`.
#[track_caller]
fn check(table: &TableBlock, column: usize, expected: &[Option<Currency>]) {
    let found: Vec<_> = (0..table.row_count()).map(|row| currency_of(table, row, column)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_column_of_units_beside_the_figures() {
    let table = sample::table(
        &MARKET,
        "公司\t市值\t单位\tPE\n甲\t870\t亿美元\t12\n乙\t610\t亿人民币\t7\n丙\t\t亿美元\t\n丁\t9\t\t\n",
    );
    check(&table, 1, &[Some(Currency::Usd), Some(Currency::Cny), None, None]);
    check(&table, 3, &[None; 4]);
    assert_eq!(mixed_currencies(&table, 1), [Currency::Usd, Currency::Cny]);
    assert_eq!(mixed_currencies(&table, 3), []);
    assert_eq!(mixed_currencies(&table, 99), []);
}

#[test]
fn a_column_of_units_belongs_to_the_figures_left_of_it() {
    let kinds = [ColumnKind::MarketCap, ColumnKind::Text, ColumnKind::Revenue, ColumnKind::Text];
    let table = sample::table(&kinds, "市值\t单位\t收入\t单位\n8\t亿美元\t7\t亿港元\n");
    check(&table, 0, &[Some(Currency::Usd)]);
    check(&table, 2, &[Some(Currency::Hkd)]);
}

#[test]
fn a_column_of_currencies_is_for_all_figures() {
    let kinds = [ColumnKind::SecurityName, ColumnKind::Text, ColumnKind::Price, ColumnKind::MarketCap];
    let table = sample::table(&kinds, "公司\t交易货币\t收盘价\t市值\n甲\tHKD\t7.1\t30\n乙\tUSD\t3.5\t12\n");
    check(&table, 2, &[Some(Currency::Hkd), Some(Currency::Usd)]);
    check(&table, 3, &[Some(Currency::Hkd), Some(Currency::Usd)]);
}

#[test]
fn words_that_hold_a_currency_are_no_units() {
    let kinds = [ColumnKind::Text, ColumnKind::Price];
    check(&sample::table(&kinds, "公司\t股价\n开元教具\t7.1\n"), 1, &[None]);
    check(&sample::table(&kinds, "备注\t股价\n以美元计价\t7.1\n"), 1, &[None]);
}

#[test]
fn the_cell_before_the_header_before_the_caption() {
    let kinds = [ColumnKind::Price, ColumnKind::Price, ColumnKind::Revenue, ColumnKind::Number];
    let mut table =
        sample::table(&kinds, "股价[港元]\t股价\t收入\t员工\n7.1\tUS$3\t5\t800\nRmb1,390\t3\t-\t\n");
    table.unit = Some("百万元".to_owned());
    check(&table, 0, &[Some(Currency::Hkd), Some(Currency::Cny)]);
    check(&table, 1, &[Some(Currency::Usd), None]);
    check(&table, 2, &[Some(Currency::Cny), None]);
    check(&table, 3, &[None, None]);
    assert_eq!(mixed_currencies(&table, 1), [Currency::Usd], "the other is not printed");
    assert_eq!(mixed_currencies(&table, 2), []);
}

#[test]
fn summary_rows_mix_nothing() {
    let table =
        sample::table(&MARKET, "公司\t市值\t单位\tPE\n甲\t870\t亿美元\t12\nΣ合计\t610\t亿人民币\t7\n");
    assert_eq!(mixed_currencies(&table, 1), []);
}

#[test]
fn multiples_of_unit_words() {
    for (unit, expected) in [
        ("亿美元", Some(1e8)),
        ("人民币百万元", Some(1e6)),
        ("万亿", Some(1e12)),
        ("千万元", Some(1e7)),
        ("萬股", Some(1e4)),
        ("万元/吨", Some(1e4)),
        ("元/千瓦时", None),
        ("元", None),
        ("%", None),
        ("百分点", None),
        ("个百分点", None),
        ("HK$mn", Some(1e6)),
        ("US$ bn", Some(1e9)),
        ("RMBm", Some(1e6)),
        ("USD million", Some(1e6)),
        ("m", None),
        ("mm", None),
        ("x", None),
    ] {
        assert_eq!(magnitude(unit), expected, "{unit}");
    }
}
