//! The desks at which the bulk work is done: in workers, started when first needed; one on the page's own thread where
//! the browser has none.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};

use crate::{
    browser::{
        files::Waiting,
        later, page, tasks,
        workers::{self, Message, Reply, Worker},
    },
    library::search::Hit,
    work::{
        desk::{Desk, Hearing},
        problem::Problem,
        serving,
        told::Told,
    },
};

/// The most workers: more read no faster, since the browser reads files from the disk one by one.
const MOST: usize = 4;

/// How long it takes until the later part of the program is asked for again, in milliseconds.
const AGAIN: u32 = 5_000;

/// How many files a desk is given at once, and so many bytes of them by what those before had.
const BATCH: usize = 16;
const BATCH_BYTES: f64 = 1_000_000.0;

/// How many such batches a desk has under way: one that it reads, one that waits, and one that the browser reads from the
/// disk.
const UNDER_WAY: usize = 3;

#[derive(Clone)]
enum Seat {
    There(Worker),
    Here(Rc<Desk>),
}

impl Seat {
    fn ask(&self, question: Message, heard: impl Fn(Message, bool) + 'static) {
        match self {
            Self::There(worker) => worker.ask(&question, heard),
            Self::Here(desk) => {
                serving::answer(desk, question, Reply::Here(Rc::new(heard)));
            }
        }
    }
}

/// All desks. Clones are the same ones.
#[derive(Clone, Default)]
pub struct Desks(Rc<Room>);

#[derive(Default)]
struct Room {
    seats: RefCell<Vec<Seat>>,
    is_starting: Cell<bool>,
    is_stopped: Cell<bool>,
    /// Hears of what the desks keep.
    watching: RefCell<Option<Hearing>>,
    /// Those that the browser failed to read.
    failed: RefCell<Vec<Waiting>>,
}

impl PartialEq for Desks {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Desks {
    /// Ends when the later part of the program is there, which the work is done by. Where it cannot be loaded now, it is asked
    /// for again, as rarely as a reader would.
    pub async fn ready(&self) {
        while !later::load().await {
            tasks::wait(AGAIN).await;
        }
    }

    async fn seats(&self) -> Vec<Seat> {
        loop {
            let seats = self.0.seats.borrow().clone();
            if !seats.is_empty() {
                return seats;
            }
            if !self.0.is_starting.replace(true) {
                self.ready().await;
                let seats = start().await;
                for seat in &seats {
                    let room = self.0.clone();
                    seat.ask(Message::of("watch"), move |message, _| {
                        let watching = room.watching.borrow().clone();
                        if let Some((watching, told)) = watching.zip(Told::of(&message)) {
                            watching(told);
                        }
                    });
                }
                self.0.seats.replace(seats);
            } else {
                page::painted().await;
            }
        }
    }

    /// `told` hears of what is kept from now on, in place of who heard of it before.
    pub fn watch(&self, told: impl Fn(Told) + 'static) {
        self.0.watching.replace(Some(Rc::new(told)));
    }

    /// Takes files in, and keeps them where `keeps`. `told` hears what comes of them, and `None` when all desks are done.
    pub async fn import(&self, files: Vec<Waiting>, keeps: bool, told: impl Fn(Option<Told>) + 'static) {
        self.0.is_stopped.set(false);
        let seats = self.seats().await;
        let work = Rc::new(Import {
            room: self.0.clone(),
            files: RefCell::new(files.into()),
            loaded: Cell::new((1.0, 1.0)),
            keeps,
            busy: Cell::new(seats.len() * UNDER_WAY),
            told: Box::new(told),
        });
        for seat in seats {
            for _ in 0..UNDER_WAY {
                tasks::spawn(work.clone().give(seat.clone()));
            }
        }
    }

    /// The files that the browser failed to read, to be tried again.
    pub fn take_failed(&self) -> Vec<Waiting> {
        self.0.failed.take()
    }

