//! Scripts and style sheets without what only people read, by esbuild.

use std::io::Write as _;
use std::process::Stdio;

use crate::command::{Outcome, command};

/// What is to be made small.
#[derive(Clone, Copy)]
pub enum Language {
    /// A script, or a module, whose exports keep their names.
    Script,
    /// A style sheet.
    Style,
}

/// The same in fewer bytes. Words of the interface stay as letters, which compress better than their escapes.
pub fn minified(text: &str, language: Language) -> Outcome<String> {
    let loader = match language {
        Language::Script => "--loader=js",
        Language::Style => "--loader=css",
    };
    let failure = |error: std::io::Error| format!("esbuild: {error}");
    let mut esbuild = command("esbuild")
        .args(["--minify", "--charset=utf8", "--target=es2022", "--log-level=warning", loader])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failure)?;
    // Taken, so that it is closed behind the text and esbuild begins.
    if let Some(mut input) = esbuild.stdin.take() {
        input.write_all(text.as_bytes()).map_err(failure)?;
    }
    let output = esbuild.wait_with_output().map_err(failure)?;
    if !output.status.success() {
        return Err(format!("esbuild failed ({})", output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| format!("esbuild: {error}"))
}
