//! What the page weighs, and the most that it may weigh.

use crate::command::{Outcome, file_name, files, read};
use crate::service_worker::is_later;
use crate::{single_file, site};

/// What all that the first load transfers is to weigh, brotli -q 11 of each file; kB is 1000 bytes.
pub const FIRST_LOAD_AIM: usize = 200_000;
/// What it may weigh until the aim is met: what it weighed when this was set (275 kB), and 1.5 % more. It only comes down.
pub const FIRST_LOAD_LIMIT: usize = 279_300;
/// `dist/yanjing.html` as it lies on a disk.
pub const SINGLE_FILE_LIMIT: usize = 1_500_000;

/// The weights, in bytes.
pub struct Sizes {
    /// Every file of the site by name, compressed where that is less.
    pub site: Vec<(String, usize)>,
    /// The single file.
    pub single_file: usize,
}

impl Sizes {
    /// What the first load transfers: every file of the site that the service worker keeps at once.
    #[must_use]
    pub fn first_load(&self) -> usize {
        let at_once = |(name, _): &&(String, usize)| !is_later(name);
        self.site.iter().filter(at_once).map(|(_, size)| size).sum()
    }
}

/// Weighs what stands in `dist/`.
pub fn sizes() -> Outcome<Sizes> {
    let mut sizes = Vec::new();
    for path in files(&site::folder())? {
        let content = read(&path)?;
        sizes.push((file_name(&path), compressed_size(&content)?.min(content.len())));
    }
    Ok(Sizes { site: sizes, single_file: read(&single_file::path())?.len() })
}

/// Prints the weights and fails above a limit.
pub fn check() -> Outcome {
    let sizes = sizes()?;
    for (name, size) in &sizes.site {
        println!("{size:>9} B  {name}");
    }
    let first_load = sizes.first_load();
    println!(
        "{first_load:>9} B  first load, brotli -q 11 (limit {FIRST_LOAD_LIMIT}, to be {FIRST_LOAD_AIM})"
    );
    println!("{:>9} B  dist/yanjing.html (limit {SINGLE_FILE_LIMIT})", sizes.single_file);
    within("the first load", first_load, FIRST_LOAD_LIMIT)?;
    within("dist/yanjing.html", sizes.single_file, SINGLE_FILE_LIMIT)
}

fn within(what: &str, size: usize, limit: usize) -> Outcome {
    if size <= limit { Ok(()) } else { Err(format!("{what} weighs {size} bytes; the limit is {limit}")) }
}

fn compressed_size(content: &[u8]) -> Outcome<usize> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)
        .map_err(|error| error.to_string())?;
    Ok(compressed.len())
}

#[cfg(test)]
mod tests {
    use super::{compressed_size, within};

    #[test]
    fn a_weight_above_its_limit_fails() {
        assert!(within("a page", 10, 10).is_ok());
        assert_eq!(within("a page", 11, 10).unwrap_err(), "a page weighs 11 bytes; the limit is 10");
    }

    #[test]
    fn repetition_is_compressed() {
        assert!(compressed_size(&b"600000.SH\t".repeat(1000)).unwrap() < 60);
    }
}
