//! The tools of a table: finding, filtering, undoing, arranging, copying, exporting; by mouse and by keys alone.

use std::path::Path;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use calamine::{Data, Reader as _, Xlsx};
use fantoccini::key::Key;
use page_tests::browser::Kind;
use page_tests::page::Page;
use page_tests::wait::until;
use serde_json::{Value, json};

use crate::views::is_accessible;

const REPORT: &str = "chengjiang-robotics-weekly.txt";
const PANELS: [&str; 6] = ["filter", "columns", "group", "look", "chart", "export"];

in_both_browsers! {
    names_are_found_by_initials_and_a_change_is_undone,
    filters_are_chips_that_can_be_taken_back,
    cells_are_copied_as_text_and_as_typed_markup,
    downloaded_files_hold_the_table_as_shown,
    everything_is_reached_by_keys_alone,
    pictures_are_saved_with_where_they_come_from,
    axe_finds_nothing_serious_in_any_panel,
}

/// Waits until a column holds these cells, by its header's word.
async fn has_column(page: &Page, word: &str, cells: &[&str]) {
    until(&format!("{word} holds {cells:?}"), async || {
        let header = page.header(0, word).await;
        (page.column(&header).await == cells).then_some(())
    })
    .await;
}

/// Waits until the first table shows so many rows.
async fn has_rows(page: &Page, count: usize) {
    until(&format!("{count} rows are shown"), async || {
        (page.browser.find_all("#table-0-rows > tr").await.len() == count).then_some(())
    })
    .await;
}

async fn type_into(page: &Page, selector: &str, text: &str) {
    page.browser.find(selector).await.send_keys(text).await.unwrap();
}

/// Chooses the option of that word in the select of the open panel.
async fn choose(page: &Page, word: &str) {
    let script = "const select = document.querySelector('.panel select'); \
        const option = [...select.options].find((option) => option.text.includes(arguments[0])); \
        select.value = option.value; select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.browser.find(".panel select").await;
    page.browser.script(script, vec![json!(word)]).await;
}

/// Presses the button of the open panel that says this.
async fn press_button(page: &Page, word: &str) {
    let script =
        "[...document.querySelectorAll('.panel button')].find((b) => b.innerText === arguments[0]).click()";
    page.browser.find(".panel button").await;
    page.browser.script(script, vec![json!(word)]).await;
}

/// The file with that ending in the folder, once it is whole.
async fn downloaded(folder: &Path, ending: &str) -> Vec<u8> {
    until(&format!("a file .{ending} is downloaded"), async || {
        let mut files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let file = files.find(|path| path.extension().is_some_and(|extension| extension == ending))?;
        std::fs::read(file).ok().filter(|bytes| !bytes.is_empty())
    })
    .await
}

async fn names_are_found_by_initials_and_a_change_is_undone(kind: Kind) {
    let page = Page::with_reports(kind, &[REPORT]).await;
    let browser = &page.browser;
    browser.click("#t0-search").await;
    type_into(&page, "#t0-search", "hxcd").await;
    has_column(&page, "公司", &["衡汐传动"]).await;
    assert_eq!(browser.texts("#table-0 mark.hit").await, ["衡汐传动"]);
    assert_eq!(browser.text("#table-0 .shown-of").await, "1 / 22 行");
    until("the count is told", async || (browser.text("#announcer").await.contains("1 / 22")).then_some(()))
        .await;
    browser.click("#t0-filter").await;
    choose(&page, "本年").await;
    type_into(&page, ".panel input[inputmode=decimal]", "60").await;
    has_rows(&page, 0).await;
    browser.press(Key::Escape).await;
    until("the panel is closed and its button has the focus", async || {
        browser.is_focused("#t0-filter").await.then_some(())
    })
    .await;
    browser.press_with(Key::Control, 'z').await;
    has_column(&page, "公司", &["衡汐传动"]).await;
    browser.press_with(Key::Control, 'z').await;
    has_rows(&page, 22).await;
    assert!(browser.find_all("#table-0 .chip").await.is_empty());
    page.has_behaved().await;
}

