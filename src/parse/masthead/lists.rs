//! The lists of words that are looked for in the head in one pass, whichever reader asks for them.

use std::sync::OnceLock;

use super::{analysts::ROLES, date::INSIDE, rating::KINDS, target_price::LABELS};
use crate::{
    parse::lexicon::{ENGLISH_GRADES, GRADES},
    text::words::places::Together,
};

/// What stands before a name.
pub const ROLE: u16 = 1;
/// What stands before a date inside a line.
pub const DATE: u16 = 2;
/// Kinds of reports, by whose rating they give.
pub const KIND: u16 = 4;
/// What stands before a target price.
pub const TARGET: u16 = 8;
/// Grade words in two languages.
pub const GRADE: u16 = 16;

/// All of them.
pub fn lists() -> &'static Together {
    static MADE: OnceLock<Together> = OnceLock::new();
    MADE.get_or_init(|| {
        let lists = [(ROLES, ROLE), (INSIDE, DATE), (KINDS, KIND), (LABELS, TARGET), (GRADES, GRADE)];
        Together::of(&lists, &[]).and_capitalized(ENGLISH_GRADES, GRADE)
    })
}
