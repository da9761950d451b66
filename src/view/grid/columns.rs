//! Which columns of a wide grid are on the screen.

use std::ops::Range;

/// Grids with more columns than this are on the screen in part.
pub const MOST_COLUMNS: usize = 30;

/// How far beyond the screen columns are drawn, and how far it is scrolled before others are, in CSS pixels.
const LEAD: f64 = 480.0;

/// A place in a row of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The column at that position.
    Column(usize),
    /// So many columns that are not on the screen.
    Gap(usize),
}

/// The columns to draw where the grid is scrolled sideways to `left` and `width` of it is seen, in CSS pixels: those on
/// the screen with as much again beside them. `widths` are the widths of all, the first `pinned` of which always stand
/// on the screen and are not in the answer.
#[must_use]
pub fn columns_at(widths: &[u32], pinned: usize, left: f64, width: f64) -> Range<usize> {
    if widths.len() <= MOST_COLUMNS {
        return pinned..widths.len();
    }
    // In steps, so that a small one draws nothing anew.
    let left = (left / LEAD).floor() * LEAD;
    let mut end = 0.0;
    let mut range = widths.len()..widths.len();
    for (position, column) in widths.iter().enumerate() {
        let start = end;
        end += f64::from(*column);
        if position >= pinned && range.start == widths.len() && end >= left - LEAD {
            range.start = position;
        }
        if start > left + width + 2.0 * LEAD {
            range.end = position;
            break;
        }
    }
    range
}

/// The slots of a row of `count` columns: the first `pinned`, those in `seen`, and gaps for the others.
#[must_use]
pub fn slots(count: usize, pinned: usize, seen: &Range<usize>) -> Vec<Slot> {
    let pinned = pinned.min(count);
    let (start, end) = (seen.start.clamp(pinned, count), seen.end.clamp(pinned, count));
    let gap = |width: usize| (width > 0).then_some(Slot::Gap(width));
    (0..pinned)
        .map(Slot::Column)
        .chain(gap(start - pinned))
        .chain((start..end).map(Slot::Column))
        .chain(gap(count - end.max(start)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Slot, columns_at, slots};
    #[test]
    fn up_to_thirty_columns_are_all_drawn() {
        assert_eq!(columns_at(&[100; 30], 2, 0.0, 300.0), 2..30);
        assert_eq!(slots(3, 1, &(1..3)), [0, 1, 2].map(Slot::Column));
    }

    #[test]
    fn of_more_those_near_the_screen_are() {
        let widths = [100; 200];
        assert_eq!(columns_at(&widths, 2, 0.0, 1_000.0), 2..20);
        let seen = columns_at(&widths, 2, 10_000.0, 1_000.0);
        assert!(seen.contains(&100) && seen.contains(&110) && seen.len() < 40, "{seen:?}");
        assert_eq!(columns_at(&widths, 2, 10_010.0, 1_000.0), seen);
        assert_eq!(columns_at(&widths, 2, 19_000.0, 1_000.0).end, 200);
        let slots = slots(200, 2, &seen);
        let columns = |slot: &Slot| match slot {
            Slot::Column(_) => 1,
            Slot::Gap(width) => *width,
        };
        assert_eq!(slots.iter().map(columns).sum::<usize>(), 200);
        assert_eq!(slots[2], Slot::Gap(seen.start - 2));
    }
}
