//! Which program the workers run.

use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue, prelude::wasm_bindgen};

use crate::browser::later;

#[wasm_bindgen]
extern "C" {
    /// Where the JavaScript side of this program came from.
    #[wasm_bindgen(thread_local_v2, js_namespace = ["import", "meta"], js_name = url)]
    static SCRIPT: String;
}

/// A program as a worker is sent it: the address of its script, the compiled program, and the later part of that where it
/// has one.
pub struct Program(Array);

impl Program {
    pub(super) fn posted(&self) -> &JsValue {
        &self.0
    }
}

/// The program of the workers, which is loaded once, and compiled for speed; where there is none (the single file, a page
/// that lost its server), the page's own.
pub async fn program() -> Program {
    let own = later::called("loadDesk").await.and_then(|loaded| loaded.dyn_into().ok());
    Program(own.unwrap_or_else(|| {
        let script = SCRIPT.with(|script| JsValue::from_str(script));
        Array::of3(&script, &wasm_bindgen::module(), &later::module())
    }))
}
