use super::{Hit, Words, words};

static FALLS: &Words = words!["跌", "跌幅", "下跌", "不及", "lag", "loss", "±"];
static MEANT: &Words = words![1 => ["超过", "强于"], 2 => ["不超过", "超", "强于"], 4 => [">=", "≥"]];
static SMALL: &Words = words![any case: "in line", "buy", "买入"];

fn found(words: &Words, text: &str) -> Vec<String> {
    words.hits(text).map(|hit| text[hit.start..hit.end].to_owned()).collect()
}

#[test]
fn the_longest_word_at_a_place() {
    assert_eq!(FALLS.at("股价跌幅", 6), Some(Hit { start: 6, end: 12, meaning: 0 }));
    assert_eq!(FALLS.begin("跌了"), Some(Hit { start: 0, end: 3, meaning: 0 }));
    assert_eq!(FALLS.begin("涨跌幅"), None);
    assert_eq!(FALLS.at("跌", 3), None);
    assert_eq!(FALLS.at("跌", 1), None);
}

#[test]
fn words_of_a_text_in_order() {
    assert_eq!(found(FALLS, "下跌幅度不及±5% lagloss l"), ["下跌", "不及", "±", "lag", "loss"]);
    assert_eq!(found(FALLS, "涨幅"), [""; 0]);
    assert_eq!(FALLS.first("a lag"), Some(Hit { start: 2, end: 5, meaning: 0 }));
    assert_eq!(FALLS.next("跌跌", 1).map(|hit| hit.start), Some(3));
    assert_eq!(FALLS.last("跌跌幅了").map(|hit| (hit.start, hit.end)), Some((3, 9)));
    assert_eq!(FALLS.last(""), None);
    assert!(FALLS.stand_in("大跌") && !FALLS.stand_in("大涨"));
}

#[test]
fn the_word_at_the_end() {
    assert_eq!(FALLS.end("股价下跌").map(|hit| hit.start), Some(6));
    assert_eq!(FALLS.end("跌").map(|hit| hit.start), Some(0));
    assert_eq!(FALLS.end("下跌了"), None);
    assert_eq!(FALLS.end(""), None);
}

#[test]
fn meanings_are_gathered() {
    assert_eq!(MEANT.meanings("不超过"), 1 | 2);
    assert_eq!(MEANT.meanings("强于"), 1 | 2);
    assert_eq!(MEANT.meanings("5%>=x"), 4);
    assert_eq!(MEANT.meanings("5%>x"), 0);
}

#[test]
fn capitals_where_they_count_as_small_letters() {
    assert_eq!(found(SMALL, "BUY, In Line 买入"), ["BUY", "In Line", "买入"]);
    assert_eq!(found(FALLS, "LAG"), [""; 0]);
    assert_eq!(SMALL.end("to Buy").map(|hit| hit.start), Some(3));
}
