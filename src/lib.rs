//! 研镜 Yanjing reads broker research reports (券商研报): their tables, sortable and typed, each figure tied to its
//! printed place, and their rating definitions, comparable between houses. It is one page without a server, and the
//! native program `extract`. It is no terminal, fetches nothing, and guesses nothing.

pub mod export;
pub mod insight;
pub mod library;
pub mod model;
pub mod parse;
pub mod text;
pub mod view;

#[cfg(any(target_arch = "wasm32", test))]
pub mod browser;
#[cfg(all(feature = "page", any(target_arch = "wasm32", test)))]
pub mod ui;
#[cfg(any(target_arch = "wasm32", test))]
pub mod work;
