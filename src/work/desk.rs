//! The desk that the work is done at: the texts that are searched, and the files that wait to be kept.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};

use super::{making::Making, problem::Problem, told::Told};
use crate::{
    browser::{
        decoding,
        files::Loaded,
        storage::{KeptFile, Storage, StorageProblem},
        tasks,
    },
    library::{
        reading::indexed,
        record::Record,
        search::{Hit, Query, Texts},
        summary::Summary,
    },
    text::{
        decode::{Unreadable, decode},
        hash,
    },
};

/// Hears what the work tells.
pub type Hearing = Rc<dyn Fn(Told)>;

/// Hears nothing.
fn deaf() -> Hearing {
    Rc::new(|_| {})
}

/// So many bytes of files, some four reports, are kept in one transaction at most: each takes the browser's threads three
/// milliseconds, of one file as of forty, and one a file is late for thousands. A page that is killed loses what it had not
/// begun to keep and the files of the transaction under way, which are on the disk whole or not at all; none of them was said
/// to be kept.
const KEPT_TOGETHER: usize = 50_000;

/// How long it is, in milliseconds, between two transactions as long as files come in: keeping takes from reading.
const KEEPING_PAUSE: u32 = 100;

/// How long after a file, in milliseconds, none comes in any more.
const STILL: f64 = 200.0;

/// A desk.
#[derive(Default)]
pub struct Desk {
    texts: RefCell<Texts>,
    storage: RefCell<Option<Storage>>,
    /// Read and not kept yet, with their lines.
    unkept: RefCell<VecDeque<(KeptFile, String)>>,
    /// Whether files are to be kept at all: where the page itself has no storage a desk keeps nothing either.
    keeps: Cell<bool>,
    is_keeping: Cell<bool>,
    /// When the last text was taken in.
    taken_at: Cell<f64>,
    /// Hears of what is kept, as long as the desk is there: that comes later than the reading does.
    watching: RefCell<Option<Hearing>>,
    is_stopped: Cell<bool>,
    /// The file that is made of reports or of marks.
    pub(super) making: Making,
}

impl Desk {
    /// Opens the storage; the work goes on in memory where that fails.
    pub async fn open(&self) {
        let storage = Storage::open(|| {}).await.ok();
        self.storage.replace(storage);
    }

    /// Tells of what is kept, or not, from now on.
    pub fn watch(&self, told: Hearing) {
        self.watching.replace(Some(told));
    }

    /// Takes these files in, each with its name, until it is stopped.
    pub async fn import(self: &Rc<Self>, files: Vec<(String, Loaded)>, keeps: bool, told: &Hearing) {
        self.keeps.set(keeps);
        self.is_stopped.set(false);
        for (name, loaded) in files {
            if self.is_stopped.get() {
                break;
            }
            self.take(name, loaded.bytes(), told).await;
            tasks::breathe().await;
        }
    }

    /// Stops taking in; what was read stays.
    pub fn stop(&self) {
        self.is_stopped.set(true);
    }

