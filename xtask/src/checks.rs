//! `cargo xtask test`: every check of the project, the quick ones first.

use std::path::PathBuf;

use crate::command::{Outcome, cargo, command, project, say_and_run};
use crate::size;

/// Runs all checks and ends with the summary lines of the page tests' runner.
pub fn run_all() -> Outcome {
    crate::tools::prepare_build()?;
    crate::tools::prepare_browsers()?;
    style()?;
    step("Native tests");
    say_and_run(cargo().args(["test", "--workspace", "--exclude", "page-tests", "--locked"]))?;
    gold()?;
    step("The built page");
    crate::dist()?;
    size::check()?;
    step("Page tests in Chromium and Firefox");
    say_and_run(cargo().args(["test", "--package", "page-tests", "--locked", "--lib", "--bins"]))?;
    say_and_run(cargo().args(["test", "--package", "page-tests", "--locked", "--test", "page"]))
}

fn style() -> Outcome {
    step("Style and lints");
    say_and_run(cargo().args(["fmt", "--all", "--check"]))?;
    let strict = ["--", "-D", "warnings"];
    say_and_run(cargo().args(["clippy", "--workspace", "--all-targets", "--locked"]).args(strict))?;
    let for_the_browser = |program: &str, others: &[&str]| {
        let mut clippy = cargo();
        clippy.args(["clippy", "--package", "yanjing", "--lib", "--bin", program, "--locked"]);
        clippy.args(["--target", "wasm32-unknown-unknown"]).args(others).args(strict);
        clippy
    };
    say_and_run(&mut for_the_browser("yanjing", &[]))?;
    say_and_run(&mut for_the_browser("desk", &["--no-default-features"]))
}

/// Reads the real reports, which do not belong to this repository, and compares every value with their gold.
fn gold() -> Outcome {
    step("Gold");
    let shared = PathBuf::from("../shared");
    if !project().join(&shared).join("check/gold.py").is_file() {
        if std::env::var_os("CI").is_some_and(|ci| ci == "true") {
            return Err(
                "../shared with the reports and their gold is missing, and CI insists on it".to_owned()
            );
        }
        println!("skipped: ../shared with the reports and their gold is not here");
        return Ok(());
    }
    say_and_run(cargo().args(["build", "--release", "--quiet", "--locked", "--bin", "extract"]))?;
    let score = |at_least: &str| {
        let mut score = command("python3");
        score.arg(shared.join("check/gold.py")).args([
            "--extract",
            "target/release/extract",
            "--at-least",
            at_least,
        ]);
        score
    };
    let (reports, examples) = (shared.join("reports"), shared.join("examples"));
    say_and_run(score("1.0").arg("--reports").arg(reports).arg("--gold").arg(shared.join("gold")))?;
    let map = examples.join("map.tsv");
    say_and_run(score("0.98").arg("--gold").arg(examples.join("gold")).arg("--map").arg(map))
}

fn step(name: &str) {
    println!("\n== {name}");
}
