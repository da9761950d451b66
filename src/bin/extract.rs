//! Prints the report document of each file: one JSON object a line, in the order of the arguments, with all cores.

#[path = "extract/line.rs"]
mod line;
#[path = "extract/names.rs"]
mod names;
#[path = "extract/ordered.rs"]
mod ordered;

use std::{io::Write as _, process::ExitCode};

const HELP: &str = "\
Reads broker research reports and prints what they say, one JSON object (yanjing-report/1) per file and line.

usage: extract FILE...
       extract --files-from LIST   reads the names of the files from LIST, one a line; - is standard input
       extract -                   reads one report from standard input

  FILE        a report as text, Markdown or saved HTML; UTF-8, UTF-16, GB18030 or Big5
  -h, --help  prints this

All cores read; the lines come in the order of the arguments, each as soon as it is ready and all before it are, so
that ten thousand files need no more memory than a few. A file that cannot be read gives
  {\"format\":\"yanjing-report/1\",\"file\":{\"name\":...},\"error\":{\"kind\":...,\"message\":...}}
in its line; the others go on, and the exit status is 1. It is 2 where no file is named.
";

fn main() -> ExitCode {
    let arguments: Vec<std::ffi::OsString> = std::env::args_os().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help" || argument == "-h") {
        let written = std::io::stdout().write_all(HELP.as_bytes());
        return if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let Some(names) = names::names(arguments) else {
        // Nobody reads what cannot be written.
        let _unread = std::io::stderr().write_all(HELP.as_bytes());
        return ExitCode::from(2);
    };
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    match ordered::print_all(names, cores, std::io::stdout(), line::line) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) | Err(_) => ExitCode::FAILURE,
    }
}
