//! What all pictures have: title, house and date above, the source line below, and the rows that are drawn.

use super::{
    drawing::{Anchor, Drawing, Ink, LeftOut},
    origin::Origin,
    sheet::Sheet,
};
use crate::{
    model::{
        table::{ColumnKind, RowRole},
        value::Currency,
    },
    view::{grid::projection::ShownRow, workbench::index::TableIndex},
};

/// The width of every picture.
pub const WIDTH: f64 = 960.0;

/// What is kept free at the edges.
pub const MARGIN: f64 = 24.0;

/// Where the picture itself begins below the title.
pub const TOP: f64 = 76.0;

/// What is kept free for the source line.
pub const BOTTOM: f64 = 40.0;

/// A picture of that height with what stands around it; `about` says what is drawn.
pub fn framed(sheet: &Sheet<'_>, height: f64, about: &str) -> Drawing {
    let Origin { broker, date, .. } = sheet.origin;
    let mut drawing = Drawing { width: WIDTH, height, title: sheet.caption(), ..Drawing::default() };
    drawing.shapes.push(super::drawing::Shape::Box {
        place: (0.0, 0.0, WIDTH, height),
        ink: Ink::Ground,
        mark: None,
    });
    let title = super::drawing::fitted(&drawing.title, 18.0, WIDTH - 2.0 * MARGIN);
    drawing.write((MARGIN, 34.0), title, 18.0, Anchor::Start, Ink::Text);
    let parts = [Some(about.to_owned()), broker.clone(), date.clone()];
    let line = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    drawing.write(
        (MARGIN, 56.0),
        super::drawing::fitted(&line, 13.0, WIDTH - 2.0 * MARGIN),
        13.0,
        Anchor::Start,
        Ink::Quiet,
    );
    let source = super::drawing::fitted(&sheet.source_line(), 12.0, WIDTH - 2.0 * MARGIN);
    drawing.write((MARGIN, height - 16.0), source, 12.0, Anchor::Start, Ink::Quiet);
    drawing
}

/// An entry with a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its row in the table.
    pub row: u32,
    /// Its name.
    pub name: String,
    /// The figure, and its text as printed.
    pub figure: f64,
    /// As printed.
    pub text: String,
}

/// The column that names rows: securities' names, else the first of words, else the first.
#[must_use]
pub fn name_column(sheet: &Sheet<'_>) -> u32 {
    let columns = &sheet.table.columns;
    let of = |kind: ColumnKind| columns.iter().position(|column| column.kind == kind);
    of(ColumnKind::SecurityName).or_else(|| of(ColumnKind::Text)).unwrap_or_default() as u32
}

/// The rows of the shown entries with a figure in `column`, in their order, each with the figure; in one currency only,
/// the first that occurs. Whether others were left out for theirs.
pub fn figures(sheet: &Sheet<'_>, index: &mut TableIndex, column: u32) -> (Vec<(u32, f64)>, LeftOut) {
    let figures = index.figures(sheet.table, column);
    let mut currency: Option<Option<Currency>> = None;
    let mut left_out = LeftOut::default();
    let mut found = Vec::with_capacity(sheet.row_count());
    for position in 0..sheet.row_count() {
        let Some(ShownRow::Printed(row)) = sheet.projection.row(position) else { continue };
        let figure = figures.numbers.get(row as usize).copied().unwrap_or(f64::NAN);
        if figure.is_nan() || sheet.table.row_roles.get(row as usize) != Some(&RowRole::Data) {
            continue;
        }
        if *currency.get_or_insert(figures.currency(row)) != figures.currency(row) {
            left_out.currencies = true;
            continue;
        }
        found.push((row, figure));
    }
    (found, left_out)
}

/// The entries of these rows and their figures in `column`: names and texts are taken for what is drawn alone.
pub fn entries(sheet: &Sheet<'_>, column: u32, figures: &[(u32, f64)]) -> Vec<Entry> {
    let names = name_column(sheet);
    let cell = |row: u32, column: u32| sheet.table.cell(row as usize, column as usize).text.into_owned();
    let entry = |(row, figure): &(u32, f64)| Entry {
        row: *row,
        name: cell(*row, names),
        figure: *figure,
        text: cell(*row, column),
    };
    figures.iter().map(entry).collect()
}

/// Round values from `low` to `high`, about `count` of them.
#[must_use]
pub fn ticks(low: f64, high: f64, count: f64) -> Vec<f64> {
    let rough = (high - low) / count;
    if !(rough.is_finite() && rough > 0.0) {
        return vec![low];
    }
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|step| step * power)
        .find(|step| *step >= rough)
        .unwrap_or(rough);
    let first = (low / step).ceil() as i64;
    let last = (high / step).floor() as i64;
    (first..=last).map(|place| place as f64 * step).collect()
}

#[cfg(test)]
mod tests {
    use super::ticks;

    #[track_caller]
    fn check(low: f64, high: f64, expected: &[f64]) {
        assert_eq!(ticks(low, high, 5.0), expected);
    }

    #[test]
    fn ticks_are_round() {
        check(0.0, 10.0, &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        check(-13.0, 22.0, &[-10.0, 0.0, 10.0, 20.0]);
        check(3.0, 3.0, &[3.0]);
    }
}
