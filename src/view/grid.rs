//! Moving through a grid by keys, what is selected in it, and what of it is on the screen.

pub mod columns;
pub mod dressing;
pub mod edit;
pub mod face;
pub mod projection;
pub mod selection;
pub mod viewport;
pub mod width;

/// Where the focus is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GridPlace {
    /// The row as shown, counted from 0; `None` is the header.
    pub row: Option<usize>,
    /// The column as shown, counted from 0.
    pub column: usize,
}

/// How large a grid is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridSize {
    /// Rows below the header.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Rows that fit on the screen, one less than which PgUp and PgDn move.
    pub page: usize,
}

impl GridPlace {
    /// Where a key leads, by the grid pattern of the ARIA Authoring Practices; `None` for keys that move nothing.
    #[must_use]
    pub fn after_key(self, key: &str, control: bool, size: GridSize) -> Option<Self> {
        let last_column = size.columns.checked_sub(1)?;
        let last_row = size.rows.checked_sub(1);
        let page = size.page.saturating_sub(1).max(1);
        let Self { row, column } = self;
        let next = match (key, control) {
            ("ArrowLeft", false) => Self { row, column: column.saturating_sub(1) },
            ("ArrowRight", false) => Self { row, column: (column + 1).min(last_column) },
            ("ArrowUp", false) => Self { row: row.and_then(|row| row.checked_sub(1)), column },
            ("ArrowDown", false) => {
                Self { row: row.map_or(last_row.map(|_| 0), |row| Some(row + 1).min(last_row)), column }
            }
            ("PageUp", false) => Self { row: row.map(|row| row.saturating_sub(page)), column },
            ("PageDown", false) => Self { row: Some(row.unwrap_or_default() + page).min(last_row), column },
            ("Home", false) | ("ArrowLeft", true) => Self { row, column: 0 },
            ("End", false) | ("ArrowRight", true) => Self { row, column: last_column },
            ("Home", true) => Self { row: row.and(last_row).map(|_| 0), column: 0 },
            ("ArrowUp", true) => Self { row: None, column },
            ("End", true) => Self { row: last_row, column: last_column },
            ("ArrowDown", true) => Self { row: last_row, column },
            _ => return None,
        };
        Some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::{GridPlace, GridSize};

    const SIZE: GridSize = GridSize { rows: 3, columns: 2, page: 20 };

    #[track_caller]
    fn check(from: (Option<usize>, usize), key: &str, control: bool, to: Option<(Option<usize>, usize)>) {
        let from = GridPlace { row: from.0, column: from.1 };
        let to = to.map(|(row, column)| GridPlace { row, column });
        assert_eq!(from.after_key(key, control, SIZE), to);
    }

    #[test]
    fn arrows_stay_inside() {
        check((None, 0), "ArrowLeft", false, Some((None, 0)));
        check((None, 0), "ArrowDown", false, Some((Some(0), 0)));
        check((Some(2), 1), "ArrowDown", false, Some((Some(2), 1)));
        check((Some(0), 1), "ArrowUp", false, Some((None, 1)));
        check((Some(1), 1), "ArrowRight", false, Some((Some(1), 1)));
        check((None, 1), "ArrowUp", false, Some((None, 1)));
    }

    #[test]
    fn home_and_end_go_to_the_row_or_the_grid() {
        check((Some(1), 1), "Home", false, Some((Some(1), 0)));
        check((Some(1), 0), "End", true, Some((Some(2), 1)));
        check((Some(1), 1), "Home", true, Some((Some(0), 0)));
        check((None, 1), "Home", true, Some((None, 0)));
        check((Some(1), 1), "x", false, None);
    }

    #[test]
    fn pages_stop_at_the_ends() {
        check((Some(1), 0), "PageDown", false, Some((Some(2), 0)));
        check((Some(2), 0), "PageUp", false, Some((Some(0), 0)));
    }

    #[test]
    fn an_empty_grid_has_no_place_below_its_header() {
        let empty = GridSize { rows: 0, columns: 1, page: 20 };
        let head = GridPlace::default();
        assert_eq!(head.after_key("ArrowDown", false, empty), Some(head));
        assert_eq!(head.after_key("End", true, empty), Some(head));
    }
}
