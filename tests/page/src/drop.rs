//! Files dragged from the desktop and dropped on the page.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use crate::browser::{Browser, Kind};
use crate::own_command::OwnCommand;

impl Browser {
    /// Drops the files (or folders) in the middle of the window. In Chromium the browser itself drags them, so that
    /// the page sees what a user's drop shows it; Firefox offers tests no such thing, and a drop is made there of
    /// files that went through a file field.
    pub async fn drop_files(&self, paths: &[impl AsRef<Path>]) {
        let paths: Vec<String> = paths.iter().map(|path| path.as_ref().display().to_string()).collect();
        match self.kind {
            Kind::Chromium => self.drag_over_and_drop(&paths).await,
            Kind::Firefox => self.drop_by_script(&paths).await,
        }
    }

    async fn drag_over_and_drop(&self, paths: &[String]) {
        self.drag(paths, &["dragEnter", "dragOver", "drop"]).await;
    }

    /// Drags the files over the middle of the window and holds them there for so long, in Chromium; `before` runs right
    /// before they are dropped.
    pub async fn hold_and_drop(
        &self,
        paths: &[impl AsRef<Path>],
        held: Duration,
        before: impl AsyncFnOnce() -> (),
    ) {
        let paths: Vec<String> = paths.iter().map(|path| path.as_ref().display().to_string()).collect();
        self.drag(&paths, &["dragEnter", "dragOver"]).await;
        tokio::time::sleep(held).await;
        before().await;
        self.drag(&paths, &["drop"]).await;
    }

    async fn drag(&self, paths: &[String], events: &[&str]) {
        let middle = self.script("return [innerWidth / 2, innerHeight / 2]", vec![]).await;
        for event in events {
            let data = json!({ "items": [], "files": paths, "dragOperationsMask": 1 });
            self.developer_command(
                "Input.dispatchDragEvent",
                json!({ "type": event, "x": middle[0], "y": middle[1], "data": data }),
            )
            .await;
        }
    }

    async fn drop_by_script(&self, paths: &[String]) {
        let field = "const field = document.createElement('input'); field.type = 'file'; field.multiple = true; \
                     field.id = 'dropped-by-test'; document.body.append(field);";
        self.script(field, vec![]).await;
        self.find("#dropped-by-test")
            .await
            .send_keys(&paths.join("\n"))
            .await
            .expect("the field takes the files");
        let script = "const field = document.getElementById('dropped-by-test'); const data = new DataTransfer(); \
                      for (const file of field.files) data.items.add(file); field.remove(); \
                      const place = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body; \
                      for (const type of ['dragenter', 'dragover', 'drop']) place.dispatchEvent( \
                      new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer: data }));";
        self.script(script, vec![]).await;
    }

    /// Sends a command of the DevTools protocol, which only Chromium knows.
    pub async fn developer_command(&self, command: &str, parameters: Value) -> Value {
        let request =
            OwnCommand { path: "goog/cdp/execute", body: json!({ "cmd": command, "params": parameters }) };
        self.client.issue_cmd(request).await.unwrap_or_else(|error| panic!("{command}: {error}"))
    }
}
