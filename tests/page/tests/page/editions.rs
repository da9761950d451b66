//! Both editions start in both browsers, under any path, and ask for nothing but their own files.

use page_tests::browser::{Browser, Kind};
use page_tests::edition::{serve_site, single_file_address};
use page_tests::page::invented_report;

#[tokio::test]
async fn the_site_starts_in_chromium_under_any_path() {
    for path in ["/", "/some/where/"] {
        let server = serve_site(path);
        let browser = Browser::start(Kind::Chromium).await;
        browser.open(&server.address()).await;
        browser.sees("研镜").await;
        for address in browser.requests().await {
            assert!(address.starts_with(&server.address()), "{address}");
        }
        for request in server.requests() {
            assert!(request.starts_with(path), "{request}");
        }
        assert_eq!(browser.complaints().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn the_site_starts_in_firefox() {
    let server = serve_site("/");
    let browser = Browser::start(Kind::Firefox).await;
    browser.open(&server.address()).await;
    browser.sees("研镜").await;
}

#[tokio::test]
async fn the_single_file_starts_in_chromium_without_a_request() {
    let browser = Browser::start(Kind::Chromium).await;
    browser.open(&single_file_address()).await;
    browser.has_mark("library-restored").await;
    browser.drop_files(&[invented_report("chengjiang-robotics-weekly.txt")]).await;
    browser.sees("衡汐传动").await;
    assert_eq!(browser.requests().await, [single_file_address()]);
    assert_eq!(browser.complaints().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_single_file_starts_in_firefox_without_a_request() {
    let browser = Browser::start(Kind::Firefox).await;
    browser.open(&single_file_address()).await;
    browser.has_mark("library-restored").await;
    browser.drop_files(&[invented_report("chengjiang-robotics-weekly.txt")]).await;
    browser.sees("衡汐传动").await;
    let requested =
        browser.script("return performance.getEntriesByType('resource').map((e) => e.name)", vec![]).await;
    assert_eq!(requested, serde_json::json!([]));
}
