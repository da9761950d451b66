//! The library that outlives a reload: the files as they were dropped, in IndexedDB.

mod request;

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbTransaction, IdbTransactionMode};

use crate::text::order::sorted;

/// A file as it was dropped, with all that cannot be found out from it again.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptFile {
    /// The hash of its bytes ([`hash::key`](crate::text::hash::key)).
    pub key: String,
    /// Its name without its folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The label of the encoding that the reader chose; `None` where it is found out from the bytes.
    pub encoding: Option<String>,
    /// When it was opened, in milliseconds since 1970.
    pub opened_at: f64,
}

/// Why a file could not be kept or brought back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageProblem {
    /// The browser has no storage for this page: blocked by a setting, or natively.
    Unavailable,
    /// The disk or the page's share of it is full.
    Full,
    /// Anything else; the browser does not say more that would help.
    Failed,
}

const DATABASE: &str = "yanjing";
const STORE: &str = "files";
/// Raised when the form of what is kept changes. Parsed reports are never kept, so it hardly ever does.
const VERSION: u32 = 1;

/// The open library.
pub struct Storage(IdbDatabase);

impl Storage {
    /// Opens the library, an empty one at the first time.
    ///
    /// # Errors
    ///
    /// The browser has no storage for this page, or it is broken.
    pub async fn open() -> Result<Self, StorageProblem> {
        let window = super::window().ok_or(StorageProblem::Unavailable)?;
        let factory = window.indexed_db().ok().flatten().ok_or(StorageProblem::Unavailable)?;
        let opening = factory.open_with_u32(DATABASE, VERSION).map_err(|_| StorageProblem::Unavailable)?;
        let database = request::opened(&opening, |database| {
            // Refused only where it is there already, and then it need not be made.
            let _ = database.create_object_store(STORE);
        });
        // A browser that blocks storage says so only now.
        database.await.map(Self).map_err(|_| StorageProblem::Unavailable)
    }

    /// Keeps a file, in place of one with the same bytes.
    ///
    /// # Errors
    ///
    /// The disk is full, or the browser refuses.
    pub async fn put(&self, file: &KeptFile) -> Result<(), StorageProblem> {
        let (transaction, store) = self.store(IdbTransactionMode::Readwrite)?;
        let value = to_value(file).map_err(|error| problem(&error))?;
        store.put_with_key(&value, &JsValue::from_str(&file.key)).map_err(|error| problem(&error))?;
        request::completed(&transaction).await.map_err(|error| problem(&error))
    }

    /// Forgets the file of that key; no error where there is none.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn remove(&self, key: &str) -> Result<(), StorageProblem> {
        let (transaction, store) = self.store(IdbTransactionMode::Readwrite)?;
        store.delete(&JsValue::from_str(key)).map_err(|error| problem(&error))?;
        request::completed(&transaction).await.map_err(|error| problem(&error))
    }

    /// All files that are kept, by the time when they were opened, then by name.
    ///
    /// # Errors
    ///
    /// The browser refuses. A single entry that is not in the form of [`KeptFile`] is left out.
    pub async fn all(&self) -> Result<Vec<KeptFile>, StorageProblem> {
        let (_, store) = self.store(IdbTransactionMode::Readonly)?;
        let keys = request::finished(&store.get_all_keys().map_err(|error| problem(&error))?);
        let values = request::finished(&store.get_all().map_err(|error| problem(&error))?);
        let keys: Array = keys.await.map_err(|error| problem(&error))?.unchecked_into();
        let values: Array = values.await.map_err(|error| problem(&error))?.unchecked_into();
        let files: Vec<_> =
            keys.iter().zip(values.iter()).filter_map(|(key, value)| of_value(&key, &value)).collect();
        Ok(sorted(files, |one: &KeptFile, other| {
            one.opened_at.total_cmp(&other.opened_at).then_with(|| one.name.cmp(&other.name))
        }))
    }

    fn store(&self, mode: IdbTransactionMode) -> Result<(IdbTransaction, IdbObjectStore), StorageProblem> {
        let transaction =
            self.0.transaction_with_str_and_mode(STORE, mode).map_err(|error| problem(&error))?;
        let store = transaction.object_store(STORE).map_err(|error| problem(&error))?;
        Ok((transaction, store))
    }
}

impl Drop for Storage {
    fn drop(&mut self) {
        self.0.close();
    }
}

fn to_value(file: &KeptFile) -> Result<JsValue, JsValue> {
    let value = Object::new();
    let set = |name: &str, field: &JsValue| Reflect::set(&value, &JsValue::from_str(name), field);
    set("name", &JsValue::from_str(&file.name))?;
    set("bytes", &Uint8Array::from(file.bytes.as_slice()))?;
    set("encoding", &file.encoding.as_deref().map_or(JsValue::NULL, JsValue::from_str))?;
    set("openedAt", &JsValue::from_f64(file.opened_at))?;
    Ok(value.into())
}

fn of_value(key: &JsValue, value: &JsValue) -> Option<KeptFile> {
    let get = |name: &str| Reflect::get(value, &JsValue::from_str(name)).ok();
    Some(KeptFile {
        key: key.as_string()?,
        name: get("name")?.as_string()?,
        bytes: get("bytes")?.dyn_into::<Uint8Array>().ok()?.to_vec(),
        encoding: get("encoding").and_then(|encoding| encoding.as_string()),
        opened_at: get("openedAt")?.as_f64()?,
    })
}

fn problem(error: &JsValue) -> StorageProblem {
    let name = Reflect::get(error, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError") => StorageProblem::Full,
        _ => StorageProblem::Failed,
    }
}
