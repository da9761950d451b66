//! Files that come in. The page's shell (`assets/shell.js`) alone listens for drops, choices and pastes, from the first
//! paint on; here its list is emptied. A file goes from the disk into this program's memory in one copy and is never a
//! JavaScript string; one for a worker is handed over in the browser's own memory, in no copy at all.

use std::collections::VecDeque;

use gloo::events::EventListener;
use js_sys::{Array, ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// The shell's list of what came in and was not taken yet, a property of the window.
const LIST: &str = "arrivals";
/// The event by which the shell tells of more.
const EVENT: &str = "arrival";

/// A file that waits to be read, here or in a worker; or a folder, as its entry in the file system.
#[derive(Clone, Debug)]
pub struct Waiting(JsValue);

impl Waiting {
    /// Its name without its folder.
    #[must_use]
    pub fn name(&self) -> String {
        let name = Reflect::get(&self.0, &"name".into()).ok().and_then(|name| name.as_string());
        name.unwrap_or_default()
    }

    /// How many bytes it has; 0 of a folder.
    #[must_use]
    pub fn size(&self) -> f64 {
        self.0.dyn_ref::<File>().map_or(0.0, |file| file.size())
    }

    /// Begins to read it with the call. `None` where the browser cannot: gone, locked, or larger than the memory.
    ///
    /// Its size is not asked where its name is that of a text: the browser looks it up on the disk while the page waits, a
    /// third of a millisecond, and that of a file that is posted to a worker too. So files are read here and their bytes posted.
    pub fn load(&self) -> impl Future<Output = Option<Loaded>> + use<> {
        let is_small = |file: &&File| file.type_().starts_with("text/") || file.size() <= LARGEST;
        let file = self.0.dyn_ref::<File>().filter(is_small);
        let reading = file.map(|file| JsFuture::from(file.array_buffer()));
        async move {
            let loaded = Loaded(reading?.await.ok()?.unchecked_into());
            (loaded.byte_count() <= LARGEST).then_some(loaded)
        }
    }

    /// What stands in the folder that it is; `None` where it is none, or cannot be read.
    async fn inside(&self) -> Option<Vec<Self>> {
        let make: Function = Reflect::get(&self.0, &"createReader".into()).ok()?.dyn_into().ok()?;
        let reader = make.call0(&self.0).ok()?;
        let mut inside = Vec::new();
        loop {
            // A reader gives a hundred at a time, and an empty list behind the last.
            let some: Array = called(&reader, "readEntries").await?.dyn_into().ok()?;
            if some.length() == 0 {
                return Some(inside);
            }
            inside.extend(some.iter().map(Self));
        }
    }

    /// The file of an entry in the file system; a file itself.
    async fn opened(self) -> Option<Self> {
        if self.0.is_instance_of::<File>() { Some(self) } else { called(&self.0, "file").await.map(Self) }
    }
}

/// A file's bytes in the browser's memory, which can be handed to another thread.
#[derive(Clone, Debug)]
pub struct Loaded(pub(super) ArrayBuffer);

impl Loaded {
    /// How many bytes they are; 0 of those that were handed over.
    #[must_use]
    pub fn byte_count(&self) -> f64 {
        f64::from(self.0.byte_length())
    }

    /// The bytes in this program's memory.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        Uint8Array::new(&self.0).to_vec()
    }
}

/// What a method calls back with, which takes one function for that and one for a failure.
async fn called(object: &JsValue, method: &str) -> Option<JsValue> {
    let function: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    let mut begin = |resolve: Function, reject: Function| {
        // A call that throws calls neither; then the promise is refused here.
        if function.call2(object, &resolve, &reject).is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    };
    JsFuture::from(Promise::new(&mut begin)).await.ok()
}

/// The largest that is tried: the memory of a WebAssembly program ends at 4 GB, and a text of this size needs several
/// times its own.
const LARGEST: f64 = (1_u32 << 30) as f64;

/// Files and folders that came in together.
#[derive(Debug, Default)]
pub struct Arrivals(Vec<Waiting>);

impl Arrivals {
    /// How many came, each folder as one.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none came.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first, where it is a file: it can be read while folders are still being looked through.
    #[must_use]
    pub fn take_first(&mut self) -> Option<Waiting> {
        let is_file = self.0.first().is_some_and(|first| first.0.is_instance_of::<File>());
        is_file.then(|| self.0.remove(0))
    }

    /// The files, those in folders and the folders inside them too; then the names of what could not be read, or is a
    /// folder without files.
    pub async fn files(self) -> (Vec<Waiting>, Vec<String>) {
        let (mut files, mut failed) = (Vec::with_capacity(self.0.len()), Vec::new());
        for arrived in self.0 {
            let (name, before) = (arrived.name(), files.len() + failed.len());
            let mut waiting = VecDeque::from([arrived]);
            while let Some(next) = waiting.pop_front() {
                if next.0.is_instance_of::<File>() {
                    files.push(next);
                } else if let Some(inside) = next.inside().await {
                    inside.into_iter().rev().for_each(|entry| waiting.push_front(entry));
                } else {
                    let name = next.name();
                    match next.opened().await {
                        Some(file) => files.push(file),
                        None => failed.push(name),
                    }
                }
            }
            if files.len() + failed.len() == before {
                failed.push(name);
            }
        }
        (files, failed)
    }

    /// What waits in the shell's list, which is empty then.
    fn take() -> Self {
        let list = super::window()
            .and_then(|window| Reflect::get(&window, &LIST.into()).ok())
            .and_then(|list| list.dyn_into::<Array>().ok());
        let waiting = list.as_ref().map(|list| list.iter().map(Waiting).collect()).unwrap_or_default();
        if let Some(list) = list {
            list.set_length(0);
        }
        Self(waiting)
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
