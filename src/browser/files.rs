//! Files that come in: dropped, chosen, pasted. A file goes from the disk into this program's memory in one copy and
//! is never a JavaScript string.

mod window_drop;

pub use window_drop::{WindowDrop, on_window_drop};

use std::collections::VecDeque;

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, File, FileList, HtmlInputElement};

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

enum Waiting {
    File(File),
    Folder(String),
}

/// Files that came in together, read one after the other.
#[derive(Default)]
pub struct Arrivals(VecDeque<Waiting>);

impl Arrivals {
    /// How many have not been read yet.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether all have been read, or none came.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads the next one, in the order in which they were given; `None` after the last.
    pub async fn next(&mut self) -> Option<Arrival> {
        Some(match self.0.pop_front()? {
            Waiting::Folder(name) => Arrival { name, content: Err(FileProblem::Folder) },
            Waiting::File(file) => {
                Arrival { name: file.name(), content: bytes(&file).await.ok_or(FileProblem::Failed) }
            }
        })
    }

    fn of_list(list: Option<FileList>) -> Self {
        let Some(list) = list else { return Self::default() };
        Self((0..list.length()).filter_map(|at| list.get(at)).map(Waiting::File).collect())
    }

    /// The files of a drop or a paste. Whether one is a folder can be asked only while the event lasts.
    fn of_transfer(transfer: &DataTransfer) -> Self {
        let items = transfer.items();
        let waiting = (0..items.length()).filter_map(|at| {
            let item = items.get(at).filter(|item| item.kind() == "file")?;
            let entry = item.webkit_get_as_entry().ok().flatten();
            match entry.filter(|entry| entry.is_directory()) {
                Some(folder) => Some(Waiting::Folder(folder.name())),
                None => item.get_as_file().ok().flatten().map(Waiting::File),
            }
        });
        let arrivals = Self(waiting.collect());
        if arrivals.is_empty() { Self::of_list(transfer.files()) } else { arrivals }
    }
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

/// The files of a drop. To be called while the event lasts.
#[must_use]
pub fn dropped(event: &DragEvent) -> Arrivals {
    event.data_transfer().map(|transfer| Arrivals::of_transfer(&transfer)).unwrap_or_default()
}

/// The files chosen in an `<input type="file">`, which is emptied, so that the same file can be chosen again.
#[must_use]
pub fn chosen(event: &Event) -> Arrivals {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return Arrivals::default() };
    let arrivals = Arrivals::of_list(input.files());
    input.set_value("");
    arrivals
}

/// Whether what is dragged is files, and not a word or a link of the page.
#[must_use]
pub fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0))
}

/// The text of a paste; `None` where it has none.
#[must_use]
pub fn pasted_text(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok().filter(|text| !text.is_empty())
}

/// The files of a paste. To be called while the event lasts.
#[must_use]
pub fn pasted(event: &ClipboardEvent) -> Arrivals {
    event.clipboard_data().map(|transfer| Arrivals::of_transfer(&transfer)).unwrap_or_default()
}
