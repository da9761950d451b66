use proptest::prelude::{ProptestConfig, any, proptest};

use super::{Currency, Value, currency};
use crate::model::table::ColumnKind;

#[track_caller]
fn check(text: &str, expected: &str) {
    check_as(ColumnKind::Number, text, expected);
}

#[track_caller]
fn check_as(kind: ColumnKind, text: &str, expected: &str) {
    let unit = |unit: Option<String>| unit.map(|unit| format!(" {unit}")).unwrap_or_default();
    let found = match Value::of(text, kind) {
        Value::Number { number, unit: behind } => format!("{number}{}", unit(behind)),
        Value::Range { low, high, unit: behind } => format!("[{low}, {high}]{}", unit(behind)),
        Value::Code(code) => code.to_string(),
        Value::Rating(word) => format!("rating {word}"),
        Value::Date(date) => date.to_string(),
        Value::Text(text) => format!("text {text}"),
        Value::Missing(missing) => format!("{missing:?}"),
    };
    assert_eq!(found, expected, "{text}");
}

#[test]
fn numbers() {
    check("33,079", "33079");
    check("1,234,567.89", "1234567.89");
    check("(8.61)", "-8.61");
    check("（8.61）", "-8.61");
    check("(8.61%)", "-8.61 %");
    check("(8.61)%", "-8.61 %");
    check("-5.17%", "-5.17 %");
    check("−5.17％", "-5.17 %");
    check("－5.17", "-5.17");
    check("一10%", "-10 %");
    check("+4.1pct", "4.1 pct");
    check("1.2个百分点", "1.2 个百分点");
    check("11.2x", "11.2 x");
    check("46倍", "46 倍");
    check("HK$550.50", "550.5");
    check("Rmb1,390", "1390");
    check("￥295.00", "295");
    check("８．６１％", "8.61 %");
    check("10万块", "10 万块");
    check("0.00%", "0 %");
    check("-0.00%", "0 %");
    check(".52", "0.52");
}

#[test]
fn ranges() {
    check("75万-90万块", "[75, 90] 万块");
    check("10% — 20%", "[10, 20] %");
    check("-10-10%", "[-10, 10] %");
    check("-20%~-10%", "[-20, -10] %");
    check("10％至-10％", "[-10, 10] %");
    check("±5%", "[-5, 5] %");
    check("15—20", "[15, 20]");
}

#[test]
fn what_is_no_number_stays_text() {
    check("109.50/41.00", "text 109.50/41.00");
    check("0.91 32.81", "text 0.91 32.81");
    check("1,23", "text 1,23");
    check("1.2.3", "text 1.2.3");
    check("12月", "text 12月");
    check("扭亏", "text 扭亏");
    check("> 20%", "text > 20%");
    check("3年期", "text 3年期");
    check("2022-01", "text 2022-01");
}

#[test]
fn missing_numbers() {
    for (text, expected) in [
        ("", "Blank"),
        (" ", "Blank"),
        ("-", "Dash"),
        ("--", "Dash"),
        ("——", "Dash"),
        ("/", "Dash"),
        ("N/A", "NotAvailable"),
        ("n.a.", "NotAvailable"),
        ("N.M.", "NotMeaningful"),
    ] {
        check(text, expected);
    }
}

#[test]
fn other_kinds() {
    check_as(ColumnKind::SecurityCode, "600552", "600552.SH");
    check_as(ColumnKind::Rating, "增持", "rating 增持");
    check_as(ColumnKind::Date, "2024年2月8日", "2024-02-08");
    check_as(ColumnKind::Date, "2024/12/31", "2024-12-31");
    check_as(ColumnKind::Date, "2024-13-31", "text 2024-13-31");
    check_as(ColumnKind::Text, "12.5", "text 12.5");
}

#[test]
fn currencies() {
    assert_eq!(currency("亿美元"), Some(Currency::Usd));
    assert_eq!(currency("亿人民币"), Some(Currency::Cny));
    assert_eq!(currency("百万元"), Some(Currency::Cny));
    assert_eq!(currency("HK$"), Some(Currency::Hkd));
    assert_eq!(currency("%"), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_cell_has_a_value(text in any::<String>(), figures in "[-(（+−]?[0-9]{0,4}[,.]?[0-9]{0,3}[)％%x倍万 ~-]{0,3}[0-9]{0,2}") {
        for kind in [ColumnKind::Number, ColumnKind::SecurityCode, ColumnKind::Date, ColumnKind::Text] {
            let _ = Value::of(&text, kind);
            let _ = Value::of(&figures, kind);
        }
    }
}
