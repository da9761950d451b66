//! Pages that show one long table: ours and the best of others, each with the scripts by which it is asked the same.

use std::path::Path;

use serde_json::{Value, json};
use xtask::command::project;
use xtask::server::Server;

use crate::browser::{Browser, Kind};
use crate::wait::until;

/// A page and how to ask it; scripts are expressions.
pub struct Peer {
    /// Its name in the table.
    pub name: &'static str,
    /// The folder that is served, below the project, and the page in it.
    place: (&'static str, &'static str),
    /// The mark or condition that it takes files.
    is_ready: &'static str,
    /// How many rows it says that it holds.
    rows: &'static str,
    /// The rows on the screen, elements from top to bottom.
    rows_seen: &'static str,
    /// The place of a row element `row` in the order shown, counted from 0.
    place_of: &'static str,
    /// The cells of a row element `row`.
    cells: &'static str,
    /// The header cell that sorts by column `at`.
    header: &'static str,
    /// What scrolls.
    scroller: &'static str,
    /// The field that filters while typing; null where there is none.
    filter: &'static str,
}

/// Ours first, then the page by hand, which it is compared with.
pub const PEERS: [Peer; 4] = [
    Peer {
        name: "研镜",
        place: ("dist/site", ""),
        is_ready: "performance.getEntriesByName('library-restored').length > 0",
        rows: "(document.querySelector('[role=grid]')?.ariaRowCount ?? 1) - 1",
        rows_seen: "[...document.querySelectorAll('#table-0-rows > tr')]",
        place_of: "row.ariaRowIndex - 2",
        cells: "[...row.children]",
        header: "document.querySelectorAll('#table-0-head .head-column')[at]",
        scroller: "document.getElementById('table-0-frame')",
        filter: "document.querySelector('#table-0 input[type=search]')",
    },
    Peer {
        name: "JS by hand",
        place: ("benches/peers", "plain.html"),
        is_ready: "performance.getEntriesByName('ready').length > 0",
        rows: "+(document.body.dataset.rows ?? 0)",
        rows_seen: "[...document.querySelectorAll('#rows > tr:not([hidden])')]",
        place_of: "row.ariaRowIndex - 2",
        cells: "[...row.children]",
        header: "document.querySelectorAll('#head th')[at]",
        scroller: "document.getElementById('frame')",
        filter: "document.getElementById('filter')",
    },
    Peer {
        name: "AG Grid",
        place: ("benches/peers", "ag-grid.html"),
        is_ready: "performance.getEntriesByName('ready').length > 0",
        rows: "+(document.body.dataset.rows ?? 0)",
        rows_seen: "[...document.querySelectorAll('.ag-center-cols-container .ag-row')].sort((a, b) => \
            a.ariaRowIndex - b.ariaRowIndex).filter((row) => row.getBoundingClientRect().bottom > \
            document.querySelector('.ag-body-viewport').getBoundingClientRect().top)",
        place_of: "+row.getAttribute('row-index')",
        cells: "[...row.children].sort((a, b) => a.ariaColIndex - b.ariaColIndex)",
        header: "document.querySelector(`.ag-header-cell[col-id=c${at}] .ag-header-cell-label`)",
        scroller: "document.querySelector('.ag-body-viewport')",
        filter: "document.getElementById('filter')",
    },
    Peer {
        name: "Tabulator",
        place: ("benches/peers", "tabulator.html"),
        is_ready: "performance.getEntriesByName('ready').length > 0",
        rows: "+(document.body.dataset.rows ?? 0)",
        rows_seen: "[...document.querySelectorAll('.tabulator-row')].filter((row) => row.getBoundingClientRect().bottom > \
            document.querySelector('.tabulator-tableholder').getBoundingClientRect().top)",
        place_of: "Math.round((row.getBoundingClientRect().top - \
            document.querySelector('.tabulator-table').getBoundingClientRect().top) / row.offsetHeight)",
        cells: "[...row.querySelectorAll('.tabulator-cell')]",
        header: "document.querySelector(`.tabulator-col[tabulator-field=c${at}]`)",
        scroller: "document.querySelector('.tabulator-tableholder')",
        filter: "document.getElementById('filter')",
    },
];

/// A page of [`PEERS`] in a browser of its own, with functions in it to ask it by.
pub struct PeerPage {
    /// The browser.
    pub browser: Browser,
    _server: Server,
}

/// Notes from the next `event` on until `is_done` (a function's text) says yes of what is painted. The answer is in
/// `window.painted`, in milliseconds since the event.
const WATCH: &str = "const [event, isDone, name] = arguments; window[name] = null; const done = eval(isDone); \
    addEventListener(event, ({ timeStamp }) => { \
        let isFound = false; \
        const look = () => { \
            if (isFound || !done()) return; \
            isFound = true; observer.disconnect(); \
            requestAnimationFrame(() => { \
                const { port1, port2 } = new MessageChannel(); \
                port1.onmessage = () => { window[name] = performance.now() - timeStamp; }; \
                port2.postMessage(null); \
            }); \
        }; \
        const observer = new MutationObserver(look); \
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true }); \
    }, { capture: true, once: true });";

