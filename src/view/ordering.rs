//! The order of a table's rows: by any columns, typed by what their cells are, stable, blanks last.

pub mod comparison;
mod interning;
mod keys;
mod numbers;
mod sorting;

use self::{keys::Key, sorting::sorted};
use crate::{
    model::table::{RowRole, TableBlock},
    view::collation::Collation,
};

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

/// The rows of `table`, by their numbers, in the order of `order_by`. `ladder` gives the place of a rating word on the
/// house's ladder, 0 for the best grade.
///
/// Rows of equal keys stay in print order in both directions. In a money column of several currencies the order is
/// inside each currency, the currencies by first appearance. What is no value of the column's kind (a word among
/// numbers, a rating that no ladder has) stands behind what is, and blanks stand last, in both directions. Headings
/// inside the table stay where they are and rows move under their heading only; summary rows stand below the rows of
/// their heading, or below all where there is none, in print order.
#[must_use]
pub fn row_order(
    table: &TableBlock,
    order_by: &OrderBy,
    ladder: &dyn Fn(&str) -> Option<usize>,
    collation: &Collation,
) -> Vec<u32> {
    let order_keys: Vec<OrderKey> =
        order_by.0.iter().copied().filter(|key| key.column < table.columns.len()).collect();
    let printed = 0..table.row_count() as u32;
    if order_keys.is_empty() {
        return printed.collect();
    }
    let data: Vec<u32> = printed.filter(|row| table.row_roles[*row as usize] == RowRole::Data).collect();
    let columns: Vec<(Direction, Vec<Key>)> = order_keys
        .iter()
        .map(|key| (key.direction, keys::keys(table, key.column, &data, ladder, collation)))
        .collect();
    let mut order = Vec::with_capacity(table.row_count());
    let mut summaries = Vec::new();
    let mut first = 0;
    let mut next = 0;
    for (row, role) in table.row_roles.iter().enumerate() {
        match role {
            RowRole::Data => next += 1,
            RowRole::Summary => summaries.push(row as u32),
            RowRole::Section => {
                order.extend(sorted(first..next, &columns).into_iter().map(|place| data[place as usize]));
                order.append(&mut summaries);
                order.push(row as u32);
                first = next;
            }
        }
    }
    order.extend(sorted(first..next, &columns).into_iter().map(|place| data[place as usize]));
    order.append(&mut summaries);
    order
}

#[cfg(test)]
mod tests;
