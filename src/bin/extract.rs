//! Prints the report document of each file: one JSON object a line, in the order of the arguments.

use std::{
    io::{Read as _, Write as _},
    process::ExitCode,
    rc::Rc,
};

use serde::Serialize;
use yanjing::{
    parse,
    text::decode::{BinaryKind, Unreadable, decode, native},
    view::document::{FORMAT, document},
};

const HELP: &str = "\
Reads broker research reports and prints what they say, one JSON object (yanjing-report/1) per file and line.

usage: extract FILE...
       extract -            reads one report from standard input

  FILE        a report as text, Markdown or saved HTML; UTF-8, UTF-16, GB18030 or Big5
  -h, --help  prints this

The lines come in the order of the arguments. A file that cannot be read gives
  {\"format\":\"yanjing-report/1\",\"file\":{\"name\":...},\"error\":{\"kind\":...,\"message\":...}}
in its line; the others go on, and the exit status is 1. It is 2 where no file is named.
";

/// Why a file has no document.
#[derive(Serialize)]
struct ErrorForm {
    kind: &'static str,
    message: String,
}

#[derive(Serialize)]
struct FileForm<'a> {
    name: &'a str,
    bytes: usize,
}

#[derive(Serialize)]
struct FailureForm<'a> {
    format: &'static str,
    file: FileForm<'a>,
    error: ErrorForm,
}

fn main() -> ExitCode {
    let arguments: Vec<std::ffi::OsString> = std::env::args_os().skip(1).collect();
    let asks_for_help = arguments.iter().any(|argument| argument == "--help" || argument == "-h");
    if asks_for_help || arguments.is_empty() {
        let written = if asks_for_help {
            std::io::stdout().write_all(HELP.as_bytes())
        } else {
            std::io::stderr().write_all(HELP.as_bytes())
        };
        return if asks_for_help && written.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(2) };
    }
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    let mut failed = false;
    for argument in &arguments {
        let Ok(read) = print(&mut output, argument) else { return ExitCode::FAILURE };
        failed |= !read;
    }
    if output.flush().is_err() || failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Prints the line of one file; whether it could be read. An error is one of writing.
fn print(output: &mut impl std::io::Write, argument: &std::ffi::OsStr) -> std::io::Result<bool> {
    let path = std::path::Path::new(argument);
    let name =
        if argument == "-" { "-".into() } else { path.file_name().unwrap_or(argument).to_string_lossy() };
    let bytes = bytes(argument);
    let length = bytes.as_ref().map_or(0, Vec::len);
    let read = bytes.map_err(|error| unreadable_file(&error)).and_then(|bytes| {
        decode(&name, &bytes, None, &native)
            .map_err(|reason| ErrorForm { kind: kind(reason), message: message(reason).to_owned() })
    });
    let done = match read {
        Ok(decoded) => {
            let report = parse::report(Rc::new(decoded.source));
            serde_json::to_writer(&mut *output, &document(&report))?;
            true
        }
        Err(error) => {
            let file = FileForm { name: &name, bytes: length };
            serde_json::to_writer(&mut *output, &FailureForm { format: FORMAT, file, error })?;
            false
        }
    };
    output.write_all(b"\n")?;
    output.flush()?;
    Ok(done)
}

fn bytes(argument: &std::ffi::OsStr) -> std::io::Result<Vec<u8>> {
    if argument == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes)?;
        Ok(bytes)
    } else {
        std::fs::read(argument)
    }
}

fn unreadable_file(error: &std::io::Error) -> ErrorForm {
    let kind = match error.kind() {
        std::io::ErrorKind::NotFound => "not_found",
        std::io::ErrorKind::PermissionDenied => "permission_denied",
        std::io::ErrorKind::IsADirectory => "is_a_directory",
        _ => "unreadable",
    };
    ErrorForm { kind, message: error.to_string() }
}

fn kind(reason: Unreadable) -> &'static str {
    match reason {
        Unreadable::Empty => "empty",
        Unreadable::Blank => "blank",
        Unreadable::Binary(BinaryKind::Pdf) => "pdf",
        Unreadable::Binary(_) => "binary",
        Unreadable::Noise => "noise",
    }
}

fn message(reason: Unreadable) -> &'static str {
    match reason {
        Unreadable::Empty => "the file is empty",
        Unreadable::Blank => "the file holds white space only",
        Unreadable::Binary(BinaryKind::Pdf) => "PDF is not read yet; convert it to text first",
        Unreadable::Binary(BinaryKind::Zip) => "an archive; unpack it first",
        Unreadable::Binary(BinaryKind::Image) => "a picture",
        Unreadable::Binary(BinaryKind::Program) => "a program",
        Unreadable::Binary(BinaryKind::Office) => "a document of an office suite; save it as text first",
        Unreadable::Binary(BinaryKind::Other) => "binary data",
        Unreadable::Noise => "bytes that are text in no known encoding",
    }
}
