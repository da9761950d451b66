//! Copying.

use std::{cell::Cell, rc::Rc};

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, Element, HtmlDocument, HtmlTextAreaElement};

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
    copy_by_command(text, None).unwrap_or(false)
}

/// Puts text and HTML on the clipboard together, of which the receiving program takes the one that it knows better.
///
/// The copy command comes first: by the newer interface browsers leave out of the HTML what tells Excel and WPS the kind of
/// each cell.
pub async fn copy_table(text: &str, html: &str) -> bool {
    copy_by_command(text, Some(html)).unwrap_or(false)
        || copy_both(text, html).await.unwrap_or(false)
        || copy_text(text).await
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

/// The way before there was a clipboard interface: a selected field and the copy command, which asks what to copy.
fn copy_by_command(text: &str, html: Option<&str>) -> Option<bool> {
    let document: HtmlDocument = document()?.dyn_into().ok()?;
    let focused = document.active_element();
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    // With HTML the answer below is copied, and the field, which must not be empty, is only what is selected.
    field.set_value(if html.is_some() { " " } else { text });
    field.set_read_only(true);
    field.style().set_property("position", "fixed").ok()?;
    // Beside an open dialog nothing can be selected.
    let home: Element = match document.query_selector("dialog[open]").ok()? {
        Some(dialog) => dialog,
        None => document.body()?.into(),
    };
    home.append_child(&field).ok()?;
    field.select();
    let is_answered = Rc::new(Cell::new(false));
    let answer = html.map(|html| {
        let (text, html, is_answered) = (text.to_owned(), html.to_owned(), is_answered.clone());
        let options = EventListenerOptions {
            phase: EventListenerPhase::Capture,
            ..EventListenerOptions::enable_prevent_default()
        };
        EventListener::new_with_options(&document, "copy", options, move |event| {
            let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data)
            else {
                return;
            };
            let is_taken =
                data.set_data("text/plain", &text).is_ok() && data.set_data("text/html", &html).is_ok();
            if is_taken {
                event.prevent_default();
                event.stop_propagation();
            }
            is_answered.set(is_taken);
        })
    });
    let is_copied = document.exec_command("copy").unwrap_or(false) && (html.is_none() || is_answered.get());
    drop(answer);
    field.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        // The element may be gone; then nothing has the focus, as before.
        let _ = focused.focus();
    }
    Some(is_copied)
}
