//! How fast reports are read on one core: bytes to text to report, beside a plain split of the same text into lines
//! and cells. Prints one line of JSON in MB/s (1,000,000 bytes), medians; `cargo xtask bench` runs it.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints its figures")]

use std::{
    hint::black_box,
    path::PathBuf,
    rc::Rc,
    time::{Duration, Instant},
};

use yanjing::{parse, text::decode::decode};

/// How often each speed is measured, the two in turns.
const REPETITIONS: usize = 9;
/// How long one measurement reads the files again and again, so that the clock's grain does not matter.
const LENGTH: Duration = Duration::from_millis(200);

fn main() -> std::process::ExitCode {
    // Cargo passes its own options to every benchmark; the rest are the files.
    let paths: Vec<PathBuf> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).map(PathBuf::from).collect();
    let files: Vec<Vec<u8>> = paths.iter().filter_map(|path| std::fs::read(path).ok()).collect();
    if files.is_empty() || files.len() < paths.len() {
        eprintln!("Usage: cargo bench --bench reading -- FILE...");
        return std::process::ExitCode::FAILURE;
    }
    let (mut reading, mut splitting) = (Vec::new(), Vec::new());
    for _ in 0..REPETITIONS {
        reading.push(megabytes_per_second(&files, read));
        splitting.push(megabytes_per_second(&files, split));
    }
    println!("{{\"reading\":{:.1},\"splitting\":{:.1}}}", median(reading), median(splitting));
    std::process::ExitCode::SUCCESS
}

fn read(bytes: &[u8]) {
    if let Ok(decoded) = decode("report.txt", bytes, None, &|_, _| None) {
        black_box(parse::report(Rc::new(decoded.source)));
    }
}

fn split(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let rows: Vec<Vec<&str>> = text.split('\n').map(|line| line.split('\t').collect()).collect();
    black_box(rows);
}

fn megabytes_per_second(files: &[Vec<u8>], work: fn(&[u8])) -> f64 {
    let start = Instant::now();
    let mut bytes = 0;
    while start.elapsed() < LENGTH {
        for file in files {
            work(black_box(file));
            bytes += file.len();
        }
    }
    bytes as f64 / 1e6 / start.elapsed().as_secs_f64()
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
