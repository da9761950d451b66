//! The ways in: files that are dropped, chosen or pasted, and the samples.

use std::{cell::RefCell, rc::Rc};

use yew::{Callback, hook, platform::spawn_local, use_callback, use_effect_with};

use super::{
    keeping::Shelf,
    long_files::{is_long, open_long},
    samples::samples,
    screen::Dispatch,
};
use crate::{
    browser::{
        decoding,
        files::{self, Arrival, Arrivals, FileProblem},
        page,
        storage::KeptFile,
    },
    model::diagnostic::{Diagnostic, DiagnosticKind, Severity},
    parse,
    text::{
        decode::{self, BinaryKind, Decoded, Unreadable},
        encoding::Encoding,
        hash,
        span::Span,
    },
    view::{
        library::OpenReport,
        refusal::{Refusal, RefusalReason},
        state::Action,
    },
};

/// How long reading keeps the page from painting, in milliseconds: as long as the last painting took, so that showing
/// hundreds of files takes no longer than reading them, inside these limits.
const SLICE: (f64, f64) = (8.0, 40.0);

/// Something to open.
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
pub fn use_files(dispatch: Dispatch, shelf: Shelf) -> Files {
    let files = use_callback((dispatch, shelf), |incoming: Incoming, (dispatch, shelf)| {
        let (dispatch, shelf) = (dispatch.clone(), shelf.clone());
        spawn_local(async move { open(incoming, &dispatch, &shelf).await });
    });
    let arrived = files.clone();
    use_effect_with((), move |()| {
        let listener = files::on_arrivals(move |arrivals| arrived.emit(Incoming::files(arrivals)));
        move || drop(listener)
    });
    files
}

async fn open(incoming: Incoming, dispatch: &Dispatch, shelf: &Shelf) {
    let now = page::now_milliseconds();
    match incoming {
        Incoming::Files(arrivals) => {
            let arrivals = arrivals.take();
            open_files(arrivals, dispatch, shelf).await;
        }
        Incoming::Text(name, text) => {
            dispatch.emit(Action::Reading(1));
            let file = kept(name, text.into_bytes(), Some(Encoding::Utf8), now);
            dispatch.emit(Action::Read(vec![read(&file)]));
            shelf.keep(vec![file], dispatch).await;
        }
        Incoming::Samples => {
            let Some(text) = crate::browser::samples::text().await else {
                let refusal = Refusal { name: "samples.txt".to_owned(), reason: RefusalReason::Failed };
                dispatch.emit(Action::Read(vec![Err(refusal)]));
                return;
            };
            let sample = |(name, text): (&str, &str)| {
                let file = kept(name.to_owned(), text.as_bytes().to_vec(), None, now);
                read(&file).map(|report| OpenReport { is_sample: true, ..report })
            };
            dispatch.emit(Action::Read(samples(&text).map(sample).collect()));
        }
        Incoming::Redecode(open, encoding) => {
            let Some(bytes) = open.bytes.clone() else { return };
            let name = open.file_name().to_owned();
            let file = kept(name, (*bytes).clone(), Some(encoding), open.opened_at);
            if let Ok(report) = read(&file) {
                dispatch.emit(Action::Redecoded(OpenReport { bytes: Some(bytes), ..report }));
                shelf.keep(vec![file], dispatch).await;
            }
        }
    }
}

/// Reads one file after the other; what was read is shown whenever a slice of time is over, the first at once.
async fn open_files(mut arrivals: Arrivals, dispatch: &Dispatch, shelf: &Shelf) {
    if arrivals.is_empty() {
        return;
    }
    dispatch.emit(Action::Reading(arrivals.len()));
    let mut unshown = Vec::new();
    let mut unkept = Vec::new();
    let (mut slice_start, mut slice) = (f64::NEG_INFINITY, SLICE.0);
    while let Some(Arrival { name, content }) = arrivals.next().await {
        unshown.push(match content {
            Ok(bytes) => {
                let file = kept(name, bytes, None, page::now_milliseconds());
                if is_long(&file) {
                    if !unshown.is_empty() {
                        dispatch.emit(Action::Read(std::mem::take(&mut unshown)));
                    }
                    if open_long(&file, dispatch).await.is_ok() {
                        unkept.push(file);
                    }
                    continue;
                }
                let result = read(&file);
                if result.is_ok() {
                    unkept.push(file);
                }
                result
            }
            Err(problem) => Err(Refusal { name, reason: of_file_problem(&problem) }),
        });
        let slice_end = page::now_milliseconds();
        if slice_end - slice_start > slice {
            dispatch.emit(Action::Read(std::mem::take(&mut unshown)));
            page::painted().await;
            slice_start = page::now_milliseconds();
            slice = (slice_start - slice_end).clamp(SLICE.0, SLICE.1);
        }
    }
    if !unshown.is_empty() {
        dispatch.emit(Action::Read(unshown));
        page::painted().await;
    }
    shelf.keep(unkept, dispatch).await;
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
        .map_err(|unreadable| Refusal { name: file.name.clone(), reason: of_unreadable(&unreadable) })?;
    let found = decoding_diagnostics(&decoded);
    let is_legacy = !matches!(decoded.source.encoding(), Encoding::Utf8);
    let is_guess = decoded.guessed || is_legacy || decoded.broken_characters > 0;
    let mut report = parse::report(Rc::new(decoded.source));
    report.diagnostics.splice(0..0, found);
    Ok(OpenReport {
        key: file.key.as_str().into(),
        report: Rc::new(report),
        bytes: is_guess.then(|| Rc::new(file.bytes.clone())),
        opened_at: file.opened_at,
        is_sample: false,
    })
}

/// What decoding had to repair, at the first place of each kind.
pub fn decoding_diagnostics(decoded: &Decoded) -> Vec<Diagnostic> {
    let text = decoded.source.text();
    let first = |character: char| {
        let start = text.find(character).unwrap_or_default();
        Span::new(start, (start + character.len_utf8()).min(text.len()))
    };
    let found = [
        (decoded.broken_characters, DiagnosticKind::BrokenCharacters, '\u{FFFD}'),
        (decoded.nul_characters, DiagnosticKind::NulCharacters, '\0'),
    ];
    let of = |(_, kind, character)| Diagnostic { severity: Severity::Warning, kind, span: first(character) };
    found.into_iter().filter(|(count, ..)| *count > 0).map(of).collect()
}

fn of_unreadable(unreadable: &Unreadable) -> RefusalReason {
    match unreadable {
        Unreadable::Empty => RefusalReason::Empty,
        Unreadable::Blank => RefusalReason::Blank,
        Unreadable::Binary(BinaryKind::Pdf) => RefusalReason::Pdf,
        Unreadable::Binary(BinaryKind::Zip) => RefusalReason::Archive,
        Unreadable::Binary(BinaryKind::Image) => RefusalReason::Picture,
        Unreadable::Binary(BinaryKind::Program) => RefusalReason::Program,
        Unreadable::Binary(BinaryKind::Office) => RefusalReason::Office,
        Unreadable::Binary(BinaryKind::Other) | Unreadable::Noise => RefusalReason::Binary,
    }
}

fn of_file_problem(problem: &FileProblem) -> RefusalReason {
    match problem {
        FileProblem::Folder => RefusalReason::Folder,
        FileProblem::Failed => RefusalReason::Failed,
    }
}
