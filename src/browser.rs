//! What the browser offers: files, storage, settings, decoding, collation. Knows neither reports nor Yew.
//!
//! Natively there is no browser: what would ask one does nothing then, so that components can be rendered in tests.

pub mod channel;
pub mod collation;
pub mod decoding;
pub mod fields;
pub mod files;
pub mod initials;
pub mod later;
pub mod packing;
pub mod page;
pub mod rows;
pub mod samples;
pub mod save;
pub mod saving;
pub mod settings;
pub mod storage;
pub mod tasks;
pub mod update;
pub mod workers;

/// Whether there is a browser at all: not natively. A worker has one, but no window.
fn is_there() -> bool {
    cfg!(target_arch = "wasm32")
}

/// The window; `None` natively and in a worker.
fn window() -> Option<web_sys::Window> {
    cfg!(target_arch = "wasm32").then(web_sys::window).flatten()
}

/// The document of the window.
fn document() -> Option<web_sys::Document> {
    window()?.document()
}
