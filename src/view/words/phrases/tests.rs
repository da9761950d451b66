use super::{
    Language,
    Language::{Chinese, English},
    diagnostic_count, horizon, house_count, line_number, opened, ordered_by, percent, pick_count, reading,
    refused, report_count, request_count, return_range, scale_count, signed, table_count, table_size,
};
use crate::model::rating_scale::{Horizon, ReturnRange};

/// Checks the words for one and for three.
#[track_caller]
fn check_count(phrase: fn(Language, usize) -> String, chinese: [&str; 2], english: [&str; 2]) {
    assert_eq!([1, 3].map(|count| phrase(Chinese, count)), chinese);
    assert_eq!([1, 3].map(|count| phrase(English, count)), english);
}

#[test]
fn counted_things_have_their_plural() {
    check_count(report_count, ["1 份研报", "3 份研报"], ["1 report", "3 reports"]);
    check_count(table_count, ["1 张表", "3 张表"], ["1 table", "3 tables"]);
    check_count(scale_count, ["1 套评级", "3 套评级"], ["1 scale", "3 scales"]);
    check_count(pick_count, ["1 只荐股", "3 只荐股"], ["1 pick", "3 picks"]);
    check_count(diagnostic_count, ["1 条提示", "3 条提示"], ["1 diagnostic", "3 diagnostics"]);
    check_count(request_count, ["1 次对外请求", "3 次对外请求"], ["1 outside request", "3 outside requests"]);
    check_count(house_count, ["1 家", "3 家"], ["1 house", "3 houses"]);
    check_count(line_number, ["第 1 行", "第 3 行"], ["line 1", "line 3"]);
    check_count(opened, ["已打开 1 份研报", "已打开 3 份研报"], ["Opened 1 report", "Opened 3 reports"]);
    check_count(
        refused,
        ["1 个文件未能打开", "3 个文件未能打开"],
        ["1 file could not be opened", "3 files could not be opened"],
    );
    assert_eq!(request_count(English, 0), "0 outside requests");
    assert_eq!(table_size(English, 1, 8), "1 row × 8 columns");
    assert_eq!(table_size(English, 33, 1), "33 rows × 1 column");
    assert_eq!(table_size(Chinese, 33, 8), "33 行 × 8 列");
    assert_eq!(
        [reading(Chinese, 12, 300), reading(English, 12, 300)],
        ["正在读取 12 / 300", "Reading 12 / 300"]
    );
}

/// Checks the normal form of a range whose ends are exclusive, and of one whose ends are inclusive.
#[track_caller]
fn check_range(low: Option<f64>, high: Option<f64>, exclusive: &str, inclusive: &str) {
    let range = |is: bool| ReturnRange { low, high, low_inclusive: is, high_inclusive: is };
    assert_eq!([return_range(&range(false)), return_range(&range(true))], [exclusive, inclusive]);
}

#[test]
fn ranges_have_a_real_minus_sign_and_say_which_end_is_open() {
    check_range(Some(20.0), None, "> 20%", "≥ 20%");
    check_range(None, Some(-5.0), "< −5%", "≤ −5%");
    check_range(Some(-10.0), Some(7.5), "−10% ~ 7.5%", "−10% ~ 7.5%");
    check_range(Some(0.0), Some(5.0), "0% ~ 5%", "0% ~ 5%");
    check_range(None, None, "", "");
}

#[test]
fn zero_has_no_sign() {
    assert_eq!([signed(-0.0), signed(0.0), signed(-0.5), percent(-12.25)], ["0", "0", "−0.5", "−12.25%"]);
}

#[test]
fn horizons_are_a_number_of_months_or_two() {
    let words = |least_months, most_months| {
        [Chinese, English].map(|language| horizon(language, Horizon { least_months, most_months }))
    };
    assert_eq!(words(6, 6), ["6 个月", "6 months"]);
    assert_eq!(words(6, 12), ["6–12 个月", "6–12 months"]);
}

#[test]
fn an_order_is_said_key_by_key() {
    let keys = [("本年".to_owned(), true), ("名称".to_owned(), false)];
    assert_eq!(ordered_by(Chinese, &keys), "按 本年 降序，再按 名称 升序");
    assert_eq!(ordered_by(English, &keys), "Sorted by 本年 descending, then by 名称 ascending");
    assert_eq!([ordered_by(Chinese, &[]), ordered_by(English, &[])], ["按原序排列", "As printed"]);
}
