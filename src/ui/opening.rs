//! The ways in: files that are dropped, chosen or pasted, and the samples.

use std::{cell::RefCell, rc::Rc};

use yew::{Callback, hook, use_callback, use_effect_with};

use super::{
    desks::Desks,
    exporting,
    importing::{import, of_unreadable},
    long_files::{is_long, open_long},
    samples::samples,
    screen::Dispatch,
    shelf::Shelf,
};
use crate::{
    browser::{
        decoding,
        files::{self, Arrivals, Waiting},
        page,
        storage::KeptFile,
        tasks,
    },
    export::collection::CollectionFormat,
    library::{archive, record::Record},
    parse,
    text::{decode, encoding::Encoding, hash},
    view::{
        catalog::entry::Entry,
        library::OpenReport,
        refusal::{Refusal, RefusalReason},
        settings::Language,
        state::{Action, Gathered},
    },
};

/// Something to open, or to save.
#[derive(Clone)]
pub enum Incoming {
    /// Files of a drop, a choice or a paste.
    Files(Rc<RefCell<Arrivals>>),
    /// Text that was pasted, with the name to give it.
    Text(String, String),
    /// The page's own samples.
    Samples,
    /// An open report whose bytes are to be decoded so.
    Redecode(OpenReport, Encoding),
    /// Stop taking in; what was read stays.
    Stop,
    /// Give those files to be read again that the browser failed to read.
    Retry,
    /// Save these as one archive.
    Backup(Vec<Entry>),
    /// Save all tables of these, or their documents, as one file.
    Collect(Vec<Entry>, CollectionFormat, Language),
}

impl Incoming {
    /// Files of a drop, a choice or a paste.
    pub fn files(arrivals: Arrivals) -> Self {
        Self::Files(Rc::new(RefCell::new(arrivals)))
    }
}

/// Where files come in.
pub type Files = Callback<Incoming>;

/// Takes files in: those that the page's shell was given, and what comes through the callback that it returns.
#[hook]
pub fn use_files(dispatch: Dispatch, shelf: Shelf, desks: Desks) -> Files {
    let files = use_callback((dispatch, shelf, desks), |incoming: Incoming, (dispatch, shelf, desks)| {
        let way = Way { dispatch: dispatch.clone(), shelf: shelf.clone(), desks: desks.clone() };
        tasks::spawn(async move { way.open(incoming).await });
    });
    let arrived = files.clone();
    use_effect_with((), move |()| {
        let listener = files::on_arrivals(move |arrivals| arrived.emit(Incoming::files(arrivals)));
        move || drop(listener)
    });
    files
}

/// So many files, and bytes of them together, are read here; more of them at the desks.
const FEW: usize = 12;
const SHORT: f64 = 2_000_000.0;

/// Where what comes in goes.
struct Way {
    dispatch: Dispatch,
    shelf: Shelf,
    desks: Desks,
}

impl Way {
    async fn open(&self, incoming: Incoming) {
        let Self { dispatch, shelf, desks } = self;
        match incoming {
            Incoming::Files(arrivals) => self.open_files(arrivals.take()).await,
            Incoming::Text(name, text) => {
                dispatch.emit(Action::Reading(1));
                self.read_here(of_text(name, text, tasks::now())).await;
            }
            Incoming::Samples => self.open_samples().await,
            Incoming::Redecode(open, encoding) => {
                let Some(bytes) = open.bytes.clone() else { return };
                let name = open.file_name().to_owned();
                let file = kept(name, (*bytes).clone(), Some(encoding), open.opened_at);
                if let Ok(report) = read(&file) {
                    let line = Entry::of_report(&report).record.encoded();
                    desks.hold(&line, &file.key, report.report.source.text());
                    dispatch.emit(Action::Redecoded(OpenReport { bytes: Some(bytes), ..report }));
                    dispatch.emit(Action::TextsLoaded);
                }
            }
            Incoming::Stop => desks.stop(),
            Incoming::Retry => {
                let failed = desks.take_failed();
                dispatch.emit(Action::DismissRefusals);
                dispatch.emit(Action::Reading(failed.len()));
                self.give(failed).await;
            }
            Incoming::Backup(entries) => {
                exporting::back_up(entries, shelf.clone(), desks.clone(), dispatch.clone())
            }
            Incoming::Collect(entries, format, language) => {
                exporting::collect(
                    entries,
                    (format, language),
                    shelf.clone(),
                    desks.clone(),
                    dispatch.clone(),
                );
            }
        }
    }

    /// Reads the first file at once and here, so that it is shown before anything else is done.
    async fn open_files(&self, mut arrivals: Arrivals) {
        // All are counted at once, since the first of them is to stay shown.
        self.dispatch.emit(Action::Reading(arrivals.len()));
        let unread = match arrivals.take_first() {
            Some(first) => self.read_first(first).await,
            None => None,
        };
        self.open_more(unread, arrivals).await;
    }

