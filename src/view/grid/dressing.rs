//! How single cells are shown where that is not as printed: other units, colors, marked hits.

use std::{fmt, ops::Range, rc::Rc};

/// How a cell is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellDress {
    /// What stands in it instead of the printed text: the same amount in another unit, which the header then names.
    pub text: Option<String>,
    /// Classes that color it or draw a bar, parted by blanks: `heat up-3`, `bar bar-12`.
    pub class: String,
    /// The parts of the shown text that the search has found, as places of bytes, in order and apart.
    pub hits: Vec<Range<usize>>,
}

/// Answers how the cells of a row are shown, by the row's number in the table, one for each shown column in their order;
/// nothing where the whole row is as printed. It is asked when a row comes onto the screen.
#[derive(Clone)]
pub struct Dressing(Rc<dyn Fn(u32) -> Vec<CellDress>>);

impl Dressing {
    /// A dressing that asks `dress`.
    pub fn new(dress: impl Fn(u32) -> Vec<CellDress> + 'static) -> Self {
        Self(Rc::new(dress))
    }

    /// How the cells of `row` are shown.
    #[must_use]
    pub fn of_row(&self, row: u32) -> Vec<CellDress> {
        (self.0)(row)
    }
}

/// The same where it is the same answer.
impl PartialEq for Dressing {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Dressing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Dressing")
    }
}
