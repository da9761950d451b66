//! How fast a long table is in the page and in others, side by side in Chromium, each time in a fresh browser. Prints one
//! line of JSON: by page the medians; `cargo xtask bench --peers` makes a table of it. Arguments: rows, repetitions, and
//! the names of the pages, all where there are none.

#![allow(clippy::print_stdout, reason = "a program that prints its figures")]
#![allow(clippy::expect_used, reason = "a measure that cannot go on fails at its place")]

use std::collections::BTreeMap;
use std::path::Path;

use page_tests::browser::{Browser, Kind};
use page_tests::peers::{PEERS, Peer, PeerPage};
use page_tests::stock_rows::table;
use serde_json::json;

/// The columns that are sorted by, and how often the height is scrolled over.
const NAME: usize = 1;
const CHANGE: usize = 8;
const STEPS: usize = 120;

/// Figures by their names.
type Figures = BTreeMap<&'static str, Vec<f64>>;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, usual: usize| {
        arguments.get(at).and_then(|argument| argument.parse().ok()).unwrap_or(usual)
    };
    let (rows, repetitions) = (number(0, 100_000), number(1, 5));
    let is_asked = |peer: &&Peer| arguments.len() <= 2 || arguments[2..].iter().any(|name| name == peer.name);
    let text = table(rows);
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("table.tsv");
    std::fs::write(&file, &text).expect("the table is written");
    let least = least_change(&text);
    let first_name = first_name(&text).await;
    let mut figures: BTreeMap<&str, Figures> = BTreeMap::new();
    for _ in 0..repetitions {
        let empty = empty_memory().await;
        for peer in PEERS.iter().filter(is_asked) {
            let figures = figures.entry(peer.name).or_default();
            measure(peer, &file, rows, (&least, &first_name), empty, figures).await;
            eprintln_progress(peer.name, figures);
        }
    }
    let median = |mut figures: Vec<f64>| {
        figures.sort_by(f64::total_cmp);
        figures[figures.len() / 2]
    };
    let medians: BTreeMap<&str, BTreeMap<&str, f64>> = figures
        .into_iter()
        .map(|(name, figures)| (name, figures.into_iter().map(|(what, all)| (what, median(all))).collect()))
        .collect();
    println!("{}", json!(medians));
}

#[allow(clippy::print_stderr, reason = "one who waits for minutes is told how far it is")]
fn eprintln_progress(name: &str, figures: &Figures) {
    let last: Vec<String> =
        figures.iter().map(|(what, all)| format!("{what} {:.0}", all[all.len() - 1])).collect();
    eprintln!("{name}: {}", last.join(", "));
}

async fn measure(
    peer: &Peer,
    file: &Path,
    rows: usize,
    (least, first_name): (&str, &str),
    empty: f64,
    figures: &mut Figures,
) {
    let page = PeerPage::open(peer).await;
    let mut note = |name: &'static str, figure: f64| figures.entry(name).or_default().push(figure);
    let (first, all) = page.drop_table(file, rows).await;
    note("first", first);
    note("all", all);
    // What is made ready while a page is idle is ready for one who reads before he clicks.
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    note("memory", page.browser.page_memory().await - empty);
    let (mut lengths, wrong) = page.scroll(STEPS, rows).await;
    lengths.sort_by(f64::total_cmp);
    note("scroll", lengths[lengths.len() * 95 / 100]);
    note("wrong", wrong as f64);
    note("sort", page.sort(CHANGE, least).await);
    note("name", page.sort(NAME, first_name).await);
    if let Some(filter) = page.filter("7", rows).await {
        note("filter", filter);
    }
}

async fn empty_memory() -> f64 {
    let browser = Browser::start(Kind::Chromium).await;
    browser.page_memory().await
}

/// The printed text of the least change.
fn least_change(text: &str) -> String {
    let cells = text.lines().skip(1).filter_map(|line| line.split('\t').nth(CHANGE));
    let value = |cell: &&str| cell.trim_end_matches('%').parse::<f64>().expect("a number");
    cells.min_by(|one, other| value(one).total_cmp(&value(other))).expect("a row").to_owned()
}

/// The name that the browser's own collator puts first.
async fn first_name(text: &str) -> String {
    let mut names: Vec<&str> = text.lines().skip(1).filter_map(|line| line.split('\t').nth(NAME)).collect();
    names.sort_unstable();
    names.dedup();
    let browser = Browser::start(Kind::Chromium).await;
    let script = "const collator = new Intl.Collator('zh-Hans-CN'); \
                  return arguments[0].reduce((least, name) => collator.compare(name, least) < 0 ? name : least)";
    let mut least: Vec<String> = Vec::new();
    for part in names.chunks(20_000) {
        least.push(browser.script(script, vec![json!(part)]).await.as_str().expect("a name").to_owned());
    }
    browser.script(script, vec![json!(least)]).await.as_str().expect("a name").to_owned()
}
