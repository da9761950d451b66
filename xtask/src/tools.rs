//! The tools beside Rust's own: their versions, and how each comes onto a machine that lacks it.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::command::{Outcome, cargo, command, output, project, run};

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const RUST_SOURCES: &str = "rust-src";
const NPM_FOLDER: &str = "xtask/npm";

/// A program that `cargo install` compiles.
struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: &'static str,
    minutes: u32,
}

/// Compiles, names and collects the page's files.
const TRUNK: CargoTool = CargoTool { package: "trunk", program: "trunk", version: "0.21.14", minutes: 10 };
/// Writes the JavaScript side; its version equals the `wasm-bindgen` crate's in Cargo.toml.
const WASM_BINDGEN: CargoTool =
    CargoTool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version: "0.2.126", minutes: 4 };
/// Drives Firefox.
const GECKODRIVER: CargoTool =
    CargoTool { package: "geckodriver", program: "geckodriver", version: "0.37.1", minutes: 4 };

/// The programs of the page tests that come from Debian, each with its package.
const DEBIAN_PROGRAMS: [(&str, &str); 3] =
    [("chromium", "chromium"), ("chromedriver", "chromium-driver"), ("firefox-esr", "firefox-esr")];
/// Chinese letters for the screenshots.
const DEBIAN_FONT: &str = "fonts-noto-cjk";

/// The folders of installed programs, to be searched before all others: npm's for `wasm-opt` and `esbuild`, and cargo's.
#[must_use]
pub fn folders() -> Vec<PathBuf> {
    let npm = project().join(NPM_FOLDER).join("node_modules/.bin");
    let cargo_root = std::env::var_os("CARGO_INSTALL_ROOT").map(PathBuf::from);
    std::iter::once(npm).chain(cargo_root.or_else(cargo_home).map(|folder| folder.join("bin"))).collect()
}

/// Where cargo keeps its programs and the sources of packages.
#[must_use]
pub fn cargo_home() -> Option<PathBuf> {
    std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(std::env::home_dir()?.join(".cargo")))
}

/// The script of axe-core, which the page tests run in every view.
#[must_use]
pub fn axe_script() -> PathBuf {
    project().join(NPM_FOLDER).join("node_modules/axe-core/axe.min.js")
}

/// Installs what building the page needs.
pub fn prepare_build() -> Outcome {
    install_target()?;
    install_sources()?;
    install_npm_packages(NPM_FOLDER)?;
    install_with_cargo(&WASM_BINDGEN)?;
    install_with_cargo(&TRUNK)
}

/// Installs what the page tests need: two browsers, their drivers and the letters.
pub fn prepare_browsers() -> Outcome {
    install_debian_packages()?;
    install_with_cargo(&GECKODRIVER)
}

fn install_target() -> Outcome {
    // Without rustup (a distribution's Rust) the compiler itself is asked.
    let Some(installed) = output(command("rustup").args(["target", "list", "--installed"])) else {
        return Ok(());
    };
    if installed.lines().any(|target| target == WASM_TARGET) {
        return Ok(());
    }
    println!("Adding Rust's {WASM_TARGET} target (half a minute).");
    run(command("rustup").args(["target", "add", WASM_TARGET]))
}

/// The standard library's sources, with which the page is compiled.
fn install_sources() -> Outcome {
    let Some(installed) = output(command("rustup").args(["component", "list", "--installed"])) else {
        return Ok(());
    };
    if installed.lines().any(|component| component == RUST_SOURCES) {
        return Ok(());
    }
    println!("Adding the standard library's sources (half a minute).");
    run(command("rustup").args(["component", "add", RUST_SOURCES]))
}

/// Installs the packages that the lock in `folder`, below the project, names.
pub fn install_npm_packages(folder: &str) -> Outcome {
    let name = folder;
    let folder = project().join(folder);
    // npm leaves a copy of the lock of what it installed; while the two agree there is nothing to do.
    let installed =
        std::fs::read_to_string(folder.join("node_modules/.package-lock.json")).unwrap_or_default();
    let wanted = crate::command::read_text(&folder.join("package-lock.json"))?;
    if is_installed(&serde_json::from_str(&installed).unwrap_or_default(), &parsed(&wanted)?) {
        return Ok(());
    }
    println!("Installing packages with npm into {name}/node_modules (about half a minute).");
    run(command("npm").args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder))
}

fn parsed(lock: &str) -> Outcome<Value> {
    serde_json::from_str(lock).map_err(|error| format!("package-lock.json: {error}"))
}

/// Whether all packages of the lock `wanted` are `installed`, as that lock says. Optional ones are for one kind of
/// machine each; those for this one come with the package that wants them.
fn is_installed(installed: &Value, wanted: &Value) -> bool {
    let packages = wanted["packages"].as_object();
    packages.is_some_and(|packages| {
        packages
            .iter()
            .filter(|(name, package)| !name.is_empty() && package["optional"] != true)
            .all(|(name, package)| installed["packages"][name.as_str()]["integrity"] == package["integrity"])
    })
}

fn install_with_cargo(tool: &CargoTool) -> Outcome {
    let CargoTool { package, program, version, minutes } = *tool;
    let present = output(command(program).arg("--version"))
        .is_some_and(|said| said.split_whitespace().any(|word| word == version));
    if present {
        return Ok(());
    }
    println!(
        "Installing {package} {version} with cargo; it is compiled here, which takes up to {minutes} minutes."
    );
    run(cargo().args(["install", "--locked", "--quiet", package, "--version", version]))
}

fn install_debian_packages() -> Outcome {
    let mut missing: Vec<&str> = DEBIAN_PROGRAMS
        .iter()
        .filter(|(program, _)| output(command(program).arg("--version")).is_none())
        .map(|(_, package)| *package)
        .collect();
    if output(command("fc-list").arg(":lang=zh")).is_none_or(|fonts| fonts.is_empty()) {
        missing.push(DEBIAN_FONT);
    }
    if missing.is_empty() {
        return Ok(());
    }
    let Some(apt_get) = apt_get() else {
        return Err(format!("The page tests need more programs: sudo apt-get install {}", missing.join(" ")));
    };
    println!("Installing {} with apt-get (one to five minutes).", missing.join(", "));
    run(apt_get().args(["update", "--quiet=2"]))?;
    run(apt_get().args(["install", "--yes", "--quiet=2", "--no-install-recommends"]).args(missing))
}

/// How `apt-get` may be run here: as root, or by `sudo` without a password.
fn apt_get() -> Option<fn() -> Command> {
    output(command("apt-get").arg("--version"))?;
    if output(command("id").arg("-u")).as_deref() == Some("0") {
        return Some(|| {
            let mut direct = command("apt-get");
            direct.env("DEBIAN_FRONTEND", "noninteractive");
            direct
        });
    }
    output(command("sudo").args(["-n", "true"]))?;
    Some(|| {
        let mut through_sudo = command("sudo");
        through_sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        through_sudo
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::is_installed;

    #[test]
    fn packages_are_installed_where_all_but_optional_ones_agree() {
        let wanted = json!({ "packages": {
            "": { "name": "tools" },
            "node_modules/a": { "integrity": "sha512-a" },
            "node_modules/a-for-another-machine": { "integrity": "sha512-b", "optional": true },
        } });
        let installed =
            |integrity: &str| json!({ "packages": { "node_modules/a": { "integrity": integrity } } });
        assert!(is_installed(&installed("sha512-a"), &wanted));
        assert!(!is_installed(&installed("sha512-older"), &wanted));
        assert!(!is_installed(&json!(null), &wanted));
    }
}
