//! What crosses between the page and a worker: a list of words, numbers, bytes and files.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::browser::files::Waiting;

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

    /// The message with files more, which the other side reads.
    #[must_use]
    pub fn with_files(self, files: &[Waiting]) -> Self {
        let files: Array = files.iter().map(Waiting::value).collect();
        self.with(&files)
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

    /// The files at that place.
    #[must_use]
    pub fn files(&self, place: u32) -> Vec<Waiting> {
        self.get(place)
            .dyn_into::<Array>()
            .map(|files| files.iter().map(Waiting::of).collect())
            .unwrap_or_default()
    }

    /// All texts from that place on.
    #[must_use]
    pub fn texts(&self, from: u32) -> Vec<String> {
        let length = self.0.as_ref().map_or(0, Array::length);
        (from..length).map(|place| self.text(place)).collect()
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
