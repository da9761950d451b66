use super::{in_english, page, screen, weekly};
use crate::view::state::State;

/// Checks what an empty page says: the sentence, the ways in, the promise.
#[track_caller]
fn check(state: State, sentence: &str, ways: [&str; 3], promise: &str) {
    let page = page(&state);
    let welcome = page.one(".welcome");
    assert_eq!(welcome.one("h1").text(), sentence);
    assert_eq!([".file-chooser", "button"].map(|way| welcome.texts(way)).concat(), ways);
    assert_eq!(welcome.one(".promise").text(), promise);
    assert_eq!(welcome.one("input").attribute("type"), "file");
    assert!(page.all("#library").is_empty());
}

#[test]
fn an_empty_page_says_what_it_does_and_how_to_begin() {
    check(
        State::default(),
        "把券商研报变成可排序、可比较、可核对的表格，并说清每个评级在该券商是什么意思。",
        ["选择文件", "粘贴文本", "打开示例研报"],
        "文件只在本机浏览器里读取，不上传，不联网。",
    );
    check(
        in_english(State::default()),
        "Turns broker research reports into tables you can sort, compare and check, and says what each rating means at \
         the house that gave it.",
        ["Choose files", "Paste text", "Open samples"],
        "Files are read in this browser alone. Nothing is uploaded, nothing is requested.",
    );
}

#[test]
fn an_open_report_takes_its_place() {
    let page = page(&screen([weekly()]));
    assert!(page.all(".welcome").is_empty());
    assert_eq!((page.all("#library").len(), page.all("#report").len()), (1, 1));
}

#[test]
fn the_box_to_paste_into_is_open_when_asked_for() {
    assert!(page(&State::default()).all("textarea").is_empty());
    assert_eq!(page(&State { is_pasting: true, ..State::default() }).all("textarea").len(), 1);
}
