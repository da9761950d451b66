//! Which columns of a wide grid are on the screen, and what moving and resizing make of them.

use std::ops::Range;

use crate::view::workbench::{edit::GridEdit, projection::ShownColumn};

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

/// The columns after `edit`; `None` where it changes none. A column that is put among those that stay in view stays
/// too, and one that is put behind them no longer does.
#[must_use]
pub fn edited(columns: &[ShownColumn], edit: &GridEdit) -> Option<Vec<ShownColumn>> {
    let mut columns = columns.to_vec();
    let place =
        |columns: &[ShownColumn], column: u32| columns.iter().position(|shown| shown.column == column);
    match *edit {
        GridEdit::Move { column, position } => {
            let from = place(&columns, column)?;
            let moved = columns.remove(from);
            let to = position as usize - usize::from(from < position as usize);
            let to = to.min(columns.len());
            let is_pinned = columns.get(to).is_some_and(|next| next.is_pinned)
                || (moved.is_pinned && to > 0 && columns[to - 1].is_pinned);
            columns.insert(to, ShownColumn { is_pinned, ..moved });
            // The only column that stayed in view does so at its new first place alone.
            if to == 0 && moved.is_pinned {
                columns[0].is_pinned = true;
            }
        }
        GridEdit::Resize { column, width } => {
            let at = place(&columns, column)?;
            columns[at].width = width;
        }
        GridEdit::Menu { .. } | GridEdit::Toggle(_) | GridEdit::Copy { .. } => return None,
    }
    Some(columns)
}

#[cfg(test)]
mod tests {
    use super::{Slot, columns_at, edited, slots};
    use crate::view::workbench::{edit::GridEdit, projection::ShownColumn};

    /// Checks the columns after an edit of four, of which two stay in view, marked with `!`.
    #[track_caller]
    fn check(edit: GridEdit, expected: &str) {
        let column = |column| ShownColumn { column, width: None, is_pinned: column < 2 };
        let columns: Vec<_> = (0..4).map(column).collect();
        let shown = edited(&columns, &edit).map(|columns| {
            let name = |shown: &ShownColumn| {
                let width = shown.width.map(|width| format!("={width}")).unwrap_or_default();
                format!("{}{}{width}", shown.column, if shown.is_pinned { "!" } else { "" })
            };
            columns.iter().map(name).collect::<Vec<_>>().join(" ")
        });
        assert_eq!(shown.unwrap_or_default(), expected, "{edit:?}");
    }

    #[test]
    fn columns_are_put_before_others_and_resized() {
        check(GridEdit::Move { column: 2, position: 4 }, "0! 1! 3 2");
        check(GridEdit::Move { column: 3, position: 2 }, "0! 1! 3 2");
        check(GridEdit::Move { column: 3, position: 1 }, "0! 3! 1! 2");
        check(GridEdit::Move { column: 0, position: 2 }, "1! 0! 2 3");
        check(GridEdit::Move { column: 0, position: 4 }, "1! 2 3 0");
        check(GridEdit::Move { column: 9, position: 0 }, "");
        check(GridEdit::Resize { column: 3, width: Some(80) }, "0! 1! 2 3=80");
        check(GridEdit::Toggle(0), "");
    }

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
