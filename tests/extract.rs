//! The native program on files as a user has them: good and bad, named and from standard input.

use std::{
    fs,
    io::Write as _,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use serde_json::Value;

#[path = "extract/document.rs"]
mod document;
#[path = "reading/files.rs"]
mod files;

const NOTE: &str = "竹外证券\n\n一份短报告\n\n代码\t名称\t涨跌幅\n688901.SH\t衡汐传动\t-4.31%\n301702.SZ\t砺谷精工\t-1.11%\n";

fn extract(arguments: &[&str], input: &[u8]) -> Output {
    let program = Command::new(env!("CARGO_BIN_EXE_extract"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut program = program.unwrap_or_else(|error| panic!("extract does not start: {error}"));
    if let Some(mut pipe) = program.stdin.take() {
        // A program that reads no input closes the pipe early.
        let _ = pipe.write_all(input);
    }
    program.wait_with_output().unwrap_or_else(|error| panic!("extract does not end: {error}"))
}

/// The documents that `extract` prints, a line each.
fn documents(output: &Output) -> Vec<Value> {
    let lines = String::from_utf8_lossy(&output.stdout);
    let document =
        |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error} in {line}"));
    lines.lines().map(document).collect()
}

/// A file of that content, in a folder of the tests.
fn file(name: &str, content: &[u8]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    path.to_string_lossy().into_owned()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
}

#[test]
fn every_key_of_the_document_is_there() {
    for (path, text) in files::texts("fixtures/reports", "txt") {
        let output = extract(&[&path.to_string_lossy()], b"");
        assert!(output.status.success(), "{}", path.display());
        let [report] = documents(&output).try_into().expect("one line for one file");
        let faults = document::faults(&report, &text);
        assert!(faults.is_empty(), "{}:\n{}", path.display(), faults.join("\n"));
        assert!(report["tables"].as_array().is_some_and(|tables| !tables.is_empty()), "{}", path.display());
        assert!(
            report["rating_scales"].as_array().is_some_and(|scales| !scales.is_empty()),
            "{}",
            path.display()
        );
    }
}

#[test]
fn a_bad_file_does_not_stop_the_others() {
    let good = file("good.txt", NOTE.as_bytes());
    let picture = file("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let empty = file("empty.txt", b"");
    let blank = file("blank.txt", " \n\t\u{3000}\r\n".as_bytes());
    let output = extract(&[&good, "no-such-file.txt", &picture, &empty, &blank, &good], b"");
    assert_eq!(output.status.code(), Some(1));
    let documents = documents(&output);
    let names: Vec<_> = documents.iter().map(|document| document["file"]["name"].as_str()).collect();
    let expected = ["good.txt", "no-such-file.txt", "picture.txt", "empty.txt", "blank.txt", "good.txt"];
    assert_eq!(names, expected.map(Some));
    for (document, fails) in documents.iter().zip([false, true, true, true, true, false]) {
        assert_eq!(document["format"], "yanjing-report/1");
        let error = &document["error"];
        assert_eq!(error["kind"].is_string() && error["message"].is_string(), fails, "{document}");
        assert_eq!(document["tables"].is_array(), !fails, "{document}");
    }
}

#[track_caller]
fn check_encoding(label: &str, bytes: &[u8]) {
    let name = format!("{label}.txt");
    let output = extract(&[&file(&name, bytes)], b"");
    let report = &documents(&output)[0];
    assert_eq!(report["file"]["encoding"], label);
    assert_eq!(report["file"]["bytes"], bytes.len());
    let name = report["tables"][0]["rows"][0][1]["text"].as_str().unwrap_or_default();
    assert!(["衡汐传动", "衡汐傳動"].contains(&name), "{label}: {name}");
}

#[test]
fn texts_of_all_encodings_are_read() {
    check_encoding("utf-8", NOTE.as_bytes());
    check_encoding("utf-8", format!("\u{FEFF}{NOTE}").as_bytes());
    check_encoding("utf-16le", &utf16(NOTE, u16::to_le_bytes));
    check_encoding("utf-16be", &utf16(NOTE, u16::to_be_bytes));
    check_encoding("gb18030", &encoding_rs::GB18030.encode(NOTE).0);
    // Big5 has traditional characters only.
    let traditional = "竹外證券\n\n一份短報告\n\n代號\t名稱\t漲跌幅\n02937.HK\t衡汐傳動\t-4.31%\n02946.HK\t渡雲生活\t-1.11%\n";
    check_encoding("big5", &encoding_rs::BIG5.encode(traditional).0);
}

#[test]
fn markup_and_nul_characters_are_text() {
    let text = NOTE.replace("衡汐传动", "<script>alert(1)</script>").replace("砺谷精工", "砺谷\0精工");
    let output = extract(&["-"], text.as_bytes());
    assert!(output.status.success());
    let rows = &documents(&output)[0]["tables"][0]["rows"];
    assert_eq!(rows[0][1]["text"], "<script>alert(1)</script>");
    assert_eq!(rows[1][0]["value"], "301702.SZ");
}

#[test]
fn standard_input_is_a_report_too() {
    let output = extract(&["-"], NOTE.as_bytes());
    assert!(output.status.success());
    let [report] = documents(&output).try_into().expect("one line for one report");
    assert_eq!(report["file"]["name"], "-");
    assert_eq!(report["tables"][0]["rows"][1][2]["value"], -1.11);
}

#[test]
fn the_program_says_how_it_is_used() {
    let help = extract(&["--help"], b"");
    assert!(help.status.success());
    let words = String::from_utf8_lossy(&help.stdout).into_owned();
    assert!(words.contains("extract FILE...") && words.contains("yanjing-report/1"), "{words}");
    let nothing = extract(&[], b"");
    assert_eq!(nothing.status.code(), Some(2));
    assert!(nothing.stdout.is_empty() && !nothing.stderr.is_empty());
}

#[test]
fn names_come_from_a_list_too() {
    let good = file("listed.txt", NOTE.as_bytes());
    let list = file("list", format!("{good}\r\nno-such-file.txt\n\n{good}").as_bytes());
    let named = |output: &Output| {
        let names = documents(output)
            .into_iter()
            .map(|document| document["file"]["name"].as_str().map(str::to_owned));
        names.collect::<Option<Vec<_>>>().unwrap_or_default()
    };
    let expected = ["listed.txt", "no-such-file.txt", "listed.txt"];
    let from_file = extract(&["--files-from", &list], b"");
    assert_eq!((named(&from_file), from_file.status.code()), (expected.map(str::to_owned).to_vec(), Some(1)));
    let from_input = extract(&["--files-from=-"], format!("{good}\n").as_bytes());
    assert_eq!((named(&from_input), from_input.status.code()), (vec!["listed.txt".to_owned()], Some(0)));
    let mixed = extract(&[&good, "--files-from", "no-such-list", &good], b"");
    let expected = ["listed.txt", "no-such-list", "listed.txt"].map(str::to_owned).to_vec();
    assert_eq!((named(&mixed), mixed.status.code()), (expected, Some(1)));
    for wrong in [vec!["--files-from"], vec!["--no-such-option", &good]] {
        assert_eq!(extract(&wrong, b"").status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn many_files_keep_their_order() {
    // Long and short ones in turn, so that later ones are ready first; some are no reports.
    let long = format!("{NOTE}{}", "688901.SH\t衡汐传动\t-4.31%\n".repeat(2000));
    let names: Vec<String> = (0..400)
        .map(|number| match number % 8 {
            0 => file(&format!("many-{number}.txt"), long.as_bytes()),
            3 => format!("many-{number}-missing.txt"),
            _ => file(&format!("many-{number}.txt"), NOTE.as_bytes()),
        })
        .collect();
    let output = extract(&["--files-from", "-"], names.join("\n").as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let documents = documents(&output);
    assert_eq!(documents.len(), names.len());
    for (name, document) in names.iter().zip(&documents) {
        let printed = document["file"]["name"].as_str().unwrap_or_default();
        assert!(name.ends_with(printed), "{printed} in the place of {name}");
        assert_eq!(document["error"].is_object(), name.ends_with("missing.txt"), "{name}");
    }
}
