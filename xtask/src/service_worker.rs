//! The service worker's text: the list of the site's files with their hashes goes into `assets/service-worker.js`.

use std::collections::BTreeMap;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::command::{Outcome, file_name, files, project, read, read_text, write};
use crate::content_policy::integrity;

/// The worker's name in the site; the page registers it relative to itself.
pub const NAME: &str = "sw.js";

/// Writes the worker for the files that stand in the folder.
pub fn write_service_worker(site: &Path) -> Outcome {
    let template = read_text(&project().join("assets/service-worker.js"))?;
    let mut kept = BTreeMap::new();
    for path in files(site)? {
        let name = file_name(&path);
        if name != NAME {
            // The page itself is asked for by its folder.
            let address = if name == "index.html" { "./".to_owned() } else { name };
            kept.insert(address, integrity(read(&path)?));
        }
    }
    write(&site.join(NAME), filled_in(&template, &kept)?)
}

fn filled_in(template: &str, files: &BTreeMap<String, String>) -> Outcome<String> {
    let list = serde_json::to_string_pretty(files).map_err(|error| error.to_string())?;
    let version: String = Sha256::digest(&list).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let filled = template.replacen("{/* files */}", &list, 1).replacen("/* version */", &version, 1);
    if filled.len() <= template.len() {
        return Err("assets/service-worker.js has no place for the files and the version".to_owned());
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::filled_in;

    const TEMPLATE: &str = "const FILES = {/* files */};\nconst VERSION = \"/* version */\";";

    fn worker(hash: &str) -> String {
        filled_in(TEMPLATE, &BTreeMap::from([("./".to_owned(), hash.to_owned())])).unwrap()
    }

    #[test]
    fn the_version_follows_from_the_files() {
        assert!(worker("sha256-a").starts_with("const FILES = {\n  \"./\": \"sha256-a\"\n};"));
        assert_eq!(worker("sha256-a"), worker("sha256-a"));
        let version = |worker: &str| worker.lines().last().unwrap().to_owned();
        assert_ne!(version(&worker("sha256-a")), version(&worker("sha256-b")));
    }
}
