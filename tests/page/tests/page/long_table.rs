//! A table of 100,000 rows: dropped, walked through by keys, sorted, scrolled.

use calamine::{Data, Reader as _, Xlsx};
use fantoccini::key::Key;
use page_tests::browser::Kind;
use page_tests::page::Page;
use page_tests::stock_rows::{code, table};
use page_tests::wait::until;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::views::is_accessible;

const ROWS: usize = 100_000;

in_both_browsers! { every_row_stands_where_the_scroll_bar_says, it_is_walked_through_and_sorted_by_keys_alone }

/// The page with a table of so many rows, read to its end.
async fn with_table(kind: Kind, count: usize) -> (Page, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("securities.tsv");
    std::fs::write(&file, table(count)).unwrap();
    let page = Page::open(kind).await;
    page.drop_files(&[file]).await;
    until("all rows are read", async || {
        let read = page.browser.script("return document.querySelector('[role=grid]')?.ariaRowCount", vec![]);
        (read.await == json!((count + 1).to_string())).then_some(())
    })
    .await;
    (page, folder)
}

/// The rows on the screen: the place of each, counted from 0, and its cells as printed.
async fn rows(page: &Page) -> Vec<(usize, Vec<String>)> {
    let script = "return [...document.querySelectorAll('#table-0-rows > tr')].map((row) => [row.ariaRowIndex - 2, \
        [...row.children].map((cell) => { const copy = cell.cloneNode(true); \
        copy.querySelectorAll('[aria-hidden], .visually-hidden').forEach((part) => part.remove()); \
        return copy.textContent.trim(); })])";
    serde_json::from_value(page.browser.script(script, vec![]).await).unwrap()
}

/// Waits until the rows on the screen hold that place, and checks that they follow each other.
async fn shows(page: &Page, place: usize) -> Vec<(usize, Vec<String>)> {
    let rows = until(&format!("row {place} is on the screen"), async || {
        let rows = rows(page).await;
        rows.iter().any(|(at, _)| *at == place).then_some(rows)
    })
    .await;
    assert!(rows.windows(2).all(|pair| pair[0].0 + 1 == pair[1].0), "{rows:?}");
    rows
}

async fn is_small(page: &Page) {
    let count = page.browser.script("return document.querySelectorAll('#table-0 *').length", vec![]).await;
    assert!(count.as_u64().unwrap() < 2_000, "{count} elements");
}

async fn every_row_stands_where_the_scroll_bar_says(kind: Kind) {
    let (page, _folder) = with_table(kind, ROWS).await;
    for part in [0.0, 0.5, 0.25, 1.0, 0.999, 0.0] {
        let scroll = "const frame = document.getElementById('table-0-frame'); \
                      frame.scrollTop = arguments[0] * (frame.scrollHeight - frame.clientHeight); \
                      return frame.clientHeight";
        page.browser.script(scroll, vec![json!(part)]).await;
        let place = ((ROWS - 30) as f64 * part) as usize + 15;
        let rows = shows(&page, place).await;
        for (at, cells) in &rows {
            assert_eq!(cells[0], code(*at), "row {at} at {part}");
        }
        is_small(&page).await;
    }
    page.has_behaved().await;
}

