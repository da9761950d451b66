//! The later part of the program: what no reader needs until a first report is painted, see `xtask/src/split.rs`.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
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
    let Some(window) = window() else { return true };
    let Ok(load) = Reflect::get(&window, &JsValue::from_str("loadLater")) else { return true };
    let Some(load) = load.dyn_ref::<Function>() else { return true };
    match load.call0(&window).map(JsCast::dyn_into::<Promise>) {
        Ok(Ok(loading)) => JsFuture::from(loading).await.is_ok(),
        _ => false,
    }
}