async fn filters_are_chips_that_can_be_taken_back(kind: Kind) {
    let page = Page::with_reports(kind, &[REPORT]).await;
    let browser = &page.browser;
    browser.find("#t0-filter").await;
    // The style sheet of the tools comes with them.
    let style = "return getComputedStyle(document.getElementById('t0-filter')).whiteSpace";
    assert_eq!(browser.script(style, vec![]).await, "nowrap");
    browser.click("#t0-filter").await;
    choose(&page, "环节").await;
    browser.click(".panel .value-list label:nth-of-type(2)").await;
    has_rows(&page, 4).await;
    browser.press(Key::Escape).await;
    browser.click("#t0-group").await;
    choose(&page, "环节").await;
    has_rows(&page, 5).await;
    browser.press(Key::Escape).await;
    assert_eq!(browser.texts("#table-0 .chip").await, ["环节 伺服与电机", "分组 环节"]);
    browser.click("#table-0 .chip").await;
    has_rows(&page, 28).await;
    browser.click("#table-0 .reset-table").await;
    has_rows(&page, 22).await;
}

async fn cells_are_copied_as_text_and_as_typed_markup(kind: Kind) {
    let page = Page::with_reports(kind, &[REPORT]).await;
    let browser = &page.browser;
    browser.allow_all().await;
    browser.tab_to("#table-0 [role=columnheader]").await;
    browser.press(Key::Down).await;
    browser.press_with(Key::Control, 'a').await;
    browser.press_with(Key::Control, 'c').await;
    until("copying is told", async || (browser.text("#announcer").await.contains("已复制")).then_some(()))
        .await;
    browser.click(".paste-button").await;
    browser.click("#paste-text").await;
    let hear = "addEventListener('paste', (event) => { window.markup = event.clipboardData.getData('text/html') }, true)";
    browser.script(hear, vec![]).await;
    browser.press_with(Key::Control, 'v').await;
    let script = "return document.getElementById('paste-text').value";
    let text = until("the text is pasted", async || {
        let text = browser.script(script, vec![]).await;
        text.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
    })
    .await;
    let lines: Vec<&str> = text.trim_end().split('\n').collect();
    assert_eq!(lines.len(), 23);
    assert_eq!(lines[0].split('\t').next(), Some("环节"));
    assert_eq!(lines[1], "减速器\t688901.SH\t衡汐传动\t214\t亿人民币\t-4.31%\t-2.30%\t50.53%\t56.5\t42.3");
    let markup = browser.script("return window.markup", vec![]).await;
    let markup = markup.as_str().unwrap();
    for cell in [
        "<td style=\"mso-number-format:'\\@'\">003941.SZ</td>",
        "<td x:num=\"-0.0431\" style=\"mso-number-format:'0.00%'\">-4.31%</td>",
    ] {
        assert!(markup.contains(cell), "{cell} in {markup}");
    }
    page.has_behaved().await;
}

async fn downloaded_files_hold_the_table_as_shown(kind: Kind) {
    let page = Page::with_reports(kind, &[REPORT]).await;
    let browser = &page.browser;
    let folder = page.browser.allow_all().await;
    let year = page.header(0, "本年").await;
    browser.click(&year).await;
    page.is_sorted(&year, "ascending").await;
    browser.click("#t0-search").await;
    type_into(&page, "#t0-search", ".SH").await;
    has_rows(&page, 8).await;
    let (names, years) = (page.column(&page.header(0, "公司").await).await, page.column(&year).await);
    browser.click("#t0-export").await;
    press_button(&page, "CSV").await;
    let csv = downloaded(&folder, "csv").await;
    let csv = csv.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().from_reader(csv);
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cells = |column: usize| records.iter().map(|record| record[column].to_owned()).collect::<Vec<_>>();
    assert_eq!((cells(2), cells(7)), (names.clone(), years.clone()));
    press_button(&page, "XLSX").await;
    let xlsx = downloaded(&folder, "xlsx").await;
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(xlsx)).unwrap();
    let range = workbook.worksheet_range("表").unwrap();
    for (place, (name, year)) in names.iter().zip(&years).enumerate() {
        let cell = |column| range.get_value((place as u32 + 2, column)).cloned();
        assert_eq!(cell(2), Some(Data::String(name.clone())));
        let percent: f64 = year.trim_end_matches('%').parse().unwrap();
        let Some(Data::Float(number)) = cell(7) else { panic!("{year} is no number") };
        assert!((number * 100.0 - percent).abs() < 1e-9, "{number} {year}");
    }
    let second = workbook.worksheet_range("评级定义与来源").unwrap();
    assert!(second.cells().any(|(_, _, cell)| cell.to_string().contains("15%")), "the house's definitions");
    page.has_behaved().await;
}

