//! How fast the page is in Chromium, beside an empty static page in the same run. Prints one line of JSON: medians in
//! milliseconds; `cargo xtask bench` makes a table of it.

#![allow(clippy::print_stdout, reason = "a program that prints its figures")]
#![allow(clippy::expect_used, reason = "a measure that cannot go on fails at its place")]

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fantoccini::Locator;
use page_tests::browser::{Browser, Kind};
use page_tests::edition::serve_site;
use page_tests::reports::reports;
use page_tests::wait::until;
use serde_json::{Value, json};
use xtask::server::Server;

/// How often everything is measured, each time in fresh browsers, our page and the empty one in turns.
const REPETITIONS: usize = 9;

/// How long files are held over the window before they are dropped: a hand needs longer to get to its middle. Both pages are
/// told of the files when they come in.
const HELD: Duration = Duration::from_millis(300);

/// Notes from the input event to the frame that shows the change it made: `painted` holds the milliseconds. The change
/// is the first one that `wanted` accepts, and the frame has been painted when a task runs behind its callbacks.
const WATCH: &str = "const [event, wanted] = arguments; window.painted = null; \
    addEventListener(event, ({ timeStamp }) => { \
        const observer = new MutationObserver(() => { \
            if (!document.querySelector(wanted)) return; \
            observer.disconnect(); \
            requestAnimationFrame(() => { \
                const { port1, port2 } = new MessageChannel(); \
                port1.onmessage = () => { window.painted = performance.now() - timeStamp; }; \
                port2.postMessage(null); \
            }); \
        }); \
        observer.observe(document, { subtree: true, childList: true, attributes: true }); \
    }, { capture: true, once: true });";

/// An empty static page, and what it does when files or clicks come: the least that changes anything.
const EMPTY_PAGE: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Empty</title>\
    <link rel=\"icon\" href=\"data:,\"></head><body><button>Empty</button><script>\
    addEventListener('dragover', (event) => event.preventDefault());\
    addEventListener('drop', (event) => { event.preventDefault(); document.body.className = 'dropped'; });\
    addEventListener('click', () => { document.body.className = 'clicked'; });\
    performance.mark('ready'); performance.mark('running');</script></body></html>";

#[derive(Default)]
struct Figures {
    ready: Vec<f64>,
    running: Vec<f64>,
    drop: Vec<f64>,
    sort: Vec<f64>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let site = serve_site("/");
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("index.html"), EMPTY_PAGE).expect("the empty page is written");
    let empty_site = Server::start(folder.path(), "/", 0).expect("a port is free");
    let (mut page, mut empty) = (Figures::default(), Figures::default());
    let mut rows = 0;
    for _ in 0..REPETITIONS {
        measure_empty(&empty_site, &mut empty).await;
        rows = measure_page(&site, &mut page).await;
    }
    let pair = |page: Vec<f64>, empty: Vec<f64>| json!({ "page": median(page), "empty": median(empty) });
    let figures = json!({
        "ready": pair(page.ready, empty.ready),
        "running": pair(page.running, empty.running),
        "drop": pair(page.drop, empty.drop),
        "sort": pair(page.sort, empty.sort),
        "rows": rows,
    });
    println!("{figures}");
}

async fn measure_empty(site: &Server, figures: &mut Figures) {
    let browser = Browser::start(Kind::Chromium).await;
    open(&browser, site, figures).await;
    drop_watched(&browser, "body.dropped").await;
    figures.drop.push(painted(&browser).await);
    watch(&browser, "click", "body.clicked").await;
    browser.click("button").await;
    figures.sort.push(painted(&browser).await);
}

/// Returns how many rows the sorted table has.
async fn measure_page(site: &Server, figures: &mut Figures) -> usize {
    let browser = Browser::start(Kind::Chromium).await;
    open(&browser, site, figures).await;
    // An idle page makes itself ready for the first report; nobody drops one within a fifth of a second.
    browser.has_mark("warm").await;
    drop_watched(&browser, ".report").await;
    figures.drop.push(painted(&browser).await);
    let (header, rows) = widest_choice(&browser).await;
    watch(&browser, "click", &format!("{header}[aria-sort=ascending]")).await;
    browser.click(&header).await;
    figures.sort.push(painted(&browser).await);
    rows
}

/// Asks the browser for the page, and notes when it takes files and when its program runs, by the page's own marks.
async fn open(browser: &Browser, site: &Server, figures: &mut Figures) {
    let asked =
        SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970").as_secs_f64() * 1000.0;
    browser.open(&site.address()).await;
    for (mark, figure) in [("ready", &mut figures.ready), ("running", &mut figures.running)] {
        browser.has_mark(mark).await;
        let script =
            "return performance.timeOrigin + performance.getEntriesByName(arguments[0], 'mark')[0].startTime";
        figure.push(number(&browser.script(script, vec![json!(mark)]).await) - asked);
    }
}

async fn watch(browser: &Browser, event: &str, wanted: &str) {
    browser.script(WATCH, vec![json!(event), json!(wanted)]).await;
}

async fn drop_watched(browser: &Browser, wanted: &str) {
    browser.hold_and_drop(&reports(), HELD, async || watch(browser, "drop", wanted).await).await;
}

async fn painted(browser: &Browser) -> f64 {
    until("the change is painted", async || browser.script("return window.painted", vec![]).await.as_f64())
        .await
}

/// Shows the report with the longest table and gives the selector of a header of figures there, and its rows.
async fn widest_choice(browser: &Browser) -> (String, usize) {
    let script = "return [...document.querySelectorAll('.table-card')].map((card) => [ \
        card.querySelectorAll('tbody tr').length, card.querySelector('th.number')?.id ?? null])";
    let page_has = async || -> Vec<(usize, Option<String>)> {
        serde_json::from_value(browser.script(script, vec![]).await).expect("tables have rows")
    };
    let mut best: (String, usize, usize) = Default::default();
    for entry in 0..reports().len() {
        show(browser, entry).await;
        for (rows, header) in page_has().await {
            if let Some(header) = header
                && rows > best.1
            {
                best = (header, rows, entry);
            }
        }
    }
    show(browser, best.2).await;
    (format!("#{}", best.0), best.1)
}

async fn show(browser: &Browser, entry: usize) {
    until("all reports are listed", async || {
        let entries = browser.client.find_all(Locator::Css(".library-open")).await.ok()?;
        // A report that comes later may move the others down.
        entries.get(entry).filter(|_| entries.len() == reports().len())?.click().await.ok()
    })
    .await;
    until("the report is shown", async || {
        let current = browser.script(
            "return [...document.querySelectorAll('.library-open')].findIndex((e) => e.ariaCurrent === 'true')",
            vec![],
        );
        (current.await == json!(entry)).then_some(())
    })
    .await;
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("the browser gives a number")
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
