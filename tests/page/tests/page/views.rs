//! Every view at every width, for every reader.

use page_tests::browser::Kind;
use page_tests::page::Page;
use page_tests::wait::until;
use serde_json::json;

const REPORTS: [&str; 3] =
    ["chengjiang-robotics-weekly.txt", "nanlu-company-initiation.txt", "haiqing-hk-property-services.txt"];

in_both_browsers! { axe_finds_nothing_serious_in_any_view }

/// A narrow telephone.
async fn narrow(page: &Page) {
    let metrics = json!({ "width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": false });
    page.browser.developer_command("Emulation.setDeviceMetricsOverride", metrics).await;
}

async fn does_not_scroll_sideways(page: &Page, view: &str) {
    let width = page.browser.script("return document.documentElement.scrollWidth", vec![]).await;
    assert_eq!(width, 360, "{view}");
}

#[tokio::test]
async fn no_view_scrolls_sideways_at_360_pixels() {
    let page = Page::open(Kind::Chromium).await;
    narrow(&page).await;
    does_not_scroll_sideways(&page, "welcome").await;
    page.drop_files(&REPORTS.map(page_tests::page::invented_report)).await;
    page.browser.find(".report .masthead h1").await;
    does_not_scroll_sideways(&page, "report").await;
    page.browser.click("#table-0 tbody td:nth-child(3)").await;
    page.browser.find("#source-mark").await;
    does_not_scroll_sideways(&page, "source").await;
    page.browser.click(".source-head .icon-button").await;
    page.browser.click(".library-button").await;
    page.has_reports(3).await;
    does_not_scroll_sideways(&page, "library").await;
    page.browser.click(".library-open").await;
    page.browser.click(".view-tab:nth-of-type(2)").await;
    page.browser.find("#comparison").await;
    does_not_scroll_sideways(&page, "ratings").await;
}

/// Fails where axe-core finds anything serious in what is shown.
pub async fn is_accessible(page: &Page, view: &str) {
    let axe = xtask::command::read_text(&xtask::tools::axe_script()).unwrap();
    page.browser.script(&axe, vec![]).await;
    let found = page
        .browser
        .promise(
            "axe.run().then(({ violations }) => violations \
             .filter(({ impact }) => impact === 'serious' || impact === 'critical') \
             .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(' ')}`))",
        )
        .await;
    assert_eq!(found, json!([]), "{view}");
}

async fn axe_finds_nothing_serious_in_any_view(kind: Kind) {
    let page = Page::open(kind).await;
    let browser = &page.browser;
    is_accessible(&page, "welcome").await;
    page.drop_files(&REPORTS.map(page_tests::page::invented_report)).await;
    page.has_reports(3).await;
    browser.click(".settings-menu summary").await;
    for theme in ["light", "dark"] {
        browser.click(&format!("[data-choice={theme}]")).await;
        browser.find(&format!("html[data-theme={theme}]")).await;
        is_accessible(&page, &format!("report, {theme}")).await;
    }
    browser.click(".settings-menu summary").await;
    for entry in browser.find_all(".library-open").await {
        entry.click().await.unwrap();
        is_accessible(&page, "another report").await;
    }
    browser.click("#table-0 tbody td:nth-child(3)").await;
    browser.find("#source-mark").await;
    is_accessible(&page, "source").await;
    browser.click(".view-tab:nth-of-type(2)").await;
    browser.find("#comparison").await;
    is_accessible(&page, "ratings").await;
    browser.click(".paste-button").await;
    browser.find("#paste-text").await;
    is_accessible(&page, "paste").await;
}

#[tokio::test]
async fn a_figure_leads_to_its_printed_place() {
    let page = Page::with_reports(Kind::Chromium, &REPORTS[..1]).await;
    let browser = &page.browser;
    let cells = browser.texts("#table-0 tbody tr:nth-child(12) td").await;
    assert!(cells[2].contains("Quovata"), "{cells:?}");
    browser.click("#table-0 tbody tr:nth-child(12) td:nth-child(8)").await;
    assert_eq!(browser.text("#source-mark").await, "43.89%");
    assert!(browser.text(".source-line.is-marked").await.contains("QVTA.O"));
    until("the mark is in sight", async || {
        let script = "const pane = document.getElementById('source-text').getBoundingClientRect(); \
                      const mark = document.getElementById('source-mark').getBoundingClientRect(); \
                      return mark.top >= pane.top && mark.bottom <= pane.bottom";
        (browser.script(script, vec![]).await == true).then_some(())
    })
    .await;
    // The pane takes room from the table: the cell that was clicked is still seen.
    until("the clicked cell is in sight", async || {
        let script = "const frame = document.getElementById('table-0-frame').getBoundingClientRect(); \
                      const cell = document.querySelector('#table-0 .is-marked').getBoundingClientRect(); \
                      return cell.left >= frame.left && cell.right <= frame.right + 1";
        (browser.script(script, vec![]).await == true).then_some(())
    })
    .await;
    page.has_behaved().await;
}

/// How often a table's frame was changed within forty frames, after twenty in which it may come to rest.
const CHANGES: &str = "new Promise((rested) => { \
    let [frame, changes] = [0, 0]; \
    new MutationObserver((records) => { if (frame > 20) changes += records.length; }) \
        .observe(document.querySelector('.report'), { subtree: true, attributes: true }); \
    const next = () => { if (++frame < 60) requestAnimationFrame(next); else rested(changes); }; \
    next(); })";

#[tokio::test]
async fn tables_come_to_rest() {
    // A frame that scrolls is narrower by its scroll bar; what fits without one must not be asked again with one.
    for name in REPORTS {
        let page = Page::with_reports(Kind::Chromium, &[name]).await;
        page.browser.find(".report .masthead h1").await;
        assert_eq!(page.browser.promise(CHANGES).await, 0, "{name}");
    }
}
