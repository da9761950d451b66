//! The service worker, by which the page opens without a network.

use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Registers `sw.js` beside the page. Does nothing for the single file, on a disk, and where the browser has no
/// service workers (on plain http other than localhost); the page works without.
pub fn register() {
    let Some(window) = super::window() else { return };
    let is_served = window.location().protocol().is_ok_and(|protocol| protocol.starts_with("http"));
    let navigator = window.navigator();
    let is_offered = js_sys::Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false);
    if !is_served || !is_offered || super::page::is_single_edition() {
        return;
    }
    let registration = navigator.service_worker().register("sw.js");
    spawn_local(async move {
        // Awaited so that a refusal is no error of the page.
        let _ = JsFuture::from(registration).await;
    });
}
