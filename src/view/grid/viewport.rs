//! Which rows of a long grid are on the screen, and how they follow its scroll bar. The rows stand in a stage that
//! stays where it is while an empty height behind it is scrolled; so no row is ever missing on the screen, and the
//! height may be less than that of the rows, which browsers limit.

use std::ops::Range;

/// The height of a row of a long grid, in CSS pixels; the style sheet says the same (`--row`).
pub const ROW_HEIGHT: f64 = 28.0;

/// Grids with more cells than this are on the screen in part. A report has several tables, and an element costs about a
/// microsecond whenever styles change.
const MOST_CELLS: usize = 1_000;

/// The greatest height that is scrolled, in CSS pixels. Firefox draws nothing below 17.8 million, Chromium below 33.5.
const GREATEST_HEIGHT: f64 = 8_000_000.0;

/// How far from both ends a scrolled pixel is a pixel of the rows.
const END: f64 = 1_000_000.0;

/// Whether a grid of that size is on the screen in part.
#[must_use]
pub fn is_long(rows: usize, columns: usize) -> bool {
    rows * columns > MOST_CELLS && rows > 20
}

/// The rows of a grid and the height that they have on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Extent {
    /// How many rows.
    pub rows: usize,
    /// The height of the stage below the header, in CSS pixels.
    pub height: f64,
}

impl Extent {
    /// How far the rows can be moved, in CSS pixels.
    fn room(self) -> f64 {
        (self.rows as f64 * ROW_HEIGHT - self.height).max(0.0)
    }

    /// How far the scroll bar can be moved, in CSS pixels.
    #[must_use]
    pub fn scrolled_room(self) -> f64 {
        self.room().min(GREATEST_HEIGHT)
    }

    /// How many rows fit whole.
    #[must_use]
    pub fn page(self) -> usize {
        (self.height / ROW_HEIGHT) as usize
    }

    /// How far the rows are moved where the bar is scrolled to `scrolled`: as far near both ends, farther between.
    fn top_at(self, scrolled: f64) -> f64 {
        let (room, range) = (self.room(), self.scrolled_room());
        let scrolled = scrolled.clamp(0.0, range);
        if room == range || scrolled <= END {
            scrolled
        } else if scrolled >= range - END {
            room - (range - scrolled)
        } else {
            END + (scrolled - END) * (room - 2.0 * END) / (range - 2.0 * END)
        }
    }

    /// Where the bar is to be for the rows to be moved to `top`.
    fn scrolled_at(self, top: f64) -> f64 {
        let (room, range) = (self.room(), self.scrolled_room());
        if room == range || top <= END {
            top
        } else if top >= room - END {
            range - (room - top)
        } else {
            END + (top - END) * (range - 2.0 * END) / (room - 2.0 * END)
        }
    }
}

/// How far a long grid is scrolled.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Viewport {
    /// Where the scroll bar is, in CSS pixels.
    pub scrolled: f64,
    /// How far the rows are moved, in CSS pixels.
    pub top: f64,
}

impl Viewport {
    /// After the bar was scrolled to `scrolled`. What is a step on the screen moves the rows as far, whatever their
    /// whole height; a jump moves them in proportion.
    #[must_use]
    pub fn after_scroll(self, scrolled: f64, extent: Extent) -> Self {
        let moved = scrolled - self.scrolled;
        let is_step = moved.abs() <= extent.height.max(ROW_HEIGHT);
        let is_inside = scrolled > 1.0 && scrolled < extent.scrolled_room() - 1.0;
        let top = if is_step && is_inside { self.top + moved } else { extent.top_at(scrolled) };
        Self { scrolled, top: top.clamp(0.0, extent.room()) }
    }

    /// The viewport that shows `row` whole: moved as little as that needs, or with the row in the middle where it is
    /// far away. `None` where it is seen already.
    #[must_use]
    pub fn showing(self, row: usize, extent: Extent) -> Option<Self> {
        let (start, end) = (row as f64 * ROW_HEIGHT, (row + 1) as f64 * ROW_HEIGHT);
        if start >= self.top && end <= self.top + extent.height {
            return None;
        }
        let (up, down) = (start, end - extent.height);
        let nearest = if start < self.top { up } else { down };
        let is_near = (nearest - self.top).abs() <= 1.5 * extent.height;
        let top = if is_near { nearest } else { (up + down) / 2.0 };
        let top = top.clamp(0.0, extent.room());
        // What the browser keeps of a scroll position are whole pixels.
        Some(Self { scrolled: extent.scrolled_at(top).round(), top })
    }

