//! The two editions as `cargo xtask dist` built them.

use std::path::{Path, PathBuf};

use tempfile::TempDir;
use xtask::command::{file_name, files};
use xtask::server::Server;
use xtask::{single_file, site};

/// Serves the site under this path on a free port.
#[must_use]
pub fn serve_site(path: &str) -> Server {
    assert!(site::folder().join("index.html").is_file(), "dist/site is missing: cargo xtask dist");
    Server::start(&site::folder(), path, 0).expect("a port is free")
}

/// The single file's address on this disk.
#[must_use]
pub fn single_file_address() -> String {
    let path = single_file::path().canonicalize().expect("dist/yanjing.html is there: cargo xtask dist");
    format!("file://{}", path.display())
}

/// A copy of the site that a test may change.
#[must_use]
pub fn copy_of_the_site() -> TempDir {
    let copy = tempfile::tempdir().expect("a folder for the copy");
    for path in files(&site::folder()).expect("dist/site is there: cargo xtask dist") {
        std::fs::copy(&path, copy.path().join(file_name(&path))).expect("a file is copied");
    }
    copy
}

/// The file of the site that holds the program.
#[must_use]
pub fn program_of(site: &Path) -> PathBuf {
    let is_program = |path: &PathBuf| file_name(path).ends_with("_bg.wasm");
    files(site).expect("the site is there").into_iter().find(is_program).expect("the site holds a program")
}
