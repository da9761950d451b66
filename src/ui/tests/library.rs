use super::{bare, in_english, masthead::with_masthead, page, screen, weekly};
use crate::view::{
    library::{Grouping, OpenReport},
    state::State,
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
    assert_eq!(by_day.texts(".library-group h3"), ["2026-03-06", "日期不详"]);
    assert_eq!(by_day.texts(".library-head [aria-pressed=true]"), ["按日期"]);
    let by_house = page(&State { grouping: Grouping::Broker, ..two() });
    assert_eq!(by_house.texts(".library-group h3"), ["澄江证券", "券商不详"]);
    assert_eq!(by_house.texts(".library-broker"), ["2026-03-06", "日期不详"]);
    assert_eq!(by_house.texts(".library-head [aria-pressed=true]"), ["按券商"]);
}
