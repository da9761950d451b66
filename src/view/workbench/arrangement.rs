//! What a reader chose for one table, its order aside.

pub mod text;

use crate::{
    model::{date::Date, value::Currency},
    view::grid::edit::GridEdit,
};

/// What was chosen for a table. The default is the table as printed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrangement {
    /// What is looked for in all columns.
    pub search: String,
    /// At most one a column, in the order in which they were chosen.
    pub filters: Vec<Filter>,
    /// All columns from left to right; empty as printed.
    pub sequence: Vec<u32>,
    /// The columns that are not shown.
    pub hidden: Vec<u32>,
    /// Columns with the widths given to them, in CSS pixels.
    pub widths: Vec<(u32, u32)>,
    /// The columns that stay in view; `None` for those that the table itself suggests.
    pub pinned: Option<Vec<u32>>,
    /// The column by whose labels rows are grouped.
    pub group: Option<u32>,
    /// The labels of the groups whose rows are left out.
    pub collapsed: Vec<String>,
    /// Columns with their looks.
    pub looks: Vec<(u32, Look)>,
    /// In which unit amounts are shown.
    pub unit_form: UnitForm,
    /// The currency that amounts are shown in, and what the reader says that others are worth in it.
    pub rates: Rates,
}

/// What the cells of one column must be.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    /// The column.
    pub column: u32,
    /// What its cells must be.
    pub condition: Condition,
}

/// What a cell must be.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// A number from one limit to the other, the limits themselves among them; an open end where there is none.
    Limits(Option<f64>, Option<f64>),
    /// A day from one to the other, both among them; an open end where there is none.
    Days(Option<Date>, Option<Date>),
    /// A text that holds these words, a part of a code or name, or the initials of its pinyin.
    Contains(String),
    /// One of these texts as printed.
    OneOf(Vec<String>),
    /// Blank, or a dash that stands for a missing figure.
    Blank,
    /// Neither.
    Filled,
}

/// How the cells of a column are shown beyond their text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Colors by value: about zero in two for changes, in one otherwise.
    Heat,
    /// A bar as long as the value.
    Bar,
    /// The two limits of a range, or a number, on a line from the least to the greatest of the column.
    Line,
}

/// In which unit amounts of money and large counts are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnitForm {
    /// As printed.
    #[default]
    Printed,
    /// In ten thousands, 万.
    TenThousand,
    /// In hundred millions, 亿.
    HundredMillion,
}

/// What the reader says that one unit of a currency is worth.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rates {
    /// The currency that amounts are shown in; `None` as printed.
    pub into: Option<Currency>,
    /// How much of it one unit of each other is worth.
    pub worth: Vec<(Currency, f64)>,
}

impl Arrangement {
    /// The condition of `column`.
    #[must_use]
    pub fn condition(&self, column: u32) -> Option<&Condition> {
        self.filters.iter().find(|filter| filter.column == column).map(|filter| &filter.condition)
    }

    /// With that condition for `column`; none takes it away.
    #[must_use]
    pub fn filtered(mut self, column: u32, condition: Option<Condition>) -> Self {
        let place = self.filters.iter().position(|filter| filter.column == column);
        match (place, condition) {
            (Some(place), Some(condition)) => self.filters[place].condition = condition,
            (Some(place), None) => drop(self.filters.remove(place)),
            (None, Some(condition)) => self.filters.push(Filter { column, condition }),
            (None, None) => {}
        }
        self
    }

    /// The look of `column`.
    #[must_use]
    pub fn look(&self, column: u32) -> Option<Look> {
        self.looks.iter().find(|(of, _)| *of == column).map(|(_, look)| *look)
    }

    /// With that look for `column`; none takes it away.
    #[must_use]
    pub fn looking(mut self, column: u32, look: Option<Look>) -> Self {
        self.looks.retain(|(of, _)| *of != column);
        self.looks.extend(look.map(|look| (column, look)));
        self
    }

    /// With `column` shown or hidden.
    #[must_use]
    pub fn showing(mut self, column: u32, is_shown: bool) -> Self {
        self.hidden.retain(|hidden| *hidden != column);
        if !is_shown {
            self.hidden.push(column);
        }
        self
    }

    /// All columns from left to right, of `count`: pinned ones first.
    #[must_use]
    pub fn columns(&self, count: u32, suggested: &[u32]) -> Vec<u32> {
        let moved = self.sequence.iter().copied().filter(|column| *column < count);
        let rest = (0..count).filter(|column| !self.sequence.contains(column));
        let all: Vec<u32> = moved.chain(rest).collect();
        let is_pinned = |column: &&u32| self.is_pinned(**column, suggested);
        let pinned = all.iter().filter(is_pinned);
        pinned.chain(all.iter().filter(|column| !is_pinned(column))).copied().collect()
    }

    /// Whether `column` stays in view, where the table itself suggests these.
    #[must_use]
    pub fn is_pinned(&self, column: u32, suggested: &[u32]) -> bool {
        self.pinned.as_deref().unwrap_or(suggested).contains(&column)
    }

    /// With `column` pinned or not.
    #[must_use]
    pub fn pinning(mut self, column: u32, is_pinned: bool, suggested: &[u32]) -> Self {
        let mut pinned = self.pinned.take().unwrap_or_else(|| suggested.to_vec());
        pinned.retain(|other| *other != column);
        if is_pinned {
            pinned.push(column);
        }
        pinned.sort_unstable();
        self.pinned = (pinned != suggested).then_some(pinned);
        self
    }

