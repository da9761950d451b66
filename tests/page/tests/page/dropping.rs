//! Files come in, stay over a reload, and go out again.

use fantoccini::Locator;
use page_tests::browser::Kind;
use page_tests::page::{Page, invented_report};
use page_tests::reports::reports;
use serde_json::json;
use xtask::command::{read_text, write};

async fn every_dropped_report_can_be_shown(kind: Kind) {
    let page = Page::open(kind).await;
    let reports = reports();
    page.drop_files(&reports).await;
    page.has_reports(reports.len()).await;
    let entries = page.browser.find_all(".library-open").await;
    for entry in entries {
        entry.click().await.unwrap();
        page.browser.find(".report .masthead h1").await;
        assert!(!page.browser.texts(".library-open[aria-current]").await.is_empty());
    }
    page.browser.sees("0 次对外请求").await;
    page.has_behaved().await;
}

#[tokio::test]
async fn every_dropped_report_can_be_shown_in_chromium() {
    every_dropped_report_can_be_shown(Kind::Chromium).await;
}

#[tokio::test]
async fn every_dropped_report_can_be_shown_in_firefox() {
    every_dropped_report_can_be_shown(Kind::Firefox).await;
}

#[tokio::test]
async fn a_report_stays_over_a_reload_and_can_be_brought_back_when_removed() {
    let names = ["chengjiang-robotics-weekly.txt", "nanlu-company-initiation.txt"];
    let page = Page::with_reports(Kind::Chromium, &names).await;
    page.has_kept(2).await;
    page.reload().await;
    page.has_reports(2).await;

    let titles = page.browser.texts(".library-title").await;
    page.browser.click(".library-remove").await;
    page.has_reports(1).await;
    page.browser.click(".toast button").await;
    page.has_reports(2).await;
    assert_eq!(page.browser.texts(".library-title").await, titles);

    page.browser.click(".library-remove").await;
    page.has_reports(1).await;
    page.browser.find(".removed-button").await;
    page.reload().await;
    page.has_reports(1).await;
    assert_eq!(page.browser.texts(".library-title").await, titles[1..]);
    // For thirty days it stands in a list of its own.
    page.browser.click(".removed-button").await;
    page.browser.click(".library-restore").await;
    page.has_reports(2).await;
    page.has_behaved().await;
}

#[tokio::test]
async fn the_same_file_is_opened_once() {
    let name = "chengjiang-robotics-weekly.txt";
    let page = Page::with_reports(Kind::Chromium, &[name]).await;
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("another name.txt");
    std::fs::copy(invented_report(name), &copy).unwrap();
    page.drop_files(&[invented_report(name), copy, invented_report("nanlu-company-initiation.txt")]).await;
    page.has_reports(2).await;
    page.has_kept(2).await;
    page.has_behaved().await;
}

#[tokio::test]
async fn three_hundred_files_at_once_are_all_opened() {
    let page = Page::open(Kind::Chromium).await;
    let folder = tempfile::tempdir().unwrap();
    let text = read_text(&invented_report("chengjiang-robotics-weekly.txt")).unwrap();
    let paths: Vec<_> = (0..300).map(|number| folder.path().join(format!("{number}.txt"))).collect();
    for path in &paths {
        write(path, format!("{text}\n{}\n", path.display())).unwrap();
    }
    page.drop_files(&paths).await;
    page.has_reports(300).await;
    page.has_behaved().await;
}

#[tokio::test]
async fn files_are_chosen_and_text_is_pasted() {
    let page = Page::open(Kind::Chromium).await;
    let field = page.browser.client.find(Locator::Css("#file-field")).await.unwrap();
    field.send_keys(&invented_report("nanlu-company-initiation.txt").display().to_string()).await.unwrap();
    page.has_reports(1).await;
    page.browser.click(".paste-button").await;
    let text = "海屿证券\n\n代码\t名称\t涨跌幅\n600001.SH\t甲乙\t1.5%\n600002.SH\t丙丁\t-2.5%\n";
    // Set as a paste sets it: at once, with the event that a paste gives.
    let script = "const field = document.getElementById('paste-text'); field.value = arguments[0]; \
                  field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    page.browser.find("#paste-text").await;
    page.browser.script(script, vec![text.into()]).await;
    page.browser.click("#paste-box .primary").await;
    page.has_reports(2).await;
    page.has_behaved().await;
}

#[tokio::test]
async fn a_full_disk_is_told_and_loses_nothing_that_is_open() {
    let page = Page::open(Kind::Chromium).await;
    let origin = page.server.address().trim_end_matches('/').to_owned();
    let quota = json!({ "origin": origin, "quotaSize": 1000 });
    page.browser.developer_command("Storage.overrideQuotaForOrigin", quota).await;
    page.drop_files(&[invented_report("chengjiang-robotics-weekly.txt")]).await;
    page.has_reports(1).await;
    page.browser.sees("配额已满").await;
    page.has_kept(0).await;
    page.browser.find(".report .masthead h1").await;
}

/// Notes how many rows the first report's tables have when it comes into the page, before anything is painted.
const COUNT_ROWS: &str = "window.rows = null; new MutationObserver((_, observer) => { \
    const report = document.querySelector('.report'); if (!report) return; observer.disconnect(); \
    window.rows = [...report.querySelectorAll('table[role=grid] tbody')].map((body) => body.rows.length); \
    }).observe(document.body, { subtree: true, childList: true });";

#[tokio::test]
async fn tables_come_with_their_rows() {
    for kind in [Kind::Chromium, Kind::Firefox] {
        let page = Page::open(kind).await;
        page.browser.script(COUNT_ROWS, vec![]).await;
        page.drop_files(&[invented_report("chengjiang-robotics-weekly.txt")]).await;
        page.has_reports(1).await;
        let rows = page.browser.script("return window.rows", vec![]).await;
        let rows: Vec<u64> = serde_json::from_value(rows).unwrap();
        assert!(!rows.is_empty() && rows.iter().all(|rows| *rows > 0), "{rows:?}");
    }
}

#[tokio::test]
async fn the_page_makes_itself_ready_unseen() {
    let page = Page::open(Kind::Chromium).await;
    let browser = &page.browser;
    browser.has_mark("warm").await;
    // What it was made ready with is neither shown nor left, nor taken for a report of the reader's.
    assert_eq!(
        browser.script("return document.querySelectorAll('.specimen, .report').length", vec![]).await,
        0
    );
    assert_eq!(page.count().await, 0);
    browser.find("#welcome-samples").await;
    page.drop_files(&[invented_report("chengjiang-robotics-weekly.txt")]).await;
    page.has_reports(1).await;
    page.reload().await;
    page.has_reports(1).await;
    // With reports in the library there is nothing to make ready for.
    assert_eq!(browser.script("return performance.getEntriesByName('warm').length", vec![]).await, 0);
    page.has_behaved().await;
}
