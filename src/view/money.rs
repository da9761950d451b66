//! Which currency a figure is in, and how many units its unit word stands for.

use crate::model::{table::TableBlock, value::Currency};

/// The currency of the figure in `row` and `column`: by the cell itself, a column of units beside it, the header, or
/// the caption. `None` where none of them names one, or where the column holds no money.
#[must_use]
pub fn currency_of(table: &TableBlock, row: usize, column: usize) -> Option<Currency> {
    let _ = (table, row, column);
    None
}

/// The currencies of a money column by first appearance; empty where its figures are of one currency, or no money.
/// Figures that no currency is printed for count as one more currency that is not listed.
#[must_use]
pub fn mixed_currencies(table: &TableBlock, column: usize) -> Vec<Currency> {
    let _ = (table, column);
    Vec::new()
}
