//! Sorting. Each `sort_by` of the standard library is compiled anew for its list and its comparison, which weighs 5 kB a
//! piece in the page (`sort_by_cached_key` four times that); these two are compiled once.

use std::cmp::Ordering;

/// The indices below `count` in the order of the comparison; equal ones stay in order. For lists: a long column is
/// ordered by its keys.
#[must_use]
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut from: Vec<usize> = (0..count).collect();
    let mut to = from.clone();
    // Runs of 1, 2, 4, … are merged in pairs, to and fro between the two lists.
    let mut run = 1;
    while run < count {
        for start in (0..count).step_by(run * 2) {
            let (middle, end) = ((start + run).min(count), (start + run * 2).min(count));
            let (mut left, mut right) = (start, middle);
            for place in &mut to[start..end] {
                let is_left =
                    left < middle && (right == end || compare(from[left], from[right]) != Ordering::Greater);
                let taken = if is_left { &mut left } else { &mut right };
                *place = from[*taken];
                *taken += 1;
            }
        }
        std::mem::swap(&mut from, &mut to);
        run *= 2;
    }
    from
}

/// Puts keys, each with the place it is of, in order: by key, then by place.
pub fn order_keys(keys: &mut [(u128, usize)]) {
    keys.sort_unstable();
}

/// The list in the order of the comparison; equal ones stay in order.
#[must_use]
pub fn sorted<T>(list: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(list.len(), &|one, other| compare(&list[one], &list[other]));
    let mut places: Vec<Option<T>> = list.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| places[place].take()).collect()
}

/// The list without those that equal an earlier one by the comparison.
#[must_use]
pub fn first_ones<T>(list: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(list.len(), &|one, other| compare(&list[one], &list[other]));
    let mut again = vec![false; list.len()];
    for pair in order.windows(2) {
        again[pair[1]] = compare(&list[pair[0]], &list[pair[1]]).is_eq();
    }
    list.into_iter().zip(again).filter(|(_, again)| !again).map(|(one, _)| one).collect()
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, proptest};

    use super::{first_ones, sorted};

    #[test]
    fn the_first_of_equal_ones_stays() {
        let list = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        let found = first_ones(list, |one, other| one.0.cmp(&other.0));
        assert_eq!(found, [(2, 'a'), (1, 'b'), (0, 'e')]);
    }

    #[test]
    fn equal_ones_stay_in_order() {
        let list = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        let found = sorted(list, |one, other| one.0.cmp(&other.0));
        assert_eq!(found, [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    proptest! {
        #[test]
        fn as_the_standard_library_sorts(list in vec(0..20_u8, 0..70)) {
            let mut expected: Vec<(u8, usize)> = list.iter().copied().zip(0..).collect();
            let found = sorted(expected.clone(), |one, other| one.0.cmp(&other.0));
            expected.sort_by_key(|one| one.0);
            assert_eq!(found, expected);
        }
    }
}
