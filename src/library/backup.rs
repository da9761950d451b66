//! The backup of a library: a ZIP of the files as they were dropped, and a list in JSON of what else is kept of each.

use super::{
    json::{Json, quoted},
    record::{Record, milliseconds},
};
use crate::text::encoding::Encoding;

/// The name of the list in the archive.
pub const LIST: &str = "yanjing-library.json";
/// What the list says it is.
const FORMAT: &str = "yanjing-library/1";

/// The path of each record's file in the archive: its own name, below a number where the name stands before.
#[must_use]
pub fn paths(records: &[Record]) -> Vec<String> {
    let mut taken: Vec<(String, usize)> = Vec::with_capacity(records.len());
    let path = |record: &Record| {
        let name = record.name.replace(['/', '\\'], "_");
        // Letters that differ in case alone are the same name on some systems.
        let same = name.to_lowercase();
        let before = taken.iter().filter(|(other, _)| *other == same).count();
        taken.push((same, before));
        match before {
            0 => ["reports/", &name].concat(),
            _ => ["reports/", &(before + 1).to_string(), "/", &name].concat(),
        }
    };
    records.iter().map(path).collect()
}

/// The list of the records, whose files stand at `paths`; a line each.
#[must_use]
pub fn list(records: &[Record], paths: &[String]) -> String {
    let line = |(record, path): (&Record, &String)| {
        let labels: Vec<String> = record.labels.iter().map(|label| quoted(label)).collect();
        [
            "{\"path\":",
            &quoted(path),
            ",\"name\":",
            &quoted(&record.name),
            ",\"key\":",
            &quoted(&record.key),
            ",\"opened_at\":",
            &milliseconds(record.opened_at),
            ",\"encoding\":",
            &record.encoding.map_or("null".to_owned(), |encoding| quoted(encoding.label())),
            ",\"labels\":[",
            &labels.join(","),
            "],\"starred\":",
            if record.is_starred { "true" } else { "false" },
            ",\"removed_at\":",
            &record.removed_at.map_or("null".to_owned(), milliseconds),
            "}",
        ]
        .concat()
    };
    let lines: Vec<String> = records.iter().zip(paths).map(line).collect();
    ["{\"format\":", &quoted(FORMAT), ",\"files\":[\n", &lines.join(",\n"), "\n]}\n"].concat()
}

/// What a list says of each file, by the hash of its bytes; the files themselves tell the rest. `None` where the text is
/// no such list, or one of a newer program.
#[must_use]
pub fn records(list: &str) -> Option<Vec<Record>> {
    let list = Json::parsed(list.trim_start_matches('\u{feff}'))?;
    if list.member("format").and_then(Json::text) != Some(FORMAT) {
        return None;
    }
    let files = list.member("files").map(Json::items).unwrap_or_default();
    Some(files.iter().filter_map(record).collect())
}

fn record(file: &Json) -> Option<Record> {
    let time = |name| file.member(name).and_then(Json::number).map(|time| time as f64);
    let labels = file.member("labels").map(Json::items).unwrap_or_default();
    Some(Record {
        key: file.member("key")?.text()?.to_owned(),
        name: file.member("name")?.text()?.to_owned(),
        byte_count: 0,
        opened_at: time("opened_at").unwrap_or_default(),
        encoding: file.member("encoding").and_then(Json::text).and_then(Encoding::from_label),
        labels: labels.iter().filter_map(Json::text).map(str::to_owned).collect(),
        is_starred: file.member("starred") == Some(&Json::Flag(true)),
        removed_at: time("removed_at"),
        summary: None,
    })
}

#[cfg(test)]
mod tests {
    use super::{list, paths, records};
    use crate::{library::record::Record, text::encoding::Encoding};

    fn record(key: &str, name: &str) -> Record {
        Record {
            key: key.to_owned(),
            name: name.to_owned(),
            opened_at: 1_772_800_000_123.0,
            ..Record::default()
        }
    }

    fn library() -> Vec<Record> {
        let marked = Record {
            labels: vec!["\"要看\"".to_owned(), "a\\b".to_owned()],
            is_starred: true,
            removed_at: Some(1.0),
            encoding: Some(Encoding::Gb18030),
            ..record("k3", "周报.TXT")
        };
        vec![record("k1", "周报.txt"), record("k2", "a/b.txt"), marked]
    }

    #[test]
    fn no_two_files_stand_at_the_same_path() {
        assert_eq!(paths(&library()), ["reports/周报.txt", "reports/a_b.txt", "reports/2/周报.TXT"]);
    }

    #[test]
    fn all_that_the_files_do_not_tell_comes_back() {
        let library = library();
        let list = list(&library, &paths(&library));
        assert_eq!(records(&list), Some(library.clone()));
    }

    #[test]
    fn another_list_is_none() {
        assert_eq!(records("{\"format\":\"yanjing-library/2\",\"files\":[]}"), None);
        assert_eq!(records("[]"), None);
        assert_eq!(records("{\"format\":\"yanjing-library/1\",\"files\":[{}]}"), Some(Vec::new()));
    }
}
