//! A workbook that a worker writes: what stands in its cells is told as text, packing it is the worker's.

use std::{cell::RefCell, rc::Rc};

use super::files::{Course, RUN};
use crate::{
    browser::{
        page,
        workers::{Message, Worker},
    },
    export::{marks::MarkText, sheet::Sheet, table_sheet, workbook},
    view::workbench::words::Words,
};

/// The workbook of `sheet`; `None` where it was cancelled, no file where it does not fit into one or the worker failed.
pub async fn packed(
    sheet: &Sheet<'_>,
    words: &Words,
    worker: &Worker,
    course: &Course,
) -> Option<Option<Vec<u8>>> {
    let tell = |marks: &mut MarkText| {
        worker.ask(&Message::of("marks").with_text(&std::mem::take(&mut marks.0)), |_, _| {});
    };
    worker.ask(&Message::of("workbook"), |_, _| {});
    let mut marks = MarkText::default();
    let depth = workbook::begin(sheet, words, &mut marks);
    let total = sheet.row_count();
    let mut slice_start = page::now_milliseconds();
    for position in 0..total {
        table_sheet::put_row(sheet, position, depth, &mut marks);
        if position % RUN == 0 {
            tell(&mut marks);
            if !course.go_on(&mut slice_start, position, total).await {
                return None;
            }
        }
    }
    workbook::end(sheet, words, &mut marks);
    tell(&mut marks);
    (course.on_progress)(total, total);
    let answer = Rc::new(RefCell::new(None));
    let heard = answer.clone();
    worker.ask(&Message::of("made"), move |message, is_last| {
        if is_last {
            heard.replace(Some(message));
        }
    });
    // The worker packs; the reader may still change his mind.
    loop {
        page::painted().await;
        if let Some(message) = answer.take() {
            return Some(message.bytes(0));
        }
        if course.is_cancelled.get() {
            return None;
        }
    }
}
