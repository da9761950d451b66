//! The module of the workbench, on the page's side: loaded when first asked for, and called. What crosses over is bytes
//! and short texts, since the two share no memory.

use std::cell::RefCell;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array, Uint32Array};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

use super::{document, window};

/// What the module's script names the function that starts it and answers with its functions.
const START: &str = "yanjingWorkbench";

/// The element that names the script, or, in the single file, holds it.
const SCRIPT: &str = "workbench-script";

thread_local! {
    /// The module's functions, once it runs.
    static MODULE: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Starts the module where it does not run yet; whether it runs.
pub async fn load() -> bool {
    if MODULE.with_borrow(Option::is_some) {
        return true;
    }
    let started = start().await;
    let is_started = started.is_some();
    if is_started {
        MODULE.set(started);
    }
    is_started
}

async fn start() -> Option<JsValue> {
    let window = window()?;
    if Reflect::get(&window, &START.into()).ok()?.is_undefined() {
        let document = document()?;
        let named = document.get_element_by_id(SCRIPT)?;
        let script = document.create_element("script").ok()?;
        let source = named.get_attribute("content");
        let is_inline = source.is_none();
        match source {
            Some(source) => script.set_attribute("src", &source).ok()?,
            None => script.set_text_content(named.text_content().as_deref()),
        }
        let mut wait = |resolve: Function, _reject: Function| {
            // Both ends of loading go on: what did not come is missing below.
            for end in ["onload", "onerror"] {
                let _ = Reflect::set(&script, &end.into(), &resolve);
            }
            let is_put_in = document.head().is_some_and(|head| head.append_child(&script).is_ok());
            if is_inline || !is_put_in {
                let _ = resolve.call0(&JsValue::NULL);
            }
        };
        JsFuture::from(Promise::new(&mut wait)).await.ok()?;
    }
    let start = Reflect::get(&window, &START.into()).ok()?.dyn_into::<Function>().ok()?;
    let starting: Promise = start.call0(&JsValue::NULL).ok()?.dyn_into().ok()?;
    JsFuture::from(starting).await.ok()
}

/// Calls a function of the module; `None` where it does not run or fails.
fn call(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let module = MODULE.with_borrow(Clone::clone)?;
    let function = Reflect::get(&module, &name.into()).ok()?.dyn_into::<Function>().ok()?;
    function.apply(&JsValue::NULL, &arguments.iter().collect::<Array>()).ok()
}

/// Shows the panel that lists all keys, in English or Chinese.
pub fn show_keys(is_english: bool) {
    let _ = call("show_keys", &[is_english.into()]);
}

/// A table that the module works on as long as this is held.
pub struct Desk {
    handle: JsValue,
    #[expect(dead_code, reason = "held for the module, which calls it")]
    answer: Closure<dyn FnMut(String, String)>,
}

impl Desk {
    /// Lays the table of these bytes on a desk. The module answers with a word for what is meant (`arrange`) and a text.
    pub fn open(parcel: &[u8], answer: impl FnMut(String, String) + 'static) -> Option<Self> {
        let answer = Closure::<dyn FnMut(String, String)>::new(answer);
        let handle = call("open", &[Uint8Array::from(parcel).into(), answer.as_ref().clone()])?;
        Some(Self { handle, answer })
    }

    fn call(&self, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
        call(name, &[std::slice::from_ref(&self.handle), arguments].concat())
    }

    fn bytes(&self, name: &str, arguments: &[JsValue]) -> Vec<u8> {
        let bytes = self.call(name, arguments).and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok());
        bytes.map(|bytes| bytes.to_vec()).unwrap_or_default()
    }

    /// What the arrangement of that text makes of the table with its rows in `order`, as bytes.
    #[must_use]
    pub fn arrange(&self, arrangement: &str, order: &[u32], is_english: bool) -> Vec<u8> {
        self.bytes("arrange", &[arrangement.into(), Uint32Array::from(order).into(), is_english.into()])
    }

    /// How the cells of `row` are shown, as bytes.
    #[must_use]
    pub fn dress(&self, row: u32) -> Vec<u8> {
        self.bytes("dress", &[row.into()])
    }

    /// Does what a word says, with up to four numbers, to the table as it was last arranged.
    pub fn act(&self, word: &str, numbers: [u32; 4]) {
        self.call("act", &[word.into(), Uint32Array::from(&numbers[..]).into()]);
    }

    /// Looks for what was typed.
    pub fn search(&self, typed: &str) {
        self.call("search", &[typed.into()]);
    }

    /// Opens a panel beside the element of that id, for a column where one is meant.
    pub fn show(&self, panel: &str, anchor: &str, column: Option<u32>) {
        self.call("show", &[panel.into(), anchor.into(), column.into()]);
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.call("close", &[]);
    }
}
