//! Files that go out: put together from parts that the browser holds, and saved where it saves downloads.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

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

    /// The parts as the other side of a worker gave them.
    pub(super) fn of(value: &JsValue) -> Self {
        Self(value.dyn_ref::<Array>().map(Array::to_vec).unwrap_or_default())
    }

    pub(super) fn value(&self) -> Array {
        self.0.iter().collect()
    }
}

/// Saves the file under that name, in the way of a download; nothing natively.
pub fn save(name: &str, kind: &str, parts: &Parts) {
    if super::window().is_some() {
        // Refused only where the page is going away.
        let _ = try_save(name, kind, parts);
    }
}

fn try_save(name: &str, kind: &str, parts: &Parts) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_blob_sequence_and_options(&parts.value(), &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = super::document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser reads the blob after the click; a minute later it has begun to.
    gloo::timers::callback::Timeout::new(60_000, move || drop(Url::revoke_object_url(&address))).forget();
    Some(())
}
