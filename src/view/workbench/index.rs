//! What was worked out about a table's columns, so that the next key or click need not do it again.

use std::{collections::HashMap, ops::Range, rc::Rc};

use super::{figures::FigureColumn, initials::Initials, needs::Needs};
use crate::{
    model::table::{ColumnKind, RowRole, TableBlock},
    text::width::narrow,
};

/// Between the cells of a row in what is searched; no key types it.
const BORDER: char = '\u{1f}';

/// The most texts that a reader picks from.
const MOST_CHOICES: usize = 60;

/// How many entries tell whether a column has more texts than that.
const FIRST_ROWS: usize = 1_000;

/// What is known about a table.
#[derive(Clone, Debug, Default)]
pub struct TableIndex {
    pub(super) figures: HashMap<u32, Rc<FigureColumn>>,
    pub(super) labels: HashMap<u32, Rc<Labels>>,
    /// The initials of characters, once they are loaded.
    pub initials: Option<Rc<Initials>>,
    /// All texts, folded, row by row.
    pub(super) haystack: String,
    /// Where each row ends in it.
    pub(super) ends: Vec<usize>,
    /// The last search and the rows that it found.
    pub(super) last: Option<(String, Rc<Vec<bool>>)>,
}

/// The different texts of a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// In the order of their first rows.
    pub texts: Vec<String>,
    /// How many entries print each.
    pub counts: Vec<u32>,
    /// For each row of the table, whatever its role, the place of its text.
    pub places: Vec<u32>,
}

impl TableIndex {
    /// The figures of `column`.
    pub fn figures(&mut self, table: &TableBlock, column: u32) -> Rc<FigureColumn> {
        let known = self.figures.entry(column);
        known.or_insert_with(|| Rc::new(FigureColumn::of(table, column as usize))).clone()
    }

    /// The texts of `column`.
    pub fn labels(&mut self, table: &TableBlock, column: u32) -> Rc<Labels> {
        self.labels.entry(column).or_insert_with(|| Rc::new(Labels::of(table, column as usize))).clone()
    }

    /// Whether the texts of `column` are few enough to pick from; see [`Labels::are_choices`].
    pub fn are_choices(&mut self, table: &TableBlock, column: u32) -> bool {
        if !self.labels.contains_key(&column) {
            // Names and codes are told by their first rows, without a list of them all.
            let mut seen: Vec<String> = Vec::with_capacity(MOST_CHOICES);
            let entries = table.row_roles.iter().enumerate().filter(|(_, role)| **role == RowRole::Data);
            for (row, _) in entries.take(FIRST_ROWS) {
                let text = table.cell(row, column as usize).text;
                if seen.iter().any(|known| *known == *text) {
                    continue;
                }
                if seen.len() == MOST_CHOICES {
                    return false;
                }
                seen.push(text.into_owned());
            }
        }
        self.labels(table, column).are_choices()
    }

    /// Works out one of these columns that is not known yet; whether there was none.
    pub fn work_on(&mut self, table: &TableBlock, needs: &Needs) -> bool {
        if let Some(column) = needs.labels.iter().find(|column| !self.labels.contains_key(column)) {
            self.labels(table, *column);
            return false;
        }
        if let Some(column) = needs.figures.iter().find(|column| !self.figures.contains_key(column)) {
            self.figures(table, *column);
            return false;
        }
        true
    }

    /// Whether all these columns are known.
    #[must_use]
    pub fn has(&self, needs: &Needs) -> bool {
        needs.labels.iter().all(|column| self.labels.contains_key(column))
            && needs.figures.iter().all(|column| self.figures.contains_key(column))
    }

    /// Takes in further rows for the search, `count` at most; whether all are in.
    pub fn read_on(&mut self, table: &TableBlock, count: usize) -> bool {
        let until = self.ends.len().saturating_add(count).min(table.row_count());
        for row in self.ends.len()..until {
            for column in 0..table.columns.len() {
                self.haystack.extend(table.cell(row, column).text.chars().map(folded));
                self.haystack.push(BORDER);
            }
            self.ends.push(self.haystack.len());
        }
        until == table.row_count()
    }

    /// Whether all rows are taken in.
    #[must_use]
    pub fn is_whole(&self, table: &TableBlock) -> bool {
        self.ends.len() == table.row_count()
    }

    /// The folded texts of all rows, and where each ends in them.
    pub(super) fn texts(&self) -> (&str, &[usize]) {
        (&self.haystack, &self.ends)
    }

    /// The place of `row` in the folded texts.
    pub(super) fn row(&self, row: usize) -> Range<usize> {
        let start = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..self.ends[row]
    }

    /// Takes the table of initials, and forgets what was found without it.
    pub fn take_initials(&mut self, initials: Rc<Initials>) {
        self.initials = Some(initials);
        self.last = None;
    }
}

impl Labels {
    fn of(table: &TableBlock, column: usize) -> Self {
        let mut labels = Self::default();
        let mut known: HashMap<String, u32> = HashMap::new();
        for (row, role) in table.row_roles.iter().enumerate() {
            let text = table.cell(row, column).text;
            let place = known.get(&*text).copied().unwrap_or_else(|| {
                let place = labels.texts.len() as u32;
                known.insert(text.to_string(), place);
                labels.texts.push(text.to_string());
                labels.counts.push(0);
                place
            });
            labels.counts[place as usize] += u32::from(*role == RowRole::Data);
            labels.places.push(place);
        }
        labels
    }

    /// Whether these are few enough to pick from, and stand in more than one row each on average.
    #[must_use]
    pub fn are_choices(&self) -> bool {
        let rows: u32 = self.counts.iter().sum();
        let printed = self.counts.iter().filter(|count| **count > 0).count();
        printed <= MOST_CHOICES && printed as u32 * 3 <= rows * 2
    }
}

/// Whether names in columns of `kind` are looked for by initials.
#[must_use]
pub fn has_initials(kind: ColumnKind) -> bool {
    matches!(kind, ColumnKind::SecurityName | ColumnKind::Text | ColumnKind::Rating)
}

/// The small, half-width form of a character, as which it is looked for.
#[must_use]
pub fn folded(character: char) -> char {
    narrow(character).to_lowercase().next().unwrap_or(character)
}
