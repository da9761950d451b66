use std::rc::Rc;

use super::{bare, in_english, masthead::with_masthead, page, screen, weekly};
use crate::{
    library::search::Hit,
    view::{
        catalog::{CatalogAction, Found, entry::EntryKey, facet::Facet, listing::Sorting},
        library::OpenReport,
        state::{Action, State},
    },
};

fn two() -> State {
    let sample = OpenReport { is_sample: true, ..bare("empty.txt") };
    screen([with_masthead(weekly()), sample])
}

#[test]
fn an_entry_says_house_title_rating_and_what_was_found() {
    let page = page(&two());
    let entries = page.all(".library-entry");
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0].one(".library-broker").text(), "澄江证券");
    assert_eq!(entries[0].one(".library-title").text(), "灵巧手进入小批量验证，丝杠环节先行受益");
    assert_eq!(entries[0].one(".library-rating").text(), "看好");
    let found = entries[0].one(".library-found").text();
    assert!(found.starts_with("3 张表 · 2 套评级"), "{found}");
    assert!(entries[0].all(".tag").is_empty());
}

#[test]
fn an_entry_without_facts_says_so_by_its_file() {
    let page = page(&two());
    let entries = page.all(".library-entry");
    assert_eq!(entries[1].one(".library-broker").text(), "券商不详");
    assert_eq!(entries[1].one(".library-title").text(), "empty.txt");
    assert!(entries[1].all(".library-rating").is_empty());
    assert_eq!(entries[1].one(".library-found").text(), "");
    assert_eq!(entries[1].one(".tag").text(), "示例");
}

#[test]
fn the_report_shown_is_the_current_one_and_each_can_be_removed_by_name() {
    let page = page(&in_english(two()));
    let current: Vec<_> =
        page.all(".library-open").iter().map(|entry| entry.attribute("aria-current").to_owned()).collect();
    assert_eq!(current, ["true", ""]);
    let labels: Vec<_> =
        page.all(".library-remove").iter().map(|button| button.attribute("aria-label").to_owned()).collect();
    assert_eq!(labels, ["Remove 灵巧手进入小批量验证，丝杠环节先行受益", "Remove empty.txt"]);
}

#[test]
fn groups_are_days_or_houses_and_the_entry_says_the_other() {
    let by_day = page(&two());
    assert_eq!(by_day.texts(".library-heading h3"), ["2026-03-06", "日期不详"]);
    let by_house = page(&two().apply(Action::Catalog(CatalogAction::Sort(Sorting::Broker))));
    assert_eq!(by_house.texts(".library-heading h3"), ["澄江证券", "券商不详"]);
    assert_eq!(by_house.texts(".library-broker"), ["2026-03-06", "日期不详"]);
    assert_eq!(by_house.one(".sorting option[selected]").text(), "按券商");
}

#[test]
fn what_is_looked_for_is_marked_in_its_line() {
    let found = Found::of(
        "丝杠",
        vec![Hit {
            key: "robots.txt".to_owned(),
            line: 7,
            place: (3, 9),
            excerpt: "…丝杠环节先行…".to_owned(),
        }],
    );
    let searched = two()
        .apply(Action::Catalog(CatalogAction::Search("丝杠".to_owned())))
        .apply(Action::Catalog(CatalogAction::Found(Rc::new(found))));
    let page = page(&in_english(searched));
    assert_eq!(page.texts(".library-entry .library-hit"), ["…丝杠环节先行…"]);
    assert_eq!(page.texts(".library-hit mark"), ["丝杠"]);
    assert_eq!(page.one(".library-count").text(), "1 of 2");
}

#[test]
fn removed_reports_can_be_brought_back_from_a_list_of_their_own() {
    let removed = two().apply(Action::Remove(vec!["robots.txt".into()], 1.0));
    let listed = page(&removed);
    assert_eq!(listed.texts(".removed-button"), ["最近删除 (1)"]);
    assert_eq!(listed.all(".library-entry").len(), 1);
    let page = page(&removed.apply(Action::Catalog(CatalogAction::ShowRemoved(true))));
    assert_eq!(page.one(".library-head h2").text(), "最近删除");
    assert_eq!(page.one(".library-found").text(), "还可恢复 30 天");
    assert_eq!(page.all(".library-restore").len(), 1);
}

#[test]
fn chips_take_a_filter_back_and_stars_and_labels_are_shown() {
    let keys = || vec![EntryKey::from("robots.txt")];
    let marked = two()
        .apply(Action::Catalog(CatalogAction::Star("robots.txt".into())))
        .apply(Action::Catalog(CatalogAction::Label(keys(), "要看".to_owned())))
        .apply(Action::Catalog(CatalogAction::Filter(Facet::Label, "要看".to_owned())));
    let page = page(&marked);
    assert_eq!(page.all(".library-entry").len(), 1);
    assert_eq!(page.one(".chip").attribute("aria-label"), "取消筛选 要看");
    assert_eq!(page.texts(".library-entry .label"), ["要看"]);
    assert_eq!(page.one(".library-star").attribute("aria-pressed"), "true");
}

#[test]
fn a_choice_says_how_many_and_what_can_be_done() {
    let page = page(
        &two()
            .apply(Action::Catalog(CatalogAction::ChooseAll))
            .apply(Action::Catalog(CatalogAction::Choose("robots.txt".into(), false))),
    );
    assert_eq!(page.one(".chosen-bar span").text(), "已选 1");
    assert_eq!(
        page.texts(".chosen-bar button"),
        ["全选", "移除", "对比评级", "导出 ZIP", "导出 XLSX", "导出 JSON"]
    );
    let pressed: Vec<_> =
        page.all(".library-open").iter().map(|entry| entry.attribute("aria-pressed").to_owned()).collect();
    assert_eq!(pressed, ["false", "true"]);
}
