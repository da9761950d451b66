//! Long files: the beginning is shown at once, the rest is read in slices between which the page paints.

use std::rc::Rc;

use super::{opening::read, screen::Dispatch};
use crate::{
    browser::{page, storage::KeptFile},
    parse::{
        self,
        long::{LongReading, beginning},
    },
    text::decode::LongDecoding,
    view::{library::OpenReport, refusal::Refusal, state::Action},
};

/// A file from this size on is shown before it is read whole, in bytes.
const LONG: usize = 2 << 20;

/// The longest that a slice of reading keeps the page from painting, in milliseconds, and what is read between two
/// looks at the clock: bytes decoded, lines put into places.
const SLICE: f64 = 12.0;
const DECODED: usize = 1 << 18;
const LINES: usize = 2_048;

/// Whether the file is read so.
pub fn is_long(file: &KeptFile) -> bool {
    file.bytes.len() > LONG && file.encoding.is_none()
}

/// Shows the beginning of the file, then all of it.
pub async fn open_long(file: &KeptFile, dispatch: &Dispatch) -> Result<(), Refusal> {
    let begun = KeptFile { bytes: beginning(&file.bytes).to_vec(), ..short(file) };
    let is_shown = match read(&begun) {
        Ok(report) => {
            dispatch.emit(Action::Read(vec![Ok(report)]));
            dispatch.emit(Action::Reading(1));
            page::painted().await;
            true
        }
        Err(_) => false,
    };
    let result = match in_slices(file).await {
        Some(report) => Ok(report),
        None => read(file),
    };
    match result {
        Ok(report) if is_shown => dispatch.emit(Action::Completed(report)),
        result => {
            let outcome = result.as_ref().map(|_| ()).map_err(Clone::clone);
            dispatch.emit(Action::Read(vec![result]));
            return outcome;
        }
    }
    Ok(())
}

/// The file without its bytes.
fn short(file: &KeptFile) -> KeptFile {
    KeptFile {
        key: file.key.clone(),
        name: file.name.clone(),
        bytes: Vec::new(),
        encoding: None,
        opened_at: file.opened_at,
    }
}

/// The report of a file that is one long table in UTF-8; `None` for any other, which is read in one go.
async fn in_slices(file: &KeptFile) -> Option<OpenReport> {
    let mut decoding = LongDecoding::begin(&file.bytes)?;
    work(|| decoding.step(DECODED)).await;
    let decoded = decoding.finish(&file.name)?;
    let repairs = parse::repairs(&decoded);
    let source = Rc::new(decoded.source);
    let mut report = match LongReading::begin(&source) {
        Some(mut reading) => {
            work(|| reading.step(LINES)).await;
            reading.finish().unwrap_or_else(|| parse::report_in_one(source))
        }
        None => parse::report_in_one(source),
    };
    report.diagnostics.splice(0..0, repairs);
    Some(OpenReport {
        key: file.key.as_str().into(),
        report: Rc::new(report),
        bytes: None,
        opened_at: file.opened_at,
        is_sample: false,
    })
}

/// Calls `step` until it says that it is done.
async fn work(mut step: impl FnMut() -> bool) {
    let mut start = page::now_milliseconds();
    while !step() {
        if page::now_milliseconds() - start > SLICE {
            page::breathe().await;
            start = page::now_milliseconds();
        }
    }
}
