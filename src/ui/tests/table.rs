use std::rc::Rc;

use super::{element::Element, in_english, opened, page, read, screen, weekly};
use crate::{
    insight::sample,
    model::{rating_scale::ScaleSubject, report::Report},
    text::source::Source,
    view::{
        library::OpenReport,
        state::{Action, State},
    },
};

/// The first table of `open` after clicks on its headers, with Shift from the second on.
fn ordered(open: OpenReport, clicks: &[usize]) -> State {
    let report = open.key.clone();
    let click = |(index, column): (usize, &usize)| Action::Order {
        report: report.clone(),
        table: 0,
        column: *column,
        add: index > 0,
    };
    clicks.iter().enumerate().map(click).fold(screen([open]), |state, click| state.apply(click))
}

/// The texts seen in a column of the first table, counted from 0.
fn column(page: &Element, column: usize) -> Vec<String> {
    let cells = page.all(&format!("#table-0 tbody td[aria-colindex={}]", column + 1));
    cells.into_iter().map(Element::seen).collect()
}

/// A report whose only table has codes, names and a third column of that header and those cells.
fn small(header: &str, cells: &[&str]) -> OpenReport {
    let row = |(index, cell): (usize, &&str)| format!("6889{:02}.SH\t澄江{index}\t{cell}\n", index + 1);
    let rows: String = cells.iter().enumerate().map(row).collect();
    read("small.txt", &format!("表 1：甲\n\n代码\t名称\t{header}\n{rows}"))
}

#[test]
fn a_table_is_a_grid_that_says_its_size_and_its_name() {
    let page = page(&screen([weekly()]));
    let grid = page.one("#table-0 [role=grid]");
    assert_eq!((grid.attribute("aria-rowcount"), grid.attribute("aria-colcount")), ("23", "10"));
    let name = page.one(&format!("#{}", grid.attribute("aria-labelledby"))).text();
    assert_eq!(name, "图表 1：机器人产业链公司本周表现（0302-0306）");
    let rows = grid.all("tbody [role=row]");
    assert_eq!(
        (rows.len(), rows[0].attribute("aria-rowindex"), rows[21].attribute("aria-rowindex")),
        (22, "2", "23")
    );
    assert!(rows.iter().all(|row| row.all("td[role=gridcell]").len() == 10));
    assert_eq!(page.one("#table-0 .table-size").text(), "22 行 × 10 列");
    assert_eq!(page.all("#table-0 [tabindex=0]").len(), 1);
}

#[test]
fn a_card_says_how_its_table_was_put_together_and_where() {
    let rows: String = (0..7).map(|row| format!("60099{row}.SH\t澄江{row}\t{row}.5\t多\n")).collect();
    let text = format!("表 1：甲\n代码\t公司\tPE\n{rows}\n表 2：乙\n代码\t公司\tPE\n600991.SH\t澄江\t2\n");
    let page = page(&screen([read("a.txt", &text)]));
    assert_eq!(page.texts("#table-0 .repairs .warning span"), ["有的行比表头多出格，按原样显示", "共 7 处"]);
    assert_eq!(
        page.texts("#table-0 .repairs button"),
        ["第 3 行", "第 4 行", "第 5 行", "第 6 行", "第 7 行"]
    );
    assert_eq!((page.all("#table-1").len(), page.all("#table-1 .repairs").len()), (1, 0));
}

#[test]
fn source_and_notes_stand_below() {
    let page = page(&screen([weekly()]));
    let foot = page.texts("#table-0 footer p");
    assert_eq!(foot[0], "资料来源 各交易所，澄江证券研究所");
    assert!(foot[1].starts_with("注 以上市值与涨跌幅截至各地时间 2026 年 3 月 6 日"), "{}", foot[1]);
}

#[test]
fn groups_span_their_columns() {
    let page = page(&screen([weekly()]));
    let groups: Vec<_> = page
        .all("#table-0 .head-groups th")
        .into_iter()
        .map(|group| (group.text(), group.attribute("colspan").to_owned()))
        .collect();
    assert_eq!(groups, [("涨跌幅".to_owned(), "3".to_owned()), ("市盈率（倍）".to_owned(), "2".to_owned())]);
    assert_eq!(page.all("#table-0 .head-groups td").len(), 5);
    assert_eq!(
        page.texts("#table-0 .head-columns .head-label"),
        ["环节", "代码", "公司", "总市值", "单位", "本周", "本月", "本年", "2025E", "2026E"]
    );
}

