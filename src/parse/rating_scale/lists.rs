//! The lists of words that are looked for in a region in one pass, whichever reader asks for them.

use std::sync::OnceLock;

use super::{
    bands,
    notes::{HEADINGS, OTHERS},
    subject::CATEGORIES,
};
use crate::{
    parse::lexicon::{ENGLISH_GRADES, GRADES, INDEX_NAMES},
    text::words::places::Together,
};

/// Grade words in two languages.
pub const GRADE: u16 = 1;
/// Marks that a clause ends with.
pub const CLAUSE: u16 = 2;
/// Category labels.
pub const CATEGORY: u16 = 4;
/// Names of indexes.
pub const INDEX: u16 = 8;
/// Headings over definitions.
pub const HEADING: u16 = 16;
/// What another matter begins with.
pub const OTHER: u16 = 32;

/// What hands out the conditions of grades that are listed before them.
pub const HANDED_OUT: u16 = 64;

/// All of them.
pub fn lists() -> &'static Together {
    static MADE: OnceLock<Together> = OnceLock::new();
    MADE.get_or_init(|| {
        Together::of(
            &[
                (GRADES, GRADE),
                (CATEGORIES, CATEGORY),
                (INDEX_NAMES, INDEX),
                (HEADINGS, HEADING),
                (OTHERS, OTHER),
                (bands::HANDED_OUT, HANDED_OUT),
            ],
            &[(";\".、。:", CLAUSE)],
        )
        .and_capitalized(ENGLISH_GRADES, GRADE)
    })
}
