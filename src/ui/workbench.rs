//! The table workbench: the tools of a table's card, the panels that they open, and what they make of the table.
//!
//! The card asks a [`Desk`](desk::Desk) what the grid shows, and draws [`Tools`](tools::Tools) above it. Nothing here
//! draws cells.

pub mod bench;
pub mod desk;
mod dialog;
mod fields;
mod files;
mod following;
pub mod help;
mod initials;
mod memory;
pub mod panel;
mod panels;
pub mod tools;
mod workbook;

pub use panels::copy_cells;
