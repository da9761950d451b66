//! Names that stand some lines above their licence in a column of their own, beside which other text is printed.

use std::ops::Range;

use super::name_at;
use crate::{
    parse::{folded::Folded, masthead::title::column_of},
    text::span::Span,
};

/// A name stands at most so many lines above its licence.
const LINES: usize = 4;

/// The blanks that part two columns of a page.
const GAP: &str = "   ";

/// The name above the licence at byte `license` of the folded text: alone where the licence's column begins.
pub fn name(text: &str, folded: &Folded, license: usize) -> Option<Range<usize>> {
    let place = folded.span(license..license + 1).start as usize;
    let line = text[..place].rfind('\n').map_or(0, |end| end + 1);
    let gap = text[line..place].rfind(GAP)? + line + GAP.len();
    // The first column has its names before their licences.
    let column = column_of(text, gap);
    let mut end = line.checked_sub(1)?;
    for _ in 0..LINES {
        let start = text[..end].rfind('\n').map_or(0, |end| end + 1);
        let printed = &text[start..end];
        let last = printed.trim_end().rfind(GAP).map_or(0, |gap| gap + GAP.len());
        let words = printed[last..].trim();
        let at = start + last + (printed[last..].len() - printed[last..].trim_start().len());
        if column_of(text, at).abs_diff(column) <= 2 && words.chars().count() <= 6 {
            let span = Span::new(at, at + words.len());
            let (from, to) = (folded.position(span.start), folded.position(span.end));
            if let Some(name) = name_at(folded, from).filter(|name| name.end == to) {
                return Some(name);
            }
        }
        end = start.checked_sub(1)?;
    }
    None
}
