//! The module of the workbench: the panels of a table's tools, and the tables that they work on. It is a program of its
//! own, which the page loads when a reader first uses a tool, and shares no memory with it.

pub mod bench;
pub mod desk;
mod files;
mod panels;
