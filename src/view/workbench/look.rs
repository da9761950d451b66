//! Colors, bars and lines in cells, as classes of the style sheet.

use super::{arrangement::Look, figures::FigureColumn};
use crate::model::table::{ColumnKind, RowRole, TableBlock};

/// How many steps a bar or line has; the style sheet has a class for each.
const STEPS: f64 = 20.0;

/// How many steps of color there are on each side.
const SHADES: f64 = 5.0;

/// Whether `column` has figures that can have a look.
#[must_use]
pub fn suits(table: &TableBlock, column: u32) -> bool {
    let kind = table.columns.get(column as usize).map(|column| column.kind).unwrap_or_default();
    kind.is_numeric() || kind == ColumnKind::Range
}

/// The look of one column, with what its values are measured against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ColumnLook {
    look: Look,
    is_change: bool,
    least: f64,
    greatest: f64,
}

impl ColumnLook {
    /// The look of `column`; `None` where it has no two figures that differ.
    #[must_use]
    pub fn of(table: &TableBlock, column: u32, figures: &FigureColumn, look: Look) -> Option<Self> {
        let is_change =
            matches!(table.columns.get(column as usize)?.kind, ColumnKind::Change | ColumnKind::Growth);
        let entries = (0..table.row_count()).filter(|row| table.row_roles[*row] == RowRole::Data);
        let (mut least, mut greatest) = (f64::INFINITY, f64::NEG_INFINITY);
        for row in entries.filter(|row| !figures.numbers[*row].is_nan()) {
            least = least.min(figures.numbers[row]);
            greatest = greatest.max(figures.upper[row]);
        }
        (least < greatest).then_some(Self { look, is_change, least, greatest })
    }

    /// The classes of the cell in `row`; empty where it holds no figure.
    #[must_use]
    pub fn class(&self, figures: &FigureColumn, row: u32) -> String {
        let Some(number) = figures.numbers.get(row as usize).copied().filter(|number| !number.is_nan())
        else {
            return String::new();
        };
        let upper = figures.upper[row as usize];
        let span = self.greatest - self.least;
        match self.look {
            Look::Heat if self.is_change => {
                let most = self.least.abs().max(self.greatest.abs());
                let shade = (number.abs() / most * SHADES).ceil() as u32;
                let side = if number > 0.0 { "rise" } else { "fall" };
                if shade == 0 { String::new() } else { format!("heat {side}-{shade}") }
            }
            Look::Heat => {
                let shade = 1 + ((number - self.least) / span * (SHADES - 1.0)).round() as u32;
                format!("heat shade-{shade}")
            }
            Look::Bar => {
                // A bar begins at zero: one that began at the least would make small differences look large.
                let most = self.least.abs().max(self.greatest.abs());
                let part = (number.abs() / most * STEPS).ceil() as u32;
                let side = match number {
                    number if number < 0.0 => "bar-fall",
                    _ if self.is_change => "bar-rise",
                    _ => "bar-plain",
                };
                format!("bar {side} part-{part}")
            }
            Look::Line => {
                let place = |number: f64| ((number - self.least) / span * STEPS).round() as u32;
                format!("line from-{} to-{}", place(number), place(upper))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ColumnLook;
    use crate::{
        model::{sample, table::ColumnKind},
        view::workbench::{arrangement::Look, figures::FigureColumn},
    };

    #[track_caller]
    fn check(kind: ColumnKind, look: Look, cells: &[&str], expected: &[&str]) {
        let rows: String = cells.iter().map(|cell| format!("{cell}\t\n")).collect();
        let table = sample::table(&[kind, ColumnKind::Text], &format!("列\t\n{rows}"));
        let figures = FigureColumn::of(&table, 0);
        let look = ColumnLook::of(&table, 0, &figures, look);
        let class = |row: usize| look.map(|look| look.class(&figures, row as u32)).unwrap_or_default();
        assert_eq!((0..cells.len()).map(class).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn changes_are_colored_about_zero_and_others_from_the_least() {
        check(
            ColumnKind::Change,
            Look::Heat,
            &["10%", "-5%", "0", "-", "0.1%"],
            &["heat rise-5", "heat fall-3", "", "", "heat rise-1"],
        );
        check(
            ColumnKind::Pe,
            Look::Heat,
            &["10", "20", "30", "x"],
            &["heat shade-1", "heat shade-3", "heat shade-5", ""],
        );
    }

    #[test]
    fn bars_begin_at_zero_and_lines_at_the_least() {
        check(
            ColumnKind::Change,
            Look::Bar,
            &["10", "-5"],
            &["bar bar-rise part-20", "bar bar-fall part-10"],
        );
        check(
            ColumnKind::Pe,
            Look::Bar,
            &["100", "101"],
            &["bar bar-plain part-20", "bar bar-plain part-20"],
        );
        check(
            ColumnKind::Range,
            Look::Line,
            &["10%~20%", "15%", "30%"],
            &["line from-0 to-10", "line from-5 to-5", "line from-20 to-20"],
        );
    }

    #[test]
    fn a_column_of_one_value_has_no_look() {
        check(ColumnKind::Pe, Look::Heat, &["7", "7"], &["", ""]);
    }
}
