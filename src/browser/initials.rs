//! The table of pinyin initials that comes with the page, asked for when a reader first searches and not before.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

/// The table's bytes: in the single file they stand in the page as Base64, otherwise they are a file beside it. `None`
/// where they cannot be had.
pub async fn bytes() -> Option<Vec<u8>> {
    let window = super::window()?;
    if let Some(element) = super::document()?.get_element_by_id("initials") {
        let letters = window.atob(&element.text_content()?).ok()?;
        return Some(letters.chars().map(|letter| letter as u8).collect());
    }
    let response = JsFuture::from(window.fetch_with_str("initials.bin")).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
