//! The line of one file.

use std::io::Read as _;

use serde::Serialize;
use yanjing::{
    parse,
    text::decode::{BinaryKind, Unreadable, decode, native},
    view::document::{FORMAT, document},
};

use crate::names::Named;

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

/// The line of a file without its end, and whether the file could be read.
pub fn line(named: Named) -> (Vec<u8>, bool) {
    let (argument, bytes) = match named {
        Named::File(argument) => {
            let bytes = bytes(&argument);
            (argument, bytes)
        }
        Named::Unlisted(list, error) => (list, Err(error)),
    };
    let path = std::path::Path::new(&argument);
    let name =
        if argument == "-" { "-".into() } else { path.file_name().unwrap_or(&argument).to_string_lossy() };
    let length = bytes.as_ref().map_or(0, Vec::len);
    let read = bytes.map_err(|error| unreadable_file(&error)).and_then(|bytes| {
        decode(&name, &bytes, None, &native)
            .map_err(|reason| ErrorForm { kind: kind(reason), message: message(reason).to_owned() })
    });
    let failure = |error: ErrorForm| {
        let file = FileForm { name: &name, bytes: length };
        serde_json::to_vec(&FailureForm { format: FORMAT, file, error }).unwrap_or_default()
    };
    match read {
        Ok(decoded) => {
            let report = parse::decoded(decoded);
            match serde_json::to_vec(&document(&report)) {
                Ok(line) => (line, true),
                Err(error) => (failure(ErrorForm { kind: "unreadable", message: error.to_string() }), false),
            }
        }
        Err(error) => (failure(error), false),
    }
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
