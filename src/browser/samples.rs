//! The samples that come with the page, asked for when a reader wants them and not before.

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

/// The text that holds all samples: in the single file it stands in the page, otherwise it is a file beside it.
/// `None` where it cannot be had.
pub async fn text() -> Option<String> {
    if let Some(element) = super::document()?.get_element_by_id("samples") {
        return element.text_content();
    }
    let response = JsFuture::from(super::window()?.fetch_with_str("samples.txt")).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
