//! What the page does before its program runs: it takes files in and looks as it will; nothing is lost or taken twice.

use page_tests::browser::{Browser, Kind};
use page_tests::edition::copy_of_the_site;
use page_tests::page::{Page, invented_report};
use serde_json::{Value, json};
use tempfile::TempDir;
use xtask::command::{read_text, write};
use xtask::server::Server;

/// Opens a copy of the site whose program waits until `go()` is called in it.
async fn held_back(kind: Kind) -> (Page, TempDir) {
    let folder = copy_of_the_site();
    let path = folder.path().join("index.html");
    let page = read_text(&path).unwrap();
    // The start is another script than the one that the policy names, so the copy has no policy.
    let (before, policy) = page.split_once("<meta http-equiv=\"Content-Security-Policy\"").unwrap();
    let (_, behind) = policy.split_once(">\n").unwrap();
    let held =
        [before, behind].concat().replacen("import(", "new Promise(go=>window.go=go).then(()=>import(", 1);
    let held = held.replacen(").then(page=>", ")).then(page=>", 1);
    write(&path, held).unwrap();
    let server = Server::start(folder.path(), "/", 0).unwrap();
    let browser = Browser::start(kind).await;
    browser.open(&server.address()).await;
    browser.has_mark("ready").await;
    (Page { browser, server }, folder)
}

async fn go(page: &Page) {
    page.browser.script("window.go()", vec![]).await;
    page.browser.has_mark("running").await;
}

/// Where the parts of the empty page are, and what they say.
async fn looks(page: &Page) -> Value {
    let script = "return [...document.querySelectorAll('#app :is(header, h1, p, button, summary, main, footer, span, svg)')] \
        .filter((e) => e.checkVisibility()) \
        .map((e) => { const r = e.getBoundingClientRect(); \
            return [e.tagName, e.children.length ? '' : e.textContent.trim(), r.x, r.y, r.width, r.height]; })";
    page.browser.script(script, vec![]).await
}

async fn what_came_before_the_program_is_opened_once(kind: Kind) {
    let (page, _folder) = held_back(kind).await;
    let browser = &page.browser;
    page.drop_files(&[invented_report("chengjiang-robotics-weekly.txt")]).await;
    browser.sees("已收下，马上打开").await;
    let field = browser.find("#file-field").await;
    field.send_keys(&invented_report("nanlu-company-initiation.txt").display().to_string()).await.unwrap();
    let mut count = 2;
    if kind == Kind::Chromium {
        // Firefox lets no script make a paste that carries anything.
        let paste = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]); \
            document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData: data }));";
        let text = "海屿证券\n\n代码\t名称\t涨跌幅\n600001.SH\t甲乙\t1.5%\n600002.SH\t丙丁\t-2.5%\n";
        browser.script(paste, vec![json!(text)]).await;
        count += 1;
    }
    go(&page).await;
    page.has_reports(count).await;
    page.has_kept(count).await;
    // The program listens from now on, and the list of the shell is empty.
    page.drop_files(&[invented_report("yanshan-semiconductor-weekly.txt")]).await;
    page.has_reports(count + 1).await;
    page.has_kept(count + 1).await;
    assert_eq!(browser.script("return window.arrivals.length", vec![]).await, 0);
}

#[tokio::test]
async fn what_came_before_the_program_is_opened_once_in_chromium() {
    what_came_before_the_program_is_opened_once(Kind::Chromium).await;
}

#[tokio::test]
async fn what_came_before_the_program_is_opened_once_in_firefox() {
    what_came_before_the_program_is_opened_once(Kind::Firefox).await;
}

#[tokio::test]
async fn nothing_moves_when_the_program_takes_over() {
    let (page, _folder) = held_back(Kind::Chromium).await;
    for (language, theme) in [("zh-CN", "light"), ("en", "dark")] {
        let set = "localStorage.setItem('yanjing.language', arguments[0]); localStorage.setItem('yanjing.theme', arguments[1]);";
        page.browser.script(set, vec![json!(language), json!(theme)]).await;
        page.browser.open(&page.server.address()).await;
        page.browser.find(&format!("html[lang={language}][data-theme={theme}]")).await;
        let shell = looks(&page).await;
        go(&page).await;
        assert_eq!(looks(&page).await, shell, "{language}");
    }
}

#[tokio::test]
async fn a_button_pressed_too_early_is_answered_by_the_program() {
    let (page, _folder) = held_back(Kind::Chromium).await;
    page.browser.click("#welcome-paste").await;
    go(&page).await;
    page.browser.find("#paste-box").await;
    assert_eq!(page.browser.find_all("#paste-box").await.len(), 1);
}

#[tokio::test]
async fn the_focus_stays_where_it_was() {
    let (page, _folder) = held_back(Kind::Chromium).await;
    page.browser.script("document.getElementById('welcome-files').focus()", vec![]).await;
    go(&page).await;
    assert_eq!(page.browser.script("return document.activeElement.id", vec![]).await, "welcome-files");
}

#[tokio::test]
async fn a_program_that_stops_says_so() {
    let page = Page::open(Kind::Chromium).await;
    // The program of a single instruction, `unreachable`, which the browser stops as it would stop ours.
    let trap = "const program = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11]; \
        WebAssembly.instantiate(new Uint8Array(program));";
    page.browser.script(trap, vec![]).await;
    page.browser.sees("研镜出错").await;
    let report = page.browser.script("return document.getElementById('failure-report').value", vec![]).await;
    assert!(report.as_str().is_some_and(|report| report.contains("unreachable")), "{report}");
}
