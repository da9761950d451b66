//! The site goes on without its server, and a new version replaces the old one whole or not at all.

use page_tests::browser::{Browser, Kind};
use page_tests::edition::{copy_of_the_site, program_of, serve_site};
use page_tests::wait::until;
use xtask::command::{read_text, write};
use xtask::server::Server;
use xtask::service_worker;

/// The worker that keeps the page's files is active.
const READY: &str = "navigator.serviceWorker.ready.then((registration) => registration.active.scriptURL)";

/// Looks for a new version and says what became of it.
const UPDATE: &str = "navigator.serviceWorker.ready.then((registration) => registration.update()).then( \
    (registration) => new Promise((done) => { \
        const found = registration.installing ?? registration.waiting; \
        if (!found) return done('none'); \
        const tell = () => { if (found.state !== 'installing') done(found.state); }; \
        found.addEventListener('statechange', tell); \
        tell(); \
    }))";

#[tokio::test]
async fn the_site_opens_with_the_server_gone() {
    for kind in [Kind::Chromium, Kind::Firefox] {
        let server = serve_site("/under/a/path/");
        let address = server.address();
        let browser = Browser::start(kind).await;
        browser.open(&address).await;
        assert_eq!(browser.promise(READY).await, format!("{address}{}", service_worker::NAME));
        until("the worker is active", async || {
            (browser.promise("navigator.serviceWorker.ready.then((r) => r.active.state)").await
                == "activated")
                .then_some(())
        })
        .await;
        drop(server);
        browser.open(&address).await;
        browser.sees("研镜").await;
        browser.open(&format!("{address}index.html?again")).await;
        browser.sees("研镜").await;
    }
}

#[tokio::test]
async fn a_new_version_is_taken_whole_or_not_at_all() {
    let folder = copy_of_the_site();
    let page = folder.path().join("index.html");
    let server = Server::start(folder.path(), "/", 0).unwrap();
    let browser = Browser::start(Kind::Chromium).await;
    browser.open(&server.address()).await;
    browser.promise(READY).await;

    // The next version is another page and the worker that belongs to it; first its program is cut short.
    write(&page, read_text(&page).unwrap().replacen("<body>", "<body data-version=\"next\">", 1)).unwrap();
    service_worker::write_service_worker(folder.path()).unwrap();
    let program = program_of(folder.path());
    let whole = std::fs::read(&program).unwrap();
    write(&program, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(browser.promise(UPDATE).await, "redundant");
    assert_eq!(version_after_reload(&browser, &server).await, None);
    browser.sees("研镜").await;

    write(&program, whole).unwrap();
    assert_eq!(browser.promise(UPDATE).await, "installed");
    // It is told of, and waits for the reader's click.
    assert_eq!(version_after_reload(&browser, &server).await, None);
    browser.click(".update-button").await;
    until("the next version is shown", async || version(&browser).await).await;
    browser.sees("研镜").await;
    let caches = browser.promise("caches.keys()").await;
    assert_eq!(caches.as_array().map(Vec::len), Some(1), "{caches}");
}

async fn version_after_reload(browser: &Browser, server: &Server) -> Option<String> {
    browser.open(&server.address()).await;
    version(browser).await
}

/// Which page is shown; that it is another one than before may not be true yet.
async fn version(browser: &Browser) -> Option<String> {
    browser.script("return document.body?.dataset.version ?? null", vec![]).await.as_str().map(str::to_owned)
}