/// Checks which headers say that they sort, as `column:aria-sort:what is shown`, after clicks.
#[track_caller]
fn check_sort(clicks: &[usize], expected: &[&str]) {
    let page = page(&ordered(weekly(), clicks));
    let heads = page.all("#table-0 .head-columns th");
    let said: Vec<String> = heads
        .iter()
        .enumerate()
        .filter(|(_, head)| head.attribute("aria-sort") != "none")
        .map(|(index, head)| {
            format!("{index}:{}:{}", head.attribute("aria-sort"), head.one(".head-order").text())
        })
        .collect();
    assert_eq!(said, expected);
    assert!(heads.iter().all(|head| head.is("[aria-sort]")));
    assert_eq!(page.all("#table-0 .reset-order").len(), usize::from(!expected.is_empty()));
}

#[test]
fn the_ordered_column_says_its_direction() {
    check_sort(&[], &[]);
    check_sort(&[7], &["7:ascending:↑"]);
    check_sort(&[7, 7], &["7:descending:↓"]);
    check_sort(&[7, 5, 5], &["5:other:↓2", "7:ascending:↑1"]);
}

#[test]
fn rows_stand_in_the_order_chosen() {
    let printed = column(&page(&screen([weekly()])), 2);
    assert_eq!((printed.len(), printed[0].as_str(), printed[21].as_str()), (22, "衡汐传动", "韩松重工"));
    let descending = column(&page(&ordered(weekly(), &[7, 7])), 2);
    assert_eq!(descending[..3], ["泓榆精密", "棠野股份", "Brevick Robotics"]);
    assert_eq!(descending[21], "朔屿科技");
    assert_eq!(column(&page(&ordered(weekly(), &[7])), 2)[..2], ["朔屿科技", "Lumeyra"]);
    let page = page(&in_english(ordered(weekly(), &[7, 7])));
    assert_eq!(page.one("#table-0 .order-line span").text(), "Sorted by 涨跌幅 本年 descending");
    assert_eq!(page.one("#announcer").text(), "Sorted by 涨跌幅 本年 descending\u{a0}");
}

#[test]
fn blanks_are_last_in_both_directions_and_say_that_they_are_blank() {
    for clicks in [&[8][..], &[8, 8]] {
        let page = page(&ordered(weekly(), clicks));
        let cells = column(&page, 8);
        assert_eq!(cells[20..], ["", ""], "{clicks:?}");
        assert!(cells[..20].iter().all(|cell| !cell.is_empty()), "{clicks:?}");
    }
    let page = page(&screen([weekly()]));
    assert_eq!(page.texts("#table-0 td.is-blank"), ["空", "空", "空"]);
}

#[test]
fn summary_rows_stay_below() {
    let text = include_str!("../../../fixtures/reports/nanlu-company-initiation.txt");
    let table = &text[text.find("表3：").unwrap()..text.find("分析师声明").unwrap()];
    let open = || read("peers.txt", table);
    let printed = column(&page(&screen([open()])), 0);
    assert_eq!(printed[5..], ["平均值", "中位数", "688956.SH"]);
    for (clicks, first, behind) in [(&[9][..], "605652.SH", "688962.SH"), (&[9, 9], "688956.SH", "688962.SH")]
    {
        let page = page(&ordered(open(), clicks));
        let codes = column(&page, 0);
        assert_eq!((codes[0].as_str(), codes[5].as_str()), (first, behind), "{clicks:?}");
        assert_eq!(codes[6..], ["平均值", "中位数"], "{clicks:?}");
        assert_eq!(page.all("#table-0 .summary-row").len(), 2);
    }
}

#[test]
fn a_cell_that_is_filled_down_says_so() {
    let page = page(&screen([weekly()]));
    let filled = page.texts("#table-0 td.is-inherited");
    assert_eq!((filled.len(), filled[0].as_str()), (16, "减速器 (沿用上格)"));
    assert!(page.all("#table-0 td.is-inherited").iter().all(|cell| cell.attribute("aria-colindex") == "1"));
    assert_eq!(page.texts("#table-0 .legend"), ["淡色：原表合并单元格，沿用上格"]);
    assert!(page.all("#table-1 .legend").is_empty());
}

