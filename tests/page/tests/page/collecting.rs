//! What is chosen in the library, taken out in one file or opened together.

use page_tests::browser::Kind;
use page_tests::page::Page;
use page_tests::wait::until;
use serde_json::Value;

const WEEKLY: &str = "chengjiang-robotics-weekly.txt";
const INITIATION: &str = "nanlu-company-initiation.txt";
const NOTE: &str = "boyun-consumer-note.txt";

/// What the page hands to the browser's downloads.
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
