//! Many files at once: given to the desks, and what they tell shown a few times a second.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use super::{
    desks::Desks,
    screen::Dispatch,
    shelf::{Shelf, trouble},
};
use crate::{
    browser::{files::Waiting, page, tasks},
    library::archive::ArchiveProblem,
    library::record::Record,
    text::decode::{BinaryKind, Unreadable},
    view::{
        catalog::entry::{Entry, EntryKey},
        keeping::Keeping,
        refusal::{Refusal, RefusalReason},
        state::{Action, Gathered},
    },
    work::{problem::Problem, told::Told},
};

/// How soon what came of the first files is shown, and how often what came of more, in milliseconds: each time the list is
/// put in order and drawn anew, which takes the page 20 ms of 2,000 and is time that reading has not.
const FIRST_PAUSE: u32 = 120;
const PAUSE: u32 = 500;

/// Collects what the desks tell until it is time to show it.
struct Gathering {
    gathered: RefCell<Gathered>,
    timer: RefCell<Option<page::Timer>>,
    has_shown: Cell<bool>,
    dispatch: Dispatch,
    shelf: Shelf,
}

impl Gathering {
    fn new(shelf: &Shelf, dispatch: &Dispatch) -> Self {
        Self {
            gathered: RefCell::default(),
            timer: RefCell::default(),
            has_shown: Cell::default(),
            dispatch: dispatch.clone(),
            shelf: shelf.clone(),
        }
    }

    fn hear(self: &Rc<Self>, told: Told) {
        let mut gathered = self.gathered.borrow_mut();
        match told {
            Told::More(count) => gathered.more += count,
            Told::Indexed(lines) => {
                gathered.passed += lines.len();
                for record in lines.iter().filter_map(|line| Record::decoded(line)) {
                    gathered.bytes += record.byte_count as f64;
                    let entry = Entry { was_read_at_desk: true, ..Entry::of(record, false) };
                    gathered.entries.push(entry);
                }
            }
            Told::Refused(name, problem) => {
                gathered.passed += 1;
                gathered.refusals.push(Refusal { name, reason: reason(problem) });
            }
            Told::Kept(keys) => gathered.kept.extend(keys.into_iter().map(EntryKey::from)),
            Told::NotKept(problem) => {
                self.dispatch.emit(Action::Keeping(Keeping::Trouble(trouble(problem))));
            }
        }
        drop(gathered);
        let mut timer = self.timer.borrow_mut();
        if timer.is_none() {
            let gathering = self.clone();
            let pause = if self.has_shown.get() { PAUSE } else { FIRST_PAUSE };
            *timer = Some(page::after(pause, move || gathering.show(false)));
        }
    }

    fn show(&self, is_last: bool) {
        self.timer.take();
        self.has_shown.set(true);
        let gathered = Gathered { is_last, now: tasks::now(), ..self.gathered.take() };
        self.shelf.tell(&gathered.kept);
        self.dispatch.emit(Action::Gathered(gathered));
    }
}

/// Shows what the desks keep, a few times a second, and tells the other windows of it.
pub fn watch(desks: &Desks, shelf: &Shelf, dispatch: &Dispatch) {
    let gathering = Rc::new(Gathering::new(shelf, dispatch));
    desks.watch(move |told| gathering.hear(told));
}

/// Gives the files to the desks, which are ready.
#[inline(never)] // An entry of the later part: it must stay a call.
pub fn import(files: Vec<Waiting>, desks: &Desks, shelf: &Shelf, dispatch: &Dispatch) {
    watch(desks, shelf, dispatch);
    let gathering = Rc::new(Gathering::new(shelf, dispatch));
    let (desks, shelf) = (desks.clone(), shelf.clone());
    tasks::spawn(async move {
        let keeps = shelf.is_open().await;
        let told = move |told| match told {
            Some(told) => gathering.hear(told),
            None => {
                gathering.show(true);
                page::mark("imported");
            }
        };
        desks.import(files, keeps, told).await;
    });
}

/// Reads kept files again: their texts for the search, and the summaries that other readers made.
pub async fn load(
    lines: &[String],
    desks: &Desks,
    shelf: &Shelf,
    dispatch: &Dispatch,
    done: impl Fn() + 'static,
) {
    let gathered: Rc<RefCell<Vec<Entry>>> = Rc::default();
    let (storage, dispatch) = (shelf.storage(), dispatch.clone());
    desks
        .load(lines, move |told| match told {
            Some(Told::Indexed(lines)) => {
                let entry = |record| Entry { was_read_at_desk: true, ..Entry::of(record, true) };
                let records = lines.iter().filter_map(|line| Record::decoded(line));
                gathered.borrow_mut().extend(records.map(entry));
            }
            Some(_) => {}
            None => {
                let entries = gathered.take();
                let lines: Vec<_> =
                    entries.iter().map(|entry| (entry.key.to_string(), entry.record.encoded())).collect();
                dispatch.emit(Action::Restored(entries));
                if let (Some(storage), false) = (storage.clone(), lines.is_empty()) {
                    tasks::spawn(async move {
                        // Where that fails they are read again at the next start.
                        let _ = storage.put_lines(&lines).await;
                    });
                }
                done();
            }
        })
        .await;
}

/// Why a file was not taken in, for its reader.
pub fn reason(problem: Problem) -> RefusalReason {
    match problem {
        Problem::Failed => RefusalReason::Failed,
        Problem::Unreadable(unreadable) => of_unreadable(unreadable),
        Problem::Archive(ArchiveProblem::Broken) => RefusalReason::BrokenArchive,
        Problem::Archive(ArchiveProblem::TooMany) => RefusalReason::TooManyEntries,
        Problem::Archive(ArchiveProblem::TooLarge) => RefusalReason::TooLarge,
        Problem::Archive(ArchiveProblem::Locked) => RefusalReason::Locked,
        Problem::Archive(ArchiveProblem::Method) => RefusalReason::PackedOtherwise,
        Problem::Archive(ArchiveProblem::Nested) => RefusalReason::Nested,
    }
}

/// Why a file is no text, for its reader.
pub fn of_unreadable(unreadable: Unreadable) -> RefusalReason {
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