async fn everything_is_reached_by_keys_alone(kind: Kind) {
    let page = Page::with_reports(kind, &[REPORT]).await;
    let browser = &page.browser;
    // The tools come with the later part of the program.
    browser.find("#t0-search").await;
    browser.press('/').await;
    until("the search has the focus", async || browser.is_focused("#t0-search").await.then_some(())).await;
    for name in PANELS {
        browser.tab_to(&format!("#t0-{name}")).await;
        browser.press(Key::Enter).await;
        browser.find(&format!(".panel[data-panel={name}]")).await;
        until("the focus is in the panel", async || browser.is_focused(".panel *").await.then_some(())).await;
        browser.press(Key::Escape).await;
        until("the focus is back", async || browser.is_focused(&format!("#t0-{name}")).await.then_some(()))
            .await;
    }
    browser.tab_to("#table-0 [role=columnheader]").await;
    let unit = page.header(0, "单位").await;
    browser.arrow_to(Key::Right, &unit).await;
    browser.press_with(Key::Alt, Key::Down).await;
    browser.find(".panel[data-panel=column]").await;
    let hide = "return document.activeElement.innerText === '隐藏'";
    for _ in 0..9 {
        if browser.script(hide, vec![]).await == true {
            break;
        }
        browser.press(Key::Tab).await;
    }
    browser.press(Key::Enter).await;
    until("the column is hidden", async || {
        let heads = browser.texts("#table-0 .head-columns .head-label").await;
        (!heads.iter().any(|head| head == "单位")).then_some(())
    })
    .await;
    browser.press('?').await;
    browser.find(".panel[data-panel=keys]").await;
    browser.press(Key::Escape).await;
    page.reload().await;
    browser.sees("已隐藏的列 1").await;
    page.has_behaved().await;
}

#[tokio::test]
async fn an_order_is_remembered_until_it_is_given_up() {
    let page = Page::with_reports(Kind::Chromium, &[REPORT]).await;
    let browser = &page.browser;
    // What remembers comes with the later part of the program.
    browser.find("#t0-search").await;
    let year = page.header(0, "本年").await;
    browser.click(&year).await;
    page.is_sorted(&year, "ascending").await;
    let sorted = page.column(&year).await;
    page.has_kept(1).await;
    page.reload().await;
    page.is_sorted(&year, "ascending").await;
    assert_eq!(page.column(&year).await, sorted);
    browser.click("#table-0 .reset-order").await;
    page.is_sorted(&year, "none").await;
    page.reload().await;
    browser.find("#t0-search").await;
    page.is_sorted(&year, "none").await;
    assert_ne!(page.column(&year).await, sorted);
    page.has_behaved().await;
}

#[tokio::test]
async fn a_link_opens_the_same_view_and_says_nothing_of_the_report() {
    let page = Page::with_reports(Kind::Chromium, &[REPORT]).await;
    let browser = &page.browser;
    browser.allow_all().await;
    let year = page.header(0, "本年").await;
    browser.click(&year).await;
    browser.click("#t0-filter").await;
    choose(&page, "环节").await;
    browser.click(".panel .value-list label:nth-of-type(2)").await;
    has_rows(&page, 4).await;
    let names = page.column(&page.header(0, "公司").await).await;
    browser.press(Key::Escape).await;
    browser.click("#t0-export").await;
    press_button(&page, "复制视图链接").await;
    let link = until("a link is copied", async || {
        let text = browser.promise("navigator.clipboard.readText()").await;
        text.as_str().filter(|text| text.contains("#view=")).map(str::to_owned)
    })
    .await;
    assert!(link.is_ascii() && !link.contains('%'), "{link}");
    page.has_kept(1).await;
    browser.open("about:blank").await;
    browser.open(&link).await;
    page.is_usable().await;
    browser.find("#table-0-rows > tr").await;
    until("the view is the same", async || {
        let header = page.header(0, "公司").await;
        (page.column(&header).await == names).then_some(())
    })
    .await;
    page.is_sorted(&year, "ascending").await;
    let hash = browser.script("return location.hash", vec![]).await;
    assert!(!hash.as_str().unwrap().contains("view="), "{hash}");
}

