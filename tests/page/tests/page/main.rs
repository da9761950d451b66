//! The page as its readers use it, in real browsers.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails at its place")]

mod bad_input;
mod dropping;
mod editions;
mod keeping;
mod later;
mod library;
mod long_table;
mod offline;
mod ratings;
mod settings;
mod shell;
mod sorting;
mod taking_out;
mod views;
mod workbench;
