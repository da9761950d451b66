//! Language, appearance and colors.

use page_tests::browser::Kind;
use page_tests::page::Page;
use page_tests::wait::until;

async fn is_root(page: &Page, selector: &str) {
    until(&format!("the page is {selector}"), async || {
        (!page.browser.find_all(selector).await.is_empty()).then_some(())
    })
    .await;
}

#[tokio::test]
async fn language_and_appearance_change_and_stay() {
    let page = Page::with_reports(Kind::Chromium, &["chengjiang-robotics-weekly.txt"]).await;
    let browser = &page.browser;
    browser.sees("研报库").await;
    browser.click(".language-button").await;
    browser.sees("Library").await;
    is_root(&page, "html[lang=en]").await;

    browser.click(".settings-menu summary").await;
    let ground = "return getComputedStyle(document.body).backgroundColor";
    browser.click("[data-choice=light]").await;
    is_root(&page, "html[data-theme=light]").await;
    let light = browser.script(ground, vec![]).await;
    browser.click("[data-choice=dark]").await;
    is_root(&page, "html[data-theme=dark]").await;
    assert_ne!(browser.script(ground, vec![]).await, light);

    page.reload().await;
    is_root(&page, "html[lang=en][data-theme=dark]").await;
    browser.sees("Library").await;
    page.has_behaved().await;
}

#[tokio::test]
async fn rise_and_fall_take_other_colors_or_none() {
    let page = Page::with_reports(Kind::Chromium, &["chengjiang-robotics-weekly.txt"]).await;
    let browser = &page.browser;
    let colors =
        "return ['up', 'down'].map((way) => getComputedStyle(document.querySelector(`td.${way}`)).color)";
    browser.find("td.up").await;
    browser.click(".settings-menu summary").await;
    let mut seen = Vec::new();
    for choice in ["red-up", "green-up", "color-blind", "plain"] {
        browser.click(&format!("[data-choice={choice}]")).await;
        is_root(&page, &format!("html[data-change-colors={choice}]")).await;
        seen.push(browser.script(colors, vec![]).await);
    }
    assert_eq!(
        (&seen[0][0], &seen[0][1]),
        (&seen[1][1], &seen[1][0]),
        "green up is red up turned round: {seen:?}"
    );
    assert_ne!(seen[2], seen[0]);
    assert_eq!(seen[3][0], seen[3][1], "without colors both look alike");
    // The sign says it in every mode.
    let arrows = "return [...document.querySelectorAll('td.up')].map((cell) => getComputedStyle(cell, '::before').content)";
    let arrows: Vec<String> = serde_json::from_value(browser.script(arrows, vec![]).await).unwrap();
    assert!(!arrows.is_empty() && arrows.iter().all(|arrow| arrow.starts_with("\"▲\"")), "{arrows:?}");
}
