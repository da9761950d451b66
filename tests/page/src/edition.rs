//! The two editions as `cargo xtask dist` built them.

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
