//! Files that come in. The page's shell (`assets/shell.js`) alone listens for drops, choices and pastes, from the first
//! paint on; here its list is emptied. A file goes from the disk into this program's memory in one copy and is never a
//! JavaScript string.

use gloo::events::EventListener;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// The shell's list of what came in and was not taken yet, a property of the window.
const LIST: &str = "arrivals";
/// The event by which the shell tells of more.
const EVENT: &str = "arrival";

/// One file that came in.
#[derive(Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Its name without its folder.
    pub name: String,
    /// Its bytes, or why there are none.
    pub content: Result<Vec<u8>, FileProblem>,
}

/// Why a file's bytes are not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// It is a folder.
    Folder,
    /// The browser could not read it: gone, locked, or larger than the memory.
    Failed,
}

/// Files that came in together, read one after the other.
#[derive(Default)]
pub struct Arrivals(std::vec::IntoIter<JsValue>);

impl Arrivals {
    /// How many have not been read yet.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether all have been read, or none came.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.as_slice().is_empty()
    }

    /// Reads the next one, in the order in which they were given; `None` after the last.
    pub async fn next(&mut self) -> Option<Arrival> {
        let waiting = self.0.next()?;
        Some(match waiting.dyn_into::<File>() {
            Ok(file) => Arrival { name: file.name(), content: bytes(&file).await.ok_or(FileProblem::Failed) },
            // A folder waits as its entry in the file system.
            Err(folder) => Arrival {
                name: Reflect::get(&folder, &"name".into())
                    .ok()
                    .and_then(|name| name.as_string())
                    .unwrap_or_default(),
                content: Err(FileProblem::Folder),
            },
        })
    }

    /// What waits in the shell's list, which is empty then.
    fn take() -> Self {
        let list = super::window()
            .and_then(|window| Reflect::get(&window, &LIST.into()).ok())
            .and_then(|list| list.dyn_into::<Array>().ok());
        let waiting = list.as_ref().map(Array::to_vec).unwrap_or_default();
        if let Some(list) = list {
            list.set_length(0);
        }
        Self(waiting.into_iter())
    }
}

/// Calls `arrived` with the files that wait, if any, and with those that come later, as long as the result is held.
#[must_use]
pub fn on_arrivals(arrived: impl Fn(Arrivals) + 'static) -> Option<EventListener> {
    let window = super::window()?;
    let arrive = move || {
        let arrivals = Arrivals::take();
        if !arrivals.is_empty() {
            arrived(arrivals);
        }
    };
    arrive();
    Some(EventListener::new(&window, EVENT, move |_| arrive()))
}

/// The largest that is tried: the memory of a WebAssembly program ends at 4 GB, and a text of this size needs several
/// times its own.
const LARGEST: f64 = (1_u32 << 30) as f64;

async fn bytes(file: &File) -> Option<Vec<u8>> {
    if file.size() > LARGEST {
        return None;
    }
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}
