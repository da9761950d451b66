//! What is kept of a file beside its bytes: all that cannot be found out from them again, and the summary that can.

use super::summary::{READER, Summary};
use crate::text::encoding::Encoding;

/// What is kept of a file beside its bytes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// The hash of its bytes ([`hash::key`](crate::text::hash::key)).
    pub key: String,
    /// Its name without its folder.
    pub name: String,
    /// How many bytes it has.
    pub byte_count: usize,
    /// When it was opened, in milliseconds since 1970.
    pub opened_at: f64,
    /// The encoding that the reader chose; `None` where it is found out from the bytes.
    pub encoding: Option<Encoding>,
    /// The reader's own labels, in the order in which they were given.
    pub labels: Vec<String>,
    /// Whether the reader marked it.
    pub is_starred: bool,
    /// When it was removed, in milliseconds since 1970; it is kept for [`REMOVED_DAYS`] more.
    pub removed_at: Option<f64>,
    /// What it says in a few words; `None` where it was not read, or by another version of the readers.
    pub summary: Option<Summary>,
}

/// How many days a removed report can be brought back.
pub const REMOVED_DAYS: u32 = 30;
const DAY: f64 = 86_400_000.0;

/// Between the parts of a line, between its fields, between labels: control characters that no name holds.
const PART: char = '\u{1d}';
const FIELD: char = '\u{1f}';
const ITEM: char = '\u{1e}';

impl Record {
    /// The record as one line of text, the form in which it is kept: its own fields, the version of the readers, and
    /// the summary made by it.
    #[must_use]
    pub fn encoded(&self) -> String {
        let labels: Vec<String> = self.labels.iter().map(|label| clean(label)).collect();
        let fields = [
            clean(&self.key),
            clean(&self.name),
            self.byte_count.to_string(),
            milliseconds(self.opened_at),
            self.encoding.map_or("", Encoding::label).to_owned(),
            labels.join("\u{1e}"),
            if self.is_starred { "*" } else { "" }.to_owned(),
            self.removed_at.map(milliseconds).unwrap_or_default(),
        ];
        let summary = self.summary.as_ref().map(Summary::encoded);
        [fields.join("\u{1f}"), READER.to_owned(), summary.unwrap_or_default()].join("\u{1d}")
    }

    /// The record that [`encoded`](Self::encoded) wrote; without its summary where other readers made it. `None` for any
    /// other text.
    #[must_use]
    pub fn decoded(line: &str) -> Option<Self> {
        let mut parts = line.split(PART);
        let fields: Vec<&str> = parts.next()?.split(FIELD).collect();
        let [key, name, byte_count, opened_at, encoding, labels, star, removed_at] = fields[..] else {
            return None;
        };
        let is_current = parts.next()? == READER;
        let summary = parts.next().filter(|_| is_current).and_then(Summary::decoded);
        Some(Self {
            key: key.to_owned(),
            name: name.to_owned(),
            byte_count: byte_count.parse().ok()?,
            opened_at: opened_at.parse::<u64>().ok()? as f64,
            encoding: Encoding::from_label(encoding),
            labels: labels.split(ITEM).filter(|label| !label.is_empty()).map(str::to_owned).collect(),
            is_starred: star == "*",
            removed_at: removed_at.parse::<u64>().ok().map(|at| at as f64),
            summary,
        })
    }

    /// Whether it was removed so long ago that it goes for good.
    #[must_use]
    pub fn is_expired(&self, now: f64) -> bool {
        self.removed_at.is_some_and(|at| now - at > f64::from(REMOVED_DAYS) * DAY)
    }

    /// How many whole days are left until it goes for good; `None` where it was not removed.
    #[must_use]
    pub fn days_left(&self, now: f64) -> Option<u32> {
        let gone = (now - self.removed_at?) / DAY;
        Some((f64::from(REMOVED_DAYS) - gone).clamp(0.0, f64::from(REMOVED_DAYS)).ceil() as u32)
    }

    /// What a reader sees first: the title, or the file's name where none was found.
    #[must_use]
    pub fn title(&self) -> &str {
        self.summary.as_ref().and_then(|summary| summary.title.as_deref()).unwrap_or(&self.name)
    }
}

fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Whole milliseconds, in digits: what is kept needs no fractions, and formatting them weighs more.
pub fn milliseconds(time: f64) -> String {
    (time.max(0.0) as u64).to_string()
}

#[cfg(test)]
mod tests {
    use super::{DAY, Record, Summary};
    use crate::text::encoding::Encoding;

    fn record() -> Record {
        Record {
            key: "99aa06d3014798d86001c324468d497f".to_owned(),
            name: "周报\n3.txt".to_owned(),
            byte_count: 11_500,
            opened_at: 1_772_800_000_123.0,
            encoding: Some(Encoding::Big5),
            labels: vec!["看好".to_owned(), "to do".to_owned()],
            is_starred: true,
            removed_at: Some(1_772_900_000_000.0),
            summary: Some(Summary { title: Some("丝杠".to_owned()), ..Summary::default() }),
        }
    }

    #[test]
    fn a_record_comes_back_from_its_line() {
        let expected = Record { name: "周报 3.txt".to_owned(), ..record() };
        assert_eq!(Record::decoded(&record().encoded()), Some(expected));
        assert_eq!(Record::decoded(&Record::default().encoded()), Some(Record::default()));
        for broken in ["", "\u{1d}", "a\u{1f}b\u{1d}c\u{1d}d"] {
            assert_eq!(Record::decoded(broken), None, "{broken:?}");
        }
    }

    #[test]
    fn a_summary_of_other_readers_is_not_believed() {
        let line = record().encoded().replace(super::READER, "0123456789abcdef");
        let found = Record::decoded(&line).unwrap();
        assert_eq!((found.summary.as_ref(), found.title(), found.is_starred), (None, "周报 3.txt", true));
        assert_eq!(record().title(), "丝杠");
    }

    #[test]
    fn what_was_removed_goes_after_thirty_days() {
        let removed = record();
        let at = removed.removed_at.unwrap();
        assert_eq!(removed.days_left(at), Some(30));
        assert_eq!(removed.days_left(at + 28.5 * DAY), Some(2));
        assert!(!removed.is_expired(at + 30.0 * DAY));
        assert!(removed.is_expired(at + 30.1 * DAY));
        assert_eq!(removed.days_left(at + 31.0 * DAY), Some(0));
        // A clock that was put back does no harm.
        assert_eq!(removed.days_left(at - DAY), Some(30));
        assert_eq!(Record { removed_at: None, ..removed }.days_left(at), None);
    }
}
