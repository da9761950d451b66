//! The keys of one column: an integer a row, so that a sort compares no texts and calls nothing.

use std::{borrow::Cow, collections::HashMap};

use crate::{
    model::{
        table::{ColumnKind, TableBlock},
        value::{Currency, Value},
    },
    view::{collation::Collation, money},
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
    /// The key of a value that needs no group, by a number that stands as the value does.
    pub(super) fn number(number: f64) -> Self {
        Self { group: 0, within: ordered(number) }
    }

    /// The group of what is no value of the column's kind: words among numbers.
    const UNREAD: u8 = u8::MAX - 1;
    /// The key of every blank; last whatever the direction.
    pub(super) const BLANK: Self = Self { group: u8::MAX, within: 0 };
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
        return keys_of_numbers(table, column, rows, collation);
    }
    let (indices, texts) = interned(table, column, rows);
    let value = |text: &str| Value::of(text, kind);
    let distinct = match kind {
        ColumnKind::SecurityCode => typed(&texts, collation, |text| match value(text) {
            Value::Code(code) => Reading::Key((code.ticker, code.exchange)),
            other => Reading::other(&other),
        }),
        ColumnKind::Rating => typed(&texts, collation, |text| match value(text) {
            Value::Missing(_) => Reading::Blank,
            _ => ladder(text).map_or(Reading::Word, Reading::Key),
        }),
        ColumnKind::Date => typed(&texts, collation, |text| match value(text) {
            Value::Date(date) => Reading::Key(date),
            other => Reading::other(&other),
        }),
        ColumnKind::Range => typed(&texts, collation, |text| match value(text) {
            Value::Range { low, high, unit } => Reading::Key(scaled_pair(low, high, unit.as_deref())),
            Value::Number { number, unit } => Reading::Key(scaled_pair(number, number, unit.as_deref())),
            other => Reading::other(&other),
        }),
        _ => typed(&texts, collation, |text| match value(text) {
            Value::Missing(_) => Reading::Blank,
            _ => Reading::Key(collation.key(text)),
        }),
    };
    indices.into_iter().map(|index| distinct[index as usize]).collect()
}

fn scaled_pair(low: f64, high: f64, unit: Option<&str>) -> (u64, u64) {
    let factor = unit.and_then(money::magnitude).unwrap_or(1.0);
    (ordered(low * factor), ordered(high * factor))
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

/// The keys of `texts`: what `read` makes of them by its order, other words behind by the collation.
fn typed<K: Ord>(
    texts: &[Cow<'_, str>],
    collation: &Collation,
    read: impl Fn(&str) -> Reading<K>,
) -> Vec<Key> {
    let mut keys = vec![Key::BLANK; texts.len()];
    let (mut read_keys, mut words) = (Vec::new(), Vec::new());
    for (index, text) in texts.iter().enumerate() {
        match read(text) {
            Reading::Key(key) => read_keys.push((key, index)),
            Reading::Word => words.push((collation.key(text), index)),
            Reading::Blank => {}
        }
    }
    rank_into(&mut keys, read_keys, 0);
    rank_into(&mut keys, words, Key::UNREAD);
    keys
}

/// Gives the index beside each of `found` the rank of its value among the different ones, in `group`.
fn rank_into<K: Ord>(keys: &mut [Key], mut found: Vec<(K, usize)>, group: u8) {
    found.sort_unstable();
    let mut within = 0;
    for (place, (value, index)) in found.iter().enumerate() {
        within += u64::from(place > 0 && found[place - 1].0 != *value);
        keys[*index] = Key { group, within };
    }
}

/// The different texts of the column, and for each row the place of its text among them.
fn interned<'a>(table: &'a TableBlock, column: usize, rows: &[u32]) -> (Vec<u32>, Vec<Cow<'a, str>>) {
    let mut places: HashMap<Cow<'a, str>, u32> = HashMap::new();
    let mut texts = Vec::new();
    let indices = rows.iter().map(|row| {
        let text = table.cell(*row as usize, column).text;
        *places.entry(text).or_insert_with_key(|text| {
            texts.push(text.clone());
            texts.len() as u32 - 1
        })
    });
    (indices.collect(), texts)
}

fn keys_of_numbers(table: &TableBlock, column: usize, rows: &[u32], collation: &Collation) -> Vec<Key> {
    let kind = table.columns[column].kind;
    let figures = money::Figures::of(table, column);
    let mut currencies: Vec<Option<Currency>> = Vec::new();
    let mut keys = Vec::with_capacity(rows.len());
    let mut words = Vec::new();
    for row in rows.iter().map(|row| *row as usize) {
        let text = table.cell(row, column).text;
        keys.push(match Value::of(&text, kind) {
            Value::Number { number: least, unit } | Value::Range { low: least, unit, .. } => {
                let figure = figures.figure(row, &text, unit.as_deref());
                let known = currencies.iter().position(|currency| *currency == figure.currency);
                let place = known.unwrap_or_else(|| {
                    currencies.push(figure.currency);
                    currencies.len() - 1
                });
                Key { group: place as u8, within: ordered(least * figure.factor) }
            }
            Value::Missing(_) => Key::BLANK,
            _ => {
                words.push((collation.key(&text), keys.len()));
                Key::BLANK
            }
        });
    }
    rank_into(&mut keys, words, Key::UNREAD);
    keys
}

/// An integer that stands to others as `number` does; both zeros are the same.
fn ordered(number: f64) -> u64 {
    let bits = (number + 0.0).to_bits();
    if bits >> 63 == 0 { bits | 1 << 63 } else { !bits }
}