    /// The file that the desks have to read, counted already.
    async fn read_first(&self, first: Waiting) -> Option<Waiting> {
        let name = first.name();
        let Some(bytes) = first.load().await.map(|loaded| loaded.bytes()) else {
            // Tried once more with the others, and remembered where it fails again.
            return Some(first);
        };
        if archive::is_archive(&bytes) {
            return Some(first);
        }
        let file = kept(name, bytes, None, tasks::now());
        if is_long(&file) {
            self.read_long(file).await;
        } else {
            self.read_here(file).await;
        }
        None
    }

    async fn open_more(&self, counted: Option<Waiting>, arrivals: Arrivals) {
        let expected = arrivals.len();
        let (mut files, failed) = arrivals.files().await;
        files.retain(|file| !archive::is_of_the_system(&file.name()));
        let found = files.len() + failed.len();
        if found > expected {
            self.dispatch.emit(Action::Reading(found - expected));
        } else if found < expected {
            let passed = expected - found;
            self.dispatch.emit(Action::Gathered(Gathered {
                passed,
                now: tasks::now(),
                ..Gathered::default()
            }));
        }
        for name in failed {
            self.refuse(name, RefusalReason::Folder);
        }
        // Asking for a size takes the browser half a millisecond, so it is asked of few only.
        let is_short = || files.iter().map(Waiting::size).sum::<f64>() < SHORT;
        if counted.is_none() && files.len() <= FEW && is_short() {
            let mut unread = Vec::new();
            for file in files {
                // What was read is to be seen before the next is.
                tasks::breathe().await;
                unread.extend(self.read_first(file).await);
            }
            files = unread;
        }
        files.splice(0..0, counted);
        if !files.is_empty() {
            self.give(files).await;
        }
    }

    /// Gives files to the desks.
    async fn give(&self, files: Vec<Waiting>) {
        self.desks.ready().await;
        import(files, &self.desks, &self.shelf, &self.dispatch);
    }

    fn refuse(&self, name: String, reason: RefusalReason) {
        self.dispatch.emit(Action::Read(vec![Err(Refusal { name, reason })]));
    }

    /// Reads a file on the page's own thread, shows it, and keeps it.
    async fn read_here(&self, file: KeptFile) {
        let read = read(&file);
        let line = read.as_ref().ok().map(|report| Entry::of_report(report).record.encoded());
        self.dispatch.emit(Action::Read(vec![read]));
        if let Some(line) = line {
            let (shelf, dispatch) = (self.shelf.clone(), self.dispatch.clone());
            tasks::spawn(async move {
                // What was read is to be seen first.
                page::painted().await;
                shelf.keep(vec![(file, line)], &dispatch).await;
            });
        }
    }

    /// Reads a long file, its beginning first, and keeps it. Its line gets what it says when it was read whole.
    async fn read_long(&self, file: KeptFile) {
        if open_long(&file, &self.dispatch).await.is_ok() {
            let record = Record {
                key: file.key.clone(),
                name: file.name.clone(),
                byte_count: file.bytes.len(),
                opened_at: file.opened_at,
                ..Record::default()
            };
            self.shelf.keep(vec![(file, record.encoded())], &self.dispatch).await;
        }
    }

    async fn open_samples(&self) {
        let Some(text) = crate::browser::samples::text().await else {
            self.refuse("samples.txt".to_owned(), RefusalReason::Failed);
            return;
        };
        let now = tasks::now();
        let sample = |(name, text): (&str, &str)| {
            let file = kept(name.to_owned(), text.as_bytes().to_vec(), None, now);
            read(&file).map(|report| OpenReport { is_sample: true, ..report })
        };
        self.dispatch.emit(Action::Read(samples(&text).map(sample).collect()));
    }
}

/// A file that is made of a text.
pub fn of_text(name: String, text: String, opened_at: f64) -> KeptFile {
    kept(name, text.into_bytes(), Some(Encoding::Utf8), opened_at)
}

fn kept(name: String, bytes: Vec<u8>, encoding: Option<Encoding>, opened_at: f64) -> KeptFile {
    let encoding = encoding.map(|encoding| encoding.label().to_owned());
    KeptFile { key: hash::key(&bytes), name, bytes, encoding, opened_at }
}

/// Decodes and reads one file.
///
/// # Errors
///
/// Why the file is no text.
pub fn read(file: &KeptFile) -> Result<OpenReport, Refusal> {
    let chosen = file.encoding.as_deref().and_then(Encoding::from_label);
    let decoded = decode::decode(&file.name, &file.bytes, chosen, &decoding::decode)
        .map_err(|unreadable| Refusal { name: file.name.clone(), reason: of_unreadable(unreadable) })?;
    let is_legacy = !matches!(decoded.source.encoding(), Encoding::Utf8);
    let is_guess = decoded.guessed || is_legacy || decoded.broken_characters > 0;
    Ok(OpenReport {
        key: file.key.as_str().into(),
        report: Rc::new(parse::decoded(decoded)),
        bytes: is_guess.then(|| Rc::new(file.bytes.clone())),
        opened_at: file.opened_at,
        is_sample: false,
    })
}
