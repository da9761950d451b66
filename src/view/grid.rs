//! Moving through a grid by keys, and which of its rows are on the screen.

use std::ops::Range;

/// The height of a row where not all rows are on the screen, in CSS pixels; the style sheet says the same.
const ROW_HEIGHT: usize = 28;

/// Grids up to this many rows are on the screen whole.
const WHOLE: usize = 400;

/// How many rows are on the screen of a longer grid.
const WINDOW: usize = 120;

/// How far the first row of the window stands above the first visible one.
const LEAD: usize = 40;

/// Where the focus is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GridPlace {
    /// The row as shown, counted from 0; `None` is the header.
    pub row: Option<usize>,
    /// The column, counted from 0.
    pub column: usize,
}

/// How large a grid is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridSize {
    /// Rows below the header.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
}

impl GridPlace {
    /// Where a key leads, by the grid pattern of the ARIA Authoring Practices; `None` for keys that move nothing.
    #[must_use]
    pub fn after_key(self, key: &str, control: bool, size: GridSize) -> Option<Self> {
        let last_column = size.columns.checked_sub(1)?;
        let last_row = size.rows.checked_sub(1);
        let Self { row, column } = self;
        let next = match (key, control) {
            ("ArrowLeft", false) => Self { row, column: column.saturating_sub(1) },
            ("ArrowRight", false) => Self { row, column: (column + 1).min(last_column) },
            ("ArrowUp", false) => Self { row: row.and_then(|row| row.checked_sub(1)), column },
            ("ArrowDown", false) => {
                Self { row: row.map_or(last_row.map(|_| 0), |row| Some(row + 1).min(last_row)), column }
            }
            ("PageUp", false) => Self { row: row.map(|row| row.saturating_sub(20)), column },
            ("PageDown", false) => Self { row: Some(row.unwrap_or_default() + 20).min(last_row), column },
            ("Home", false) | ("ArrowLeft", true) => Self { row, column: 0 },
            ("End", false) | ("ArrowRight", true) => Self { row, column: last_column },
            ("Home", true) => Self { row: None, column: 0 },
            ("ArrowUp", true) => Self { row: None, column },
            ("End", true) => Self { row: last_row, column: last_column },
            ("ArrowDown", true) => Self { row: last_row, column },
            _ => return None,
        };
        Some(next)
    }
}

/// The rows of a long grid that are on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowWindow {
    first: usize,
    is_partial: bool,
}

impl RowWindow {
    /// The beginning of a grid of `count` rows.
    #[must_use]
    pub fn first(count: usize) -> Self {
        Self { first: 0, is_partial: count > WHOLE }
    }

    /// The window with `row` in it.
    #[must_use]
    pub fn around(row: usize, count: usize) -> Self {
        Self { first: row.saturating_sub(LEAD), ..Self::first(count) }
    }

    /// The window after scrolling to `top` pixels; `None` where the present one still does.
    #[must_use]
    pub fn scrolled(self, top: f64, count: usize) -> Option<Self> {
        let visible = (top.max(0.0) / ROW_HEIGHT as f64) as usize;
        let next = Self::around(visible, count);
        (self.is_partial && next.first.abs_diff(self.first) > LEAD / 2).then_some(next)
    }

    /// Whether rows are left out.
    #[must_use]
    pub fn is_partial(self) -> bool {
        self.is_partial
    }

    /// The rows on the screen, of `count`.
    #[must_use]
    pub fn rows(self, count: usize) -> Range<usize> {
        if self.is_partial {
            let first = self.first.min(count);
            first..(first + WINDOW).min(count)
        } else {
            0..count
        }
    }

    /// How far below the first row `row` begins, in pixels.
    #[must_use]
    pub fn top_of(row: usize) -> usize {
        row * ROW_HEIGHT
    }
}

#[cfg(test)]
mod tests {
    use super::{GridPlace, GridSize, RowWindow};

    const SIZE: GridSize = GridSize { rows: 3, columns: 2 };

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
        check((Some(1), 1), "Home", true, Some((None, 0)));
        check((Some(1), 1), "x", false, None);
    }

    #[test]
    fn pages_stop_at_the_ends() {
        check((Some(1), 0), "PageDown", false, Some((Some(2), 0)));
        check((Some(2), 0), "PageUp", false, Some((Some(0), 0)));
    }

    #[test]
    fn a_short_grid_is_whole_and_a_long_one_has_a_window() {
        assert_eq!(RowWindow::first(33).rows(33), 0..33);
        assert_eq!(RowWindow::first(33).scrolled(10_000.0, 33), None);
        let window = RowWindow::first(10_000);
        assert_eq!(window.rows(10_000), 0..120);
        assert_eq!(window.scrolled(28.0 * 45.0, 10_000), None);
        let scrolled = window.scrolled(28.0 * 500.0, 10_000).map(|window| window.rows(10_000));
        assert_eq!(scrolled, Some(460..580));
    }

    #[test]
    fn an_empty_grid_has_no_place_below_its_header() {
        let empty = GridSize { rows: 0, columns: 1 };
        let head = GridPlace::default();
        assert_eq!(head.after_key("ArrowDown", false, empty), Some(head));
        assert_eq!(head.after_key("End", true, empty), Some(head));
    }
}