#[test]
fn an_exchange_that_is_not_printed_is_marked_as_derived() {
    let text = "表 1：甲\n\n代码\t名称\t涨跌幅\n688901\t衡汐传动\t1.2%\n301702.SZ\t砺谷精工\t-1%\n";
    let page = page(&in_english(screen([read("codes.txt", text)])));
    assert_eq!(page.texts("td.code"), ["688901.SH", "301702.SZ"]);
    assert_eq!(page.texts("td.code .derived"), [".SH"]);
    assert_eq!(page.one(".derived").attribute("title"), "derived");
    assert_eq!(page.all("#table-0 .legend").len(), 1);
}

#[test]
fn rise_and_fall_are_told_apart_and_keep_their_sign() {
    let page = page(&screen([small("涨跌幅", &["1.25%", "-0.4%", "0.00%", "-"])]));
    let cells = page.all("#table-0 td[aria-colindex=3]");
    let said: Vec<_> = cells
        .iter()
        .map(|cell| {
            (["up", "down", "flat"].into_iter().find(|class| cell.is(&format!(".{class}"))), cell.seen())
        })
        .collect();
    let expected = [(Some("up"), "1.25%"), (Some("down"), "-0.4%"), (Some("flat"), "0.00%"), (None, "-")];
    assert_eq!(said, expected.map(|(class, text)| (class, text.to_owned())));
}

#[test]
fn points_stand_under_each_other_by_unseen_digits() {
    let page = page(&screen([small("涨跌幅", &["1.25%", "-0.4%", "3", "N/A"])]));
    let cells = page.all("#table-0 td[aria-colindex=3]");
    let paddings: Vec<_> = cells.iter().map(|cell| cell.attribute("data-padding")).collect();
    assert_eq!(paddings, ["", "0", ".00%", ""]);
    assert!(cells.iter().all(|cell| cell.is(".number")));
}

/// Checks whether an order by the third column says that its currencies are mixed.
#[track_caller]
fn check_mixed(header: &str, cells: &[&str], is_mixed: bool) {
    let page = page(&ordered(small(header, cells), &[2]));
    let caution: &[&str] = if is_mixed { &["币种混排：只在同一币种内排序"] } else { &[] };
    assert_eq!(page.texts("#table-0 .caution"), caution, "{cells:?}");
}

#[test]
fn mixed_currencies_are_told_where_a_column_of_money_is_ordered() {
    check_mixed("总市值", &["214亿美元", "138亿港元"], true);
    check_mixed("总市值", &["214亿美元", "138"], true);
    check_mixed("总市值", &["214亿美元", "138亿美元"], false);
    check_mixed("涨跌幅", &["1.2%", "-0.4%"], false);
    let caution = |clicks: &[usize]| page(&ordered(weekly(), clicks)).all("#table-0 .caution").len();
    assert_eq!([caution(&[3]), caution(&[7]), caution(&[7, 3]), caution(&[])], [1, 0, 1, 0]);
}

#[test]
fn ratings_are_ordered_by_the_ladder_of_their_house_and_open_their_definition() {
    let text = "表 1：甲\n\n代码\t名称\t投资评级\n688901.SH\t衡汐传动\t中性\n688903.SH\t岚枢机电\t推荐\n\
                688905.SH\t沐芯传感\t回避\n688907.SH\t栖砚电子\t增持\n688911.SH\t澜岫智能\t推荐\n";
    let scale = sample::scale(ScaleSubject::Company, None, "增持:15.. 推荐:5..15 中性:-5..5 回避:..-5");
    let open = || {
        let report = crate::parse::report(Rc::new(Source::of_text("grades.txt", text)));
        opened(Report { rating_scales: vec![scale.clone()], ..report })
    };
    assert_eq!(column(&page(&ordered(open(), &[2])), 2), ["增持", "推荐", "推荐", "中性", "回避"]);
    let page = page(&ordered(open(), &[2, 2]));
    assert_eq!(column(&page, 2), ["回避", "中性", "推荐", "推荐", "增持"]);
    assert_eq!(page.texts("td[aria-describedby=definition]").len(), 5);
}

#[test]
fn a_long_table_is_rendered_in_part_and_says_its_whole_size() {
    let cells: Vec<String> = (0..3000).map(|row| format!("{row}%")).collect();
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    let page = page(&screen([small("涨跌幅", &cells)]));
    let grid = page.one("#table-0 .grid.is-windowed");
    assert_eq!(grid.attribute("aria-rowcount"), "3001");
    let rows = grid.all("tbody [role=row]");
    assert!((20..60).contains(&rows.len()), "{}", rows.len());
    assert_eq!(rows[1].attribute("aria-rowindex"), "3");
    assert_eq!(grid.all("col").len(), 3);
}