/// Scrolls over the whole height in steps, a frame each; gives the frames' lengths and how many rows at the top were not
/// those that stand there by their place: `wanted` has the codes in print order.
const SCROLL: &str = "const [steps, count] = arguments; const done = arguments[arguments.length - 1]; \
    const code = (at) => `${String(at % 2 ? 600000 + at % 400000 : at % 400000).padStart(6, '0')}.${at % 2 ? 'SH' : 'SZ'}`; \
    const frame = () => new Promise((next) => requestAnimationFrame(next)); \
    (async () => { \
        const scroller = bench.scroller(); const lengths = []; let wrong = 0; \
        let last = await frame(); \
        for (let step = 0; step < steps; step += 1) { \
            scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * step / (steps - 1); \
            await frame(); const now = await frame(); \
            lengths.push((now - last) / 2); last = now; \
            const row = bench.seen()[0]; const place = row ? bench.place(row) : -1; \
            const expected = (count - 20) * step / (steps - 1); \
            if (!row || bench.texts(row)[0] !== code(place) || Math.abs(place - expected) > 40 + count / 2000) wrong += 1; \
        } \
        done({ lengths, wrong }); \
    })();";

impl PeerPage {
    /// Opens the page and waits until it takes files.
    pub async fn open(peer: &Peer) -> Self {
        let folder = project().join(peer.place.0);
        let server = Server::start(&folder, "/", 0).expect("a port is free");
        let browser = Browser::start(Kind::Chromium).await;
        browser.open(&format!("{}{}", server.address(), peer.place.1)).await;
        let functions = format!(
            "window.bench = {{ rows: () => {}, seen: () => {}, place: (row) => {}, \
             texts: (row) => ({}).map((cell) => {{ const copy = cell.cloneNode(true); \
             copy.querySelectorAll('[aria-hidden=true], .visually-hidden').forEach((part) => part.remove()); \
             return copy.textContent; }}), header: (at) => {}, scroller: () => {}, filter: () => {} }};",
            peer.rows, peer.rows_seen, peer.place_of, peer.cells, peer.header, peer.scroller, peer.filter
        );
        browser.script(&functions, vec![]).await;
        let is_ready = format!("return {}", peer.is_ready);
        until("the page takes files", async || {
            (browser.script(&is_ready, vec![]).await == true).then_some(())
        })
        .await;
        Self { browser, _server: server }
    }

    async fn watch(&self, event: &str, is_done: &str, name: &str) {
        self.browser.script(WATCH, vec![json!(event), json!(is_done), json!(name)]).await;
    }

    async fn painted(&self, name: &str) -> f64 {
        let script = format!("return window.{name}");
        until(&format!("{name} is painted"), async || self.browser.script(&script, vec![]).await.as_f64())
            .await
    }

    /// Drops the file; milliseconds to the first rows and to all of them.
    pub async fn drop_table(&self, file: &Path, rows: usize) -> (f64, f64) {
        self.watch("drop", "() => bench.seen().length > 10", "firstRows").await;
        self.watch("drop", &format!("() => bench.rows() === {rows}"), "allRows").await;
        self.browser.drop_files(&[file]).await;
        let first = self.painted("firstRows").await;
        (first, self.painted("allRows").await)
    }

    /// Clicks the header of a column; milliseconds until its cell in the first row says `first`.
    pub async fn sort(&self, column: usize, first: &str) -> f64 {
        let is_done = format!(
            "() => {{ const row = bench.seen()[0]; return row && bench.texts(row)[{column}] === {} }}",
            json!(first)
        );
        let to_top = "const scroller = bench.scroller(); scroller.scrollTop = 0; \
                      await new Promise((next) => setTimeout(next, 300))";
        self.browser.promise(&format!("(async () => {{ {to_top} }})()")).await;
        self.watch("click", &is_done, "sorted").await;
        let header = self.browser.script("return bench.header(arguments[0])", vec![json!(column)]).await;
        let click = "const header = bench.header(arguments[0]); header.scrollIntoView({ inline: 'center' }); \
                     const place = header.getBoundingClientRect(); \
                     return [place.left + place.width / 2, place.top + place.height / 2]";
        assert!(!header.is_null(), "column {column} has a header");
        let place = self.browser.script(click, vec![json!(column)]).await;
        for event in ["mousePressed", "mouseReleased"] {
            let mouse =
                json!({ "type": event, "x": place[0], "y": place[1], "button": "left", "clickCount": 1 });
            self.browser.developer_command("Input.dispatchMouseEvent", mouse).await;
        }
        self.painted("sorted").await
    }

    /// Scrolls over the whole height; the frames' lengths and how many rows were wrong.
    pub async fn scroll(&self, steps: usize, rows: usize) -> (Vec<f64>, usize) {
        let answer = self
            .browser
            .client
            .execute_async(SCROLL, vec![json!(steps), json!(rows)])
            .await
            .unwrap_or_else(|error| panic!("scrolling: {error}"));
        let lengths = answer["lengths"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        (lengths, answer["wrong"].as_u64().unwrap_or_default() as usize)
    }

    /// Types a character into the field that filters; milliseconds until fewer rows are shown. `None` without a field.
    pub async fn filter(&self, character: &str, rows: usize) -> Option<f64> {
        let has_field =
            self.browser.script("const field = bench.filter(); field?.focus(); return !!field", vec![]);
        if has_field.await != true {
            return None;
        }
        self.watch("input", &format!("() => bench.rows() < {rows}"), "filtered").await;
        self.browser.developer_command("Input.insertText", json!({ "text": character })).await;
        Some(self.painted("filtered").await)
    }
}
