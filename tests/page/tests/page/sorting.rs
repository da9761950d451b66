//! Sorting a table by its headers.

use fantoccini::key::Key;
use page_tests::browser::Kind;
use page_tests::page::Page;

const REPORT: &str = "chengjiang-robotics-weekly.txt";

/// The figures of a column, blanks and words aside.
fn figures(texts: &[String]) -> Vec<f64> {
    texts.iter().filter_map(|text| text.replace(',', "").trim_end_matches('%').parse().ok()).collect()
}

async fn a_click_sorts_both_ways_and_back(kind: Kind) {
    let page = Page::with_reports(kind, &[REPORT]).await;
    let year = page.header(0, "本年").await;
    let printed = page.column(&year).await;
    assert_eq!(printed.len(), 22);
    assert_eq!(printed[0], "50.53%");

    page.browser.click(&year).await;
    page.is_sorted(&year, "ascending").await;
    let mut expected = figures(&printed);
    expected.sort_by(f64::total_cmp);
    assert_eq!(figures(&page.column(&year).await), expected);

    page.browser.click(&year).await;
    page.is_sorted(&year, "descending").await;
    expected.reverse();
    assert_eq!(figures(&page.column(&year).await), expected);

    page.browser.click(&year).await;
    page.is_sorted(&year, "none").await;
    assert_eq!(page.column(&year).await, printed);
}

#[tokio::test]
async fn a_click_sorts_both_ways_and_back_in_chromium() {
    a_click_sorts_both_ways_and_back(Kind::Chromium).await;
}

#[tokio::test]
async fn a_click_sorts_both_ways_and_back_in_firefox() {
    a_click_sorts_both_ways_and_back(Kind::Firefox).await;
}

#[tokio::test]
async fn blanks_stand_last_in_both_directions() {
    let page = Page::with_reports(Kind::Chromium, &[REPORT]).await;
    let earnings = page.header(0, "2025E").await;
    assert_eq!(page.column(&earnings).await.iter().filter(|text| text.is_empty()).count(), 2);
    for order in ["ascending", "descending"] {
        page.browser.click(&earnings).await;
        page.is_sorted(&earnings, order).await;
        let texts = page.column(&earnings).await;
        assert_eq!(texts[20..], ["", ""], "{order}");
        let figures = figures(&texts);
        assert_eq!(figures.len(), 20);
        assert!(
            figures.is_sorted_by(|a, b| if order == "ascending" { a <= b } else { a >= b }),
            "{figures:?}"
        );
    }
}

#[tokio::test]
async fn shift_adds_a_key_and_shows_its_rank() {
    let page = Page::with_reports(Kind::Chromium, &[REPORT]).await;
    let (unit, year) = (page.header(0, "单位").await, page.header(0, "本年").await);
    page.browser.click(&unit).await;
    page.is_sorted(&unit, "ascending").await;
    page.browser.shift_click(&year).await;
    page.is_sorted(&year, "other").await;
    assert_eq!(page.browser.text(&format!("{unit} sup")).await, "1");
    assert_eq!(page.browser.text(&format!("{year} sup")).await, "2");
    let (units, years) = (page.column(&unit).await, page.column(&year).await);
    let mut groups = 1;
    for row in 1..units.len() {
        let [above, below] = [row - 1, row].map(|row| figures(&years[row..=row])[0]);
        if units[row - 1] == units[row] {
            assert!(above <= below, "{units:?} {years:?}");
        } else {
            groups += 1;
        }
    }
    assert_eq!(groups, 5, "{units:?}");
}

#[tokio::test]
async fn market_values_of_several_currencies_sort_inside_each_and_say_so() {
    let page = Page::with_reports(Kind::Chromium, &[REPORT]).await;
    let value = page.header(0, "总市值").await;
    let unit = page.header(0, "单位").await;
    page.browser.click(&value).await;
    page.is_sorted(&value, "ascending").await;
    page.browser.sees("币种混排").await;
    let (units, values) = (page.column(&unit).await, page.column(&value).await);
    let mut groups = 1;
    for row in 1..units.len() {
        if units[row - 1] == units[row] {
            let pair = figures(&values[row - 1..=row]);
            assert!(pair[0] <= pair[1], "{units:?} {values:?}");
        } else {
            groups += 1;
        }
    }
    assert_eq!(groups, 5, "each currency stands together: {units:?}");
}

#[tokio::test]
async fn a_table_is_sorted_and_looked_up_by_keyboard_alone() {
    let page = Page::open(Kind::Chromium).await;
    let browser = &page.browser;
    browser.tab_to(".welcome-actions button:last-of-type").await;
    browser.press(Key::Enter).await;
    page.has_reports(4).await;
    // The outline leads there, past all that stands before the table.
    browser.tab_to(".outline-link[data-part=table-0]").await;
    browser.press(Key::Enter).await;
    browser.press(Key::Tab).await;
    assert!(browser.is_focused("#table-0 *").await, "{}", browser.focused().await);
    browser.tab_to("#table-0 [role=columnheader]").await;
    let year = page.header(0, "本年").await;
    browser.arrow_to(Key::Right, &year).await;
    browser.press(Key::Enter).await;
    page.is_sorted(&year, "ascending").await;
    assert!(browser.is_focused(&year).await, "{}", browser.focused().await);
    assert_eq!(page.column(&year).await[0], "-38.96%");
    browser.press(Key::Down).await;
    page_tests::wait::until("the first cell is focused", async || {
        browser.focused().await.contains("-38.96%").then_some(())
    })
    .await;
    browser.press(Key::Enter).await;
    assert_eq!(browser.text("#source-mark").await, "-38.96%");
    browser.press(Key::Escape).await;
    page_tests::wait::until("the source pane is closed", async || {
        browser.find_all("#source-text").await.is_empty().then_some(())
    })
    .await;
}
