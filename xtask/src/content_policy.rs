//! The Content-Security-Policy of both editions: nothing but the page's own files, and inline only what is hashed.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::command::Outcome;
use crate::markup::insert_before;

/// Which edition of the page a policy is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// The folder, served.
    Site,
    /// The one file, opened from a disk.
    SingleFile,
}

/// `sha256-…` of the bytes, as policies and `integrity` write it.
#[must_use]
pub fn integrity(bytes: impl AsRef<[u8]>) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// The page with the policy that admits exactly this style and these scripts, which stand in it. The policy stands right
/// behind the `charset`, before anything that it must govern.
pub fn with_policy(page: &str, edition: Edition, style: &str, scripts: &[&str]) -> Outcome<String> {
    let policy = policy(edition, style, scripts);
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n");
    insert_before(page, "<meta name=\"viewport\"", &meta)
        .ok_or_else(|| "index.html names no viewport".to_owned())
}

fn policy(edition: Edition, style: &str, scripts: &[&str]) -> String {
    let style = integrity(style);
    let scripts: String = scripts.iter().map(|script| format!("'{}' ", integrity(script))).collect();
    // `wasm-unsafe-eval` allows compiling WebAssembly and, unlike `unsafe-eval`, nothing else.
    let own = match edition {
        Edition::Site => {
            format!(
                "script-src 'self' {scripts}'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; \
                 manifest-src 'self'; worker-src 'self'"
            )
        }
        Edition::SingleFile => {
            // Workers are made of the page's own script, since a page from a disk has no other file.
            format!(
                "script-src {scripts}'wasm-unsafe-eval'; connect-src 'none'; img-src data:; worker-src blob:"
            )
        }
    };
    format!("default-src 'none'; {own}; style-src '{style}'; base-uri 'none'; form-action 'none'")
}

#[cfg(test)]
mod tests {
    use super::{Edition, integrity, policy};

    #[test]
    fn the_hash_is_the_one_that_browsers_compute() {
        // The example of the Content Security Policy standard, section 8.3.
        assert_eq!(
            integrity("alert('Hello, world.');"),
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
        );
    }

    #[test]
    fn no_edition_admits_what_is_neither_its_own_nor_hashed() {
        for edition in [Edition::Site, Edition::SingleFile] {
            let policy = policy(edition, "a{}", &["go()", "stop()"]);
            assert!(policy.starts_with("default-src 'none'; "), "{policy}");
            // A worker made of the page's own script has this policy too.
            let policy = policy.replace("worker-src blob:", "");
            for weak in ["unsafe-inline", "'unsafe-eval'", "http", "*", "blob:"] {
                assert!(!policy.contains(weak), "{weak} in {policy}");
            }
        }
        assert!(policy(Edition::SingleFile, "", &[]).contains("connect-src 'none'"));
    }
}
