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
    if let Some(keys) = figures.are_alike().then(|| plain_keys(table, column, rows)).flatten() {
        return keys;
    }
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

/// The keys of a column in which every cell is blank or a plain number, and all numbers count the same; `None` for any
/// other. Integers alone, and no text is made.
fn plain_keys(table: &TableBlock, column: usize, rows: &[u32]) -> Option<Vec<Key>> {
    if !table.texts.is_empty() {
        return None;
    }
    let (text, width) = (table.source.text(), table.columns.len());
    let mut numbers = Vec::with_capacity(rows.len());
    let mut most_decimals = 0;
    for row in rows {
        let printed = text.get(table.cells.get(*row as usize * width + column)?.span().range())?.trim_ascii();
        let number = plain(printed.as_bytes());
        if number.is_none() {
            Missing::of(printed)?;
        }
        most_decimals = number.map_or(most_decimals, |(_, decimals)| most_decimals.max(decimals));
        numbers.push(number);
    }
    let scaled = |(digits, decimals): (i64, u32)| digits * 10_i64.pow(most_decimals - decimals);
    let least = numbers.iter().flatten().map(|number| scaled(*number)).min().unwrap_or_default();
    let key = |number: &Option<(i64, u32)>| match number {
        Some(number) => Key { group: 0, within: scaled(*number).abs_diff(least) },
        None => Key::BLANK,
    };
    Some(numbers.iter().map(key).collect())
}

/// The digits of a number in the form of most cells, `-1,234.56%`, as an integer, and how many of them stand behind the
/// point; `None` for any other form, or too many digits.
fn plain(printed: &[u8]) -> Option<(i64, u32)> {
    const MOST_DIGITS: u32 = 10;
    const MOST_DECIMALS: u32 = 6;
    let (is_negative, mut rest) = match printed.split_first()? {
        (b'-', rest) => (true, rest),
        (b'+', rest) => (false, rest),
        _ => (false, printed),
    };
    if let Some((b'%', number)) = rest.split_last() {
        rest = number;
    }
    let (mut digits, mut count, mut decimals) = (0_i64, 0, None);
    // Digits since the last comma; commas part groups of three.
    let (mut group, mut has_comma) = (0, false);
    for byte in rest {
        match byte {
            b'0'..=b'9' => {
                digits = digits * 10 + i64::from(byte - b'0');
                count += 1;
                group += 1;
                decimals = decimals.map(|decimals| decimals + 1);
            }
            b',' if decimals.is_none() && (group == 3 || (!has_comma && (1..=3).contains(&group))) => {
                has_comma = true;
                group = 0;
            }
            b'.' if decimals.is_none() && group > 0 && (!has_comma || group == 3) => decimals = Some(0),
            _ => return None,
        }
        if count > MOST_DIGITS {
            return None;
        }
    }
    let is_whole = decimals.is_some() || (group > 0 && (!has_comma || group == 3));
    let decimals = decimals.unwrap_or_default();
    let has_decimals = !rest.ends_with(b".") && decimals <= MOST_DECIMALS;
    (is_whole && has_decimals).then_some((if is_negative { -digits } else { digits }, decimals))
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

    use super::{amount, integers, ordered, plain};

    #[track_caller]
    fn check_plain(printed: &str, expected: Option<(i64, u32)>) {
        assert_eq!(plain(printed.as_bytes()), expected, "{printed}");
        if let Some((digits, decimals)) = expected {
            let number = amount(printed).map(|(number, _)| number);
            assert_eq!(number, Some(digits as f64 / 10_f64.powi(decimals as i32)), "{printed}");
        }
    }

    #[test]
    fn plain_numbers_are_what_the_reader_of_values_says() {
        check_plain("12", Some((12, 0)));
        check_plain("-5.17%", Some((-517, 2)));
        check_plain("+33,079.5", Some((330_795, 1)));
        check_plain("1,234,567%", Some((1_234_567, 0)));
        check_plain("0.00", Some((0, 2)));
        for other in [
            "",
            "-",
            "%",
            "1,23",
            "1234,567",
            ",123",
            "1.",
            ".5",
            "1.2.3",
            "1,234.5,6",
            "12倍",
            "--1",
            "１２",
            "1 2",
            "12345678901",
            "0.1234567",
            "(8.61)",
            "1,2,345",
            "1,,234",
        ] {
            check_plain(other, None);
        }
    }

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
        fn any_plain_number(printed in "[-+]?[0-9]{1,4}(,[0-9]{1,4}){0,2}([.][0-9]{0,3})?%?") {
            let read = plain(printed.as_bytes()).map(|(digits, decimals)| digits as f64 / 10_f64.powi(decimals as i32));
            assert!(read.is_none() || read == amount(&printed).map(|(number, _)| number), "{printed}");
        }

        #[test]
        fn any_numbers(numbers in vec(any::<f64>().prop_filter("a number", |number| !number.is_nan()), 0..20)) {
            check(&numbers);
        }
    }
}
