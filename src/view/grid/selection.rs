//! What is selected in a grid: a rectangle of cells, of which rows and columns are special ones.

use std::ops::Range;

use super::{GridPlace, GridSize};

/// A rectangle between two corners.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Where it began: row and column as shown.
    pub anchor: (usize, usize),
    /// Where it has been drawn to.
    pub head: (usize, usize),
}

impl Selection {
    /// One cell.
    #[must_use]
    pub fn cell(row: usize, column: usize) -> Self {
        Self { anchor: (row, column), head: (row, column) }
    }

    /// Drawn to another cell.
    #[must_use]
    pub fn to(self, row: usize, column: usize) -> Self {
        Self { head: (row, column), ..self }
    }

    /// The rows of `from` and to the selection's head, whole.
    #[must_use]
    pub fn whole_rows(from: usize, to: usize, size: GridSize) -> Self {
        Self { anchor: (from, 0), head: (to, size.columns.saturating_sub(1)) }
    }

    /// The columns between two, whole.
    #[must_use]
    pub fn whole_columns(from: usize, to: usize, size: GridSize) -> Self {
        Self { anchor: (0, from), head: (size.rows.saturating_sub(1), to) }
    }

    /// Everything.
    #[must_use]
    pub fn all(size: GridSize) -> Self {
        Self::whole_columns(0, size.columns.saturating_sub(1), size)
    }

    /// Its rows.
    #[must_use]
    pub fn rows(self) -> Range<usize> {
        self.anchor.0.min(self.head.0)..self.anchor.0.max(self.head.0) + 1
    }

    /// Its columns.
    #[must_use]
    pub fn columns(self) -> Range<usize> {
        self.anchor.1.min(self.head.1)..self.anchor.1.max(self.head.1) + 1
    }

    /// Whether the cell lies in it.
    #[must_use]
    pub fn holds(self, row: usize, column: usize) -> bool {
        self.rows().contains(&row) && self.columns().contains(&column)
    }

    /// Whether it is more than a cell.
    #[must_use]
    pub fn is_range(self) -> bool {
        self.anchor != self.head
    }
}

/// What a key selects, by the grid pattern of the ARIA Authoring Practices, and where the focus is then. `at` is where
/// it was; `None` for keys that select nothing.
#[must_use]
pub fn after_key(
    selected: Option<Selection>,
    at: GridPlace,
    key: &str,
    (control, shift): (bool, bool),
    size: GridSize,
) -> Option<(Selection, GridPlace)> {
    let row = at.row.filter(|row| *row < size.rows);
    match (key, control, shift) {
        (" ", false, true) => row.map(|row| {
            let from = selected.map_or(row, |selected| selected.anchor.0);
            (Selection::whole_rows(from, row, size), at)
        }),
        (" ", true, false) if size.rows > 0 => {
            let from = selected.filter(|_| row.is_some()).map_or(at.column, |selected| selected.anchor.1);
            Some((Selection::whole_columns(from, at.column, size), at))
        }
        ("a" | "A", true, false) if size.rows > 0 => Some((Selection::all(size), at)),
        (_, _, true) => {
            let row = row?;
            let next = at.after_key(key, control, size)?;
            // A selection ends below the header, which the focus may not leave it for.
            let next = GridPlace { row: next.row.or(Some(0)), ..next };
            let began = selected.filter(|selected| selected.head == (row, at.column));
            let began = began.unwrap_or_else(|| Selection::cell(row, at.column));
            next.row.map(|row| (began.to(row, next.column), next))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{GridPlace, GridSize, Selection, after_key};

    const SIZE: GridSize = GridSize { rows: 5, columns: 4, page: 3 };

    /// Checks the rows and columns selected after keys, each with `^` for Ctrl and `+` for Shift before it.
    #[track_caller]
    fn check(
        from: (usize, usize),
        keys: &[&str],
        rows: std::ops::Range<usize>,
        columns: std::ops::Range<usize>,
    ) {
        let mut at = GridPlace { row: Some(from.0), column: from.1 };
        let mut selected = None;
        for key in keys {
            let (control, rest) = key.strip_prefix('^').map_or((false, *key), |rest| (true, rest));
            let (shift, key) = rest.strip_prefix('+').map_or((false, rest), |rest| (true, rest));
            let (next, place) = after_key(selected, at, key, (control, shift), SIZE).unwrap();
            (selected, at) = (Some(next), place);
        }
        let selected = selected.unwrap();
        assert_eq!((selected.rows(), selected.columns()), (rows, columns), "{keys:?}");
    }

    #[test]
    fn shift_and_arrows_draw_a_rectangle_from_where_they_began() {
        check((1, 1), &["+ArrowDown", "+ArrowRight"], 1..3, 1..3);
        check((1, 1), &["+ArrowDown", "+ArrowUp", "+ArrowUp", "+ArrowUp"], 0..2, 1..2);
        check((1, 1), &["^+End"], 1..5, 1..4);
        check((4, 3), &["+Home"], 4..5, 0..4);
        check((0, 0), &["+PageDown"], 0..3, 0..1);
    }

    #[test]
    fn rows_columns_and_all() {
        check((2, 1), &["+ "], 2..3, 0..4);
        check((2, 1), &["^ "], 0..5, 1..2);
        check((2, 1), &["^a"], 0..5, 0..4);
    }

    #[test]
    fn other_keys_select_nothing() {
        let at = GridPlace { row: Some(1), column: 1 };
        for (key, control, shift) in [("ArrowDown", false, false), ("Enter", false, true), ("c", true, false)]
        {
            assert_eq!(after_key(None, at, key, (control, shift), SIZE), None);
        }
        let empty = GridSize { rows: 0, columns: 2, page: 1 };
        let head = GridPlace::default();
        assert_eq!(after_key(None, head, "a", (true, false), empty), None);
        assert_eq!(after_key(None, head, "ArrowDown", (false, true), SIZE), None);
        assert!(Selection::cell(1, 1).to(2, 2).holds(2, 1) && !Selection::cell(1, 1).is_range());
    }
}
