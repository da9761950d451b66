//! The service worker's text: the list of the site's files with their hashes goes into `assets/service-worker.js`.

use std::collections::BTreeMap;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::command::{Outcome, file_name, files, project, read, read_text, write};
use crate::content_policy::integrity;
use crate::minify::{Language, minified};

/// The worker's name in the site; the page registers it relative to itself.
pub const NAME: &str = "sw.js";

/// What the first load leaves out, the samples, the table of initials, what starts a worker and the pictures of an installed
/// page: each is kept once it is asked for.
const LATER: [&str; 6] = [
    crate::samples::NAME,
    crate::initials::NAME,
    crate::desk::START,
    "icon-192.png",
    "icon-512.png",
    "icon-maskable.png",
];

/// Whether the first load leaves a file of the site out: those above, the later part of the program, and the program of the
/// workers.
#[must_use]
pub fn is_later(name: &str) -> bool {
    LATER.contains(&name) || name.ends_with("_later.wasm") || name.starts_with(crate::desk::NAME)
}

/// Writes the worker for the files that stand in the folder.
pub fn write_service_worker(site: &Path) -> Outcome {
    let template = read_text(&project().join("assets/service-worker.js"))?;
    let (mut kept, mut later) = (BTreeMap::new(), BTreeMap::new());
    for path in files(site)? {
        let name = file_name(&path);
        if name != NAME {
            // The page itself is asked for by its folder.
            let address = if name == "index.html" { "./".to_owned() } else { name };
            let list = if is_later(&address) { &mut later } else { &mut kept };
            list.insert(address, integrity(read(&path)?));
        }
    }
    write(&site.join(NAME), minified(&filled_in(&template, &kept, &later)?, Language::Script)?)
}

type Hashes = BTreeMap<String, String>;

fn filled_in(template: &str, files: &Hashes, later: &Hashes) -> Outcome<String> {
    let list = |files| serde_json::to_string_pretty(files).map_err(|error| error.to_string());
    let (files, later) = (list(files)?, list(later)?);
    let digest = Sha256::digest(format!("{files}{later}"));
    let version: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let mut filled = template.to_owned();
    for (place, content) in [("{/* files */}", files), ("{/* later */}", later), ("/* version */", version)] {
        if !filled.contains(place) {
            return Err(format!("assets/service-worker.js has no {place}"));
        }
        filled = filled.replacen(place, &content, 1);
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::filled_in;

    const TEMPLATE: &str =
        "const FILES = {/* files */};\nconst LATER = {/* later */};\nconst VERSION = \"/* version */\";";

    fn worker(hash: &str) -> String {
        filled_in(TEMPLATE, &BTreeMap::from([("./".to_owned(), hash.to_owned())]), &BTreeMap::new()).unwrap()
    }

    #[test]
    fn the_version_follows_from_the_files() {
        assert!(worker("sha256-a").starts_with("const FILES = {\n  \"./\": \"sha256-a\"\n};"));
        assert_eq!(worker("sha256-a"), worker("sha256-a"));
        let version = |worker: &str| worker.lines().last().unwrap().to_owned();
        assert_ne!(version(&worker("sha256-a")), version(&worker("sha256-b")));
    }
}
