//! Runs `fixtures/cases/*.md`. `YANJING_BLESS=1 cargo test --test cases` rewrites what they expect.

use std::{fs, rc::Rc};

use case_file::{Piece, pieces};
use yanjing::{model::report::Report, parse, text::source::Source};

#[path = "reading/case_file.rs"]
mod case_file;
#[path = "reading/dump.rs"]
mod dump;
#[path = "reading/expected.rs"]
mod expected;
#[path = "reading/files.rs"]
mod files;

/// A case file after its inputs were read.
struct Outcome {
    /// The file as it would be with every expected block as read.
    rewritten: String,
    /// What differs, with the line of each block.
    faults: Vec<String>,
    /// How many expected blocks it has.
    count: usize,
    /// How many inputs, which are its cases.
    inputs: usize,
}

/// Reads the inputs of the case file `text` and holds them against what it expects.
fn outcome(text: &str) -> Outcome {
    let mut outcome = Outcome { rewritten: String::new(), faults: Vec::new(), count: 0, inputs: 0 };
    let mut report: Option<Report> = None;
    let mut explained = false;
    let words_are_missing = !text.starts_with("# ");
    if words_are_missing {
        outcome.faults.push("line 1: a case file begins with its title, `# …`".to_owned());
    }
    for piece in pieces(text) {
        let fence = match piece {
            Piece::Words(words) => {
                explained |= words
                    .lines()
                    .any(|line| !line.starts_with('#') && line.trim().ends_with(['.', '。', ':']));
                outcome.rewritten.push_str(words);
                continue;
            }
            Piece::Fence(fence) => fence,
        };
        let mut body = fence.body.to_owned();
        match fence.words().as_slice() {
            ["input", name @ ..] => {
                outcome.inputs += 1;
                if !explained {
                    outcome.faults.push(format!("line {}: no sentence says why", fence.line));
                }
                let name = name.first().copied().unwrap_or("case.txt");
                report = Some(parse::report(Rc::new(Source::of_text(name, fence.body))));
            }
            ["expected", parts @ ..] if !parts.is_empty() => {
                explained = false;
                outcome.count += 1;
                let report =
                    report.as_ref().unwrap_or_else(|| panic!("line {}: no input before it", fence.line));
                body = parts.iter().map(|part| dump::part(report, part)).collect();
                if body != fence.body {
                    outcome.faults.push(format!(
                        "line {}:\n{}",
                        fence.line,
                        expected::diff(fence.body, &body)
                    ));
                }
            }
            _ => {
                outcome.faults.push(format!("line {}: neither input nor expected with its parts", fence.line))
            }
        }
        outcome.rewritten.extend([fence.opening, &body, fence.closing]);
    }
    outcome
}

#[test]
fn every_case_reads_as_expected() {
    let mut faults = Vec::new();
    let (mut count, mut inputs) = (0, 0);
    for (path, text) in files::texts("fixtures/cases", "md") {
        let outcome = outcome(&text);
        count += outcome.count;
        inputs += outcome.inputs;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if expected::rewrite() {
            fs::write(&path, outcome.rewritten).expect("a writable case file");
        } else {
            faults.extend(outcome.faults.iter().map(|fault| format!("fixtures/cases/{name} {fault}")));
        }
    }
    assert!(count > 0, "no case expects anything");
    assert!(inputs >= 150, "{inputs} cases: fewer than the layouts and wordings that are promised");
    assert!(faults.is_empty(), "{} faults in {count} cases\n\n{}", faults.len(), faults.join("\n\n"));
}

#[test]
fn a_wrong_case_is_told_and_rewritten() {
    let input = "# Title\n\nWhy.\n\n```text input\na\tb\n```\n\n```text expected masthead\nbroker: x\n```\n";
    let outcome = outcome(input);
    assert_eq!(outcome.faults, ["line 9:\n- broker: x"]);
    assert_eq!(outcome.rewritten, input.replace("broker: x\n", ""));
}

#[test]
fn a_case_says_why() {
    let faults = outcome("# Title\n\n```text input\n```\n").faults;
    assert_eq!(faults, ["line 3: no sentence says why"]);
}

#[test]
fn a_case_has_a_title() {
    let faults = outcome("Why.\n").faults;
    assert_eq!(faults, ["line 1: a case file begins with its title, `# …`"]);
}

#[test]
fn an_input_may_hold_fences_and_tabs() {
    let found = pieces("Why.\n````text input\n```\na\tb\n```\n````\n");
    let [Piece::Words("Why.\n"), Piece::Fence(fence)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(fence.body, "```\na\tb\n```\n");
    assert_eq!(fence.words(), ["input"]);
}

#[test]
fn a_diff_shows_what_changed_and_the_line_before() {
    assert_eq!(expected::diff("a\nb\nc\nd\n", "a\nb\nx\nd\n"), "  b\n- c\n+ x");
    assert_eq!(expected::diff("a\n", "a\nb\n"), "  a\n+ b");
    assert_eq!(expected::diff("a\nb\n", "b\n"), "- a");
}