    /// Whether it was stopped.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.is_stopped.get()
    }

    async fn take(self: &Rc<Self>, name: String, bytes: Vec<u8>, told: &Hearing) {
        if let Some(bytes) = self.take_text(&name, bytes, None, told) {
            super::archives::take_archive(self, &name, &bytes, told).await;
        }
    }

    /// Takes in a text, with what is known of it beside its bytes; gives the bytes of an archive back.
    pub(super) fn take_text(
        self: &Rc<Self>,
        name: &str,
        bytes: Vec<u8>,
        known: Option<Record>,
        told: &Hearing,
    ) -> Option<Vec<u8>> {
        self.taken_at.set(tasks::now());
        let chosen = known.as_ref().and_then(|record| record.encoding);
        match indexed(name, &bytes, chosen, &decoding::decode) {
            Ok(found) => {
                let known = known.unwrap_or_else(|| Record {
                    key: hash::key(&bytes),
                    name: name.to_owned(),
                    opened_at: tasks::now(),
                    ..Record::default()
                });
                let record = Record { byte_count: bytes.len(), summary: Some(found.summary), ..known };
                let line = record.encoded();
                self.hold(&record, found.text);
                told(Told::Indexed(vec![line.clone()]));
                self.keep(kept_file(&record, bytes), line);
                None
            }
            Err(Unreadable::Binary(crate::text::decode::BinaryKind::Zip))
                if crate::library::archive::is_archive(&bytes) =>
            {
                Some(bytes)
            }
            Err(reason) => {
                told(Told::Refused(name.to_owned(), Problem::Unreadable(reason)));
                None
            }
        }
    }

    /// Holds the text of the report of that line, which was decoded otherwise.
    pub fn hold_again(&self, line: &str, text: String) {
        if let Some(record) = Record::decoded(line) {
            self.hold(&record, text);
        }
    }

    /// Holds the text of a report for the search.
    fn hold(&self, record: &Record, text: String) {
        let fields = record.summary.as_ref().map(|summary: &Summary| summary.fields(&record.name).join("\n"));
        self.texts.borrow_mut().put(&record.key, text, fields.unwrap_or_default());
    }

    /// Keeps the file when those before it are kept, one after the other.
    fn keep(self: &Rc<Self>, file: KeptFile, line: String) {
        self.unkept.borrow_mut().push_back((file, line));
        if self.is_keeping.replace(true) {
            return;
        }
        let desk = self.clone();
        tasks::spawn(async move {
            let told = desk.watching.borrow().clone().unwrap_or_else(deaf);
            desk.keep_all(&told).await;
            desk.is_keeping.set(false);
        });
    }

    async fn keep_all(&self, told: &Hearing) {
        let storage = self.storage.borrow().clone().filter(|_| self.keeps.get());
        let Some(storage) = storage else { return told(Told::NotKept(StorageProblem::Unavailable)) };
        let mut most = KEPT_TOGETHER;
        loop {
            self.let_read().await;
            let next = self.next_unkept(most);
            if next.is_empty() {
                break;
            }
            match storage.add(&next).await {
                Ok(()) => {
                    let keys: Vec<String> = next.into_iter().map(|(file, _)| file.key).collect();
                    self.unkept.borrow_mut().retain(|(file, _)| !keys.contains(&file.key));
                    told(Told::Kept(keys));
                }
                // What does not fit with others may fit alone.
                Err(_) if next.len() > 1 => most = 0,
                // What could not be kept stays here, so that it can be shown as long as the page is open.
                Err(problem) => return told(Told::NotKept(problem)),
            }
        }
    }

    /// Waits for [`KEEPING_PAUSE`] while files come in.
    async fn let_read(&self) {
        for _ in 0..4 {
            if tasks::now() - self.taken_at.get() > STILL {
                break;
            }
            tasks::wait(KEEPING_PAUSE / 4).await;
        }
    }

    /// The files that are kept next, together so many bytes at most, but one at least.
    fn next_unkept(&self, most: usize) -> Vec<(KeptFile, String)> {
        let mut bytes = 0;
        let fits = |(file, _): &&(KeptFile, String)| {
            let is_first = bytes == 0;
            bytes += file.bytes.len();
            is_first || bytes <= most
        };
        self.unkept.borrow().iter().take_while(fits).cloned().collect()
    }

    /// Reads the files of these lines again: those without a summary for all, the others for the search alone.
    pub async fn load(self: &Rc<Self>, lines: Vec<String>, told: &Hearing) {
        let storage = self.storage.borrow().clone();
        let Some(storage) = storage else { return };
        for line in lines {
            let Some(mut record) = Record::decoded(&line) else { continue };
            let Ok(Some(file)) = storage.file(&record.key).await else { continue };
            if record.summary.is_none() {
                if let Ok(found) = indexed(&record.name, &file.bytes, record.encoding, &decoding::decode) {
                    record.summary = Some(found.summary);
                    record.byte_count = file.bytes.len();
                    self.hold(&record, found.text);
                    told(Told::Indexed(vec![record.encoded()]));
                }
            } else if let Ok(found) = decode(&record.name, &file.bytes, record.encoding, &decoding::decode) {
                self.hold(&record, found.source.into_text());
            }
            tasks::breathe().await;
        }
    }

    /// The reports that have what is looked for.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<Hit> {
        Query::of(query).map(|query| self.texts.borrow().hits(&query)).unwrap_or_default()
    }

    /// The file of that key: one that waits to be kept, or one that is.
    pub async fn file(&self, key: &str) -> Option<KeptFile> {
        let waiting =
            self.unkept.borrow().iter().find(|(file, _)| file.key == key).map(|(file, _)| file.clone());
        if waiting.is_some() {
            return waiting;
        }
        let storage = self.storage.borrow().clone()?;
        storage.file(key).await.ok().flatten()
    }

    /// Lets go of these texts.
    pub fn forget(&self, keys: &[String]) {
        let mut texts = self.texts.borrow_mut();
        keys.iter().for_each(|key| texts.remove(key));
        self.unkept.borrow_mut().retain(|(file, _)| !keys.contains(&file.key));
    }
}

fn kept_file(record: &Record, bytes: Vec<u8>) -> KeptFile {
    KeptFile {
        key: record.key.clone(),
        name: record.name.clone(),
        bytes,
        encoding: record.encoding.map(|encoding| encoding.label().to_owned()),
        opened_at: record.opened_at,
    }
}

#[cfg(test)]
mod tests {
    use super::{Desk, KEPT_TOGETHER, KeptFile};

    /// How many of files of these lengths are kept together first.
    #[track_caller]
    fn check(lengths: &[usize], most: usize, expected: usize) {
        let desk = Desk::default();
        for length in lengths {
            let file = KeptFile {
                key: String::new(),
                name: String::new(),
                bytes: vec![0; *length],
                encoding: None,
                opened_at: 0.0,
            };
            desk.unkept.borrow_mut().push_back((file, String::new()));
        }
        assert_eq!(desk.next_unkept(most).len(), expected);
    }

    #[test]
    fn few_files_are_kept_together_and_a_long_one_alone() {
        check(&[], KEPT_TOGETHER, 0);
        check(&[12_000; 20], KEPT_TOGETHER, 4);
        check(&[90_000, 100], KEPT_TOGETHER, 1);
        check(&[100, 90_000], KEPT_TOGETHER, 1);
        check(&[100, 100], 0, 1);
    }
}
