//! Names that stand in a column of their own, some lines above their licence or below their role, beside which other text
//! is printed.

use std::ops::Range;

use super::{ROLES, name_at};
use crate::{
    parse::{folded::Folded, masthead::title::column_of},
    text::{span::Span, words::Hit},
};

/// A name stands at most so many lines away.
const LINES: usize = 4;

/// No line of two columns has more bytes.
const LONGEST: usize = 600;

/// The blanks that part two columns of a page.
const GAP: &str = "   ";

/// The name above the licence at byte `license` of the folded text: alone where the licence's column begins. In the first
/// column, where names stand right before their licences as a rule, a role stands beside it.
pub fn name_above(text: &str, folded: &Folded, license: usize) -> Option<Range<usize>> {
    let place = folded.span(license..license + 1).start as usize;
    let line = text[..place].rfind('\n').map_or(0, |end| end + 1);
    // The first line has none above it, and may be the whole text.
    let mut end = line.checked_sub(1)?;
    let gap = text[line..place].rfind(GAP).map(|gap| line + gap + GAP.len());
    let column = gap.map_or([0, 0], |gap| columns(text, gap));
    for _ in 0..LINES {
        let start = text[..end].rfind('\n').map_or(0, |end| end + 1);
        let taken = |rest: &str| gap.is_some() || ROLES.stand_in(rest);
        if let Some(name) = name_in(text, folded, start..end, column, &taken) {
            return Some(name);
        }
        end = start.checked_sub(1)?;
    }
    None
}

/// The name in the line below the role `hit`, where that begins.
pub fn name_below(text: &str, folded: &Folded, hit: &Hit) -> Option<Range<usize>> {
    let place = folded.span(hit.start..hit.end).start as usize;
    let end_of_line = |from: usize| {
        text.as_bytes()[from..].iter().take(LONGEST).position(|byte| *byte == b'\n').map(|end| from + end)
    };
    let start = end_of_line(place)? + 1;
    let end = end_of_line(start)?;
    if !text.as_bytes()[..place].iter().rev().take(LONGEST).any(|byte| *byte == b'\n') {
        return None;
    }
    name_in(text, folded, start..end, columns(text, place), &|_| true)
}

/// The column of byte `at` where a wide character takes one, and where it takes two: programs count either way.
fn columns(text: &str, at: usize) -> [usize; 2] {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    [text[start..at].chars().count(), column_of(text, at)]
}

/// The name that stands alone at `column` of the line at `range`, if what begins with it is `taken`.
fn name_in(
    text: &str,
    folded: &Folded,
    range: Range<usize>,
    column: [usize; 2],
    taken: &dyn Fn(&str) -> bool,
) -> Option<Range<usize>> {
    let mut at = range.start;
    for words in text[range.clone()].split(GAP) {
        let place = at + (words.len() - words.trim_start().len());
        at += words.len() + GAP.len();
        let words = words.trim();
        let here = columns(text, place);
        let beside = (2 * 3..=6 * 3).contains(&words.len())
            && here.iter().zip(column).any(|(one, other)| one.abs_diff(other) <= 2);
        if beside && taken(&text[place..range.end]) {
            let span = Span::new(place, place + words.len());
            let (from, to) = (folded.position(span.start), folded.position(span.end));
            if let Some(name) = name_at(folded, from).filter(|name| name.end == to) {
                return Some(name);
            }
        }
    }
    None
}
