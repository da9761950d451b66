//! The files of a folder of `fixtures`.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Every file of that extension in `folder`, a path below the project, with its text, in the order of their names.
pub fn texts(folder: &str, extension: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let failed = |error: std::io::Error| -> ! { panic!("{}: {error}", folder.display()) };
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| failed(error));
    let paths = entries.map(|entry| entry.unwrap_or_else(|error| failed(error)).path());
    let mut paths: Vec<_> = paths.filter(|path| path.extension().is_some_and(|it| it == extension)).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no file in {}", folder.display());
    let text = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| failed(error));
        (path, text)
    };
    paths.into_iter().map(text).collect()
}
