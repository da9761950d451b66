//! Gives the readers a version: a hash of the sources that a report's reading follows from. What is derived from files and
//! kept under it is made anew when any of them changes, and by nobody's remembering.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

/// Below `src`: what turns a file into what is known of it.
const SOURCES: [&str; 4] = ["text", "model", "parse", "library/summary.rs"];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("src");
    let mut hash = Fnv::default();
    for source in SOURCES {
        add(&root.join(source), &mut hash)?;
        println!("cargo::rerun-if-changed=src/{source}");
    }
    println!("cargo::rustc-env=YANJING_READER={:016x}", hash.0);
    Ok(())
}

fn add(path: &Path, hash: &mut Fnv) -> io::Result<()> {
    if path.is_dir() {
        let mut entries: Vec<PathBuf> =
            fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
        entries.sort();
        entries.iter().try_for_each(|entry| add(entry, hash))
    } else {
        hash.add(&fs::read(path)?);
        Ok(())
    }
}

/// The 64-bit hash of Fowler, Noll and Vo (FNV-1a).
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
