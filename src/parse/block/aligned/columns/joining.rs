//! Rows that go on with cells of the row above them.

use super::Row;
use crate::{parse::table::class_of, text::span::Span};

/// Whether `row`, whose cells are `cells`, goes on with words of the row above it: a line right below, without a label of
/// its own and without figures, where words stand above each of its cells; with its label; or with the figures of a label.
pub fn goes_on(text: &str, last: &Row, above: &[Span], row: &Row, cells: &[Span]) -> bool {
    let between = text.get(last.span.range().end..row.span.range().start).unwrap_or_default();
    if between.bytes().filter(|byte| *byte == b'\n').count() != 1 {
        return false;
    }
    let class = |cell: &Span| class_of(&text[cell.range()]);
    let words = |cell: &Span| !cell.is_empty() && !class(cell).is_data();
    let figures = || above.iter().any(|cell| !cell.is_empty() && class(cell).is_data());
    let alone = |cells: &[Span]| {
        cells
            .split_first()
            .is_some_and(|(first, rest)| rest.iter().all(|cell| cell.is_empty()) && words(first))
    };
    let unlabeled = cells.first().is_some_and(|first| first.is_empty());
    if alone(cells) && figures() && words(&above[0]) {
        return is_rest(&text[cells[0].range()]);
    }
    if !unlabeled {
        return false;
    }
    if alone(above) {
        // A row of figures has a label, and one is printed in the line above.
        return cells.iter().all(|cell| cell.is_empty() || class(cell).is_data());
    }
    let mut filled = cells.iter().zip(above).filter(|(cell, _)| !cell.is_empty());
    figures() && filled.all(|(cell, above)| words(cell) && words(above) && class(above).is_words())
}

/// Whether `label` can only be the rest of a name: one character, or the end of a company's.
fn is_rest(label: &str) -> bool {
    let mut characters = label.chars();
    let one = characters.next().is_some_and(|first| ('\u{4e00}'..='\u{9fff}').contains(&first))
        && characters.next().is_none();
    one || ["公司", "限公司", "有限公司", "份有限公司", "股份有限公司"].contains(&label)
}
