//! What the browser offers: files, storage, settings, decoding, collation. Knows neither reports nor Yew.
//!
//! Natively there is no browser: what would ask one does nothing then, so that components can be rendered in tests.

pub mod collation;
pub mod decoding;
pub mod fields;
pub mod files;
pub mod initials;
pub mod page;
pub mod rows;
pub mod samples;
pub mod saving;
pub mod settings;
pub mod storage;

/// The window; `None` natively and where there is none.
fn window() -> Option<web_sys::Window> {
    cfg!(target_arch = "wasm32").then(web_sys::window).flatten()
}

/// The document of the window.
fn document() -> Option<web_sys::Document> {
    window()?.document()
}
