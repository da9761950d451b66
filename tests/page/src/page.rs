//! The page with a server of its own, and what a reader does on it.

use std::path::PathBuf;

use serde_json::json;
use xtask::command::{file_name, files, project};
use xtask::server::Server;
use xtask::site;

use crate::browser::{Browser, Kind};
use crate::edition::serve_site;
use crate::wait::until;

/// A browser that shows the page.
pub struct Page {
    /// The browser.
    pub browser: Browser,
    /// What serves the page, and notes what it asks for.
    pub server: Server,
}

impl Page {
    /// Opens the page, empty, and waits until it takes files and keeps them.
    pub async fn open(kind: Kind) -> Self {
        let server = serve_site("/");
        let browser = Browser::start(kind).await;
        browser.open(&server.address()).await;
        let page = Self { browser, server };
        page.is_usable().await;
        page
    }

    /// Opens the page and drops these reports of `fixtures/reports` on it.
    pub async fn with_reports(kind: Kind, names: &[&str]) -> Self {
        let page = Self::open(kind).await;
        let paths: Vec<PathBuf> = names.iter().map(|name| invented_report(name)).collect();
        page.browser.drop_files(&paths).await;
        page.has_reports(names.len()).await;
        page
    }

    /// Loads the page again and waits as at first.
    pub async fn reload(&self) {
        self.browser.open(&self.server.address()).await;
        self.is_usable().await;
    }

    /// Waits until the page has brought back what it kept.
    pub async fn is_usable(&self) {
        self.browser.has_mark("library-restored").await;
    }

    /// Waits until the library holds this many reports.
    pub async fn has_reports(&self, count: usize) {
        until(&format!("the library holds {count} reports"), async || {
            (self.count().await == count).then_some(())
        })
        .await;
    }

    /// How many reports the library holds, in the page or not.
    pub async fn count(&self) -> usize {
        let script = "return Number(document.getElementById('library')?.dataset.count ?? 0)";
        self.browser.script(script, vec![]).await.as_u64().unwrap_or_default() as usize
    }

    /// Drops these files, wherever they lie.
    pub async fn drop_files(&self, paths: &[impl AsRef<std::path::Path>]) {
        self.browser.drop_files(paths).await;
    }

    /// Waits until this many files are kept for the next visit.
    pub async fn has_kept(&self, count: usize) {
        let counted = "new Promise((done, fail) => { \
            const opening = indexedDB.open('yanjing'); \
            opening.onerror = () => fail(opening.error); \
            opening.onsuccess = () => { \
                const database = opening.result; \
                const counting = database.transaction('files').objectStore('files').count(); \
                counting.onsuccess = () => { database.close(); done(counting.result); }; \
                counting.onerror = () => fail(counting.error); \
            }; })";
        until(&format!("{count} files are kept"), async || {
            (self.browser.promise(counted).await == count).then_some(())
        })
        .await;
    }

    /// Fails where the page has panicked, complained in the console, or asked for anything but its own files.
    pub async fn has_behaved(&self) {
        assert_eq!(
            self.browser.script("return document.getElementById('failure').hidden", vec![]).await,
            true
        );
        let own = files(&site::folder()).expect("dist/site is there");
        let own: Vec<String> =
            own.iter().map(|path| format!("/{}", file_name(path))).chain(["/".to_owned()]).collect();
        for request in self.server.requests() {
            assert!(own.contains(&request), "{request} was asked for");
        }
        if self.browser.kind == Kind::Chromium {
            for address in self.browser.requests().await {
                assert!(address.starts_with(&self.server.address()), "{address} was asked for");
            }
            assert_eq!(self.browser.complaints().await, Vec::<String>::new());
        }
    }

    /// Shows the report whose entry in the library says this.
    pub async fn show(&self, title: &str) {
        let index = self.browser.texts(".library-open").await.iter().position(|entry| entry.contains(title));
        let index = index.unwrap_or_else(|| panic!("{title} is not in the library"));
        self.browser.find_all(".library-open").await[index].click().await.expect("the entry takes a click");
        until(&format!("{title} is shown"), async || {
            self.browser.text(".library-open[aria-current]").await.contains(title).then_some(())
        })
        .await;
    }

    /// The selector of a column's header, by the table's index and the header's word.
    pub async fn header(&self, table: usize, word: &str) -> String {
        let headers = self.browser.texts(&format!("#table-{table} th.head-column .head-label")).await;
        let column = headers.iter().position(|header| header == word);
        let column = column.unwrap_or_else(|| panic!("no column {word} among {headers:?}"));
        format!("#t{table}-h-{column}")
    }

    /// The printed texts of a column from top to bottom, by its header's selector.
    pub async fn column(&self, header: &str) -> Vec<String> {
        let script = "const header = document.querySelector(arguments[0]); \
            return [...header.closest('table').querySelectorAll('tbody tr')].map((row) => { \
                const cell = row.querySelector(`[aria-colindex=\"${header.ariaColIndex}\"]`).cloneNode(true); \
                cell.querySelectorAll('[aria-hidden], .visually-hidden, .derived').forEach((e) => e.remove()); \
                return cell.textContent.trim(); \
            })";
        let texts = self.browser.script(script, vec![json!(header)]).await;
        serde_json::from_value(texts).expect("cells are texts")
    }

    /// Waits until a header says this order.
    pub async fn is_sorted(&self, header: &str, order: &str) {
        until(&format!("{header} is sorted {order}"), async || {
            let header = self.browser.find(header).await;
            (header.attr("aria-sort").await.ok().flatten().as_deref() == Some(order)).then_some(())
        })
        .await;
    }
}

impl Browser {
    /// Waits until the page has left this mark in the performance timeline.
    pub async fn has_mark(&self, name: &str) {
        until(&format!("the page has marked {name}"), async || {
            let script = "return performance.getEntriesByName(arguments[0], 'mark').length > 0";
            (self.script(script, vec![json!(name)]).await == true).then_some(())
        })
        .await;
    }
}

/// The path of an invented report of this repository.
#[must_use]
pub fn invented_report(name: &str) -> PathBuf {
    project().join("fixtures/reports").join(name)
}
