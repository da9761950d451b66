//! Which files to read: named one by one, or listed in a file or on standard input.

use std::{
    ffi::OsString,
    io::{self, BufRead, BufReader},
};

/// A file to read, or a list that could not be read.
pub enum Named {
    /// A file's name; `-` is standard input.
    File(OsString),
    /// A list's name and why it ended early.
    Unlisted(OsString, io::Error),
}

/// The files that `arguments` name, in their order; lists are read line by line as files are asked for. `None` where no
/// file is named, or an option is unknown or lacks its value.
pub fn names(arguments: Vec<OsString>) -> Option<Box<dyn Iterator<Item = Named> + Send>> {
    let mut parts: Vec<Box<dyn Iterator<Item = Named> + Send>> = Vec::new();
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let inline =
            argument.to_str().and_then(|text| text.strip_prefix("--files-from=")).map(OsString::from);
        if argument == "--files-from" {
            parts.push(listed(arguments.next()?));
        } else if let Some(list) = inline {
            parts.push(listed(list));
        } else if argument.to_str().is_some_and(|text| text.starts_with("--")) {
            return None;
        } else {
            parts.push(Box::new(std::iter::once(Named::File(argument))));
        }
    }
    (!parts.is_empty()).then(|| Box::new(parts.into_iter().flatten()) as _)
}

/// The names in the list `list`, one a line; blank lines are none.
fn listed(list: OsString) -> Box<dyn Iterator<Item = Named> + Send> {
    let opened: io::Result<Box<dyn BufRead + Send>> = if list == "-" {
        Ok(Box::new(BufReader::new(io::stdin())))
    } else {
        std::fs::File::open(&list).map(|file| Box::new(BufReader::new(file)) as _)
    };
    let mut reader = match opened {
        Ok(reader) => reader,
        Err(error) => return Box::new(std::iter::once(Named::Unlisted(list, error))),
    };
    let mut ended = false;
    Box::new(std::iter::from_fn(move || {
        while !ended {
            let mut line = Vec::new();
            match reader.read_until(b'\n', &mut line) {
                Ok(0) => ended = true,
                Ok(_) => {
                    let kept = line.iter().rev().skip_while(|byte| matches!(byte, b'\n' | b'\r')).count();
                    line.truncate(kept);
                    if !line.is_empty() {
                        return Some(Named::File(file_name(line)));
                    }
                }
                Err(error) => {
                    ended = true;
                    return Some(Named::Unlisted(list.clone(), error));
                }
            }
        }
        None
    }))
}

/// A name as the list spells it: any bytes where names are bytes.
#[cfg(unix)]
fn file_name(line: Vec<u8>) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(line)
}

/// A name as the list spells it.
#[cfg(not(unix))]
fn file_name(line: Vec<u8>) -> OsString {
    String::from_utf8_lossy(&line).into_owned().into()
}
