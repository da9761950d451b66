//! Files that go out: put together from parts that the browser holds, and saved where it saves downloads.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag};

use super::saving::save_blob;

/// A file in parts. They are held by the browser, which may put them on the disk; none natively.
#[derive(Clone, Debug, Default)]
pub struct Parts(Vec<JsValue>);

impl Parts {
    /// The file with these bytes more.
    pub fn push(&mut self, bytes: &[u8]) {
        if super::is_there() {
            // A blob, since the browser may hold it outside the memory of this page.
            let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)));
            self.0.extend(blob.map(JsValue::from));
        }
    }

    /// Whether it has no part.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn value(&self) -> Array {
        self.0.iter().collect()
    }
}

/// Saves the file under that name, in the way of a download; whether it could.
pub fn save(name: &str, kind: &str, parts: &Parts) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_blob_sequence_and_options(&parts.value(), &options)
        .ok()
        .and_then(|blob| save_blob(name, &blob))
        .is_some()
}
