//! Reads `fixtures/reports/NAME.txt` and holds the whole dump against `NAME.expected` beside it.
//! `YANJING_BLESS=1 cargo test --test reports` rewrites what is expected.

use std::{fs, rc::Rc};

use yanjing::{parse, text::source::Source};

#[path = "reading/dump.rs"]
mod dump;
#[path = "reading/expected.rs"]
mod expected;
#[path = "reading/files.rs"]
mod files;

#[test]
fn every_report_reads_as_expected() {
    let mut faults = Vec::new();
    for (path, text) in files::texts("fixtures/reports", "txt") {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let report = parse::report(Rc::new(Source::of_text(name.as_ref(), text)));
        let got: String = dump::PARTS.iter().map(|part| dump::part(&report, part)).collect();
        let beside = path.with_extension("expected");
        if expected::rewrite() {
            fs::write(&beside, got).expect("a writable expectation");
        } else {
            let wanted = fs::read_to_string(&beside).unwrap_or_default();
            if wanted != got {
                faults.push(format!("fixtures/reports/{name}:\n{}", expected::diff(&wanted, &got)));
            }
        }
    }
    assert!(faults.is_empty(), "{} reports\n\n{}", faults.len(), faults.join("\n\n"));
}
