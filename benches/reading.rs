//! How fast reports are read on one core, bytes to text to report, beside a plain split of the same text into lines and
//! cells: the files that are given, and 2,000 invented ones of all forms; how much memory these take when all are kept; and
//! how long texts take that are one piece over and over. Prints one line of JSON, speeds in MB/s (1,000,000 bytes) and
//! times in milliseconds, medians; `cargo xtask bench` runs it.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints its figures")]

use std::{
    hint::black_box,
    path::PathBuf,
    rc::Rc,
    time::{Duration, Instant},
};

use yanjing::{
    model::report::Report,
    parse,
    text::{decode::decode, source::Source},
};

#[path = "../tests/reading/collection.rs"]
mod collection;
#[path = "../tests/reading/pieces.rs"]
mod pieces;

/// How often each speed is measured, the two in turns.
const REPETITIONS: usize = 9;
/// How long one measurement reads the files again and again, so that the clock's grain does not matter.
const LENGTH: Duration = Duration::from_millis(200);
/// How many invented reports are read.
const COUNT: usize = 2_000;
/// The bytes of a text of one piece.
const HOSTILE: usize = 200_000;

/// A file: its name and its bytes.
type File = (String, Vec<u8>);

fn main() -> std::process::ExitCode {
    // Cargo passes its own options to every benchmark; the rest are the files.
    let paths: Vec<PathBuf> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).map(PathBuf::from).collect();
    let files: Vec<File> = paths
        .iter()
        .filter_map(|path| {
            Some((path.file_name()?.to_string_lossy().into_owned(), std::fs::read(path).ok()?))
        })
        .collect();
    if files.is_empty() || files.len() < paths.len() {
        eprintln!("Usage: cargo bench --bench reading -- FILE...");
        return std::process::ExitCode::FAILURE;
    }
    let invented: Vec<File> = (0..COUNT)
        .map(|number| (collection::name(number), collection::report(number).into_bytes()))
        .collect();
    let memory = memory(&invented).map_or_else(|| "null".to_owned(), |times| format!("{times:.1}"));
    let (reading, splitting) = speeds(&files);
    let (all, all_split) = speeds(&invented);
    let Hostile { piece, time, ratio } = hostile();
    println!(
        "{{\"reading\":{reading:.1},\"splitting\":{splitting:.1},\"all\":{all:.1},\"allSplit\":{all_split:.1},\
         \"memory\":{memory},\"hostile\":{{\"piece\":{piece:?},\"time\":{time:.1},\"ratio\":{ratio:.2}}}}}"
    );
    std::process::ExitCode::SUCCESS
}

/// How fast `files` are read, and split.
fn speeds(files: &[File]) -> (f64, f64) {
    let (mut reading, mut splitting) = (Vec::new(), Vec::new());
    for _ in 0..REPETITIONS {
        reading.push(megabytes_per_second(files, |file| drop(black_box(read(file)))));
        splitting.push(megabytes_per_second(files, split));
    }
    (median(reading), median(splitting))
}

fn read((name, bytes): &File) -> Option<Report> {
    let decoded = decode(name, bytes, None, &|_, _| None).ok()?;
    Some(parse::report(Rc::new(decoded.source)))
}

fn split((_, bytes): &File) {
    let text = String::from_utf8_lossy(bytes);
    let rows: Vec<Vec<&str>> = text.split('\n').map(|line| line.split('\t').collect()).collect();
    black_box(rows);
}

fn megabytes_per_second(files: &[File], work: impl Fn(&File)) -> f64 {
    let start = Instant::now();
    let mut bytes = 0;
    while start.elapsed() < LENGTH {
        for file in files {
            work(black_box(file));
            bytes += file.1.len();
        }
    }
    bytes as f64 / 1e6 / start.elapsed().as_secs_f64()
}

/// The most memory that reading all `files` and keeping their reports takes, as a multiple of their bytes; `None` where
/// the system does not tell.
fn memory(files: &[File]) -> Option<f64> {
    let before = process_bytes("VmRSS")?;
    let reports: Vec<Option<Report>> = files.iter().map(read).collect();
    let most = process_bytes("VmHWM")?;
    drop(black_box(reports));
    let bytes: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    Some(most.saturating_sub(before) as f64 / bytes as f64)
}

/// What Linux says of this process's memory, in bytes.
fn process_bytes(name: &str) -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    line.trim().strip_suffix(" kB")?.parse().ok().map(|kilobytes: usize| kilobytes * 1024)
}

/// The text of one piece that takes longest.
struct Hostile {
    piece: String,
    /// For [`HOSTILE`] bytes.
    time: f64,
    /// The most that twice as many bytes of any piece take, as a multiple of once.
    ratio: f64,
}

fn hostile() -> Hostile {
    let mut worst = Hostile { piece: String::new(), time: 0.0, ratio: 0.0 };
    for piece in pieces::PIECES {
        for end in ["", "\n", "\t", "\t\t\n"] {
            let piece = format!("{piece}{end}");
            let (once, twice) = (reading_time(&piece, HOSTILE), reading_time(&piece, 2 * HOSTILE));
            // Below a millisecond a ratio says nothing of the text.
            worst.ratio = worst.ratio.max(if once < 1.0 { 0.0 } else { twice / once });
            if once > worst.time {
                worst = Hostile { piece, time: once, ..worst };
            }
        }
    }
    worst
}

/// The least of three times.
fn reading_time(piece: &str, bytes: usize) -> f64 {
    let source = Rc::new(Source::of_text("any.txt", piece.repeat(bytes / piece.len())));
    let once = |_| {
        let start = Instant::now();
        drop(black_box(parse::report(source.clone())));
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..3).map(once).fold(f64::INFINITY, f64::min)
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
