//! What the work tells while it goes on, and its form between threads.

use super::problem::Problem;
use crate::browser::{storage::StorageProblem, workers::Message};

/// What the work tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// An archive holds so many files more than were counted.
    More(usize),
    /// Files were read: the record of each as a line.
    Indexed(Vec<String>),
    /// A file was not taken in: its name, and why.
    Refused(String, Problem),
    /// The files of these keys are kept for the next visit.
    Kept(Vec<String>),
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
        let all = |kind, texts: &[String]| {
            texts.iter().fold(Message::of(kind), |message, text| message.with_text(text))
        };
        match self {
            Self::More(count) => Message::of("more").with_number(*count as f64),
            Self::Indexed(lines) => all("indexed", lines),
            Self::Refused(name, problem) => {
                Message::of("refused").with_text(name).with_number(problem.code())
            }
            Self::Kept(keys) => all("kept", keys),
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
            "indexed" => Self::Indexed(message.texts(1)),
            "refused" => Self::Refused(message.text(1), Problem::of_code(message.number(2))),
            "kept" => Self::Kept(message.texts(1)),
            "not kept" => {
                let code = message.number(1) as usize;
                Self::NotKept(STORAGE_PROBLEMS.get(code).copied().unwrap_or(StorageProblem::Failed))
            }
            _ => return None,
        })
    }
}
