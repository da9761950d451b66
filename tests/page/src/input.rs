//! Keyboard and mouse, as the browser itself receives them.

use std::time::Duration;

use fantoccini::Locator;
use fantoccini::actions::{
    Actions, InputSource as _, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::key::Key;
use serde_json::json;

use crate::browser::Browser;
use crate::wait::until;

impl Browser {
    /// Presses and releases one key.
    pub async fn press(&self, key: impl Into<char>) {
        let key = key.into();
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        self.perform(keys).await;
    }

    /// Presses and releases one key while another is held.
    pub async fn press_with(&self, held: Key, key: impl Into<char>) {
        let (held, key) = (held.into(), key.into());
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        self.perform(keys).await;
    }

    /// Types a text into what has the focus.
    pub async fn type_text(&self, text: &str) {
        for key in text.chars() {
            self.press(key).await;
        }
    }

    /// Presses Tab until the focus is where the selector finds it, as one who has no mouse.
    pub async fn tab_to(&self, selector: &str) {
        self.press_until(Key::Tab, 200, selector).await;
    }

    /// Presses an arrow key until the focus is where the selector finds it, in a grid.
    pub async fn arrow_to(&self, key: Key, selector: &str) {
        self.press_until(key, 30, selector).await;
    }

    async fn press_until(&self, key: Key, most: usize, selector: &str) {
        for _ in 0..most {
            let before = self.focused().await;
            self.press(key).await;
            // The page may move the focus a frame later.
            until("the focus has moved", async || (self.focused().await != before).then_some(())).await;
            if self.is_focused(selector).await {
                return;
            }
        }
        panic!("{key:?} does not reach {selector}; the focus is at {}", self.focused().await);
    }

    /// Whether the focus is on an element that the selector finds.
    pub async fn is_focused(&self, selector: &str) -> bool {
        let script = "return document.activeElement?.matches(arguments[0]) ?? false";
        self.script(script, vec![json!(selector)]).await == true
    }

    /// The element that has the focus, by its tag, id, class and words.
    pub async fn focused(&self) -> String {
        let script = "const e = document.activeElement; \
                      return `${e.tagName}#${e.id}.${e.className} ${e.textContent.trim().slice(0, 40)}`";
        self.script(script, vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    /// Moves the mouse over the first element that the selector finds, waited for.
    pub async fn hover(&self, selector: &str) {
        until(&format!("the mouse is over {selector}"), async || {
            let element = self.client.find(Locator::Css(selector)).await.ok()?;
            let there = PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 };
            let mouse = MouseActions::new("mouse".to_owned()).then(there);
            self.client.perform_actions(mouse).await.ok()
        })
        .await;
    }

    /// Clicks the first element that the selector finds with the Shift key held.
    pub async fn shift_click(&self, selector: &str) {
        self.find(selector).await;
        let element = self.find(selector).await;
        let pause = || KeyAction::Pause { duration: Duration::ZERO };
        let shift: char = Key::Shift.into();
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: shift })
            .then(pause())
            .then(pause())
            .then(pause())
            .then(KeyAction::Up { value: shift });
        let rest = PointerAction::Pause { duration: Duration::ZERO };
        let mouse = MouseActions::new("mouse".to_owned())
            .then(rest)
            .then(PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.perform(Actions::from(keys).and(mouse)).await;
    }

    async fn perform(&self, actions: impl Into<Actions>) {
        self.client.perform_actions(actions).await.unwrap_or_else(|error| panic!("input: {error}"));
    }
}
