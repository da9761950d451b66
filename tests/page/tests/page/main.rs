//! The page as its readers use it, in real browsers.

mod editions;
mod offline;
mod sorting;
