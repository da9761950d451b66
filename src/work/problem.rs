//! Why a file was not taken in.

use crate::{
    library::archive::ArchiveProblem,
    text::decode::{BinaryKind, Unreadable},
};

/// Why a file was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is no text.
    Unreadable(Unreadable),
    /// It is an archive, or stands in one, that cannot be unpacked.
    Archive(ArchiveProblem),
    /// The browser could not read it.
    Failed,
}

/// All of them; each crosses between threads as its place here.
const ALL: [Problem; 16] = [
    Problem::Failed,
    Problem::Unreadable(Unreadable::Empty),
    Problem::Unreadable(Unreadable::Blank),
    Problem::Unreadable(Unreadable::Noise),
    Problem::Unreadable(Unreadable::Binary(BinaryKind::Pdf)),
    Problem::Unreadable(Unreadable::Binary(BinaryKind::Zip)),
    Problem::Unreadable(Unreadable::Binary(BinaryKind::Image)),
    Problem::Unreadable(Unreadable::Binary(BinaryKind::Program)),
    Problem::Unreadable(Unreadable::Binary(BinaryKind::Office)),
    Problem::Unreadable(Unreadable::Binary(BinaryKind::Other)),
    Problem::Archive(ArchiveProblem::Broken),
    Problem::Archive(ArchiveProblem::TooMany),
    Problem::Archive(ArchiveProblem::TooLarge),
    Problem::Archive(ArchiveProblem::Locked),
    Problem::Archive(ArchiveProblem::Method),
    Problem::Archive(ArchiveProblem::Nested),
];

impl Problem {
    /// Its number.
    #[must_use]
    pub fn code(self) -> f64 {
        ALL.iter().position(|other| *other == self).unwrap_or_default() as f64
    }

    /// The problem of that number; a failure where there is none.
    #[must_use]
    pub fn of_code(code: f64) -> Self {
        ALL.get(code as usize).copied().unwrap_or(Self::Failed)
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL, Problem};

    #[test]
    fn each_problem_comes_back_from_its_number() {
        assert!(ALL.into_iter().all(|problem| Problem::of_code(problem.code()) == problem));
        assert_eq!(Problem::of_code(-1.0), Problem::Failed);
        assert_eq!(Problem::of_code(99.0), Problem::Failed);
    }
}
