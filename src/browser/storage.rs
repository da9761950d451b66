//! The library that outlives a reload, in IndexedDB: the files as they were dropped, and beside them a line each of all
//! else that is kept. Every write is one transaction, so a page that is killed leaves a file and its line, or neither.

mod quota;
mod request;
mod value;

pub use quota::{Quota, persist, quota};

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbTransaction, IdbTransactionMode};

/// A file as it was dropped.
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

/// Why the library cannot be opened, or a file not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageProblem {
    /// The browser has no storage for this page: blocked by a setting, a private window, or natively.
    Unavailable,
    /// A newer version of this program wrote the library; it is left alone.
    Newer,
    /// Another window with an older version of this program holds it open.
    Held,
    /// It was deleted, or taken over by a newer version, while the page was open.
    Lost,
    /// The disk or the page's share of it is full.
    Full,
    /// Anything else; the browser does not say more that would help.
    Failed,
}

const DATABASE: &str = "yanjing";
/// By key: `{name, bytes, encoding, openedAt}`, the form of version 1.
const FILES: &str = "files";
/// By key: a line each, since version 2. A file without a line came from version 1, and gets one when it is next read.
const LINES: &str = "lines";
/// Raised when the form of what is kept changes. A program of an older version refuses to open a newer library.
const VERSION: u32 = 2;

/// The open library. Clones are the same one.
#[derive(Clone)]
pub struct Storage(IdbDatabase);

impl Storage {
    /// Opens the library, an empty one at the first time. `lost` is called when it is deleted or taken over later on.
    ///
    /// # Errors
    ///
    /// Why it cannot be opened; nothing in it was touched.
    pub async fn open(lost: impl Fn() + 'static) -> Result<Self, StorageProblem> {
        let factory = factory().ok_or(StorageProblem::Unavailable)?;
        let opening = factory.open_with_u32(DATABASE, VERSION).map_err(|_| StorageProblem::Unavailable)?;
        let database = request::opened(&opening, |database| {
            for store in [FILES, LINES] {
                // Refused only where it is there already, and then it need not be made.
                let _ = database.create_object_store(store);
            }
        });
        // A browser that blocks storage says so only now.
        let database = database.await.map_err(|error| match problem(&error) {
            StorageProblem::Failed => StorageProblem::Unavailable,
            known => known,
        })?;
        request::when_lost(&database, lost);
        Ok(Self(database))
    }

    /// Keeps these files, each with its line, all or none. One that is kept already stays as it is, since its line may have
    /// been changed, here or in another window.
    ///
    /// # Errors
    ///
    /// The disk is full, or the browser refuses; none is kept then.
    pub async fn add(&self, files: &[(KeptFile, String)]) -> Result<(), StorageProblem> {
        let transaction = self.transaction(&[FILES, LINES], IdbTransactionMode::Readwrite)?;
        let store = |name: &str| transaction.object_store(name).map_err(|error| problem(&error));
        let stores = (store(FILES)?, store(LINES)?);
        let passing = request::passing("ConstraintError");
        for (file, line) in files {
            let key = JsValue::from_str(&file.key);
            let value = value::of_file(file).map_err(|error| problem(&error))?;
            for (store, value) in [(&stores.0, value), (&stores.1, JsValue::from_str(line))] {
                let adding = store.add_with_key(&value, &key).map_err(|error| problem(&error))?;
                adding.set_onerror(Some(passing.as_ref().unchecked_ref()));
            }
        }
        request::completed(&transaction).await.map_err(|error| problem(&error))
    }

    /// Keeps these lines, by key, all or none.
    ///
    /// # Errors
    ///
    /// The disk is full, or the browser refuses.
    pub async fn put_lines(&self, lines: &[(String, String)]) -> Result<(), StorageProblem> {
        let (transaction, store) = self.store(LINES, IdbTransactionMode::Readwrite)?;
        for (key, line) in lines {
            let (key, line) = (JsValue::from_str(key), JsValue::from_str(line));
            store.put_with_key(&line, &key).map_err(|error| problem(&error))?;
        }
        request::completed(&transaction).await.map_err(|error| problem(&error))
    }

