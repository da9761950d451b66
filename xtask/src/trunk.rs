//! The page as Trunk leaves it, taken apart: what both editions are put together from.

use std::path::{Path, PathBuf};

use crate::command::{
    Outcome, command, file_name, files, output, project, read, read_text, run, say_and_run, write,
};
use crate::markup::{attribute, elements, without};
use crate::minify::{Language, minified};
use crate::split::split;

/// The parts of the built page.
pub struct Parts {
    /// The page's markup, without Trunk's tags and without links to style sheets.
    pub markup: String,
    /// All style sheets in the order in which the page names them.
    pub style: String,
    /// The page's shell, a classic script that runs before the program.
    pub shell: String,
    /// The JavaScript side: its hashed name and its text, a module.
    pub script: (String, String),
    /// The program: its hashed name and the bytes of its first part.
    pub program: (String, Vec<u8>),
    /// What the page unpacks the site's first part with, a classic script.
    pub unpacking: String,
    /// The part of the program that is loaded later: its hashed name and its bytes.
    pub later: (String, Vec<u8>),
}

/// A panic stops the page at once: its message and place, for each index and each sum, are a tenth of the program. The
/// shell shows that it stopped, and where in the program (`assets/shell.js`).
const IMMEDIATE_ABORT: &str = "-Zunstable-options -Cpanic=immediate-abort";

/// What only a message of a panic or of a fault's finder would say is left out: the places of calls in the source, and all
/// that `{:?}` writes. Nothing of the page is shown by it.
const SILENT: &str = "-Zlocation-detail=none -Zfmt-debug=none";

/// Functions that do the same stay apart until the program is in two parts: one that stood for others would bear one name
/// of several, and might be parted from those that call it by another. `wasm-opt` joins them in each part.
const UNMERGED: &str = "-Zmerge-functions=disabled";

/// The standard library is compiled with the page, in the same way; the compiler offers it behind this variable alone.
const OWN_STANDARD_LIBRARY: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// The first place of the table of functions: no other number of the program is near it (the code points there are Hangul),
/// so that a function's address is told from other numbers in the few functions that wasm-bindgen adds.
const TABLE_BASE: &str = "-Clink-arg=--table-base=45056";

/// The linker leaves in its file which function and which constant names which.
const RELOCATIONS: &str = "-Clink-arg=--emit-relocs";

/// Where the program is taken apart.
fn parts_folder() -> PathBuf {
    project().join("target/parts")
}

/// The program as the linker wrote it.
fn linked() -> PathBuf {
    project().join("target/wasm32-unknown-unknown/page/yanjing.wasm")
}

/// Builds the page and reads what came out.
pub fn build() -> Outcome<Parts> {
    let folder = parts_folder();
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut trunk = command("trunk");
    // The variable of the same name that some machines set (to 1) is none that Trunk understands.
    trunk.args(["build", "--log", "warn"]).env_remove("NO_COLOR");
    trunk
        .env(
            "RUSTFLAGS",
            format!(
                "{} {IMMEDIATE_ABORT} {SILENT} {UNMERGED} {TABLE_BASE} {RELOCATIONS}",
                without_local_paths()
            ),
        )
        .envs(OWN_STANDARD_LIBRARY);
    say_and_run(&mut trunk)?;
    read_parts(&project().join("target/trunk"))
}

/// The compiler's flags that keep the paths of the building machine out of the program: they are long, concern nobody,
/// and would make the same source another file on each machine.
pub fn without_local_paths() -> String {
    let flags = std::env::var("RUSTFLAGS").unwrap_or_default();
    let registry = crate::tools::cargo_home().unwrap_or_default().join("registry/src");
    let mut flags = format!(
        "{flags} --remap-path-prefix={}= --remap-path-prefix={}=",
        registry.display(),
        project().display()
    );
    // Where the sources of the standard library are installed, the compiler names their places on this machine.
    if let Some(sysroot) = output(command("rustc").args(["--print", "sysroot"])) {
        flags.push_str(&format!(" --remap-path-prefix={sysroot}/lib/rustlib/src/rust="));
    }
    flags
}

fn read_parts(folder: &Path) -> Outcome<Parts> {
    let page = read_text(&folder.join("index.html"))?;
    let style = style_of(&page, folder)?;
    let markup = without(&page, |element| {
        element.name == "script" && element.text.contains("TrunkApplicationStarted")
            || element.name == "link"
                && matches!(attribute(element.text, "rel"), Some("modulepreload" | "preload" | "stylesheet"))
    });
    let markup = without_comments(&markup);
    let (mut script, mut program) = (None, None);
    for path in files(folder)? {
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("js") => script = Some((file_name(&path), read_text(&path)?)),
            Some("wasm") => program = Some((file_name(&path), read(&path)?)),
            _ => {}
        }
    }
    let (script_name, script) = script.ok_or("Trunk wrote no JavaScript")?;
    let (program_name, program) = program.ok_or("Trunk wrote no wasm")?;
    let parts = split(&program, &script, &read(&linked())?)?;
    let script = minified(&parts.script, Language::Script)?;
    if script.starts_with("import") {
        return Err(
            "the JavaScript side imports further modules, which the single file cannot carry".to_owned()
        );
    }
    let later_name = program_name.replace("_bg.wasm", "_later.wasm");
    let optimizing = std::thread::spawn({
        let (name, later) = (later_name.clone(), parts.later);
        move || optimized(&name, &later)
    });
    let program = optimized(&program_name, &parts.first)?;
    let later = optimizing.join().map_err(|_| "wasm-opt could not be run")??;
    let asset = |name| minified(&read_text(&project().join("assets").join(name))?, Language::Script);
    Ok(Parts {
        markup,
        style,
        shell: asset("shell.js")?,
        unpacking: asset("unpacking.js")?,
        script: (script_name, script),
        program: (program_name, program),
        later: (later_name, later),
    })
}

/// Small code. Below the stack's end no byte is ever named, so that sums with an address go into the access itself.
const SMALL: [&str; 3] = ["-Oz", "--low-memory-unused", "--reorder-locals"];

/// A part of the program as small as `wasm-opt` makes it, without the names of functions.
fn optimized(name: &str, part: &[u8]) -> Outcome<Vec<u8>> {
    let folder = parts_folder();
    let (whole, small) = (folder.join(name), folder.join(format!("{name}.small")));
    write(&whole, part)?;
    run(command("wasm-opt").args(SMALL).arg(&whole).arg("-o").arg(&small))?;
    read(&small)
}

fn style_of(page: &str, folder: &Path) -> Outcome<String> {
    let mut style = String::new();
    for link in elements(page, "link") {
        if attribute(link.text, "rel") == Some("stylesheet") {
            let name = attribute(link.text, "href").ok_or("a style sheet without an address")?;
            style.push_str(&read_text(&folder.join(name))?);
        }
    }
    minified(&style, Language::Style)
}

/// The page's markup without its comments. None of its scripts and texts holds `<!--`.
fn without_comments(markup: &str) -> String {
    let mut pieces = markup.split("<!--");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |kept, piece| {
        kept + piece.split_once("-->").map_or("", |(_, behind)| behind.trim_start())
    })
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn comments_are_dropped() {
        assert_eq!(
            without_comments("<div>\n<!-- why -->\n<p>a</p><!-- b --></div>"),
            "<div>\n<p>a</p></div>"
        );
    }
}
