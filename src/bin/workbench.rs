//! The module of the workbench as the page calls it: numbers for tables, bytes and short texts.

#![cfg_attr(not(target_arch = "wasm32"), allow(unused_crate_dependencies))]

#[cfg(target_arch = "wasm32")]
mod calls;

/// The functions are called one by one; there is nothing to run.
fn main() {}
