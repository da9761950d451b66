//! How fast a library of thousands is: dropped, read, kept, found again, searched. Prints one line of JSON: medians in
//! milliseconds, bytes; `cargo xtask bench` makes a table of it.

#![allow(clippy::print_stdout, reason = "a program that prints its figures")]
#![allow(clippy::expect_used, reason = "a measure that cannot go on fails at its place")]

use std::path::PathBuf;

use page_tests::browser::{Browser, Kind};
use page_tests::collection::write_reports;
use page_tests::page::Page;
use page_tests::wait::until;
use serde_json::{Value, json};

/// How many reports.
const COUNT: usize = 2_000;

/// How often everything is measured, each time in fresh browsers.
const REPETITIONS: usize = 3;

/// What is typed, each behind an empty box.
const QUERIES: [&str; 4] = ["现金流", "招标进度", "衡汐", "No.01234"];

/// Notes when what `wanted` names has been painted, counted from the next event of that kind; the longest task of the
/// page's own thread since then; and from the start of the page where there is no event.
const WATCH: &str = "const [event, wanted] = arguments; window.painted = null; window.longest = 0; \
    const watch = (from) => { \
        window.dropped = from; \
        new PerformanceObserver((list) => { \
            for (const task of list.getEntries()) if (task.startTime > from) window.longest = Math.max(window.longest, task.duration); \
        }).observe({ type: 'longtask' }); \
        const look = () => { \
            if (!document.querySelector(wanted)) return false; \
            requestAnimationFrame(() => { \
                const { port1, port2 } = new MessageChannel(); \
                port1.onmessage = () => { window.painted ??= performance.now() - from; }; \
                port2.postMessage(null); \
            }); \
            return true; \
        }; \
        const observer = new MutationObserver(() => look() && observer.disconnect()); \
        observer.observe(document, { subtree: true, childList: true, attributes: true }); \
    }; \
    if (event) addEventListener(event, ({ timeStamp }) => watch(timeStamp), { capture: true, once: true }); else watch(0);";

#[derive(Default)]
struct Figures {
    first: Vec<f64>,
    read: Vec<f64>,
    longest: Vec<f64>,
    kept: Vec<f64>,
    start: Vec<f64>,
    empty_start: Vec<f64>,
    search: Vec<f64>,
    memory: Vec<f64>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let paths = write_reports(folder.path(), COUNT, 0);
    let size: u64 = paths.iter().map(|path| std::fs::metadata(path).expect("a report").len()).sum();
    let mut figures = Figures::default();
    for _ in 0..REPETITIONS {
        measure(&paths, &mut figures).await;
    }
    let figures = json!({
        "count": COUNT,
        "bytes": size,
        "first": median(figures.first),
        "read": median(figures.read),
        "longest": median(figures.longest),
        "kept": median(figures.kept),
        "start": median(figures.start),
        "emptyStart": median(figures.empty_start),
        "search": median(figures.search),
        "memory": median(figures.memory),
    });
    println!("{figures}");
}

async fn measure(paths: &[PathBuf], figures: &mut Figures) {
    let page = Page::open(Kind::Chromium).await;
    let browser = &page.browser;
    let empty_memory = browser.page_memory().await;
    figures.empty_start.push(start(&page, "#app .welcome").await);
    page.is_usable().await;
    watch(browser, "drop", ".report").await;
    page.drop_files(paths).await;
    figures.first.push(painted(browser).await);
    let read = "return performance.getEntriesByName('imported')[0]?.startTime - window.dropped || null";
    figures.read.push(figure(browser, read).await);
    figures.longest.push(figure(browser, "return window.longest").await);
    page.has_reports(COUNT).await;
    page.has_kept(COUNT).await;
    figures.kept.push(figure(browser, "return performance.now() - window.dropped").await);
    figures.memory.push(browser.page_memory().await - empty_memory);
    for query in QUERIES {
        figures.search.push(search(browser, query).await);
    }
    figures.start.push(start(&page, &format!("#library[data-count='{COUNT}'] .library-open")).await);
}

/// How long the page takes from being asked for until what `wanted` names is painted.
async fn start(page: &Page, wanted: &str) -> f64 {
    let browser = &page.browser;
    let script = format!(
        "((...args) => {{ ((function () {{ {WATCH} }}).apply(null, args)); }})(null, {})",
        json!(wanted)
    );
    let added =
        browser.developer_command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    browser.open("about:blank").await;
    browser.open(&page.server.address()).await;
    let painted = painted(browser).await;
    browser.developer_command("Page.removeScriptToEvaluateOnNewDocument", added).await;
    painted
}

async fn search(browser: &Browser, query: &str) -> f64 {
    let set = "const box = document.getElementById('library-search'); box.value = arguments[0]; \
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    browser.script(set, vec![json!("")]).await;
    until("all are listed", async || browser.find_all(".library-hit").await.is_empty().then_some(())).await;
    watch(browser, "input", "#library-list[aria-busy='false'] .library-hit").await;
    browser.script(set, vec![json!(query)]).await;
    painted(browser).await
}

async fn watch(browser: &Browser, event: &str, wanted: &str) {
    browser.script(WATCH, vec![json!(event), json!(wanted)]).await;
}

async fn painted(browser: &Browser) -> f64 {
    figure(browser, "return window.painted").await
}

async fn figure(browser: &Browser, script: &str) -> f64 {
    until(script, async || browser.script(script, vec![]).await.as_f64()).await
}

fn median(mut figures: Vec<f64>) -> Value {
    figures.sort_by(f64::total_cmp);
    json!(figures[figures.len() / 2])
}
