//! The screen without the screen: state, actions, ordering, formats, exports. Knows no Yew, no DOM, and no `parse`.

pub mod alignment;
pub mod collation;
pub mod document;
pub mod money;
pub mod ordering;
