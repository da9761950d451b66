//! The order of words: by the ranks of their characters, which the browser's `Intl.Collator` gives once, instead of
//! by a comparison of names, pair by pair.

use std::collections::{BTreeSet, HashMap};

use crate::model::table::{ColumnKind, TableBlock};

/// Ranks of characters. Without any ([`by_code_point`](Self::by_code_point)) characters stand by code point.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collation {
    ranks: HashMap<char, u32>,
}

impl Collation {
    /// The order that needs no browser: by code point, Latin letters case aside.
    #[must_use]
    pub fn by_code_point() -> Self {
        Self::default()
    }

    /// The order in which `ordered` lists the characters; characters that it lacks stand after them, by code point.
    #[must_use]
    pub fn of(ordered: &[char]) -> Self {
        let mut ranks = HashMap::with_capacity(ordered.len());
        for character in ordered {
            let next = ranks.len() as u32;
            ranks.entry(folded(*character)).or_insert(next);
        }
        Self { ranks }
    }

    /// The key of `text`: texts stand in the order of their keys. Texts that differ only in the case or width of
    /// Latin letters have the same key.
    #[must_use]
    pub fn key(&self, text: &str) -> Vec<u32> {
        text.chars().map(|character| self.rank(character)).collect()
    }

    fn rank(&self, character: char) -> u32 {
        const UNRANKED: u32 = 1 << 24;
        let character = folded(character);
        self.ranks.get(&character).copied().unwrap_or(UNRANKED + character as u32)
    }
}

/// The distinct characters of the words in `table`, for the browser to order once; each as the collation folds it.
#[must_use]
pub fn characters(table: &TableBlock) -> Vec<char> {
    let mut found = BTreeSet::new();
    for (column, kind) in table.columns.iter().map(|column| column.kind).enumerate() {
        if matches!(kind, ColumnKind::SecurityName | ColumnKind::Rating | ColumnKind::Text) {
            for row in 0..table.row_count() {
                found.extend(table.cell(row, column).text.chars().map(folded));
            }
        }
    }
    found.into_iter().collect()
}

/// The small, half-wide form of a Latin letter, digit or sign; any other character as it is.
fn folded(character: char) -> char {
    let half = match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        '\u{3000}' => ' ',
        _ => character,
    };
    half.to_ascii_lowercase()
}
