//! What the browser itself says that a page asked the network for, and complained of.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::own_command::OwnCommand;

impl Browser {
    /// The addresses that the page has requested since this was last asked, as Chromium's network log has them.
    /// Data that a page carries in itself (`data:`, `blob:`) is no request.
    pub async fn requests(&self) -> Vec<String> {
        let log = self.log("performance").await;
        log.iter()
            .filter_map(|entry| serde_json::from_str::<Value>(entry.get("message")?.as_str()?).ok())
            .filter(|entry| entry["message"]["method"] == "Network.requestWillBeSent")
            .filter_map(|entry| entry["message"]["params"]["request"]["url"].as_str().map(str::to_owned))
            .filter(|address| !address.starts_with("data:") && !address.starts_with("blob:"))
            .collect()
    }

    /// What stands in Chromium's console as a warning or an error since this was last asked; a breach of the
    /// Content-Security-Policy stands there, too.
    pub async fn complaints(&self) -> Vec<String> {
        let log = self.log("browser").await;
        log.iter()
            .filter(|entry| matches!(entry["level"].as_str(), Some("WARNING" | "SEVERE")))
            .filter_map(|entry| entry["message"].as_str().map(str::to_owned))
            .collect()
    }

    async fn log(&self, kind: &str) -> Vec<Value> {
        let request = OwnCommand { path: "se/log", body: json!({ "type": kind }) };
        let log = self.client.issue_cmd(request).await.unwrap_or_else(|error| panic!("{kind} log: {error}"));
        log.as_array().cloned().unwrap_or_default()
    }
}
