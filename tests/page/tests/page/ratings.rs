//! What a rating word means: at its place, and at every house.

use fantoccini::key::Key;
use page_tests::browser::Kind;
use page_tests::page::Page;
use page_tests::wait::until;
use xtask::command::write;

#[tokio::test]
async fn a_rating_word_shows_its_definition_by_hover_focus_and_click() {
    let page = Page::with_reports(Kind::Chromium, &["haiqing-hk-property-services.txt"]).await;
    let browser = &page.browser;
    browser.find("#table-0 td.is-rating").await;
    let definition =
        browser.script("return document.querySelector('#table-0 td.is-rating').textContent", vec![]).await;
    assert_eq!(definition, "買入");

    browser.hover("#table-0 td.is-rating").await;
    let hovered = browser.text("#definition").await;
    assert!(hovered.contains("買入") && hovered.contains('%'), "{hovered}");
    browser.hover(".wordmark").await;
    is_closed(&page).await;

    // The keys alone bring the focus, and with it the definition, to the first rating.
    browser.tab_to("#table-0 [role=columnheader]").await;
    browser.arrow_to(Key::Right, &page.header(0, "評級").await).await;
    browser.press(Key::Down).await;
    let focused = browser.text("#definition").await;
    assert!(focused.contains("買入"), "{focused}");
    browser.press(Key::Escape).await;
    is_closed(&page).await;

    // A click also opens the source pane, which moves the cell from under the mouse; the definition stays.
    browser.click("#table-0 td.is-rating").await;
    browser.find("#source-mark").await;
    browser.hover(".wordmark").await;
    let clicked = browser.text("#definition").await;
    assert!(clicked.contains("買入"), "{clicked}");
    browser.press(Key::Escape).await;
    is_closed(&page).await;
    page.has_behaved().await;
}

async fn is_closed(page: &Page) {
    until("the definition is closed", async || {
        page.browser.find_all("#definition").await.is_empty().then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_word_that_the_file_does_not_define_is_said_to_be_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("undefined.txt");
    write(
        &path,
        "海屿证券\n\n代码\t名称\t评级\t现价\n600001.SH\t甲乙\t增持\t1.5\n600002.SH\t丙丁\t增持\t2.5\n",
    )
    .unwrap();
    let page = Page::open(Kind::Chromium).await;
    page.drop_files(&[path]).await;
    page.has_reports(1).await;
    page.browser.hover("#table-0 td.is-rating").await;
    let said = page.browser.text("#definition").await;
    assert!(said.contains("没有定义这个词"), "{said}");
}

#[tokio::test]
async fn a_chosen_word_is_shown_at_every_house_that_uses_it() {
    let names = [
        "chengjiang-robotics-weekly.txt",
        "nanlu-company-initiation.txt",
        "yanshan-semiconductor-weekly.txt",
    ];
    let page = Page::with_reports(Kind::Chromium, &names).await;
    let browser = &page.browser;
    browser.click(".view-tab:nth-of-type(2)").await;
    browser.find("#comparison .track[data-track=relative] .lane").await;
    let all = browser.texts(".comparison-table tbody tr").await.len();
    let words = browser.texts(".word-choice").await;
    let index =
        words.iter().position(|word| word.starts_with("买入")).expect("买入 is a word of these houses");
    browser.find_all(".word-choice").await[index].click().await.unwrap();
    let rows = until("the table shows the word alone", async || {
        let rows = browser.texts(".comparison-table td.rating-label").await;
        (rows.len() < all).then_some(rows)
    })
    .await;
    assert!(rows.len() >= 2 && rows.iter().all(|row| row.starts_with("买入")), "{rows:?}");
    browser.click(".comparison-table td.rating-label button").await;
    assert!(browser.text("#source-mark").await.contains("买入"));

    browser.click(".comparison-table th:first-of-type button").await;
    browser.find(".comparison-table th:first-of-type[aria-sort=ascending]").await;
    page.has_behaved().await;
}