    /// Forgets the files of these keys and their lines, all or none; no error where there is none.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn remove(&self, keys: &[String]) -> Result<(), StorageProblem> {
        let transaction = self.transaction(&[FILES, LINES], IdbTransactionMode::Readwrite)?;
        for store in [FILES, LINES] {
            let store = transaction.object_store(store).map_err(|error| problem(&error))?;
            for key in keys {
                store.delete(&JsValue::from_str(key)).map_err(|error| problem(&error))?;
            }
        }
        request::completed(&transaction).await.map_err(|error| problem(&error))
    }

    /// All lines.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn lines(&self) -> Result<Vec<String>, StorageProblem> {
        let (_, store) = self.store(LINES, IdbTransactionMode::Readonly)?;
        let request = store.get_all().map_err(|error| problem(&error))?;
        let lines: Array =
            request::finished(&request).await.map_err(|error| problem(&error))?.unchecked_into();
        Ok(lines.iter().filter_map(|line| line.as_string()).collect())
    }

    /// The keys of the files that have no line, and of the lines that have no file. Asked apart from the lines, since all keys
    /// take the browser longer.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn unmatched(&self) -> Result<(Vec<String>, Vec<String>), StorageProblem> {
        let transaction = self.transaction(&[FILES, LINES], IdbTransactionMode::Readonly)?;
        let ask = |store: &str| transaction.object_store(store).and_then(|store| store.get_all_keys());
        let files = ask(FILES).map_err(|error| problem(&error))?;
        let lines = ask(LINES).map_err(|error| problem(&error))?;
        // They listen from here on, so that none is missed while another is awaited.
        let [files, lines] = [files, lines].map(|request| request::finished(&request));
        let files: Array = files.await.map_err(|error| problem(&error))?.unchecked_into();
        let lines: Array = lines.await.map_err(|error| problem(&error))?.unchecked_into();
        // Both come in the order of keys.
        let keys = |list: &Array| list.iter().filter_map(|key| key.as_string()).collect::<Vec<String>>();
        let (files, lines) = (keys(&files), keys(&lines));
        let without = |some: &[String], others: &[String]| {
            some.iter().filter(|key| others.binary_search(key).is_err()).cloned().collect()
        };
        Ok((without(&files, &lines), without(&lines, &files)))
    }

    /// The lines of these keys that there are.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn lines_of(&self, keys: &[String]) -> Result<Vec<String>, StorageProblem> {
        let (_, store) = self.store(LINES, IdbTransactionMode::Readonly)?;
        let mut lines = Vec::with_capacity(keys.len());
        for key in keys {
            let request = store.get(&JsValue::from_str(key)).map_err(|error| problem(&error))?;
            let line = request::finished(&request).await.map_err(|error| problem(&error))?;
            lines.extend(line.as_string());
        }
        Ok(lines)
    }

    /// The file of that key; `None` where there is none.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn file(&self, key: &str) -> Result<Option<KeptFile>, StorageProblem> {
        let (_, store) = self.store(FILES, IdbTransactionMode::Readonly)?;
        let request = store.get(&JsValue::from_str(key)).map_err(|error| problem(&error))?;
        let found = request::finished(&request).await.map_err(|error| problem(&error))?;
        Ok(value::to_file(key, &found))
    }

    fn transaction(
        &self,
        stores: &[&str],
        mode: IdbTransactionMode,
    ) -> Result<IdbTransaction, StorageProblem> {
        let stores: Array = stores.iter().map(|store| JsValue::from_str(store)).collect();
        self.0.transaction_with_str_sequence_and_mode(&stores, mode).map_err(|error| match problem(&error) {
            // A database that was closed has no transactions any more.
            StorageProblem::Failed => StorageProblem::Lost,
            known => known,
        })
    }

    fn store(
        &self,
        name: &str,
        mode: IdbTransactionMode,
    ) -> Result<(IdbTransaction, IdbObjectStore), StorageProblem> {
        let transaction = self.transaction(&[name], mode)?;
        let store = transaction.object_store(name).map_err(|error| problem(&error))?;
        Ok((transaction, store))
    }
}

/// The databases of this page, in a window as in a worker; `None` natively and where a setting blocks them.
fn factory() -> Option<IdbFactory> {
    super::is_there()
        .then(|| Reflect::get(&js_sys::global(), &"indexedDB".into()).ok()?.dyn_into().ok())
        .flatten()
}

fn name(error: &JsValue) -> Option<String> {
    Reflect::get(error, &JsValue::from_str("name")).ok()?.as_string()
}

fn problem(error: &JsValue) -> StorageProblem {
    match name(error).as_deref() {
        Some("QuotaExceededError") => StorageProblem::Full,
        Some("VersionError") => StorageProblem::Newer,
        Some(request::HELD) => StorageProblem::Held,
        _ => StorageProblem::Failed,
    }
}