async fn pictures_are_saved_with_where_they_come_from(kind: Kind) {
    let page = Page::with_reports(kind, &[REPORT]).await;
    let folder = page.browser.allow_all().await;
    let year = page.header(0, "本年").await;
    page.browser.click(&year).await;
    page.is_sorted(&year, "ascending").await;
    page.browser.click("#t0-chart").await;
    // What the table is ordered by is what is ranked.
    page.browser.find(".picture [role=img]").await;
    let chosen = "return document.querySelector('.chart-choices select').selectedOptions[0].text";
    assert!(page.browser.script(chosen, vec![]).await.as_str().unwrap().contains("本年"));
    for kind in ["排行", "矩形树图", "散点"] {
        press_button(&page, kind).await;
        page.browser.find(".picture [role=img]").await;
        is_accessible(&page, kind).await;
    }
    press_button(&page, "保存 SVG").await;
    let svg = String::from_utf8(downloaded(&folder, "svg").await).unwrap();
    assert!(svg.contains("图表 1：机器人产业链公司本周表现") && svg.contains("澄江证券"), "{svg}");
    press_button(&page, "保存 PNG").await;
    assert!(downloaded(&folder, "png").await.starts_with(b"\x89PNG"));
    page.has_behaved().await;
}

async fn axe_finds_nothing_serious_in_any_panel(kind: Kind) {
    let page = Page::with_reports(kind, &[REPORT]).await;
    let browser = &page.browser;
    for theme in ["light", "dark"] {
        browser.script("document.documentElement.dataset.theme = arguments[0]", vec![json!(theme)]).await;
        for name in PANELS {
            browser.click(&format!("#t0-{name}")).await;
            browser.find(&format!(".panel[data-panel={name}]")).await;
            is_accessible(&page, &format!("{name}, {theme}")).await;
            if name == "look" {
                // Every look, each in a column of its own.
                for (row, look) in [(2, 2), (3, 3), (4, 4)] {
                    browser
                        .click(&format!(".looks .switch:nth-child({row}) .choice:nth-child({look})"))
                        .await;
                }
            }
            browser.press(Key::Escape).await;
        }
        is_accessible(&page, &format!("looks, {theme}")).await;
        browser.press('?').await;
        browser.find(".panel[data-panel=keys]").await;
        is_accessible(&page, &format!("keys, {theme}")).await;
        browser.press(Key::Escape).await;
    }
}

#[tokio::test]
async fn an_open_picture_is_printed_alone_black_on_white() {
    let page = Page::with_reports(Kind::Chromium, &[REPORT]).await;
    let browser = &page.browser;
    browser.script("document.documentElement.dataset.theme = 'dark'", vec![]).await;
    // Heard before the page hears it, so that the picture still is as it was printed.
    let hear = "addEventListener('afterprint', () => { \
        window.printed = document.querySelector('.picture text')?.getAttribute('fill') ?? null })";
    browser.script(hear, vec![]).await;
    let pages = async || {
        let printed = browser.developer_command("Page.printToPDF", json!({})).await;
        let document = STANDARD.decode(printed["data"].as_str().unwrap()).unwrap();
        let mark = b"/Type /Page\n";
        document.windows(mark.len()).filter(|window| window == mark).count()
    };
    assert!(pages().await > 1, "the report is longer than a page");
    browser.click("#t0-chart").await;
    browser.find(".picture [role=img]").await;
    let ink = "return document.querySelector('.picture text').getAttribute('fill')";
    let on_screen = browser.script(ink, vec![]).await;
    assert_eq!(pages().await, 1);
    let printed = until("the picture is printed", async || {
        let ink = browser.script("return window.printed", vec![]).await;
        (!ink.is_null()).then_some(ink)
    })
    .await;
    assert_ne!(on_screen, printed, "light words are not for paper");
}

#[tokio::test]
async fn panels_fit_a_telephone() {
    let page = Page::with_reports(Kind::Chromium, &[REPORT]).await;
    let metrics = json!({ "width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": false });
    page.browser.developer_command("Emulation.setDeviceMetricsOverride", metrics).await;
    for name in PANELS {
        page.browser.click(&format!("#t0-{name}")).await;
        page.browser.find(&format!(".panel[data-panel={name}]")).await;
        let place = "const place = document.querySelector('.panel').getBoundingClientRect(); \
            return [document.documentElement.scrollWidth, place.left >= 0 && place.right <= 360 && place.bottom <= 740]";
        let found: Value = page.browser.script(place, vec![]).await;
        assert_eq!(found, json!([360, true]), "{name}");
        page.browser.press(Key::Escape).await;
    }
}
