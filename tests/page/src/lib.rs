//! The page driven in real browsers: what tests and measures share. It knows the page as a user sees it, by roles,
//! labels and the few names of ARCHITECTURE.md, and none of its code.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on fails at its place")]

pub mod browser;
pub mod collection;
pub mod driver;
pub mod drop;
pub mod edition;
pub mod input;
pub mod memory;
pub mod network;
pub mod own_command;
pub mod page;
pub mod peers;
pub mod reports;
pub mod stock_rows;
pub mod wait;
