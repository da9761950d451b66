//! Collections of reports as people drop them: hundreds of files, all different, in the layouts of the invented reports.

use std::path::{Path, PathBuf};

use xtask::command::{files, project, read_text, write};

/// The texts of the invented reports.
fn originals() -> Vec<String> {
    let folder = project().join("fixtures/reports");
    let paths = files(&folder).expect("fixtures/reports is there");
    let texts = paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    texts.map(|path| read_text(path).expect("a report is readable")).collect()
}

/// The text of the report of that number, about `length` bytes long: an invented one, with its number in a line of its own
/// and its last lines again until it is long enough.
#[must_use]
pub fn report(originals: &[String], number: usize, length: usize) -> String {
    let original = &originals[number % originals.len()];
    let mut text = format!("{original}\n编号 {number:05}\n");
    let lines: Vec<&str> = original.lines().rev().filter(|line| !line.contains('\t')).collect();
    let mut line = 0;
    while text.len() < length && !lines.is_empty() {
        text.push_str(lines[line % lines.len()]);
        text.push('\n');
        line += 1;
    }
    text
}

/// Writes so many reports of about `length` bytes into the folder; 0 leaves them as long as they are.
#[must_use]
pub fn write_reports(folder: &Path, count: usize, length: usize) -> Vec<PathBuf> {
    let originals = originals();
    let path = |number: usize| {
        let path = folder.join(format!("report-{number:05}.txt"));
        write(&path, report(&originals, number, length)).expect("a report is written");
        path
    };
    (0..count).map(path).collect()
}
