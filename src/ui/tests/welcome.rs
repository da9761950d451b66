use super::{element::Element, in_english, page, screen, weekly};
use crate::view::state::State;

/// Checks what an empty page says: the sentence, the ways in, the promise.
#[track_caller]
fn check(state: State, sentence: &str, ways: [&str; 4], promise: &str) {
    let page = page(&state);
    let welcome = page.one(".welcome");
    assert_eq!(welcome.one("h1").text(), sentence);
    assert_eq!(welcome.texts("button"), ways);
    assert_eq!(welcome.one(".promise").text(), promise);
    assert!(page.all("#library").is_empty());
}

#[test]
fn an_empty_page_says_what_it_does_and_how_to_begin() {
    check(
        State::default(),
        "把券商研报变成可排序、可比较、可核对的表格，并说清每个评级在该券商是什么意思。",
        ["选择文件", "选择文件夹", "粘贴文本", "打开示例研报"],
        "文件只在本机浏览器里读取，不上传，不外发。",
    );
    check(
        in_english(State::default()),
        "Turns broker research reports into tables you can sort, compare and check, and says what each rating means at \
         the house that gave it.",
        ["Choose files", "Choose a folder", "Paste text", "Open samples"],
        "Files are read in this browser alone. Nothing is uploaded, nothing is sent.",
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

/// Checks that the shell of `index.html` is what the program renders first: nothing moves when that takes its place.
#[track_caller]
fn check_shell(state: State, is_english: bool) {
    let index = include_str!("../../../index.html");
    let (_, app) = index.split_once("<div id=\"app\">").unwrap();
    let (shell, _) = app.split_once("<input id=\"file-field\"").unwrap();
    let shell = Element::of(&format!("<div id=\"app\">{shell}"));
    assert_eq!(
        shell.one("#app").one(".frame").outline(is_english),
        page(&state).one(".frame").outline(false)
    );
}

#[test]
fn the_shell_is_the_empty_page() {
    check_shell(State::default(), false);
    check_shell(in_english(State::default()), true);
}
