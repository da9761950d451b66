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
