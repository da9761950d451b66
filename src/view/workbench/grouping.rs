//! Rows under the labels that they share, each group with its count and the measures of its figures.

use super::{
    arrangement::{Arrangement, text::means},
    figures::grouped,
    index::TableIndex,
    words::Words,
};
use crate::{
    model::table::TableBlock,
    view::grid::projection::{Group, ShownColumn, ShownRow},
};

/// The measures of numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// How many there are; at least one.
    pub count: usize,
    /// Their mean.
    pub mean: f64,
    /// The one in the middle, or the mean of the two there.
    pub median: f64,
    /// The least.
    pub least: f64,
    /// The greatest.
    pub greatest: f64,
}

/// The measures of `numbers`; `None` of none.
#[must_use]
pub fn measures(mut numbers: Vec<f64>) -> Option<Measures> {
    let count = numbers.len();
    let mean = numbers.iter().sum::<f64>() / count as f64;
    let of = |fold: fn(f64, f64) -> f64| numbers.iter().copied().reduce(fold);
    let (least, greatest) = (of(f64::min)?, of(f64::max)?);
    // The middle alone is put into its place: that takes a time linear in the numbers, sorting them would not.
    let (below, middle, _) = numbers.select_nth_unstable_by(count / 2, f64::total_cmp);
    let lower = below.iter().copied().reduce(f64::max).filter(|_| count.is_multiple_of(2));
    let median = f64::midpoint(lower.unwrap_or(*middle), *middle);
    Some(Measures { count, mean, median, least, greatest })
}

/// The rows of `order` under the heads of their groups, by the labels of the column that `arrangement` groups by and by
/// their first appearance, and the groups.
pub fn groups(
    table: &TableBlock,
    arrangement: &Arrangement,
    index: &mut TableIndex,
    order: &[u32],
    shown: &[ShownColumn],
    words: &Words,
) -> (Vec<ShownRow>, Vec<Group>) {
    let labels = index.labels(table, arrangement.group.unwrap_or_default());
    let mut members: Vec<(u32, Vec<u32>)> = Vec::new();
    let mut place_of = vec![usize::MAX; labels.texts.len()];
    for row in order {
        let label = labels.places[*row as usize];
        let place = &mut place_of[label as usize];
        if *place == usize::MAX {
            *place = members.len();
            members.push((label, Vec::new()));
        }
        members[*place].1.push(*row);
    }
    let mut rows = Vec::with_capacity(order.len() + members.len());
    let mut groups = Vec::with_capacity(members.len());
    for (label, members) in members {
        let label = labels.texts[label as usize].clone();
        let is_collapsed = arrangement.collapsed.iter().any(|collapsed| means(collapsed, &label));
        rows.push(ShownRow::Group(groups.len() as u32));
        if !is_collapsed {
            rows.extend(members.iter().copied().map(ShownRow::Printed));
        }
        let cells = shown.iter().map(|shown| measured(table, index, shown.column, &members, words)).collect();
        groups.push(Group { label, count: members.len() as u32, is_collapsed, cells });
    }
    (rows, groups)
}

/// The measures of `rows` in `column`; empty for words, and where figures are of several currencies.
fn measured(table: &TableBlock, index: &mut TableIndex, column: u32, rows: &[u32], words: &Words) -> String {
    if !table.columns[column as usize].kind.is_numeric() {
        return String::new();
    }
    let figures = index.figures(table, column);
    let is_single = |row: &&u32| {
        let (low, high) = (figures.numbers[**row as usize], figures.upper[**row as usize]);
        low == high
    };
    let single: Vec<u32> = rows.iter().filter(is_single).copied().collect();
    let currency = single.first().and_then(|row| figures.currency(*row));
    if single.iter().any(|row| figures.currency(*row) != currency) {
        return String::new();
    }
    let numbers: Vec<f64> = single.iter().map(|row| figures.numbers[*row as usize]).collect();
    // A mean has a decimal more than what it is of.
    let written = |number: f64| format!("{}{}", grouped(number, figures.decimals.max(1)), figures.unit);
    measures(numbers).map(|measures| words.measures(&measures, &written)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prop_assert, proptest};

    use super::{Measures, measures};

    #[test]
    fn measures_of_few() {
        assert_eq!(measures(Vec::new()), None);
        let of = |numbers: &[f64]| measures(numbers.to_vec()).unwrap();
        assert_eq!(of(&[3.0]), Measures { count: 1, mean: 3.0, median: 3.0, least: 3.0, greatest: 3.0 });
        assert_eq!(
            of(&[4.0, 1.0, 10.0, 2.0]),
            Measures { count: 4, mean: 4.25, median: 3.0, least: 1.0, greatest: 10.0 }
        );
    }

    proptest! {
        #[test]
        fn middle_and_mean_lie_between_the_ends(numbers in vec(-1e6..1e6_f64, 1..30)) {
            let found = measures(numbers).unwrap();
            prop_assert!(found.least <= found.median && found.median <= found.greatest);
            prop_assert!(found.least <= found.mean + 1e-6 && found.mean <= found.greatest + 1e-6);
        }
    }
}
