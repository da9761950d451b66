//! Sorting of short lists. Each `sort_by` of the standard library is compiled anew for its list and its comparison, which
//! weighs 5 kB a piece in the page; this one is compiled once. Long lists, the rows of a table, have sorts of their own.

use std::cmp::Ordering;

/// The indices below `count` in the order of the comparison; equal ones stay in order.
#[must_use]
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

/// The list in the order of the comparison; equal ones stay in order.
#[must_use]
pub fn sorted<T>(list: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(list.len(), &|one, other| compare(&list[one], &list[other]));
    let mut places: Vec<Option<T>> = list.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| places[place].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::sorted;

    #[test]
    fn equal_ones_stay_in_order() {
        let list = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        let found = sorted(list, |one, other| one.0.cmp(&other.0));
        assert_eq!(found, [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