    /// With `column` before what is shown at `position`. Moved across the last pinned column it is pinned, or no more.
    #[must_use]
    pub fn moved(self, column: u32, position: usize, count: u32, suggested: &[u32]) -> Self {
        let all = self.columns(count, suggested);
        let shown: Vec<u32> = all.iter().copied().filter(|column| !self.hidden.contains(column)).collect();
        let before = shown[position.min(shown.len())..].iter().copied().find(|other| *other != column);
        let pinned_before = shown[..position.min(shown.len())]
            .iter()
            .rfind(|other| **other != column)
            .is_none_or(|left| self.is_pinned(*left, suggested));
        let becomes_pinned = match before {
            Some(right) if self.is_pinned(right, suggested) => true,
            _ => pinned_before && self.is_pinned(column, suggested),
        };
        let mut sequence: Vec<u32> = all.into_iter().filter(|other| *other != column).collect();
        let place = before
            .and_then(|before| sequence.iter().position(|other| *other == before))
            .unwrap_or(sequence.len());
        sequence.insert(place, column);
        let mut next = self.pinning(column, becomes_pinned, suggested);
        next.sequence = if sequence.iter().copied().eq(0..count) { Vec::new() } else { sequence };
        next
    }

    /// After what was done in the grid. `groups` are the labels of the groups shown.
    #[must_use]
    pub fn edited(mut self, edit: &GridEdit, count: u32, suggested: &[u32], groups: &[String]) -> Self {
        match edit {
            GridEdit::Move { column, position } => {
                return self.moved(*column, *position as usize, count, suggested);
            }
            GridEdit::Resize { column, width } => {
                self.widths.retain(|(of, _)| of != column);
                self.widths.extend(width.map(|width| (*column, width)));
            }
            GridEdit::Toggle(group) => {
                if let Some(label) = groups.get(*group as usize) {
                    match self.collapsed.iter().position(|collapsed| collapsed == label) {
                        Some(place) => drop(self.collapsed.remove(place)),
                        None => self.collapsed.push(label.clone()),
                    }
                }
            }
            GridEdit::Menu { .. } | GridEdit::Copy { .. } => {}
        }
        self
    }

    /// What is remembered for the next table of this shape: how it looks, never which rows it leaves out.
    #[must_use]
    pub fn remembered(&self) -> Self {
        Self { search: String::new(), filters: Vec::new(), collapsed: Vec::new(), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Arrangement, Condition, Look};
    use crate::view::grid::edit::GridEdit;

    /// Checks the columns of a table of five, the first of which is pinned, after moves `column>position`.
    #[track_caller]
    fn check_moves(moves: &str, expected: &[u32], pinned: Option<&[u32]>) {
        let moved = moves.split_whitespace().fold(Arrangement::default(), |arrangement, step| {
            let (column, position) = step.split_once('>').unwrap();
            arrangement.moved(column.parse().unwrap(), position.parse().unwrap(), 5, &[0])
        });
        assert_eq!(moved.columns(5, &[0]), expected, "{moves}");
        assert_eq!(moved.pinned.as_deref(), pinned, "{moves}");
    }

    #[test]
    fn columns_move_and_pins_with_them() {
        check_moves("", &[0, 1, 2, 3, 4], None);
        check_moves("3>1", &[0, 3, 1, 2, 4], None);
        check_moves("3>1 3>4", &[0, 1, 2, 3, 4], None);
        check_moves("1>5", &[0, 2, 3, 4, 1], None);
        check_moves("3>0", &[3, 0, 1, 2, 4], Some(&[0, 3]));
        check_moves("0>3", &[1, 2, 0, 3, 4], Some(&[]));
    }

    #[test]
    fn hidden_columns_do_not_count_as_positions() {
        let arrangement = Arrangement::default().showing(1, false).moved(4, 1, 5, &[0]);
        assert_eq!(arrangement.columns(5, &[0]), [0, 1, 4, 2, 3]);
        assert!(arrangement.showing(1, true).hidden.is_empty());
    }

    #[test]
    fn one_condition_and_one_look_a_column() {
        let arrangement = Arrangement::default()
            .filtered(2, Some(Condition::Blank))
            .filtered(1, Some(Condition::Filled))
            .filtered(2, Some(Condition::Limits(Some(1.0), None)))
            .looking(2, Some(Look::Bar))
            .looking(2, Some(Look::Heat));
        assert_eq!(arrangement.filters.len(), 2);
        assert_eq!(arrangement.condition(2), Some(&Condition::Limits(Some(1.0), None)));
        assert_eq!(arrangement.look(2), Some(Look::Heat));
        assert_eq!(arrangement.remembered().filters, [], "rows are never left out unasked");
        let bare = arrangement.filtered(1, None).filtered(2, None).looking(2, None);
        assert_eq!(bare, Arrangement::default());
    }

    #[test]
    fn groups_collapse_by_their_labels() {
        let groups = ["通信".to_owned(), "电子".to_owned()];
        let toggle = GridEdit::Toggle(1);
        let collapsed = Arrangement::default().edited(&toggle, 5, &[], &groups);
        assert_eq!(collapsed.collapsed, ["电子"]);
        assert!(collapsed.edited(&toggle, 5, &[], &groups).collapsed.is_empty());
    }
}
