//! What crosses between the page and a worker: a list of words, numbers and bytes.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::browser::files::Loaded;

/// A list of what crosses, in the order in which it was put in. Natively it is empty.
#[derive(Clone, Debug)]
pub struct Message(Option<Array>);

impl Default for Message {
    fn default() -> Self {
        Self(crate::browser::is_there().then(Array::new))
    }
}

impl Message {
    /// A message that begins with its kind.
    #[must_use]
    pub fn of(kind: &str) -> Self {
        Self::default().with_text(kind)
    }

    /// The message with a text more.
    #[must_use]
    pub fn with_text(self, text: &str) -> Self {
        self.with(&JsValue::from_str(text))
    }

    /// The message with a number more.
    #[must_use]
    pub fn with_number(self, number: f64) -> Self {
        self.with(&JsValue::from_f64(number))
    }

    /// The message with bytes more.
    #[must_use]
    pub fn with_bytes(self, bytes: &[u8]) -> Self {
        self.with(&Uint8Array::from(bytes))
    }

    /// The message with a file's bytes more, which are handed over: they are gone here when it is posted.
    #[must_use]
    pub fn with_loaded(self, loaded: &Loaded) -> Self {
        self.with(&loaded.0)
    }

    /// The text at that place; empty where there is none.
    #[must_use]
    pub fn text(&self, place: u32) -> String {
        self.get(place).as_string().unwrap_or_default()
    }

    /// The number at that place; 0 where there is none.
    #[must_use]
    pub fn number(&self, place: u32) -> f64 {
        self.get(place).as_f64().unwrap_or_default()
    }

    /// The bytes at that place.
    #[must_use]
    pub fn bytes(&self, place: u32) -> Option<Vec<u8>> {
        self.get(place).dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
    }

    /// The files' bytes from that place on, each behind its name.
    #[must_use]
    pub fn named_files(&self, from: u32) -> Vec<(String, Loaded)> {
        let named = |place| Some((self.text(place), Loaded(self.get(place + 1).dyn_into().ok()?)));
        (from..self.length()).step_by(2).filter_map(named).collect()
    }

    /// All texts from that place on.
    #[must_use]
    pub fn texts(&self, from: u32) -> Vec<String> {
        (from..self.length()).map(|place| self.text(place)).collect()
    }

    fn length(&self) -> u32 {
        self.0.as_ref().map_or(0, Array::length)
    }

    fn with(self, value: &JsValue) -> Self {
        if let Some(list) = &self.0 {
            list.push(value);
        }
        self
    }

    fn get(&self, place: u32) -> JsValue {
        self.0.as_ref().map_or(JsValue::UNDEFINED, |list| list.get(place))
    }

    /// What is handed over with it.
    pub(super) fn handed(&self) -> Array {
        let is_handed = |value: &JsValue| value.is_instance_of::<ArrayBuffer>();
        self.0.iter().flat_map(|list| list.iter()).filter(is_handed).collect()
    }

    /// The message as it is posted, behind a number.
    pub(super) fn numbered(&self, number: f64) -> Array {
        Array::of2(&number.into(), &self.value())
    }

    pub(super) fn value(&self) -> JsValue {
        self.0.as_ref().map_or(JsValue::UNDEFINED, JsValue::from)
    }

    /// The message that the other side posted.
    pub(super) fn said(value: &JsValue) -> Self {
        value.dyn_ref::<Array>().map_or_else(Self::default, |list| Self(Some(list.clone())))
    }
}
