//! What the work tells while it goes on, and its form between threads.

use super::problem::Problem;
use crate::browser::{storage::StorageProblem, workers::Message};

/// What the work tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// An archive holds so many files more than were counted.
    More(usize),
    /// A file was read: its record as a line.
    Indexed(String),
    /// A file was not taken in: its name, and why.
    Refused(String, Problem),
    /// The file of that key is kept for the next visit.
    Kept(String),
    /// Nothing more can be kept, and why.
    NotKept(StorageProblem),
}

const STORAGE_PROBLEMS: [StorageProblem; 6] = [
    StorageProblem::Failed,
    StorageProblem::Full,
    StorageProblem::Lost,
    StorageProblem::Held,
    StorageProblem::Newer,
    StorageProblem::Unavailable,
];

impl Told {
    /// As it crosses between threads.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::More(count) => Message::of("more").with_number(*count as f64),
            Self::Indexed(line) => Message::of("indexed").with_text(line),
            Self::Refused(name, problem) => {
                Message::of("refused").with_text(name).with_number(problem.code())
            }
            Self::Kept(key) => Message::of("kept").with_text(key),
            Self::NotKept(problem) => {
                let code = STORAGE_PROBLEMS.iter().position(|other| other == problem).unwrap_or_default();
                Message::of("not kept").with_number(code as f64)
            }
        }
    }

    /// What a message tells; `None` where it is another one.
    #[must_use]
    pub fn of(message: &Message) -> Option<Self> {
        Some(match message.text(0).as_str() {
            "more" => Self::More(message.number(1) as usize),
            "indexed" => Self::Indexed(message.text(1)),
            "refused" => Self::Refused(message.text(1), Problem::of_code(message.number(2))),
            "kept" => Self::Kept(message.text(1)),
            "not kept" => {
                let code = message.number(1) as usize;
                Self::NotKept(STORAGE_PROBLEMS.get(code).copied().unwrap_or(StorageProblem::Failed))
            }
            _ => return None,
        })
    }
}
