//! What a reader does in the grid itself that changes the arrangement.

use std::ops::Range;

/// A change that the grid asks for; columns are indices into the table, positions are places on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GridEdit {
    /// Put `column` before the shown column at `position`; the count of shown columns puts it last.
    Move {
        /// The column.
        column: u32,
        /// Where it goes.
        position: u32,
    },
    /// Make `column` so wide, in CSS pixels; `None` as wide as its cells ask for.
    Resize {
        /// The column.
        column: u32,
        /// The width.
        width: Option<u32>,
    },
    /// Open the menu of `column`, which hides, pins, filters and groups, beside the element of that id.
    Menu {
        /// The column.
        column: u32,
        /// The element.
        anchor: String,
    },
    /// Collapse or open the group of that index.
    Toggle(u32),
    /// Copy the cells at these positions of rows and columns; with the headers where all rows are meant.
    Copy {
        /// Positions among the shown rows.
        rows: Range<usize>,
        /// Positions among the shown columns.
        columns: Range<usize>,
    },
}
