//! Sorting places by integer keys.

use std::ops::Range;

use super::{Direction, keys::Key};
use crate::text::order::order_keys;

/// The bits that one pass of the radix sort looks at, and how many values they have.
const DIGIT: u32 = 11;
const BUCKETS: usize = 1 << DIGIT;

/// The places `range` in the order of their keys in `columns`, the first of which weighs most; equal ones in their
/// order.
pub(super) fn sorted(range: Range<u32>, columns: &[(Direction, Vec<Key>)]) -> Vec<u32> {
    let mut places: Vec<u32> = range.collect();
    // From the least to the weightiest column; each keeps what the one before has made of equal keys.
    for (direction, keys) in columns.iter().rev() {
        let widest = places.iter().fold(0, |bits, place| bits | keys[*place as usize].within);
        let width = u64::BITS - widest.leading_zeros();
        let turn =
            if *direction == Direction::Descending { 1_u64.unbounded_shl(width).wrapping_sub(1) } else { 0 };
        let key = |place: u32| {
            let Key { group, within } = keys[place as usize];
            (group, within ^ turn)
        };
        // A pass costs as much as its buckets and its rows; with more than four passes, or few rows, comparing wins.
        if width + u8::BITS <= 4 * DIGIT && places.len() >= BUCKETS {
            let packed = |place: u32| {
                let (group, within) = key(place);
                u64::from(group) << width | within
            };
            places =
                by_radix(places.iter().map(|place| (packed(*place), *place)).collect(), width + u8::BITS);
        } else {
            let packed = |place: u32| {
                let (group, within) = key(place);
                u128::from(group) << u64::BITS | u128::from(within)
            };
            let mut keyed: Vec<_> = places.iter().map(|place| packed(*place)).zip(0..).collect();
            order_keys(&mut keyed);
            places = keyed.into_iter().map(|(_, at)| places[at]).collect();
        }
    }
    places
}

/// The places of `keyed` in the order of the keys, which have `width` bits.
fn by_radix(mut keyed: Vec<(u64, u32)>, width: u32) -> Vec<u32> {
    let mut turned = vec![(0, 0); keyed.len()];
    for shift in (0..width).step_by(DIGIT as usize) {
        let digit = |key: u64| (key >> shift) as usize & (BUCKETS - 1);
        let mut starts = [0_usize; BUCKETS];
        for (key, _) in &keyed {
            starts[digit(*key)] += 1;
        }
        if starts.contains(&keyed.len()) {
            continue;
        }
        let mut next = 0;
        for start in &mut starts {
            next += std::mem::replace(start, next);
        }
        for (key, place) in &keyed {
            let start = &mut starts[digit(*key)];
            turned[*start] = (*key, *place);
            *start += 1;
        }
        std::mem::swap(&mut keyed, &mut turned);
    }
    keyed.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, proptest};

    use super::{BUCKETS, Direction, Key, sorted};

    proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(24))]

        /// Two columns of many rows, whose values the masks make few and small, or many and wide.
        #[test]
        fn as_a_stable_sort_by_comparing(
            seeds in vec(proptest::num::u64::ANY, BUCKETS..BUCKETS + 500),
            masks in (proptest::num::u64::ANY, 0..64_u32),
            turns in (proptest::bool::ANY, proptest::bool::ANY),
        ) {
            let direction = |turn: bool| if turn { Direction::Descending } else { Direction::Ascending };
            let key = |seed: u64| Key { group: [0, 1, Key::UNREAD][(seed % 3) as usize], within: seed >> masks.1 };
            let columns = [
                (direction(turns.0), seeds.iter().map(|seed| key(seed & masks.0)).collect::<Vec<_>>()),
                (direction(turns.1), seeds.iter().map(|seed| key(seed.rotate_left(17))).collect()),
            ];
            let mut expected: Vec<u32> = (0..seeds.len() as u32).collect();
            expected.sort_by(|one, other| {
                let by = |(direction, keys): &(Direction, Vec<Key>)| {
                    let (one, other) = (keys[*one as usize], keys[*other as usize]);
                    let within = one.within.cmp(&other.within);
                    let turned = if *direction == Direction::Descending { within.reverse() } else { within };
                    one.group.cmp(&other.group).then(turned)
                };
                by(&columns[0]).then(by(&columns[1]))
            });
            assert_eq!(sorted(0..seeds.len() as u32, &columns), expected);
        }
    }
}