    /// The rows on the screen, the first and the last perhaps in part.
    #[must_use]
    pub fn rows(self, extent: Extent) -> Range<usize> {
        let first = ((self.top / ROW_HEIGHT) as usize).min(extent.rows);
        let count = (extent.height / ROW_HEIGHT).ceil() as usize + 1;
        first..(first + count).min(extent.rows)
    }

    /// How far the first row on the screen stands above the stage's beginning, in CSS pixels.
    #[must_use]
    pub fn shift(self) -> f64 {
        self.top - (self.top / ROW_HEIGHT).floor() * ROW_HEIGHT
    }
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, prop_assume, proptest};

    use super::{Extent, GREATEST_HEIGHT, ROW_HEIGHT, Viewport};

    const SHORT: Extent = Extent { rows: 3_000, height: 560.0 };
    const LONG: Extent = Extent { rows: 1_000_000, height: 560.0 };

    #[test]
    fn a_grid_of_usual_length_follows_pixel_by_pixel() {
        let scrolled = Viewport::default().after_scroll(28.0 * 500.0 + 7.0, SHORT);
        assert_eq!((scrolled.rows(SHORT), scrolled.shift()), (500..521, 7.0));
        let end = scrolled.after_scroll(SHORT.scrolled_room(), SHORT);
        assert_eq!(end.rows(SHORT), 2_980..3_000);
    }

    #[test]
    fn a_million_rows_have_a_height_that_browsers_draw() {
        assert_eq!(LONG.scrolled_room(), GREATEST_HEIGHT);
        let end = Viewport::default().after_scroll(GREATEST_HEIGHT, LONG);
        assert_eq!(end.rows(LONG), 999_980..1_000_000);
        // The wheel goes row by row wherever it turns.
        let middle = end.after_scroll(4_000_000.0, LONG);
        let turned = middle.after_scroll(4_000_000.0 + ROW_HEIGHT, LONG);
        assert_eq!(turned.rows(LONG).start, middle.rows(LONG).start + 1);
        // So it does up to the last row.
        let near = end.after_scroll(GREATEST_HEIGHT - 10.0 * ROW_HEIGHT, LONG);
        assert_eq!(near.rows(LONG).start, 999_970);
    }

    #[test]
    fn a_row_out_of_sight_is_brought_to_the_nearest_border() {
        let top = Viewport::default();
        assert_eq!(top.showing(19, SHORT), None);
        let next = top.showing(20, SHORT).map(|viewport| (viewport.rows(SHORT), viewport.shift()));
        assert_eq!(next, Some((1..22, 0.0)));
        let far = top.showing(2_000, SHORT).map(|viewport| viewport.rows(SHORT));
        assert_eq!(far, Some(1_990..2_011));
        assert_eq!(Viewport::default().rows(Extent { rows: 0, height: 0.0 }), 0..0);
    }

    proptest! {
        #[test]
        fn a_row_that_is_shown_is_shown_after_the_scroll_event_too(
            rows in 30_usize..2_000_000, row in 0_usize..2_000_000, from in 0.0..1.0_f64,
        ) {
            prop_assume!(row < rows);
            let extent = Extent { rows, height: 560.0 };
            let start = Viewport::default().after_scroll((from * extent.scrolled_room()).round(), extent);
            let shown = start.showing(row, extent).unwrap_or(start);
            prop_assert!(shown.rows(extent).contains(&row));
            // The browser then says that it has scrolled, which moves nothing.
            let said = shown.after_scroll(shown.scrolled, extent);
            prop_assert!((said.top - shown.top).abs() < ROW_HEIGHT);
        }

        #[test]
        fn farther_down_is_farther_down(rows in 0_usize..2_000_000, one in 0.0..1.0_f64, other in 0.0..1.0_f64) {
            let extent = Extent { rows, height: 560.0 };
            let top = |part: f64| extent.top_at(part * extent.scrolled_room());
            prop_assert!((one <= other) == (top(one) <= top(other)) || top(one) == top(other));
            prop_assert!((extent.top_at(extent.scrolled_at(top(one))) - top(one)).abs() < 0.01);
        }
    }
}
