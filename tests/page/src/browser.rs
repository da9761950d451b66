//! A browser with an empty profile, and what a test does in it.

use std::os::unix::fs::MetadataExt as _;
use std::path::PathBuf;
use std::rc::Rc;

use fantoccini::elements::Element;
use fantoccini::error::NewSessionError;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::driver::Driver;
use crate::wait::until;

/// Which browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Debian's Chromium.
    Chromium,
    /// Debian's Firefox ESR.
    Firefox,
}

/// A running browser. It is gone when this is dropped.
pub struct Browser {
    /// The WebDriver session, for what has no method here.
    pub client: Client,
    /// Which browser it is.
    pub kind: Kind,
    driver: Driver,
    session: String,
    profile: Rc<TempDir>,
}

impl Browser {
    /// Starts the browser with a window of 1440 by 900, its language Chinese.
    pub async fn start(kind: Kind) -> Self {
        Self::start_in(kind, Rc::new(tempfile::tempdir().expect("a folder for the profile"))).await
    }

    /// Starts the browser with the profile that an earlier one left; Firefox has a new one each time.
    pub async fn start_in(kind: Kind, profile: Rc<TempDir>) -> Self {
        // A browser that does not come up in a minute, on a machine busy with other work, is tried once more.
        let browser = match Self::try_start(kind, profile.clone()).await {
            Ok(browser) => browser,
            Err(_) => {
                let again = Self::try_start(kind, profile).await;
                again.unwrap_or_else(|error| panic!("{kind:?} does not start: {error}"))
            }
        };
        browser.client.set_window_size(1440, 900).await.expect("the window takes its size");
        if kind == Kind::Chromium {
            // Its page for new tabs has requests of its own, which are no page's of ours.
            browser.open("about:blank").await;
            browser.requests().await;
        }
        browser
    }

    /// Kills the browser's processes at once, as a crash or a power cut does, and gives its profile.
    pub fn kill(self) -> Rc<TempDir> {
        let profile = self.profile.clone();
        let mark = format!("--user-data-dir={}", profile.path().display());
        let processes = std::fs::read_dir("/proc").expect("the list of processes").flatten();
        for process in processes {
            let command = std::fs::read(process.path().join("cmdline")).unwrap_or_default();
            if String::from_utf8_lossy(&command).contains(&mark) {
                // One that ended by itself meanwhile is no matter.
                let _ = std::process::Command::new("kill").arg("-9").arg(process.file_name()).status();
            }
        }
        profile
    }

    async fn try_start(kind: Kind, profile: Rc<TempDir>) -> Result<Self, NewSessionError> {
        let (driver, capabilities) = match kind {
            Kind::Chromium => (Driver::start("chromedriver"), chromium(&profile)),
            Kind::Firefox => (Driver::start("geckodriver"), firefox(&profile)),
        };
        let capabilities = capabilities.as_object().cloned().expect("capabilities are an object");
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver.address())
            .await?;
        let session =
            client.session_id().await.expect("the session is there").expect("the session has a name");
        Ok(Self { client, kind, driver, session, profile })
    }

    /// The process that all of the browser runs below.
    pub(crate) fn driver_process(&self) -> u32 {
        self.driver.process()
    }

    /// The folder that files are downloaded into, once the reader's leave for that, and for the clipboard, is given.
    pub async fn allow_all(&self) -> PathBuf {
        let folder = downloads(&self.profile);
        if self.kind == Kind::Chromium {
            let place = json!({ "behavior": "allow", "downloadPath": folder });
            self.developer_command("Browser.setDownloadBehavior", place).await;
            let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
            self.developer_command("Browser.grantPermissions", permissions).await;
        }
        folder
    }

    /// Opens the address and waits until it is loaded.
    pub async fn open(&self, address: &str) {
        self.client.goto(address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// Runs a script of functions' body form with `arguments`, and gives what it returns.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// The value that a promise resolves to.
    pub async fn promise(&self, expression: &str) -> Value {
        let script =
            format!("const done = arguments[0]; ({expression}).then(done, (e) => done(`failed: ${{e}}`));");
        self.client
            .execute_async(&script, vec![])
            .await
            .unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// The first element that the selector finds, waited for.
    pub async fn find(&self, selector: &str) -> Element {
        until(&format!("{selector} is there"), async || self.client.find(Locator::Css(selector)).await.ok())
            .await
    }

    /// The elements that the selector finds now.
    pub async fn find_all(&self, selector: &str) -> Vec<Element> {
        self.client
            .find_all(Locator::Css(selector))
            .await
            .unwrap_or_else(|error| panic!("{selector}: {error}"))
    }

    /// The visible text of the first element that the selector finds, waited for.
    pub async fn text(&self, selector: &str) -> String {
        // The element may be replaced between finding and asking; then it is looked for again.
        until(&format!("{selector} has a text"), async || {
            self.client.find(Locator::Css(selector)).await.ok()?.text().await.ok()
        })
        .await
    }

    /// The visible texts of all elements that the selector finds now, read at one moment.
    pub async fn texts(&self, selector: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText.trim())";
        let texts = self.script(script, vec![json!(selector)]).await;
        serde_json::from_value(texts).expect("texts are strings")
    }

    /// Waits until the page's visible text holds this.
    pub async fn sees(&self, text: &str) {
        until(&format!("the page says {text:?}"), async || {
            self.body_text().await.contains(text).then_some(())
        })
        .await;
    }

    /// All visible text.
    pub async fn body_text(&self) -> String {
        self.script("return document.body.innerText", vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    /// Clicks the first element that the selector finds, waited for.
    pub async fn click(&self, selector: &str) {
        until(&format!("{selector} takes a click"), async || {
            self.client.find(Locator::Css(selector)).await.ok()?.click().await.ok()
        })
        .await;
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.driver.end_session(&self.session);
    }
}

fn downloads(profile: &TempDir) -> PathBuf {
    let folder = profile.path().join("downloads");
    // One that cannot be made shows as a file that does not come.
    let _ = std::fs::create_dir(&folder);
    folder
}

fn chromium(profile: &TempDir) -> Value {
    let mut arguments = vec![
        "--headless".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--lang=zh-CN".to_owned(),
        format!("--user-data-dir={}", profile.path().display()),
    ];
    // Chromium refuses its sandbox to root, as whom CI machines often work.
    if std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0) {
        arguments.push("--no-sandbox".to_owned());
    }
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "performance": "ALL", "browser": "ALL" },
        "goog:chromeOptions": {
            "binary": program("chromium"),
            "args": arguments,
            "prefs": { "intl.accept_languages": "zh-CN,zh" },
        },
    })
}

fn firefox(profile: &TempDir) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": program("firefox-esr"),
            "args": ["-headless"],
            "prefs": {
                "intl.accept_languages": "zh-CN,zh",
                // Into a folder of its own, unasked and without a panel that takes the focus.
                "browser.download.folderList": 2,
                "browser.download.dir": downloads(profile).display().to_string(),
                "browser.download.alwaysOpenPanel": false,
            },
        },
    })
}

/// The program's full path, which the drivers want.
fn program(name: &str) -> String {
    std::env::var_os("PATH")
        .iter()
        .flat_map(std::env::split_paths)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
        .unwrap_or_else(|| panic!("{name} is missing, cargo xtask test installs it"))
        .display()
        .to_string()
}