    /// Stops all taking in; what was read stays.
    pub fn stop(&self) {
        self.0.is_stopped.set(true);
        for seat in self.0.seats.borrow().iter() {
            seat.ask(Message::of("stop"), |_, _| {});
        }
    }

    /// Reads kept files again, for the search, each by its line. `told` hears of those that had no summary, and `None` at
    /// the end.
    pub async fn load(&self, lines: &[String], told: impl Fn(Option<Told>) + 'static) {
        let seats = self.seats().await;
        let (busy, told) = (Rc::new(Cell::new(seats.len())), Rc::new(told));
        for (place, seat) in seats.iter().enumerate() {
            // By turns, since neighbors in a list are of like size.
            let share = lines.iter().skip(place).step_by(seats.len());
            let question = share.fold(Message::of("load"), |question, line| question.with_text(line));
            let (busy, told) = (busy.clone(), told.clone());
            seat.ask(question, move |message, is_last| {
                if let Some(heard) = Told::of(&message) {
                    told(Some(heard));
                }
                if is_last {
                    busy.set(busy.get() - 1);
                    if busy.get() == 0 {
                        told(None);
                    }
                }
            });
        }
    }

    /// Searches all texts; `found` gets the hits once all desks have answered. Desks that are there are asked with the call.
    pub fn search(&self, query: &str, found: impl Fn(Vec<Hit>) + 'static) {
        let there = self.0.seats.borrow().clone();
        if there.is_empty() {
            let (desks, query) = (self.clone(), query.to_owned());
            tasks::spawn(async move { search(desks.seats().await, &query, Rc::new(found)) });
        } else {
            search(there, query, Rc::new(found));
        }
    }

    /// The bytes of a file that is not kept, from the desk that has it.
    pub async fn file(&self, key: &str) -> Option<Vec<u8>> {
        let seats = self.0.seats.borrow().clone();
        if seats.is_empty() {
            return None;
        }
        let answers = Rc::new(Cell::new(seats.len()));
        tasks::called_back(move |found| {
            for seat in seats {
                let (found, answers) = (found.clone(), answers.clone());
                seat.ask(Message::of("file").with_text(key), move |message, _| {
                    answers.set(answers.get() - 1);
                    let bytes = message.bytes(0);
                    if bytes.is_some() || answers.get() == 0 {
                        found(bytes);
                    }
                });
            }
        })
        .await
    }

    /// Begins a file of many reports, of that ending and with words in that language.
    pub async fn begin_collection(&self, ending: &str, language: &str) {
        self.0.is_stopped.set(false);
        self.ask_first(Message::of("collect").with_text(ending).with_text(language)).await;
    }

    /// Adds a file to it, whose reader chose the encoding of that label, or none; whether it could be read.
    pub async fn add_to_collection(&self, name: &str, encoding: &str, bytes: &[u8]) -> bool {
        let question = Message::of("add").with_text(name).with_text(encoding).with_bytes(bytes);
        self.ask_first(question).await.number(0) > 0.0
    }

    /// The file of many reports; `None` where it does not fit into one.
    pub async fn end_collection(&self) -> Option<Vec<u8>> {
        self.ask_first(Message::of("made")).await.bytes(0)
    }

    /// Whether the reader stopped what was begun last.
    pub fn is_stopped(&self) -> bool {
        self.0.is_stopped.get()
    }

    /// The last that the first desk says to a question. What is one file is made at one desk.
    async fn ask_first(&self, question: Message) -> Message {
        let Some(seat) = self.seats().await.into_iter().next() else { return Message::default() };
        tasks::called_back(move |answered| {
            seat.ask(question, move |message, is_last| {
                if is_last {
                    answered(message);
                }
            });
        })
        .await
    }

    /// Has the text of a report searched in place of the one that was; `line` is what else is known of it. Nothing where no
    /// desk was started, since the page searches the text itself then.
    pub fn hold(&self, line: &str, key: &str, text: &str) {
        self.forget(&[key.to_owned()]);
        if let Some(seat) = self.0.seats.borrow().first() {
            seat.ask(Message::of("hold").with_text(line).with_text(text), |_, _| {});
        }
    }