async fn it_is_walked_through_and_sorted_by_keys_alone(kind: Kind) {
    let (page, _folder) = with_table(kind, ROWS).await;
    let browser = &page.browser;
    browser.tab_to("#table-0 [role=columnheader]").await;
    let year = page.header(0, "本年涨跌幅").await;
    browser.arrow_to(Key::Right, &year).await;
    browser.press(Key::Enter).await;
    page.is_sorted(&year, "ascending").await;
    let changes = |rows: &[(usize, Vec<String>)]| -> Vec<f64> {
        rows.iter().map(|(_, cells)| cells[8].trim_end_matches('%').parse().unwrap()).collect()
    };
    let top = until("the least change stands first", async || {
        let found = changes(&rows(&page).await);
        (found[0] < -59.0).then_some(found)
    })
    .await;
    assert!(top.is_sorted(), "{top:?}");
    browser.press(Key::Down).await;
    browser.press_with(Key::Control, Key::End).await;
    let bottom = changes(&shows(&page, ROWS - 1).await);
    assert!(bottom.is_sorted() && bottom[0] > 159.0, "{bottom:?}");
    let focused =
        "return [document.activeElement.closest('tr')?.ariaRowIndex, document.activeElement.ariaColIndex]";
    until("the last cell has the focus", async || {
        let at = browser.script(focused, vec![]).await;
        (at == json!([(ROWS + 1).to_string(), "15"])).then_some(())
    })
    .await;
    browser.press(Key::PageUp).await;
    let page_up = browser.script(focused, vec![]).await;
    assert!(page_up[0].as_str().unwrap().parse::<usize>().unwrap() < ROWS - 10, "{page_up}");
    browser.press_with(Key::Control, Key::Home).await;
    shows(&page, 0).await;
    browser.press_with(Key::Shift, Key::Down).await;
    browser.press_with(Key::Shift, Key::Right).await;
    until("four cells are selected", async || {
        (browser.find_all("#table-0-rows [aria-selected=true]").await.len() == 4).then_some(())
    })
    .await;
    browser.press(Key::Escape).await;
    browser.press(Key::Enter).await;
    let mark = browser.text("#source-mark").await;
    let first: Value = json!(rows(&page).await[1].1[1]);
    assert_eq!(json!(mark), first);
    is_accessible(&page, "a long table").await;
    page.has_behaved().await;
}

#[tokio::test]
async fn a_long_workbook_is_written_beside_the_page_and_can_be_cancelled() {
    const COUNT: usize = 12_000;
    let (page, _folder) = with_table(Kind::Chromium, COUNT).await;
    let browser = &page.browser;
    let folder = browser.allow_all().await;
    // Every worker that is started is counted, and how many of them were ended.
    let count = "window.workers = [0, 0]; const [Started, end] = [Worker, Worker.prototype.terminate]; \
        window.Worker = class extends Started { constructor(...all) { super(...all); workers[0]++; } }; \
        Started.prototype.terminate = function () { workers[1]++; end.call(this); }";
    browser.script(count, vec![]).await;
    browser.click("#t0-export").await;
    let press =
        "[...document.querySelectorAll('.panel button')].find((b) => b.innerText === arguments[0]).click()";
    browser.find(".panel button").await;
    browser.script(press, vec![json!("XLSX")]).await;
    let cancel = "const cancel = [...document.querySelectorAll('.panel button')] \
        .find((b) => b.innerText === '取消'); cancel?.click(); return Boolean(cancel)";
    until("it is cancelled", async || (browser.script(cancel, vec![]).await == true).then_some(())).await;
    until("the worker is ended", async || {
        (browser.script("return window.workers", vec![]).await == json!([1, 1])).then_some(())
    })
    .await;
    browser.script(press, vec![json!("XLSX")]).await;
    let file = until("the workbook is saved", async || {
        let mut files = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
        let file = files.find(|path| path.extension().is_some_and(|extension| extension == "xlsx"))?;
        std::fs::read(file).ok().filter(|bytes| !bytes.is_empty())
    })
    .await;
    assert_eq!(browser.script("return window.workers[0]", vec![]).await, 2);
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(file)).unwrap();
    let range = book.worksheet_range("表").unwrap();
    assert_eq!(range.height(), COUNT + 1);
    for at in [0, COUNT / 2, COUNT - 1] {
        let row = at as u32 + 1;
        assert_eq!(range.get_value((row, 0)), Some(&Data::String(code(at))));
        assert!(matches!(range.get_value((row, 4)), Some(Data::Float(_))), "a price is a number");
    }
    page.has_behaved().await;
}
