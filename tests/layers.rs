//! The layers of ARCHITECTURE.md as a test: what each may name, which crates belong where, how long a file may be.
//! A breach says its file and line.

use std::{
    fs,
    path::{Path, PathBuf},
};

#[path = "layers/paths.rs"]
mod paths;

/// Each layer and the layers that it may name.
const LAYERS: [(&str, &[&str]); 13] = [
    ("text", &["text"]),
    ("model", &["text", "model"]),
    ("parse", &["text", "model", "parse"]),
    ("insight", &["text", "model", "insight"]),
    ("library", &["text", "model", "parse", "library"]),
    ("view", &["text", "model", "insight", "library", "view"]),
    ("export", &["text", "model", "view", "export"]),
    ("browser", &["text", "browser"]),
    ("work", &["text", "library", "export", "browser", "work"]),
    ("ui", &["text", "model", "parse", "insight", "library", "view", "export", "browser", "work", "ui"]),
    ("main", &["browser", "work", "ui"]),
    ("desk", &["work"]),
    ("bin", &["text", "model", "parse", "insight", "view"]),
];

/// Each crate that belongs to some places only, and the places: a layer, or a file of one.
const CRATES: [(&str, &[&str]); 11] = [
    ("yew", &["ui", "main"]),
    ("web_sys", &["browser"]),
    ("js_sys", &["browser"]),
    ("wasm_bindgen", &["browser"]),
    ("wasm_bindgen_futures", &["browser"]),
    ("idb", &["browser"]),
    ("gloo", &["browser"]),
    ("serde_json", &["view/document", "export", "bin"]),
    ("rust_xlsxwriter", &["export"]),
    ("memchr", &["view/workbench"]),
    ("regex", &["parse"]),
];

/// The most lines that a file may have, its tests among them.
const MOST_LINES: usize = 500;

/// Where `file`, a path below `src`, stands: `parse/block.rs` is `["parse", "block"]`; the crate's root is nowhere.
fn place(file: &str) -> Vec<String> {
    match file.trim_end_matches(".rs") {
        "lib" => Vec::new(),
        place => place.split('/').map(str::to_owned).collect(),
    }
}

/// What is wrong with `source`, which stands in `file` below `src`: a line each, `file:line: what`.
fn breaches(file: &str, source: &str) -> Vec<String> {
    let place = place(file);
    let layer = place.first().map(String::as_str);
    let allowed = layer.map(|layer| {
        let known = LAYERS.iter().find(|(name, _)| *name == layer);
        known.map_or_else(|| panic!("src/{file}: {layer} is no layer"), |(_, allowed)| *allowed)
    });
    let mut breaches = Vec::new();
    let mut breach = |line: usize, what: &str| breaches.push(format!("{file}:{line}: {what}"));
    if file.ends_with("mod.rs") {
        breach(1, "a module's file stands beside its folder");
    }
    if source.lines().count() > MOST_LINES {
        breach(MOST_LINES + 1, "too long");
    }
    for path in paths::paths(source) {
        if path.segments.last().is_some_and(|last| last == "*") {
            breach(path.line, "a glob import");
        }
        let Some(named) = inside_crate(&path, &place) else {
            let foreign = path.segments.first().map(String::as_str).unwrap_or_default();
            let homes = CRATES.iter().find(|(name, _)| *name == foreign).map(|(_, homes)| *homes);
            if homes.is_some_and(|homes| !homes.iter().any(|home| is_below(&place, home))) {
                breach(path.line, &format!("names {foreign}"));
            }
            continue;
        };
        match (allowed, named.first()) {
            (Some(_), None) if path.imported => breach(path.line, "names the crate's root"),
            (Some(allowed), Some(named)) if !allowed.contains(&named.as_str()) => {
                breach(path.line, &format!("names {named}"));
            }
            _ => {}
        }
    }
    breaches
}

/// The path from the crate's root, or `None` where it leads to another crate or stays unnamed.
fn inside_crate(path: &paths::NamedPath, place: &[String]) -> Option<Vec<String>> {
    let is_program = matches!(place.first().map(String::as_str), Some("main" | "desk" | "bin"));
    let mut here = [place, &path.modules].concat();
    let mut rest = path.segments.iter().map(String::as_str).peekable();
    match rest.next()? {
        "yanjing" => here.clear(),
        // A program is a crate of its own, with modules of its own.
        _ if is_program => return None,
        "crate" => here.clear(),
        "self" => {}
        "super" => drop(here.pop()),
        _ => return None,
    }
    while rest.next_if_eq(&"super").is_some() {
        here.pop();
    }
    here.extend(rest.filter(|name| *name != "self").map(str::to_owned));
    Some(here)
}

fn is_below(place: &[String], home: &str) -> bool {
    let mut place = place.iter();
    home.split('/').all(|part| place.next().is_some_and(|here| here == part))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())).path();
        match path.extension() {
            _ if path.is_dir() => found.extend(sources(&path)),
            Some(extension) if extension == "rs" => found.push(path),
            _ => {}
        }
    }
    found.sort();
    found
}

#[test]
fn no_source_breaks_the_layers() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = sources(&root);
    assert!(files.len() > LAYERS.len(), "no sources found below {}", root.display());
    let mut found = Vec::new();
    for path in files {
        let file =
            path.strip_prefix(&root).expect("found below the root").to_string_lossy().replace('\\', "/");
        found.extend(breaches(&file, &fs::read_to_string(&path).expect("a readable source")));
    }
    assert!(found.is_empty(), "below src:\n{}", found.join("\n"));
}

