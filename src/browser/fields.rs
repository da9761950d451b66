//! What stands in fields that a reader fills in.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

fn property(event: &web_sys::Event, name: &str) -> Option<JsValue> {
    Reflect::get(&event.target()?.into(), &name.into()).ok()
}

/// What stands in the field that the event is of, or is chosen in it.
#[must_use]
pub fn value_of(event: &web_sys::Event) -> String {
    property(event, "value").and_then(|value| value.as_string()).unwrap_or_default()
}

/// Whether the box that the event is of is checked.
#[must_use]
pub fn is_checked(event: &web_sys::Event) -> bool {
    property(event, "checked").and_then(|value| value.as_bool()).unwrap_or_default()
}

/// Whether keys typed now go into a field, where they mean text and its own undoing.
#[must_use]
pub fn is_typed_into(event: &web_sys::Event) -> bool {
    let kind = property(event, "type").and_then(|kind| kind.as_string());
    let is_text = kind.is_some_and(|kind| !matches!(kind.as_str(), "checkbox" | "radio" | "button" | "file"));
    let name = property(event, "tagName").and_then(|name| name.as_string()).unwrap_or_default();
    match name.as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => is_text,
        _ => false,
    }
}
