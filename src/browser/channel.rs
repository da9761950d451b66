//! What the windows of this page tell each other: which files of the library changed.

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel between the windows of this page, open as long as it is held.
pub struct Channel {
    channel: BroadcastChannel,
    #[expect(dead_code, reason = "held for its drop")]
    listener: EventListener,
}

impl Channel {
    /// Opens the channel of that name. `heard` is called with what another window tells. `None` natively and where the
    /// browser has no channels.
    pub fn open(name: &str, heard: impl Fn(Vec<String>) + 'static) -> Option<Self> {
        super::window()?;
        let channel = BroadcastChannel::new(name).ok()?;
        let listener = EventListener::new(&channel, "message", move |event| {
            let told = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            if let Some(told) = told.as_ref().and_then(JsValue::dyn_ref::<Array>) {
                heard(told.iter().filter_map(|word| word.as_string()).collect());
            }
        });
        Some(Self { channel, listener })
    }

    /// Tells the other windows.
    pub fn tell(&self, words: &[String]) {
        let words: Array = words.iter().map(|word| JsValue::from_str(word)).collect();
        // Refused only where it was closed.
        let _ = self.channel.post_message(&words);
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}
