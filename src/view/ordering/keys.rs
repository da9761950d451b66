//! The keys of one column: an integer a row, so that a sort compares no texts and calls nothing.

use crate::{
    model::{
        code::SecurityCode,
        table::{ColumnKind, TableBlock},
        value::{Missing, Value},
    },
    text::order::{order, order_keys},
    view::{
        collation::Collation,
        money,
        ordering::{interning::Interned, numbers},
    },
};

/// What a rating word's place on the house's ladder is, 0 for the best grade.
pub(super) type Ladder<'a> = &'a dyn Fn(&str) -> Option<usize>;

/// What a row is ordered by in one column: groups stand in the same order in both directions, and the direction turns
/// the order inside each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    /// A currency by first appearance, then [`UNREAD`](Self::UNREAD), then [`BLANK`](Self::BLANK).
    pub group: u8,
    /// The place inside the group.
    pub within: u64,
}

impl Key {
    /// The group of what is no value of the column's kind: words among numbers.
    pub(super) const UNREAD: u8 = u8::MAX - 1;
    /// The key of every blank; last whatever the direction.
    pub(super) const BLANK: Self = Self { group: u8::MAX, within: 0 };

    /// The key of a value that needs no group, by a number that stands as the value does.
    pub(super) fn number(number: f64) -> Self {
        Self { group: 0, within: numbers::ordered(number) }
    }
}

/// The keys of `column` for each of `rows`, in that order.
pub(super) fn keys(
    table: &TableBlock,
    column: usize,
    rows: &[u32],
    ladder: Ladder<'_>,
    collation: &Collation,
) -> Vec<Key> {
    let kind = table.columns[column].kind;
    if kind.is_numeric() {
        return numbers::keys(table, column, rows, collation);
    }
    let interned = Interned::of(rows.iter().map(|row| table.cell(*row as usize, column).text));
    let value = |text: &str| Value::of(text, kind);
    let distinct = match kind {
        ColumnKind::SecurityCode => typed(&interned, collation, &|text| match value(text) {
            Value::Code(code) => Reading::Key(packed(&code)),
            other => Reading::other(&other),
        }),
        ColumnKind::Rating => typed(&interned, collation, &|text| match value(text) {
            Value::Missing(_) => Reading::Blank,
            _ => ladder(text).map_or(Reading::Word, |rank| Reading::Key(rank as u128)),
        }),
        ColumnKind::Date => typed(&interned, collation, &|text| match value(text) {
            Value::Date(date) => Reading::Key(u128::from(date.number())),
            other => Reading::other(&other),
        }),
        ColumnKind::Range => typed(&interned, collation, &|text| match value(text) {
            Value::Range { low, high, unit } => Reading::Key(scaled_pair(low, high, unit.as_deref())),
            Value::Number { number, unit } => Reading::Key(scaled_pair(number, number, unit.as_deref())),
            other => open_pair(text).map_or_else(|| Reading::other(&other), Reading::Key),
        }),
        _ => {
            let mut keys = vec![Key::BLANK; interned.texts.len()];
            let texts = interned.texts.iter().enumerate().map(|(index, text)| (text.as_ref(), index));
            let words: Vec<_> = texts.filter(|(text, _)| Missing::of(text).is_none()).collect();
            rank_words(&mut keys, &words, collation, 0);
            keys
        }
    };
    interned.places.into_iter().map(|place| distinct[place as usize]).collect()
}

/// The ticker's bytes, of which no code has more than 15, and then the exchange.
fn packed(code: &SecurityCode) -> u128 {
    let mut bytes = [0; 16];
    let ticker = code.ticker.bytes().take(15).chain([0; 15]).take(15);
    for (byte, of_code) in bytes.iter_mut().zip(ticker.chain([code.exchange as u8])) {
        *byte = of_code;
    }
    u128::from_be_bytes(bytes)
}

fn scaled_pair(low: f64, high: f64, unit: Option<&str>) -> u128 {
    let factor = unit.and_then(money::magnitude).unwrap_or(1.0);
    pair(low * factor, high * factor)
}

/// The lower end before the upper one.
fn pair(low: f64, high: f64) -> u128 {
    u128::from(numbers::ordered(low)) << u64::BITS | u128::from(numbers::ordered(high))
}

