//! What is loaded once it is needed, the later part of the program and the program of the workers: what is there without it,
//! and that it comes.

use page_tests::browser::Kind;
use page_tests::collection::write_reports;
use page_tests::page::{Page, invented_report};
use page_tests::wait::until;
use serde_json::json;

const REPORTS: [&str; 2] = ["chengjiang-robotics-weekly.txt", "nanlu-company-initiation.txt"];

/// Lets the browser load no address that is like one of `addresses`.
async fn block(page: &Page, addresses: &[&str]) {
    page.browser.developer_command("Network.enable", json!({})).await;
    page.browser.developer_command("Network.setBlockedURLs", json!({ "urls": addresses })).await;
}

#[tokio::test]
async fn reports_are_read_and_sorted_without_it_and_it_can_be_asked_for_again() {
    let page = Page::open(Kind::Chromium).await;
    let browser = &page.browser;
    block(&page, &["*_later.wasm"]).await;
    page.drop_files(&REPORTS.map(invented_report)).await;
    browser.sees("部分功能没有载入").await;
    // No heading stands above nothing.
    for part in ["#scales > p", "#diagnostics > p"] {
        assert!(browser.text(part).await.starts_with("部分功能没有载入"), "{part}");
    }
    let year = page.header(0, "本年").await;
    browser.click(&year).await;
    page.is_sorted(&year, "ascending").await;
    // What the later part does is not there, and asking for it breaks nothing.
    browser.click("#table-0-rows > tr:first-child > td:last-child").await;
    browser.press('?').await;
    browser.press('/').await;
    for absent in ["#t0-search", ".source-pane", "dialog[open]", "#library"] {
        assert!(browser.find_all(absent).await.is_empty(), "{absent} is there");
    }
    assert_eq!(browser.script("return document.getElementById('failure').hidden", vec![]).await, true);

    block(&page, &[]).await;
    browser.click(".message[role=alert] button").await;
    browser.find("#t0-search").await;
    browser.find("#scales .scale-card").await;
    page.has_reports(REPORTS.len()).await;
    page.is_sorted(&year, "ascending").await;
    assert_eq!(browser.script("return document.getElementById('failure').hidden", vec![]).await, true);
}

#[tokio::test]
async fn it_is_there_with_the_server_gone() {
    let page = Page::with_reports(Kind::Chromium, &REPORTS[..1]).await;
    page.browser.find("#t0-search").await;
    page.has_kept(1).await;
    let kept = are_kept("_later.wasm");
    until("the later part is kept", async || (page.browser.promise(&kept).await == 1).then_some(())).await;
    let Page { browser, server } = page;
    let address = server.address();
    drop(server);
    browser.open(&address).await;
    browser.find("#t0-search").await;
}

/// How many files with `part` in their names the service worker keeps.
fn are_kept(part: &str) -> String {
    format!(
        "caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name)))) \
            .then((caches) => Promise.all(caches.map((cache) => cache.keys()))) \
            .then((requests) => requests.flat().filter(({{ url }}) => url.includes('{part}')).length)"
    )
}

in_both_browsers! { hundreds_are_read_by_the_workers_own_program_which_is_kept_for_the_next_time }

async fn hundreds_are_read_by_the_workers_own_program_which_is_kept_for_the_next_time(kind: Kind) {
    let folder = tempfile::tempdir().unwrap();
    let page = Page::open(kind).await;
    assert_eq!(page.browser.promise(&are_kept("desk-")).await, 0);
    page.drop_files(&write_reports(folder.path(), 40, 0)).await;
    page.browser.find("#library[data-count='40']").await;
    until("both its files are kept", async || {
        (page.browser.promise(&are_kept("desk-")).await == 2).then_some(())
    })
    .await;
    page.has_behaved().await;
}

#[tokio::test]
async fn hundreds_are_read_without_the_workers_own_program() {
    let folder = tempfile::tempdir().unwrap();
    let page = Page::open(Kind::Chromium).await;
    block(&page, &["*desk-*"]).await;
    page.drop_files(&write_reports(folder.path(), 40, 0)).await;
    page.browser.find("#library[data-count='40']").await;
    assert_eq!(page.browser.script("return document.getElementById('failure').hidden", vec![]).await, true);
}
