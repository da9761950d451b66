//! How much the browser lets this page keep, and whether it may throw it away when the disk runs full.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::browser::window;

/// What the page keeps and may keep, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Quota {
    /// What all that this page keeps takes.
    pub used: f64,
    /// What it may take.
    pub most: f64,
    /// Whether the browser promised not to throw it away by itself.
    pub is_persistent: bool,
}

/// The page's share of the disk; `None` where the browser does not tell.
pub async fn quota() -> Option<Quota> {
    let estimate = ask("estimate").await?;
    let figure = |name: &str| Reflect::get(&estimate, &name.into()).ok()?.as_f64();
    let is_persistent = ask("persisted").await.is_some_and(|answer| answer.is_truthy());
    Some(Quota { used: figure("usage")?, most: figure("quota")?, is_persistent })
}

/// Asks the browser not to throw away what the page keeps; a browser may refuse, or ask its reader.
pub async fn persist() -> bool {
    ask("persist").await.is_some_and(|answer| answer.is_truthy())
}

/// What the storage manager answers to a question without arguments.
async fn ask(question: &str) -> Option<JsValue> {
    let navigator = window()?.navigator();
    let manager = Reflect::get(&navigator, &"storage".into()).ok().filter(JsValue::is_object)?;
    let function: Function = Reflect::get(&manager, &question.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = function.call0(&manager).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
