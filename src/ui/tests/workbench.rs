//! What is chosen for a table and how it is said, from the state alone.

use super::{element::Element, in_english, page, screen, weekly};
use crate::view::state::{Action, State};

/// The weekly with its first table arranged so.
fn arranged(choices: &str) -> State {
    let arrange =
        Action::Arrange { report: "robots.txt".into(), table: 0, choices: choices.into(), field: None };
    screen([weekly()]).apply(arrange)
}

fn names(page: &Element) -> Vec<String> {
    // The heads of groups have no name.
    page.texts("#table-0 td.name").into_iter().filter(|name| !name.is_empty()).collect()
}

#[test]
fn a_table_as_printed_has_tools_and_nothing_chosen() {
    let page = page(&screen([weekly()]));
    let tools = page.one("#table-0 .tools");
    assert_eq!(tools.attribute("aria-label"), "表格工具");
    assert_eq!(tools.one("input").attribute("aria-label"), "搜索：代码、名称、拼音首字母");
    assert_eq!(tools.texts(".tool span"), ["筛选", "列", "分组", "外观", "图表", "复制与导出"]);
    assert!(page.all("#table-0 .chips").is_empty());
}

#[test]
fn what_is_found_is_marked_and_counted() {
    let page = page(&arranged("s=%E5%B2%9A"));
    assert_eq!(names(&page), ["岚枢机电", "拓岚科技"]);
    assert_eq!(page.texts("#table-0 mark.hit"), ["岚", "岚"]);
    assert_eq!(page.one("#table-0 .shown-of").text(), "2 / 22 行");
    assert_eq!(page.texts("#table-0 .chip"), ["搜索 “岚”"]);
    assert_eq!(page.one("#table-0 .grid").attribute("aria-rowcount"), "3");
    assert_eq!(page.one("#table-0 .chip").attribute("aria-label"), "取消: 搜索 “岚”");
}

#[test]
fn filters_and_hidden_columns_are_chips() {
    let page = page(&in_english(arranged("f=7,L,60,&h=0,4")));
    assert_eq!(names(&page), ["棠野股份", "泓榆精密"]);
    assert_eq!(page.texts("#table-0 .chip"), ["涨跌幅 本年 ≥ 60", "Hidden columns 2"]);
    assert_eq!(page.one("#table-0 .grid").attribute("aria-colcount"), "8");
    assert_eq!(page.one("#table-0 .shown-of").text(), "2 of 22 rows");
}

#[test]
fn groups_have_heads_that_say_whether_they_are_open() {
    let page = page(&arranged("g=0&x=%E5%87%8F%E9%80%9F%E5%99%A8"));
    let heads = page.all("#table-0 .group-row");
    assert_eq!((heads.len(), heads[0].attribute("aria-expanded")), (6, "false"));
    assert_eq!(heads[1].attribute("aria-expanded"), "true");
    assert!(heads[0].text().starts_with("减速器 4"), "{}", heads[0].text());
    assert_eq!(names(&page).len(), 18);
}

#[test]
fn looks_and_units_dress_the_cells() {
    let page = page(&arranged("l=7,heat&l=5,bar&u=w"));
    let row = &page.all("#table-0-rows tr")[0];
    assert!(row.one("[aria-colindex=8]").is(".heat"));
    assert!(row.one("[aria-colindex=6]").is(".bar-fall"));
    assert_eq!(row.one("[aria-colindex=4]").text(), "2,140,000万");
}
