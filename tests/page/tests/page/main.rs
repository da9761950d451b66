//! The page as its readers use it, in real browsers.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails at its place")]

/// Runs these in Chromium and in Firefox.
macro_rules! in_both_browsers {
    ($($test:ident),+ $(,)?) => {
        mod in_chromium {
            $(#[tokio::test] async fn $test() { super::$test(page_tests::browser::Kind::Chromium).await; })+
        }
        mod in_firefox {
            $(#[tokio::test] async fn $test() { super::$test(page_tests::browser::Kind::Firefox).await; })+
        }
    };
}

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
