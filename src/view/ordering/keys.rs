//! The keys of one column: an integer a row, so that a sort compares no texts and calls nothing.

use crate::{
    model::{
        code::SecurityCode,
        table::{ColumnKind, TableBlock},
        value::{Missing, Value},
    },
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
        ColumnKind::SecurityCode => typed(&interned, collation, |text| match value(text) {
            Value::Code(code) => Reading::Key(packed(&code)),
            other => Reading::other(&other),
        }),
        ColumnKind::Rating => typed(&interned, collation, |text| match value(text) {
            Value::Missing(_) => Reading::Blank,
            _ => ladder(text).map_or(Reading::Word, Reading::Key),
        }),
        ColumnKind::Date => typed(&interned, collation, |text| match value(text) {
            Value::Date(date) => Reading::Key(date),
            other => Reading::other(&other),
        }),
        ColumnKind::Range => typed(&interned, collation, |text| match value(text) {
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

fn scaled_pair(low: f64, high: f64, unit: Option<&str>) -> (u64, u64) {
    let factor = unit.and_then(money::magnitude).unwrap_or(1.0);
    (numbers::ordered(low * factor), numbers::ordered(high * factor))
}

/// The ends of what has one limit, `> 20%` or `≤-10%`; the other end is beyond every number.
fn open_pair(text: &str) -> Option<(u64, u64)> {
    let limit = |signs: [char; 3]| {
        let (number, unit) = money::amount(text.strip_prefix(signs)?.trim_start().trim_start_matches('='))?;
        Some(number * money::magnitude(&unit).unwrap_or(1.0))
    };
    let above = |low: f64| (numbers::ordered(low), numbers::ordered(f64::INFINITY));
    let below = |high: f64| (numbers::ordered(f64::NEG_INFINITY), numbers::ordered(high));
    limit(['>', '≥', '＞']).map(above).or_else(|| limit(['<', '≤', '＜']).map(below))
}

/// What a text is in a column of some kind.
enum Reading<K> {
    /// A value of the kind.
    Key(K),
    /// Something else.
    Word,
    /// Nothing.
    Blank,
}

impl<K> Reading<K> {
    /// The reading of a value that is none of the kind.
    fn other(value: &Value) -> Self {
        if matches!(value, Value::Missing(_)) { Self::Blank } else { Self::Word }
    }
}

/// The keys of the different texts: what `read` makes of them by its order, other words behind by the collation.
fn typed<K: Ord>(
    interned: &Interned<'_>,
    collation: &Collation,
    read: impl Fn(&str) -> Reading<K>,
) -> Vec<Key> {
    let mut keys = vec![Key::BLANK; interned.texts.len()];
    let (mut read_keys, mut words) = (Vec::new(), Vec::new());
    for (index, text) in interned.texts.iter().enumerate() {
        match read(text) {
            Reading::Key(key) => read_keys.push((key, index)),
            Reading::Word => words.push((text.as_ref(), index)),
            Reading::Blank => {}
        }
    }
    rank_into(&mut keys, read_keys, 0);
    rank_words(&mut keys, &words, collation, Key::UNREAD);
    keys
}

/// The keys of `values`, one for each of different values in their order, equal for equal ones.
pub(super) fn ranked<K: Ord>(values: impl Iterator<Item = Option<K>>) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut found = Vec::new();
    for (index, value) in values.enumerate() {
        keys.push(Key::BLANK);
        found.extend(value.map(|value| (value, index)));
    }
    rank_into(&mut keys, found, 0);
    keys
}

/// Gives the key at the index beside each of `words` the rank of its word among the different ones, in `group`.
pub(super) fn rank_words(keys: &mut [Key], words: &[(&str, usize)], collation: &Collation, group: u8) {
    type Beginning = ((u128, bool), usize);
    let beginnings = words.iter().map(|(word, _)| collation.beginning(word));
    let mut beginnings: Vec<Beginning> = beginnings.zip(0..words.len()).collect();
    beginnings.sort_unstable();
    // Most names differ in their beginnings; the others are compared whole.
    let key = |(_, place): &Beginning| collation.key(words[*place].0);
    for same in beginnings.chunk_by_mut(|one, other| one.0.0 == other.0.0) {
        if same.len() > 1 {
            same.sort_by_cached_key(key);
        }
    }
    let are_same =
        |one: &Beginning, other: &Beginning| one.0 == other.0 && (one.0.1 || key(one) == key(other));
    let ordered = beginnings.iter().map(|beginning| (beginning, words[beginning.1].1));
    rank_sorted(keys, ordered, are_same, group);
}

/// Gives the key at the index beside each of `found` the rank of its value among the different ones, in `group`.
fn rank_into<K: Ord>(keys: &mut [Key], mut found: Vec<(K, usize)>, group: u8) {
    found.sort_unstable();
    let ordered = found.iter().map(|(value, index)| (value, *index));
    rank_sorted(keys, ordered, |one, other| one == other, group);
}

fn rank_sorted<'a, K: 'a>(
    keys: &mut [Key],
    ordered: impl Iterator<Item = (&'a K, usize)>,
    are_same: impl Fn(&K, &K) -> bool,
    group: u8,
) {
    let mut within = 0;
    let mut before = None;
    for (value, index) in ordered {
        within += u64::from(before.is_some_and(|before| !are_same(before, value)));
        before = Some(value);
        keys[index] = Key { group, within };
    }
}
