//! The keys of a column of numbers.

use super::keys::{Key, rank_words};
use crate::{
    model::{
        table::TableBlock,
        value::{Currency, Missing},
    },
    view::{
        collation::Collation,
        money::{Figures, amount},
    },
};

/// The keys of `column` for each of `rows`: a group for each currency by first appearance, in it the number, or the
/// lower of two limits, times the multiple of its unit; words and blanks behind.
pub(super) fn keys(table: &TableBlock, column: usize, rows: &[u32], collation: &Collation) -> Vec<Key> {
    let mut figures = Figures::of(table, column);
    let mut currencies: Vec<Option<Currency>> = Vec::new();
    let mut keys = vec![Key::BLANK; rows.len()];
    let mut numbers = Vec::with_capacity(rows.len());
    let mut words = Vec::new();
    for (index, row) in rows.iter().map(|row| *row as usize).enumerate() {
        let text = table.cell(row, column).text;
        let Some((number, unit)) = amount(&text) else {
            if Missing::of(&text).is_none() {
                words.push((text, index));
            }
            continue;
        };
        let figure = figures.figure(row, &text, &unit);
        let group =
            currencies.iter().position(|currency| *currency == figure.currency).unwrap_or_else(|| {
                currencies.push(figure.currency);
                currencies.len() - 1
            });
        keys[index].group = group as u8;
        numbers.push((number * figure.factor, index));
    }
    for (index, within) in integers(&numbers) {
        keys[index].within = within;
    }
    let words: Vec<(&str, usize)> = words.iter().map(|(text, index)| (text.as_ref(), *index)).collect();
    rank_words(&mut keys, &words, collation, Key::UNREAD);
    keys
}

/// Integers that stand to each other as `numbers` do, beside the index of each: the numbers times a power of ten and
/// from the least on where all are whole then, because a sort takes fewer steps with small keys.
fn integers(numbers: &[(f64, usize)]) -> Vec<(usize, u64)> {
    for power in [1.0, 10.0, 100.0, 1_000.0, 10_000.0] {
        let whole = |number: f64| {
            let whole = (number * power).round();
            (whole.abs() < 2_f64.powi(52) && whole / power == number).then_some(whole as i64)
        };
        let least = numbers
            .iter()
            .map(|(number, _)| whole(*number))
            .try_fold(i64::MAX, |least, whole| Some(least.min(whole?)));
        if let Some(least) = least {
            let integer = |number: f64| whole(number).map_or(0, |whole| whole.abs_diff(least));
            return numbers.iter().map(|(number, index)| (*index, integer(*number))).collect();
        }
    }
    numbers.iter().map(|(number, index)| (*index, ordered(*number))).collect()
}

/// An integer that stands to others as `number` does; both zeros are the same.
pub(super) fn ordered(number: f64) -> u64 {
    let bits = (number + 0.0).to_bits();
    if bits >> 63 == 0 { bits | 1 << 63 } else { !bits }
}

#[cfg(test)]
mod tests {
    use proptest::{
        collection::vec,
        prelude::{Strategy, any},
        proptest,
    };

    use super::{integers, ordered};

    /// Checks that the integers of `numbers` stand to each other as they do.
    #[track_caller]
    fn check(numbers: &[f64]) {
        let numbered: Vec<_> = numbers.iter().copied().zip(0..).collect();
        let found = integers(&numbered);
        for (one, first) in numbers.iter().zip(&found) {
            for (other, second) in numbers.iter().zip(&found) {
                assert_eq!(one.partial_cmp(other), Some(first.1.cmp(&second.1)), "{one} {other}");
                assert_eq!(
                    one.partial_cmp(other),
                    Some(ordered(*one).cmp(&ordered(*other))),
                    "{one} {other}"
                );
            }
        }
    }

    #[test]
    fn integers_stand_as_numbers_do() {
        check(&[]);
        check(&[0.0, -0.0, -0.005, 0.1 + 0.2, 0.3, 1e300, -1e300, f64::INFINITY, f64::NEG_INFINITY]);
        check(&[33_079e8, 870e4, -8.61, 0.01]);
    }

    proptest! {
        #[test]
        fn two_decimals(hundredths in vec(-99_999_999_i64..99_999_999, 0..20)) {
            check(&hundredths.iter().map(|number| *number as f64 / 100.0).collect::<Vec<_>>());
        }

        #[test]
        fn any_numbers(numbers in vec(any::<f64>().prop_filter("a number", |number| !number.is_nan()), 0..20)) {
            check(&numbers);
        }
    }
}
