//! What is taken out of the library: its backup, what is chosen of it in one file; and what is chosen opened together.

use std::io::Write as _;

use page_tests::browser::Kind;
use page_tests::collection::write_reports;
use page_tests::page::Page;
use page_tests::wait::until;
use serde_json::Value;

use super::keeping::KEPT;

const WEEKLY: &str = "chengjiang-robotics-weekly.txt";
const INITIATION: &str = "nanlu-company-initiation.txt";
const NOTE: &str = "boyun-consumer-note.txt";

/// What a click on the page's own links saved, as it goes to the browser's downloads.
const CATCH: &str = "window.saved = null; const make = URL.createObjectURL; \
    URL.createObjectURL = (blob) => { window.saved = blob; return make.call(URL, blob); };";

/// A button of the bar of what is chosen, by its words.
async fn press(page: &Page, words: &str) {
    let press = "const button = [...document.querySelectorAll('.chosen-bar button')] \
        .find((button) => button.textContent === arguments[0]); \
        if (!button || button.disabled) return false; button.click(); return true";
    until(&format!("{words} can be pressed"), async || {
        page.browser.script(press, vec![words.into()]).await.as_bool().filter(|pressed| *pressed)
    })
    .await;
}

/// The text of the file that was saved last.
async fn saved_text(page: &Page) -> String {
    until("a text is saved", async || {
        page.browser
            .promise("Promise.resolve(window.saved?.text() ?? null)")
            .await
            .as_str()
            .map(str::to_owned)
    })
    .await
}

#[tokio::test]
async fn what_is_chosen_is_saved_as_one_file() {
    let page = Page::with_reports(Kind::Chromium, &[WEEKLY, INITIATION, NOTE]).await;
    page.browser.click(".choose-button").await;
    press(&page, "全选").await;
    page.browser.script(CATCH, vec![]).await;

    press(&page, "导出 JSON").await;
    let lines = until("the documents are saved", async || {
        page.browser
            .promise("Promise.resolve(window.saved?.text() ?? null)")
            .await
            .as_str()
            .map(str::to_owned)
    })
    .await;
    let documents: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut names: Vec<&str> =
        documents.iter().filter_map(|document| document["file"]["name"].as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, [NOTE, WEEKLY, INITIATION]);
    assert!(documents.iter().all(|document| document["format"] == "yanjing-report/1"));

    page.browser.script("window.saved = null", vec![]).await;
    press(&page, "导出 XLSX").await;
    let start = "Promise.resolve(window.saved?.slice(0, 2).text() ?? null)";
    until("the workbook is saved", async || (page.browser.promise(start).await == "PK").then_some(())).await;
    page.has_behaved().await;
}

#[tokio::test]
async fn what_is_chosen_is_compared_alone() {
    let page = Page::with_reports(Kind::Chromium, &[WEEKLY, INITIATION]).await;
    let browser = &page.browser;
    let houses = async || -> Vec<String> {
        let mut houses = browser.texts(".comparison-table tbody td:first-child").await;
        houses.sort_unstable();
        houses.dedup();
        houses
    };
    browser.click(".choose-button").await;
    browser.click(".library-open").await;
    press(&page, "对比评级").await;
    until("one house alone is compared", async || (houses().await.len() == 1).then_some(())).await;
    assert_eq!(browser.text(".compared span").await, "已选 1");
    browser.click(".compared button").await;
    until("all houses are compared", async || (houses().await.len() == 2).then_some(())).await;
    page.has_behaved().await;
}

#[tokio::test]
async fn the_samples_too_are_saved_as_one_file() {
    let page = Page::open(Kind::Chromium).await;
    page.browser.click("#welcome-samples").await;
    let count = until("the samples are open", async || match page.count().await {
        0 => None,
        count => Some(count),
    })
    .await;
    page.browser.click(".choose-button").await;
    press(&page, "全选").await;
    page.browser.script(CATCH, vec![]).await;
    press(&page, "导出 JSON").await;
    let lines = saved_text(&page).await;
    assert_eq!(lines.lines().count(), count);
    assert!(page.browser.find_all(".refusals").await.is_empty());
    page.has_behaved().await;
}

#[tokio::test]
async fn a_backup_brings_every_byte_and_mark_back() {
    let folder = tempfile::tempdir().unwrap();
    let paths = write_reports(folder.path(), 40, 0);
    let page = Page::open(Kind::Chromium).await;
    page.drop_files(&paths).await;
    page.has_reports(40).await;
    page.has_kept(40).await;
    page.browser.click(".library-star").await;
    page.browser.find(".library-star.is-starred").await;
    page.browser.script(CATCH, vec![]).await;
    page.browser.click(".backup-button").await;
    let encoded = until("the backup is saved", async || {
        let bytes = "window.saved ? saved.arrayBuffer().then((bytes) => btoa(new Uint8Array(bytes).reduce( \
            (text, byte) => text + String.fromCharCode(byte), ''))) : Promise.resolve(null)";
        page.browser.promise(bytes).await.as_str().map(str::to_owned)
    })
    .await;
    let backup = folder.path().join("backup.zip");
    let decode = "import base64, sys; open(sys.argv[1], 'wb').write(base64.b64decode(sys.stdin.read()))";
    let mut python = std::process::Command::new("python3")
        .args(["-c", decode])
        .arg(&backup)
        .stdin(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    python.stdin.take().unwrap().write_all(encoded.as_bytes()).unwrap();
    assert!(python.wait().unwrap().success());

    let before = page.browser.promise(KEPT).await;
    let wipe = "new Promise((done, fail) => { const deleting = indexedDB.deleteDatabase('yanjing'); \
        deleting.onsuccess = () => done(1); deleting.onerror = () => fail(deleting.error); })";
    assert_eq!(page.browser.promise(wipe).await, 1);
    page.reload().await;
    assert_eq!(page.count().await, 0);
    page.drop_files(&[backup]).await;
    page.has_reports(40).await;
    page.has_kept(40).await;
    assert_eq!(page.browser.promise(KEPT).await, before);
    page.browser.find(".library-star.is-starred").await;
    page.has_behaved().await;
}
