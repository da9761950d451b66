use proptest::{collection::vec, proptest};

use super::{Condition, condition};
use crate::{model::rating_scale::Relation, parse::folded::Folded};

/// Checks the limits of each condition, `low..high` in percent, an open end left out; a direction is `>`, `=`, `<`;
/// `?` is a condition that is left unread.
#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let read = condition(&Folded::of_range(text, 0..text.len()).text);
        let end = |end: Option<f64>| end.map(|end| end.to_string()).unwrap_or_default();
        let actual = match (read.range, read.relation) {
            (Some(range), _) => format!("{}..{}", end(range.low), end(range.high)),
            (None, Some(Relation::Outperform)) => ">".to_owned(),
            (None, Some(Relation::InLine)) => "=".to_owned(),
            (None, Some(Relation::Underperform)) => "<".to_owned(),
            (None, Some(Relation::NotRated)) => "-".to_owned(),
            (None, None) => "?".to_owned(),
        };
        assert_eq!(actual, *expected, "{text}");
    }
}

#[test]
fn open_ends() {
    check(&[
        ("未来6个月内公司相对沪深300涨幅15%以上", "15.."),
        ("股价表现将强于基准指数 20%以上", "20.."),
        ("预期股价相对强于指数达到或超过15%", "15.."),
        ("相对同期代表性指数涨幅大于15%", "15.."),
        ("相对同期代表性指数涨幅小于-5%", "..-5"),
        ("股价表现将弱于基准指数 5%以上", "..-5"),
        ("行业整体回报低于市场基准指数-5%以下", "..-5"),
        ("低于-10%及以下", "..-10"),
        ("预期行业整体回报低于基准指数整体水平10%以下", "..-10"),
        ("相对弱于市场表现5％以下", "..-5"),
        ("跌幅在5%以上", "..-5"),
        ("有10%以上的跌幅", "..-10"),
        ("有20%以上的涨幅", "20.."),
        ("> 20%", "20.."),
        ("< -10%", "..-10"),
        ("潜在跌幅超过10%", "..-10"),
        ("投资收益率落后沪深300指数-15%以上", "..-15"),
        ("预期未来6－12个月内下跌幅度超过大盘在5%以上", "..-5"),
        ("投资收益率在-15%以下", "..-15"),
        ("相对于沪深300 指数表现＋20％以上", "20.."),
        ("相对于沪深300指数表现－10％以下", "..-10"),
        ("预计涨幅不低于20%", "20.."),
        ("Stock with potential return of over 15% over next 12 months", "15.."),
        ("Stock with potential loss of over 10% over next 12 months", "..-10"),
        ("expect a total return of 15% or more within a 12-month period", "15.."),
        ("expect a total return of minus 10% or less within a 12-month period", "..-10"),
        ("expected to underperform the local index by more than 15%", "..-15"),
        ("FSR is > 6% above the MRA", "6.."),
        ("FSR is > 6% below the MRA", "..-6"),
        ("more than 20%", "20.."),
        ("ETR of 15% or more", "15.."),
        ("negative total return of > -20%", "..-20"),
        ("expected return >+10%", "10.."),
    ]);
}

#[test]
fn both_ends() {
    check(&[
        ("涨幅5%~15%", "5..15"),
        ("涨幅5%\\~15%", "5..15"),
        ("强于基准指数 5-20%", "5..20"),
        ("5%—15%之间", "5..15"),
        ("涨幅5%至15%", "5..15"),
        ("介于 10%与 20%之间", "10..20"),
        ("涨幅10％至-10％之间", "-10..10"),
        ("相对涨幅-10-10%之间", "-10..10"),
        ("介于±5%之间", "-5..5"),
        ("表现＋10％～＋20％", "10..20"),
        ("表现－10%～＋10%以上", "-10..10"),
        ("跌幅5%~15%", "-15..-5"),
        ("落后沪深300指数5%至15%", "-15..-5"),
        ("涨幅一15%至一10%", "-15..-10"),
        ("涨幅一10%至10%之间", "-10..10"),
        ("介于-20%与-10%之间", "-20..-10"),
        ("落后基准指数介于-5%--15%之间", "-15..-5"),
        ("变动幅度在 -5%－5%", "-5..5"),
        ("-10% — 10%", "-10..10"),
        ("10% —— 20%", "10..20"),
        ("-5%～+5%之间波动", "-5..5"),
        ("potential return of +15% to -10%", "-10..15"),
        ("total return of plus 15% or minus 10%", "-10..15"),
        ("between -6% and 6% of the MRA", "-6..6"),
        ("outperform the local index by 5-15%", "5..15"),
        ("underperform the local index by 5-15%", "-15..-5"),
        ("perform within 5% of the local index", "-5..5"),
        ("涨幅大于5%且小于15%", "5..15"),
        ("涨幅在10%以上20%以下", "10..20"),
        ("5%≤涨幅<15%", "5..15"),
        ("涨幅小于5%且跌幅小于10%", "-10..5"),
        ("变动幅度相差5%以内", "-5..5"),
        ("行业整体回报介于沪深300指数－5%与5%之间", "-5..5"),
        ("强于沪深300 5%~15%", "5..15"),
        ("强于沪深3005%~15%", "5..15"),
        ("$-1 0 \\% \\sim 1 0 \\%$", "-10..10"),
        ("涨跌幅相对基准指数介于-5%与5%之间", "-5..5"),
    ]);
}

#[test]
fn words_only() {
    check(&[
        ("行业基本面看好，相对表现优于同期基准指数", ">"),
        ("行业基本面稳定，相对表现与同期基准指数持平", "="),
        ("行业基本面看淡，相对表现弱于同期基准指数", "<"),
        ("行业指数跟随综合指数", "="),
        ("由于我们无法获取必要的资料", "-"),
        ("The stock's total return is expected to exceed the average", ">"),
        ("is expected to be in line with the benchmark", "="),
        ("is expected to be below the benchmark", "<"),
        ("行业基本面向好", ">"),
        ("預期個股未來12個月的總回報高於相關行業", ">"),
        ("相對於大盤標杆指數不具吸引力", "<"),
    ]);
}

#[test]
fn nothing_is_guessed() {
    check(&[
        ("占比 54%", "?"),
        ("-10%", "?"),
        ("未来6-12个月内", "?"),
        ("跌幅在5%以下", "?"),
        ("89.4%", "?"),
        ("12.3", "?"),
    ]);
}

/// What settles or unsettles the limits before it.
const PARTS: [&str; 24] = [
    "涨幅",
    "跌幅",
    "下跌",
    "介于",
    "之间",
    "以上",
    "以下",
    "低于",
    "标普500",
    "评级2",
    "5",
    "10%",
    "-10%",
    "15",
    "20%",
    "~",
    "-",
    "至",
    "与",
    "(含10%)",
    "的跌幅",
    " or more",
    ")",
    " ",
];

proptest! {
    #[test]
    fn what_is_settled_holds_for_any_shorter_text(parts in vec(0..PARTS.len(), 0..9)) {
        let text: String = parts.iter().map(|part| PARTS[*part]).collect();
        let whole = condition(&text);
        let ends = (whole.end..=text.len()).filter(|end| whole.settled && text.is_char_boundary(*end));
        for end in ends {
            let shorter = condition(&text[..end]);
            assert_eq!(Condition { settled: true, ..shorter }, whole, "{text} {end}");
        }
    }
}