    /// Lets go of the texts of these files.
    pub fn forget(&self, keys: &[String]) {
        for seat in self.0.seats.borrow().iter() {
            let question = keys.iter().fold(Message::of("forget"), |question, key| question.with_text(key));
            seat.ask(question, |_, _| {});
        }
    }
}

fn search(seats: Vec<Seat>, query: &str, found: Rc<dyn Fn(Vec<Hit>)>) {
    let busy = Rc::new(Cell::new(seats.len()));
    let hits: Rc<RefCell<Vec<Hit>>> = Rc::default();
    for seat in seats {
        let (busy, found, hits) = (busy.clone(), found.clone(), hits.clone());
        seat.ask(Message::of("search").with_text(query), move |message, is_last| {
            if is_last {
                hits.borrow_mut().extend(serving::decoded(&message.text(0)));
                busy.set(busy.get() - 1);
                if busy.get() == 0 {
                    found(hits.take());
                }
            }
        });
    }
}

async fn start() -> Vec<Seat> {
    let program = workers::program().await;
    // All at once; it is compiled already.
    let starting: Vec<_> = (0..tasks::core_count().clamp(1, MOST)).map(|_| Worker::start(&program)).collect();
    let mut seats = Vec::new();
    for worker in starting {
        seats.extend(worker.await.map(Seat::There));
    }
    if seats.is_empty() {
        let desk = Rc::new(Desk::default());
        desk.open().await;
        seats.push(Seat::Here(desk));
    }
    seats
}

struct Import {
    room: Rc<Room>,
    /// Those that no desk was given yet.
    files: RefCell<VecDeque<Waiting>>,
    /// How many were read from the disk, and how many bytes they had; one more of one byte, so that there is a mean.
    loaded: Cell<(f64, f64)>,
    keeps: bool,
    busy: Cell<usize>,
    told: Box<dyn Fn(Option<Told>)>,
}

impl Import {
    /// Gives the desk files, some at a time, as long as there are any.
    async fn give(self: Rc<Self>, seat: Seat) {
        loop {
            let batch = self.next();
            let loading: Vec<_> = batch.into_iter().map(|file| (file.load(), file)).collect();
            if loading.is_empty() {
                break;
            }
            let mut question = Message::of("import").with_number(f64::from(u8::from(self.keeps)));
            for (loading, file) in loading {
                match loading.await {
                    Some(loaded) => {
                        let (count, bytes) = self.loaded.get();
                        self.loaded.set((count + 1.0, bytes + loaded.byte_count()));
                        question = question.with_text(&file.name()).with_loaded(&loaded);
                    }
                    None => {
                        (self.told)(Some(Told::Refused(file.name(), Problem::Failed)));
                        self.room.failed.borrow_mut().push(file);
                    }
                }
            }
            if self.room.is_stopped.get() {
                break;
            }
            let work = self.clone();
            tasks::called_back(|done: Rc<dyn Fn(())>| {
                seat.ask(question, move |message, is_last| {
                    if let Some(told) = Told::of(&message) {
                        (work.told)(Some(told));
                    }
                    if is_last {
                        done(());
                    }
                });
            })
            .await;
        }
        self.busy.set(self.busy.get() - 1);
        if self.busy.get() == 0 {
            (self.told)(None);
        }
    }

    /// The next files, none when it was stopped: fewer where those before were large, since all of them are in memory at once.
    fn next(&self) -> Vec<Waiting> {
        let mut files = self.files.borrow_mut();
        let (count, bytes) = self.loaded.get();
        let fitting = ((BATCH_BYTES / (bytes / count)) as usize).clamp(1, BATCH);
        let wanted = if self.room.is_stopped.get() { 0 } else { fitting.min(files.len()) };
        files.drain(..wanted).collect()
    }
}
