//! `dist/yanjing.html`: the whole page in one file, which opens from a disk and asks for nothing.

use std::io::Write as _;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::command::{Outcome, project, read, write};
use crate::content_policy::{Edition, with_policy};
use crate::markup::{attribute, insert_before, with_shell, without};
use crate::samples;
use crate::trunk::Parts;

/// The file's place.
#[must_use]
pub fn path() -> PathBuf {
    project().join("dist/yanjing.html")
}

/// Writes the file.
pub fn write_single_file(parts: &Parts) -> Outcome {
    let icon = read(&project().join("assets/icon.svg"))?;
    write(&path(), page(parts, &icon, &samples::text()?)?)
}

fn page(parts: &Parts, icon: &[u8], samples: &str) -> Outcome<String> {
    if samples.contains("</script") || samples.contains("<!--") {
        return Err("a sample holds what ends or escapes a script element".to_owned());
    }
    let script = script(&parts.script.1)?;
    let icon = STANDARD.encode(icon);
    let (program, later) = (packed(&parts.program.1)?, packed(&parts.later.1)?);
    let initials = STANDARD.encode(crate::initials::table());
    let style = &parts.style;
    let head = format!(
        "<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\" type=\"image/svg+xml\">\n<style>{style}</style>\n"
    );
    // The program stands at the end, so that the page is painted before its bytes are read.
    let end = format!(
        "<script type=\"text/plain\" id=\"samples\">{samples}</script>\n\
         <script type=\"application/octet-stream\" id=\"initials\">{initials}</script>\n\
         <script type=\"application/octet-stream\" id=\"program\">{program}</script>\n\
         <script type=\"application/octet-stream\" id=\"later\">{later}</script>\n\
         <script type=\"module\" id=\"script\">{script}</script>\n"
    );
    let page = without(&parts.markup, |element| {
        matches!(attribute(element.text, "rel"), Some("icon" | "manifest" | "apple-touch-icon"))
    });
    let page = page.replacen("<html ", "<html data-edition=\"single\" ", 1);
    let page = insert_before(&page, "</head>", &head).ok_or("index.html has no </head>")?;
    let page = insert_before(&page, "</body>", &end).ok_or("index.html has no </body>")?;
    let page = with_shell(&page, &parts.shell)?;
    with_policy(&page, Edition::SingleFile, style, &[&parts.shell, &script])
}

/// A part of the program as text: gzip, which browsers unpack themselves, in base64.
fn packed(part: &[u8]) -> Outcome<String> {
    let mut packing = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let packed = packing.write_all(part).and_then(|()| packing.finish());
    packed.map(|packed| STANDARD.encode(packed)).map_err(|error| error.to_string())
}

/// The JavaScript side as an inline module that starts itself with the bytes that stand in the page; in a worker, which is
/// made of the same text as a plain script, with the compiled program that the page posts.
fn script(module: &str) -> Outcome<String> {
    let (body, exports) = module.rsplit_once("export{").ok_or("the JavaScript side exports nothing")?;
    let start = exports
        .split([',', '}'])
        .find_map(|export| export.trim().strip_suffix(" as default"))
        .ok_or("the JavaScript side has no default export")?;
    if module.contains("</script") {
        return Err("the JavaScript side holds a closing script tag".to_owned());
    }
    // What a plain script must not name; nothing is loaded by it here.
    let body = body.replace("import.meta.url", "location.href");
    Ok(format!(
        "{body}\n\
         if (globalThis.document) {{\n\
         const unpacked = async (id) => {{\n\
         const part = document.getElementById(id);\n\
         const bytes = Uint8Array.from(atob(part.textContent), (letter) => letter.charCodeAt(0));\n\
         const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(\"gzip\"));\n\
         return new Response(stream).arrayBuffer();\n}};\n\
         const program = unpacked(\"program\").then((bytes) => {start}({{ module_or_path: bytes }}));\n\
         let later;\n\
         window.loadLater = () => (later ??= program.then(async (f) => WebAssembly.instantiate(await unpacked(\"later\"), {{ f }}))\n\
         .then(({{ module }}) => {{ window.laterPart = module; document.getElementById(\"later\").remove(); }},\n\
         (failure) => {{ later = undefined; throw failure; }}));\n\
         program.then(() => document.getElementById(\"program\").remove(), () => {{\n\
         document.getElementById(\"start-failure\").hidden = false;\n}});\n\
         }} else addEventListener(\"message\", async ({{ data: [, program, later] }}) => {{\n\
         const f = await {start}({{ module_or_path: program }});\n\
         if (later) new WebAssembly.Instance(later, {{ f }});\n\
         }}, {{ once: true }});\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::{page, script};
    use crate::trunk::Parts;

    #[test]
    fn everything_is_inside() {
        let markup = "<!doctype html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n\
            <meta name=\"viewport\" content=\"\">\n<link rel=\"icon\" href=\"icon.svg\">\n\
            <link rel=\"manifest\" href=\"manifest.webmanifest\">\n</head>\n<body>\n<section id=\"failure\"></section>\n</body>\n</html>\n";
        let parts = Parts {
            markup: markup.to_owned(),
            style: "a{}".to_owned(),
            shell: "take()".to_owned(),
            unpacking: String::new(),
            script: ("a.js".to_owned(), "function go(){}export{sync,go as default};".to_owned()),
            program: ("a.wasm".to_owned(), vec![0, 97, 115, 109]),
            later: ("b.wasm".to_owned(), vec![0, 97, 115, 110]),
        };
        let page = page(&parts, b"<svg/>", "\u{1e}a.txt\nsample").unwrap();
        assert!(page.contains("<html data-edition=\"single\" lang=\"zh-Hans\">"));
        assert!(page.contains("id=\"program\">H4sI"));
        assert!(page.contains("id=\"later\">H4sI"));
        for outside in ["icon.svg", "manifest", "a.js", "a.wasm", "b.wasm", "http:", "https:"] {
            assert!(!page.contains(outside), "{outside} in {page}");
        }
    }

    #[test]
    fn the_module_starts_itself() {
        let started = script("const a=import.meta.url;export{sync,go as default};\n").unwrap();
        assert!(started.starts_with("const a=location.href;"), "{started}");
        assert!(
            started.contains("go({ module_or_path: bytes })") && !started.contains("export"),
            "{started}"
        );
        assert!(script("const a = 1;").is_err());
        assert!(script("const a=\"</script>\";export{go as default};").is_err());
    }
}
