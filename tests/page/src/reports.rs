//! The reports that are dropped: the real ones where they are at hand, else the invented ones of this repository.

use std::path::{Path, PathBuf};

use xtask::command::{files, project};

/// Whether the real reports are at hand, of which tests then know more.
#[must_use]
pub fn real_reports() -> Option<Vec<PathBuf>> {
    let folder = project().join("../shared/reports");
    let reports = text_files(&folder);
    (reports.len() == 5).then_some(reports)
}

/// The reports to drop, sorted by name.
#[must_use]
pub fn reports() -> Vec<PathBuf> {
    real_reports().unwrap_or_else(|| text_files(&project().join("fixtures/reports")))
}

fn text_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(folder) = folder.canonicalize() else { return Vec::new() };
    let files = files(&folder).unwrap_or_default();
    files.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "txt")).collect()
}
