//! `cargo xtask bench`: the measures as a table of Markdown.

use std::path::PathBuf;

use serde_json::Value;

use crate::command::{Outcome, cargo, files, output, project};
use crate::size::{FIRST_LOAD_AIM, SINGLE_FILE_LIMIT, sizes};

/// Builds the page, measures a long table in it and in others, prints.
pub fn run_peers() -> Outcome {
    crate::tools::prepare_build()?;
    crate::tools::prepare_browsers()?;
    crate::tools::install_npm_packages(crate::peers::FOLDER)?;
    crate::dist()?;
    println!("Measuring in Chromium (half an hour; a fresh browser for each page and repetition).");
    for (rows, repetitions, names) in crate::peers::RUNS {
        let figures = figures(
            cargo()
                .args(["run", "--quiet", "--locked", "--package", "page-tests", "--bin", "peers-bench", "--"])
                .args([rows.to_string(), repetitions.to_string()])
                .args(*names),
            "peers-bench",
        )?;
        print!("\n{}", crate::peers::table(*rows, &figures)?);
    }
    Ok(())
}

/// Builds, measures, prints.
pub fn run() -> Outcome {
    crate::tools::prepare_build()?;
    crate::tools::prepare_browsers()?;
    crate::dist()?;
    println!("Measuring natively and in Chromium (five minutes, more where release builds are cold).");
    let native = native_speed()?;
    let page = figures(
        cargo().args(["run", "--quiet", "--locked", "--package", "page-tests", "--bin", "page-bench"]),
        "page-bench",
    )?;
    print!("\n{}", table(&native, &page)?);
    let library = figures(
        cargo().args(["run", "--quiet", "--locked", "--package", "page-tests", "--bin", "library-bench"]),
        "library-bench",
    )?;
    print!("\n{}", library_table(&library)?);
    Ok(())
}

/// Thousands of reports, beside what each figure must be.
fn library_table(figures: &Value) -> Outcome<String> {
    let figure =
        |name: &str| figures.get(name).and_then(Value::as_f64).ok_or_else(|| format!("no figure {name}"));
    let (bytes, empty_start) = (figure("bytes")?, figure("emptyStart")?);
    Ok(format!(
        "| {:.0} invented reports, {:.0} MB | measured | must be |\n| --- | --: | --: |\n\
         | dropped to the first one painted | {:.0} ms | 150 ms |\n\
         | … to all read and searchable | {:.0} ms | 1,200 ms |\n\
         | … the longest task of the page's own thread | {:.0} ms | 50 ms |\n\
         | … to all kept | {:.0} ms | 10,000 ms |\n\
         | start with all kept to the list painted (an empty start: {empty_start:.0} ms) | {:+.0} ms | +500 ms |\n\
         | search of all texts, key to painted | {:.0} ms | 50 ms |\n\
         | memory with all open, over the empty page | {:.1} × the text | 6 × |\n",
        figure("count")?,
        bytes / 1e6,
        figure("first")?,
        figure("read")?,
        figure("longest")?,
        figure("kept")?,
        figure("start")? - empty_start,
        figure("search")?,
        figure("memory")? / bytes,
    ))
}

fn native_speed() -> Outcome<Value> {
    let reports = reports()?;
    figures(
        cargo().args(["bench", "--quiet", "--locked", "--bench", "reading", "--"]).args(reports),
        "reading",
    )
}

/// The real reports where they are at hand, else the invented ones.
fn reports() -> Outcome<Vec<PathBuf>> {
    let real = project().join("../shared/reports");
    files(&if real.is_dir() { real } else { project().join("fixtures/reports") })
}

/// The line of JSON that a measuring program prints.
fn figures(command: &mut std::process::Command, name: &str) -> Outcome<Value> {
    let said = output(command).ok_or_else(|| format!("{name} failed; run it alone to see why"))?;
    said.lines()
        .rev()
        .find_map(|line| serde_json::from_str(line).ok())
        .ok_or_else(|| format!("{name} printed no figures"))
}

fn table(native: &Value, page: &Value) -> Outcome<String> {
    let figure = |value: &Value, path: &str| {
        value.pointer(path).and_then(Value::as_f64).ok_or_else(|| format!("no figure {path}"))
    };
    let (ready, empty_ready) = (figure(page, "/ready/page")?, figure(page, "/ready/empty")?);
    let running = figure(page, "/running/page")?;
    let (drop, empty_drop) = (figure(page, "/drop/page")?, figure(page, "/drop/empty")?);
    let (sort, empty_sort) = (figure(page, "/sort/page")?, figure(page, "/sort/empty")?);
    let (reading, splitting) = (figure(native, "/reading")?, figure(native, "/splitting")?);
    let rows = figure(page, "/rows")?;
    let (all, all_split) = (figure(native, "/all")?, figure(native, "/allSplit")?);
    let (hostile, doubled) = (figure(native, "/hostile/time")?, figure(native, "/hostile/ratio")?);
    let memory = native.pointer("/memory").and_then(Value::as_f64);
    let memory = memory.map_or_else(|| "not told here".to_owned(), |times| format!("{times:.1} ×"));
    let sizes = sizes()?;
    let kilobytes = |bytes: usize| bytes as f64 / 1000.0;
    Ok(format!(
        "| what | measured | must be |\n| --- | --: | --: |\n\
         | first load, brotli -q 11 | {:.0} kB | {:.0} kB |\n\
         | ready for a drop (an empty page: {empty_ready:.0} ms) | {ready:.0} ms, {:.2} × | 1.5 × |\n\
         | the program running | {running:.0} ms | |\n\
         | reports dropped to the first one painted (an empty frame: {empty_drop:.0} ms) | {drop:.0} ms, {:+.0} ms | +50 ms |\n\
         | reading, native (a plain split: {splitting:.0} MB/s) | {reading:.0} MB/s | 50 MB/s |\n\
         | 2,000 invented reports of all forms, native (a plain split: {all_split:.0} MB/s) | {all:.0} MB/s | 60 MB/s |\n\
         | … all kept, peak memory as a multiple of their text | {memory} | 6 × |\n\
         | 200 kB of one piece over and over, the slowest | {hostile:.0} ms | 50 ms |\n\
         | … twice as much of it, the worst | {doubled:.1} × | 2 × |\n\
         | sort click to painted, {rows:.0} rows (an empty frame: {empty_sort:.0} ms) | {sort:.0} ms, {:+.0} ms | one frame, +17 ms |\n\
         | `dist/yanjing.html` | {:.2} MB | {:.1} MB |\n",
        kilobytes(sizes.first_load()),
        kilobytes(FIRST_LOAD_AIM),
        ready / empty_ready,
        drop - empty_drop,
        sort - empty_sort,
        kilobytes(sizes.single_file) / 1000.0,
        kilobytes(SINGLE_FILE_LIMIT) / 1000.0,
    ))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{library_table, table};

    #[test]
    fn a_missing_figure_is_named() {
        let page = json!({ "ready": { "page": 1.0 } });
        assert_eq!(table(&json!({}), &page).unwrap_err(), "no figure /ready/empty");
        assert_eq!(library_table(&json!({ "bytes": 1.0 })).unwrap_err(), "no figure emptyStart");
    }
}
