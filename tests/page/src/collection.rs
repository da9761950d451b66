//! Collections of reports as people drop them: hundreds of files, all different, in many forms.

use std::path::{Path, PathBuf};

use xtask::command::write;

#[path = "../../reading/collection.rs"]
mod invented;

pub use invented::report;

/// Writes so many reports into the folder, each at least `length` bytes long: 4 to 19 kB where that is 0.
#[must_use]
pub fn write_reports(folder: &Path, count: usize, length: usize) -> Vec<PathBuf> {
    let path = |number: usize| {
        let path = folder.join(invented::name(number));
        let mut text = report(number);
        while text.len() < length {
            text.push_str("公司所处环节竞争格局稳定，份额有望随新产能释放而提升。\n");
        }
        write(&path, text).expect("a report is written");
        path
    };
    (0..count).map(path).collect()
}
