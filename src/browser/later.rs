//! What the page's script loads once it is asked to: the later part of the program, which no reader needs until a first report
//! is painted (`xtask/src/split.rs`), and the program of the workers.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::window;

/// The later part compiled, for a worker; undefined until it is loaded.
pub(super) fn module() -> JsValue {
    let part = window().and_then(|window| Reflect::get(&window, &JsValue::from_str("laterPart")).ok());
    part.unwrap_or(JsValue::UNDEFINED)
}

/// Loads the later part, once however often it is asked for; whether it is there. Natively it always is, and in a page that
/// Trunk alone built, which is whole. Where it could not be loaded, asking again tries again.
pub async fn load() -> bool {
    match asked("loadLater") {
        Some(loading) => loading.await.is_ok(),
        None => true,
    }
}

/// What a function of the page's script promises, one that loads something; `None` where the page has no such function, or
/// the promise is broken.
pub(super) async fn called(name: &str) -> Option<JsValue> {
    asked(name)?.await.ok()
}

/// What that function promises.
fn asked(name: &str) -> Option<JsFuture> {
    let window = window()?;
    let load: Function = Reflect::get(&window, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    let loading = load.call0(&window);
    Some(JsFuture::from(
        loading.map_or_else(|failure| Promise::reject(&failure), |promise| Promise::resolve(&promise)),
    ))
}
