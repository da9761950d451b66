//! The module of the workbench: a program of its own beside the page's, loaded when a reader first uses a table's tools.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::command::{Outcome, cargo, command, project, read, read_text, say_and_run};
use crate::content_policy::integrity;
use crate::initials;

/// What the module's script is called in the page: the element that names or holds it.
const SCRIPT: &str = "workbench-script";

/// The parts of the built module.
pub struct Module {
    /// The JavaScript side, a script that leaves `wasm_bindgen` behind.
    script: String,
    /// The program.
    program: Vec<u8>,
    /// The table of pinyin initials.
    initials: Vec<u8>,
}

/// Builds the module.
pub fn build(flags: &str) -> Outcome<Module> {
    let mut build = cargo();
    build.args([
        "build",
        "--profile",
        "workbench",
        "--bin",
        "workbench",
        "--target",
        "wasm32-unknown-unknown",
        "--locked",
    ]);
    say_and_run(build.env("RUSTFLAGS", flags))?;
    let folder = project().join("target/workbench");
    let built = project().join("target/wasm32-unknown-unknown/workbench/workbench.wasm");
    let mut bind = command("wasm-bindgen");
    bind.args(["--target", "no-modules", "--no-typescript", "--out-name", "workbench", "--out-dir"]);
    say_and_run(bind.arg(&folder).arg(built))?;
    let program = folder.join("workbench_bg.wasm");
    let mut shrink = command("wasm-opt");
    shrink.args(["-O2", "--strip-producers", "--strip-debug"]);
    shrink.args(
        [
            "bulk-memory",
            "mutable-globals",
            "nontrapping-float-to-int",
            "reference-types",
            "sign-ext",
            "multivalue",
        ]
        .map(|feature| format!("--enable-{feature}")),
    );
    say_and_run(shrink.arg(&program).arg("-o").arg(&program))?;
    Ok(Module {
        script: read_text(&folder.join("workbench.js"))?,
        program: read(&program)?,
        initials: initials::table(),
    })
}

impl Module {
    /// The files of the site, each with a name that follows from its content; the script is the last.
    pub fn site_files(&self) -> Outcome<Vec<(String, Vec<u8>)>> {
        let program = named("workbench", &self.program, "wasm");
        let initials = named("initials", &self.initials, "bin");
        let script = self.script(
            &format!("\"./{program}\""),
            &format!("fetch(\"./{initials}\").then(answer=>answer.ok?answer.arrayBuffer():Promise.reject())"),
        )?;
        let name = named("workbench", script.as_bytes(), "js");
        Ok(vec![
            (program, self.program.clone()),
            (initials, self.initials.clone()),
            (name, script.into_bytes()),
        ])
    }

    /// What stands in the site's page: the script's name.
    #[must_use]
    pub fn site_markup(name: &str) -> String {
        format!("<meta id=\"{SCRIPT}\" content=\"./{name}\">\n")
    }

    /// The script of the single file, which the policy admits by its hash.
    pub fn single_script(&self) -> Outcome<String> {
        const UNPACK: &str = "new Response(new Response(Uint8Array.from(atob(document.getElementById(NAME).textContent),\
            letter=>letter.charCodeAt(0))).body.pipeThrough(new DecompressionStream(\"gzip\"))).arrayBuffer()";
        let unpack = |name: &str| UNPACK.replace("NAME", &format!("\"{name}\""));
        self.script(&unpack("workbench-program"), &unpack("workbench-initials"))
    }

    /// What stands in the single file: the script, at rest until it is asked for, and its data, compressed.
    pub fn single_markup(&self) -> Outcome<String> {
        let script = self.single_script()?;
        let packed = |bytes: &[u8]| Outcome::Ok(STANDARD.encode(gzip(bytes)?));
        Ok(format!(
            "<script type=\"text/plain\" id=\"{SCRIPT}\">{script}</script>\n\
             <script type=\"text/plain\" id=\"workbench-program\">{}</script>\n\
             <script type=\"text/plain\" id=\"workbench-initials\">{}</script>\n",
            packed(&self.program)?,
            packed(&self.initials)?
        ))
    }

    /// The JavaScript side with the function that starts it: `program` and `initials` are expressions for its data. The
    /// style sheet goes into the page as an object, which the policy has no say in; initials that cannot be had are done
    /// without.
    fn script(&self, program: &str, initials: &str) -> Outcome<String> {
        let style = crate::trunk::without_comments(&read_text(&project().join("styles/workbench.css"))?);
        let style = serde_json::to_string(&style).map_err(|error| error.to_string())?;
        let script = format!(
            "(()=>{{{}\nlet started;\nglobalThis.yanjingWorkbench=()=>started??=(async()=>{{\n\
             const sheet=new CSSStyleSheet();sheet.replaceSync({style});document.adoptedStyleSheets.push(sheet);\n\
             await wasm_bindgen({{module_or_path:await {program}}});\n\
             await ({initials}).then(bytes=>wasm_bindgen.take_initials(new Uint8Array(bytes))).catch(()=>{{}});\n\
             return wasm_bindgen}})();}})();",
            self.script
        );
        if script.contains("</script") || script.contains("<!--") {
            return Err("the workbench's script holds what ends or escapes a script element".to_owned());
        }
        Ok(script)
    }
}

/// `workbench-0a1b2c3d4e5f.wasm`: a name that follows from the content.
fn named(name: &str, content: &[u8], ending: &str) -> String {
    let hash: String =
        integrity(content).chars().skip(7).filter(char::is_ascii_alphanumeric).take(12).collect();
    format!("{name}-{hash}.{ending}")
}

fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    use std::io::Write as _;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|error| error.to_string())
}

/// Whether a file of the site belongs to the module, and is thus no part of the first load.
#[must_use]
pub fn is_later(name: &str) -> bool {
    name.starts_with("workbench-") || name.starts_with("initials-")
}

#[cfg(test)]
mod tests {
    use super::{Module, is_later};

    fn module() -> Module {
        Module { script: "let wasm_bindgen;".to_owned(), program: vec![0, 97], initials: vec![1] }
    }

    #[test]
    fn files_are_named_by_their_content_and_kept_later() {
        let files = module().site_files().unwrap();
        assert!(files.iter().all(|(name, _)| is_later(name)) && !is_later("index.html"));
        let script = String::from_utf8(files[2].1.clone()).unwrap();
        assert!(script.contains(&files[0].0) && script.contains(&files[1].0), "{script}");
        let other = Module { program: vec![0, 98], ..module() };
        assert_ne!(other.site_files().unwrap()[0].0, files[0].0);
    }

    #[test]
    fn the_single_file_holds_it_at_rest() {
        let markup = module().single_markup().unwrap();
        assert_eq!(markup.matches("<script type=\"text/plain\"").count(), 3);
        assert!(markup.contains(&module().single_script().unwrap()) && !markup.contains("fetch("));
        let ending = Module { script: "\"</script>\"".to_owned(), ..module() };
        assert!(ending.single_markup().is_err());
    }
}