#[test]
fn tests_and_tools_are_short_too() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["tests", "xtask/src"] {
        for path in sources(&root.join(folder)) {
            let lines = fs::read_to_string(&path).expect("a readable source").lines().count();
            assert!(lines <= MOST_LINES, "{}: {lines} lines", path.display());
        }
    }
}

#[track_caller]
fn check(file: &str, source: &str, expected: &[&str]) {
    assert_eq!(breaches(file, source), expected, "{file}:\n{source}");
}

#[test]
fn a_layer_names_what_stands_below_it() {
    check("parse/table.rs", "use crate::{model::table::Column, text::span::Span};", &[]);
    check("view.rs", "use crate::insight::axis;", &[]);
    check("ui/app.rs", "use yew::html;\nuse crate::parse;", &[]);
    check("lib.rs", "pub mod parse;\npub use parse::report;", &[]);
    check("bin/extract.rs", "use yanjing::parse;", &[]);
    check("ui/workbench/files.rs", "use crate::export::svg;", &[]);
}

#[test]
fn a_layer_does_not_name_what_stands_above_it() {
    check("text/span.rs", "use crate::model::fact::Fact;", &["text/span.rs:1: names model"]);
    check("view/state.rs", "\nfn f() { crate::parse::report(x) }", &["view/state.rs:2: names parse"]);
    check(
        "insight.rs",
        "use crate::{model::{fact, table::{Cell, Row}},\nview::state};",
        &["insight.rs:2: names view"],
    );
    check(
        "browser/files.rs",
        "type T = Option<crate::model::fact::Fact<u8>>;",
        &["browser/files.rs:1: names model"],
    );
    check("bin/extract.rs", "use yanjing::ui::app;", &["bin/extract.rs:1: names ui"]);
    check("export/svg.rs", "use crate::browser::page;", &["export/svg.rs:1: names browser"]);
    check("main.rs", "fn main() { yanjing::parse::report(x) }", &["main.rs:1: names parse"]);
}

#[test]
fn ways_around_are_followed() {
    check("model/code.rs", "use super::super::parse::block;", &["model/code.rs:1: names parse"]);
    check("model.rs", "use super::view;", &["model.rs:1: names view"]);
    check("model/code.rs", "use super::fact::Fact;", &[]);
    check("model/code.rs", "mod tests { use super::super::fact; }", &[]);
    check(
        "model/code.rs",
        "mod a {}\nmod tests { use super::super::super::ui; }",
        &["model/code.rs:2: names ui"],
    );
    check("model/code.rs", "fn f() { self::super::super::ui::app() }", &["model/code.rs:1: names ui"]);
    check("model/code.rs", "use crate as everything;", &["model/code.rs:1: names the crate's root"]);
    check(
        "model/code.rs",
        "use crate::{self as everything, text};",
        &["model/code.rs:1: names the crate's root"],
    );
    check("model/code.rs", "use super::super as everything;", &["model/code.rs:1: names the crate's root"]);
}

#[test]
fn some_crates_belong_to_one_layer() {
    check("view/state.rs", "use yew::Html;", &["view/state.rs:1: names yew"]);
    check("ui/app.rs", "let w = web_sys::window();", &["ui/app.rs:1: names web_sys"]);
    check(
        "ui/app.rs",
        "use ::{gloo::timers, js_sys};",
        &["ui/app.rs:1: names gloo", "ui/app.rs:1: names js_sys"],
    );
    check("browser/files.rs", "use web_sys::File;\nuse idb::Database;", &[]);
    check("view/state.rs", "use serde_json::json;", &["view/state.rs:1: names serde_json"]);
    check("view/document/table.rs", "use serde_json::json;", &[]);
    check("view/documents.rs", "use serde_json::json;", &["view/documents.rs:1: names serde_json"]);
}

#[test]
fn files_are_short_and_import_by_name() {
    check("text/mod.rs", "", &["text/mod.rs:1: a module's file stands beside its folder"]);
    check("text/span.rs", "use std::fmt::*;", &["text/span.rs:1: a glob import"]);
    check("text/span.rs", "mod tests {\n use super::*;\n}", &["text/span.rs:2: a glob import"]);
    check("text/span.rs", &"\n".repeat(500), &[]);
    check("text/span.rs", &"\n".repeat(501), &["text/span.rs:501: too long"]);
}

#[test]
fn words_in_comments_strings_and_characters_are_no_names() {
    check("text/span.rs", "// crate::ui::app\n/* crate::ui::app */ /// [`crate::ui::app`]\n", &[]);
    check("text/span.rs", "let s = \"\\\" crate::ui::app\"; let r = br#\"\" crate::ui \"#;", &[]);
    check("text/span.rs", "let c = '\"'; crate::ui::app(); let d = '\"';", &["text/span.rs:1: names ui"]);
    check("text/span.rs", "let c = '\\''; crate::ui::app(); let q = '\\'';", &["text/span.rs:1: names ui"]);
    check("text/span.rs", "fn f<'a>(s: &'a str) { crate::ui::app(s) }", &["text/span.rs:1: names ui"]);
    check("text/span.rs", "fn f() -> impl Sized + use<> { crate::ui::app() }", &["text/span.rs:1: names ui"]);
}