/// The ends of what has one limit, `> 20%` or `≤-10%`; the other end is beyond every number.
fn open_pair(text: &str) -> Option<u128> {
    let limit = |signs: [char; 3]| {
        let (number, unit) = money::amount(text.strip_prefix(signs)?.trim_start().trim_start_matches('='))?;
        Some(number * money::magnitude(&unit).unwrap_or(1.0))
    };
    let above = |low: f64| pair(low, f64::INFINITY);
    let below = |high: f64| pair(f64::NEG_INFINITY, high);
    limit(['>', '≥', '＞']).map(above).or_else(|| limit(['<', '≤', '＜']).map(below))
}

/// What a text is in a column of some kind.
enum Reading {
    /// A value of the kind, by an integer that stands as the value does.
    Key(u128),
    /// Something else.
    Word,
    /// Nothing.
    Blank,
}

impl Reading {
    /// The reading of a value that is none of the kind.
    fn other(value: &Value) -> Self {
        if matches!(value, Value::Missing(_)) { Self::Blank } else { Self::Word }
    }
}

/// The keys of the different texts: what `read` makes of them by its order, other words behind by the collation.
fn typed(interned: &Interned<'_>, collation: &Collation, read: &dyn Fn(&str) -> Reading) -> Vec<Key> {
    let mut keys = vec![Key::BLANK; interned.texts.len()];
    let (mut read_keys, mut words) = (Vec::new(), Vec::new());
    for (index, text) in interned.texts.iter().enumerate() {
        match read(text) {
            Reading::Key(key) => read_keys.push((key, index)),
            Reading::Word => words.push((text.as_ref(), index)),
            Reading::Blank => {}
        }
    }
    order_keys(&mut read_keys);
    rank(&mut keys, 0, read_keys.iter().map(|(_, index)| *index), &|one, other| {
        read_keys[one].0 == read_keys[other].0
    });
    rank_words(&mut keys, &words, collation, Key::UNREAD);
    keys
}

/// The keys of `values`, one for each of different values in their order, equal for equal ones; blank where there is
/// none. For lists: a long column has keys of its own.
pub(super) fn ranked<K: Ord>(values: impl Iterator<Item = Option<K>>) -> Vec<Key> {
    let values: Vec<Option<K>> = values.collect();
    let mut keys = vec![Key::BLANK; values.len()];
    let order = order(values.len(), &|one, other| values[one].cmp(&values[other]));
    let found = &order[order.iter().take_while(|index| values[**index].is_none()).count()..];
    rank(&mut keys, 0, found.iter().copied(), &|one, other| values[found[one]] == values[found[other]]);
    keys
}

/// Gives the key at the index beside each of `words` the rank of its word among the different ones, in `group`.
pub(super) fn rank_words(keys: &mut [Key], words: &[(&str, usize)], collation: &Collation, group: u8) {
    // The beginning, 125 bits, and whether that is all of the word.
    let beginning = |(place, (word, _)): (usize, &(&str, usize))| {
        let (beginning, is_all) = collation.beginning(word);
        (beginning << 1 | u128::from(is_all), place)
    };
    let mut ordered: Vec<(u128, usize)> = words.iter().enumerate().map(beginning).collect();
    order_keys(&mut ordered);
    // Most names differ in their beginnings; the others are compared whole.
    let whole = |place: usize| collation.key(words[place].0);
    for same in ordered.chunk_by_mut(|one, other| one.0 >> 1 == other.0 >> 1) {
        if same.len() > 1 {
            let names: Vec<Vec<u32>> = same.iter().map(|(_, place)| whole(*place)).collect();
            let turned = order(same.len(), &|one, other| names[one].cmp(&names[other]));
            let turned: Vec<_> = turned.into_iter().map(|at| same[at]).collect();
            same.copy_from_slice(&turned);
        }
    }
    rank(keys, group, ordered.iter().map(|(_, place)| words[*place].1), &|one, other| {
        let (one, other) = (ordered[one], ordered[other]);
        one.0 == other.0 && (one.0 & 1 == 1 || whole(one.1) == whole(other.1))
    });
}

/// Gives the keys at `indices`, which stand in the order of their values, their rank among the different ones, in
/// `group`; `are_same` says of two places in that order whether their values are equal.
fn rank(
    keys: &mut [Key],
    group: u8,
    indices: impl Iterator<Item = usize>,
    are_same: &dyn Fn(usize, usize) -> bool,
) {
    let mut within = 0;
    for (place, index) in indices.enumerate() {
        within += u64::from(place > 0 && !are_same(place - 1, place));
        keys[index] = Key { group, within };
    }
}
