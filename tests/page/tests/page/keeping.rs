//! What is kept over visits: nothing is lost or broken, whatever happens to the browser, the disk or another window.

use page_tests::browser::{Browser, Kind};
use page_tests::collection::write_reports;
use page_tests::edition::serve_site;
use page_tests::page::{Page, invented_report};
use page_tests::wait::until;
use serde_json::json;

use super::library::search;

const WEEKLY: &str = "chengjiang-robotics-weekly.txt";

/// Every kept file with its key and whether a line stands beside it.
pub const KEPT: &str = "new Promise((done, fail) => { \
    const opening = indexedDB.open('yanjing'); \
    opening.onerror = () => fail(opening.error); \
    opening.onsuccess = () => { \
        const reading = opening.result.transaction(['files', 'lines']); \
        const files = reading.objectStore('files').getAll(); \
        const lines = reading.objectStore('lines').getAllKeys(); \
        reading.oncomplete = () => { \
            opening.result.close(); \
            done([files.result.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]), lines.result.length]); \
        }; \
    }; })";

/// How often the browser is killed; `YANJING_KILLS=30` asks for more.
fn kills() -> usize {
    std::env::var("YANJING_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(3)
}

#[tokio::test]
async fn killing_the_browser_loses_no_file_that_was_kept_and_breaks_none() {
    let folder = tempfile::tempdir().unwrap();
    let paths = write_reports(folder.path(), 500, 0);
    for round in 0..kills() {
        let Page { browser, server } = Page::open(Kind::Chromium).await;
        browser.drop_files(&paths).await;
        let least = 20 + round * 400 / kills();
        let said = until("some are kept", async || {
            let kept = browser.promise(KEPT).await[1].as_u64()?;
            (kept as usize >= least).then_some(kept as usize)
        })
        .await;
        let profile = browser.kill();
        let browser = Browser::start_in(Kind::Chromium, profile).await;
        browser.open(&server.address()).await;
        browser.has_mark("library-restored").await;
        let kept = browser.promise(KEPT).await;
        let (files, lines) = (kept[0].as_array().unwrap(), kept[1].as_u64().unwrap() as usize);
        assert_eq!(files.len(), lines, "a file has its line, or neither is there");
        assert!(lines >= said, "{said} were kept before, {lines} are now");
        for file in files {
            let path = folder.path().join(file[0].as_str().unwrap());
            assert_eq!(file[1], json!(std::fs::read_to_string(&path).unwrap()), "{}", path.display());
        }
        let page = Page { browser, server };
        page.has_reports(lines).await;
        // The rest comes in as if nothing had happened.
        page.drop_files(&paths).await;
        page.has_reports(500).await;
    }
}

#[tokio::test]
async fn a_full_disk_is_said_and_what_was_kept_stays() {
    let server = serve_site("/");
    let browser = Browser::start(Kind::Chromium).await;
    // Before anything is kept: the browser remembers for half a minute how much room there was.
    browser.open(&(server.address() + "icon.svg")).await;
    let quota = json!({ "origin": server.address().trim_end_matches('/'), "quotaSize": 4_000_000 });
    browser.developer_command("Storage.overrideQuotaForOrigin", quota).await;
    browser.open(&server.address()).await;
    let page = Page { browser, server };
    page.is_usable().await;
    page.drop_files(&[invented_report(WEEKLY)]).await;
    page.has_reports(1).await;
    page.has_kept(1).await;
    let folder = tempfile::tempdir().unwrap();
    let paths = write_reports(folder.path(), 160, 60_000);
    page.drop_files(&paths).await;
    page.has_reports(161).await;
    page.browser.sees("配额已满").await;
    page.reload().await;
    assert!((1..161).contains(&page.count().await));
    search(&page.browser, "衡汐传动").await;
    page.browser.click(".library-hit").await;
    page.browser.find("#source-mark").await;
}

#[tokio::test]
async fn a_library_that_is_blocked_is_said_so_and_work_goes_on() {
    let page = Page::open(Kind::Chromium).await;
    let block = json!({ "source": "Object.defineProperty(window, 'indexedDB', { get() { throw new Error('blocked'); } })" });
    page.browser.developer_command("Page.addScriptToEvaluateOnNewDocument", block).await;
    page.reload().await;
    let folder = tempfile::tempdir().unwrap();
    let paths = write_reports(folder.path(), 30, 0);
    page.drop_files(&paths).await;
    page.has_reports(30).await;
    page.browser.sees("浏览器不允许保存").await;
    search(&page.browser, "No.00021").await;
    page.browser.click(".library-hit").await;
    assert!(page.browser.text("#source-mark").await.starts_with("No."));
}

#[tokio::test]
async fn two_windows_see_each_others_changes() {
    let page = Page::open(Kind::Chromium).await;
    let client = &page.browser.client;
    let first = client.window().await.unwrap();
    let second = client.new_window(true).await.unwrap().handle;
    client.switch_to_window(second.clone()).await.unwrap();
    page.reload().await;
    let folder = tempfile::tempdir().unwrap();
    let paths = write_reports(folder.path(), 60, 0);
    page.drop_files(&paths[..40]).await;
    client.switch_to_window(first).await.unwrap();
    page.drop_files(&paths[20..]).await;
    page.has_reports(60).await;
    page.has_kept(60).await;
    page.browser.click(".library-remove").await;
    page.has_reports(59).await;
    client.switch_to_window(second).await.unwrap();
    page.has_reports(59).await;
    page.browser.click(".removed-button").await;
    page.browser.click(".library-restore").await;
    page.has_reports(60).await;
}

#[tokio::test]
async fn a_library_of_the_first_version_is_taken_over_whole() {
    let page = Page::open(Kind::Chromium).await;
    let text = std::fs::read_to_string(invented_report(WEEKLY)).unwrap();
    // As version 1 wrote it: one store, no lines.
    let write = "new Promise((done, fail) => { \
        const deleting = indexedDB.deleteDatabase('yanjing'); \
        deleting.onerror = fail; \
        deleting.onsuccess = () => { \
            const opening = indexedDB.open('yanjing', 1); \
            opening.onupgradeneeded = () => opening.result.createObjectStore('files'); \
            opening.onsuccess = () => { \
                const database = opening.result; \
                const writing = database.transaction('files', 'readwrite'); \
                writing.objectStore('files').put({ name: '旧的.txt', bytes: new TextEncoder().encode(window.text), encoding: null, openedAt: 1700000000000 }, \
                    '0123456789abcdef0123456789abcdef'); \
                writing.oncomplete = () => { database.close(); done(1); }; \
            }; \
        }; })";
    page.browser.script("window.text = arguments[0]", vec![json!(text)]).await;
    assert_eq!(page.browser.promise(write).await, 1);
    page.reload().await;
    page.has_reports(1).await;
    page.browser.sees("衡汐传动").await;
    until("its summary is made and kept", async || {
        (page.browser.texts(".library-title").await != ["旧的.txt"]).then_some(())
    })
    .await;
    page.has_behaved().await;
}

#[tokio::test]
async fn a_newer_library_is_left_alone() {
    let page = Page::with_reports(Kind::Chromium, &[WEEKLY]).await;
    page.has_kept(1).await;
    let raise = "new Promise((done, fail) => { \
        const opening = indexedDB.open('yanjing', 99); \
        opening.onerror = () => fail(opening.error); \
        opening.onsuccess = () => { opening.result.close(); done(1); }; })";
    assert_eq!(page.browser.promise(raise).await, 1);
    page.browser.sees("已被删除或接管").await;
    page.reload().await;
    page.browser.sees("更新版本").await;
    page.drop_files(&[invented_report("nanlu-company-initiation.txt")]).await;
    page.has_reports(1).await;
    page.has_kept(1).await;
}
