//! The program of the site's workers: the crate without its components, compiled for speed where the page's is compiled
//! for its weight. It reads three times as fast, weighs twice as much, and is loaded only where hundreds of files come.

use sha2::{Digest as _, Sha256};

use crate::command::{Outcome, cargo, command, project, read, read_text, run, say_and_run};
use crate::minify::{Language, minified};
use crate::trunk::without_local_paths;

/// Its two files, each with its name.
pub struct Desk {
    /// The JavaScript side, a module.
    pub script: (String, String),
    /// The compiled program.
    pub program: (String, Vec<u8>),
}

/// What starts it in a worker.
pub const START: &str = "worker.js";

/// What the names of its files begin with.
pub const NAME: &str = "desk-";

/// Fast code, as small as that goes.
const FAST: [&str; 2] = ["-O2", "--strip-debug"];

/// Builds it. It has a folder of its own, so that it can be compiled while the page is.
pub fn build() -> Outcome<Desk> {
    let folder = project().join("target/desk");
    let mut compiler = cargo();
    compiler.args([
        "build",
        "--quiet",
        "--locked",
        "--no-default-features",
        "--profile",
        "desk",
        "--bin",
        "desk",
    ]);
    compiler.args(["--target", "wasm32-unknown-unknown", "--target-dir"]).arg(&folder);
    say_and_run(compiler.env("RUSTFLAGS", without_local_paths()))?;
    let linked = folder.join("wasm32-unknown-unknown/desk/desk.wasm");
    let bound = folder.join("bound");
    run(command("wasm-bindgen")
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--remove-producers-section",
            "--out-name",
            "desk",
            "--out-dir",
        ])
        .arg(&bound)
        .arg(linked))?;
    let small = bound.join("desk.wasm");
    run(command("wasm-opt").args(FAST).arg(bound.join("desk_bg.wasm")).arg("-o").arg(&small))?;
    let script = minified(&read_text(&bound.join("desk.js"))?, Language::Script)?;
    let program = read(&small)?;
    Ok(Desk { script: (name(&script, "js"), script), program: (name(&program, "wasm"), program) })
}

/// A name that only these bytes have.
fn name(content: impl AsRef<[u8]>, ending: &str) -> String {
    let digest = Sha256::digest(content);
    let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{NAME}{hash}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn other_bytes_have_another_name() {
        assert_eq!(name("", "js"), "desk-e3b0c44298fc1c14.js");
        assert_ne!(name("a", "wasm"), name("b", "wasm"));
    }
}
