//! Copying.

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

use crate::browser::{document, window};

/// Puts `text` on the clipboard, in answer to a click or a key; whether the browser let it.
pub async fn copy_text(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let navigator = window.navigator();
    // Missing where the page came over plain http.
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into());
    if clipboard.is_ok_and(|clipboard| clipboard.is_object())
        && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
    {
        return true;
    }
    copy_by_selection(text).unwrap_or(false)
}

/// Puts text and HTML on the clipboard together, of which the receiving program takes the one that it knows better.
pub async fn copy_table(text: &str, html: &str) -> bool {
    copy_both(text, html).await.unwrap_or(false) || copy_text(text).await
}

async fn copy_both(text: &str, html: &str) -> Option<bool> {
    let window = window()?;
    let clipboard = window.navigator().clipboard();
    let parts = js_sys::Object::new();
    for (media, content) in [("text/plain", text), ("text/html", html)] {
        let properties = web_sys::BlobPropertyBag::new();
        properties.set_type(media);
        let content = js_sys::Array::of1(&content.into());
        let blob = web_sys::Blob::new_with_str_sequence_and_options(&content, &properties).ok()?;
        js_sys::Reflect::set(&parts, &media.into(), &blob).ok()?;
    }
    let item =
        js_sys::Reflect::get(&window, &"ClipboardItem".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    let item = js_sys::Reflect::construct(&item, &js_sys::Array::of1(&parts)).ok()?;
    let write =
        js_sys::Reflect::get(&clipboard, &"write".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    let written =
        write.call1(&clipboard, &js_sys::Array::of1(&item)).ok()?.dyn_into::<js_sys::Promise>().ok()?;
    Some(JsFuture::from(written).await.is_ok())
}

/// The way before there was a clipboard interface: a selected field and the copy command.
fn copy_by_selection(text: &str) -> Option<bool> {
    let document: HtmlDocument = document()?.dyn_into().ok()?;
    let focused = document.active_element();
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    field.set_read_only(true);
    field.style().set_property("position", "fixed").ok()?;
    document.body()?.append_child(&field).ok()?;
    field.select();
    let is_copied = document.exec_command("copy").unwrap_or(false);
    field.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        // The element may be gone; then nothing has the focus, as before.
        let _ = focused.focus();
    }
    Some(is_copied)
}
