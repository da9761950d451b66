//! A kept file as the value that IndexedDB holds.

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};

use super::KeptFile;

pub fn of_file(file: &KeptFile) -> Result<JsValue, JsValue> {
    let value = Object::new();
    let set = |name: &str, field: &JsValue| Reflect::set(&value, &JsValue::from_str(name), field);
    set("name", &JsValue::from_str(&file.name))?;
    set("bytes", &Uint8Array::from(file.bytes.as_slice()))?;
    set("encoding", &file.encoding.as_deref().map_or(JsValue::NULL, JsValue::from_str))?;
    set("openedAt", &JsValue::from_f64(file.opened_at))?;
    Ok(value.into())
}

/// The file; `None` where the value is not in the form of [`KeptFile`].
pub fn to_file(key: &str, value: &JsValue) -> Option<KeptFile> {
    if !value.is_object() {
        return None;
    }
    let get = |name: &str| Reflect::get(value, &JsValue::from_str(name)).ok();
    Some(KeptFile {
        key: key.to_owned(),
        name: get("name")?.as_string()?,
        bytes: get("bytes")?.dyn_into::<Uint8Array>().ok()?.to_vec(),
        encoding: get("encoding").and_then(|encoding| encoding.as_string()),
        opened_at: get("openedAt")?.as_f64()?,
    })
}
