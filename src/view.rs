//! The screen without the screen: state, actions, ordering, formats, exports. Knows no Yew, no DOM, and no `parse`.

pub mod alignment;
pub mod catalog;
pub mod collation;
pub mod decimal;
pub mod document;
pub mod excerpt;
pub mod grid;
pub mod keeping;
pub mod library;
pub mod link;
pub mod money;
pub mod ordering;
pub mod pinning;
pub mod refusal;
pub mod settings;
pub mod state;
pub mod words;
pub mod workbench;
