//! The arrangement of a table carried out: what the grid shows, how its cells look, and in words what was chosen.

use std::rc::Rc;

use super::{
    arrangement::Arrangement,
    figures::{Conversion, FigureColumn},
    grouping::groups,
    index::TableIndex,
    look::ColumnLook,
    passing::passing,
    search,
    words::Words,
};
use crate::{
    model::table::{RowRole, TableBlock},
    view::{
        grid::{
            dressing::CellDress,
            projection::{Group, Projection, ShownColumn, ShownRow},
        },
        pinning::pinned_columns,
    },
};

/// What the grid shows of `table` in `order`, all of its rows as [`row_order`](crate::view::ordering::row_order) gives
/// them.
///
/// Where rows are left out or grouped, the table's own summaries are not shown: what they sum up is not what is shown. A
/// heading inside the table is shown as long as an entry below it is; among groups none is.
pub fn projection(
    table: &TableBlock,
    arrangement: &Arrangement,
    order: &[u32],
    index: &mut TableIndex,
    words: &Words,
) -> Projection {
    let columns = shown_columns(table, arrangement);
    let passing = passing(table, arrangement, index);
    let total = table.row_roles.iter().filter(|role| **role == RowRole::Data).count() as u32;
    let passes = |row: &u32| passing.as_ref().is_none_or(|passing| passing[*row as usize]);
    let passing_count =
        passing.as_ref().map_or(total, |passing| passing.iter().filter(|passes| **passes).count() as u32);
    let group = arrangement.group.filter(|group| (*group as usize) < table.columns.len());
    let (rows, groups): (Vec<ShownRow>, Vec<Group>) = match group {
        Some(_) => {
            let is_entry = |row: &u32| table.row_roles[*row as usize] == RowRole::Data && passes(row);
            let entries: Vec<u32> = order.iter().copied().filter(is_entry).collect();
            groups(table, arrangement, index, &entries, &columns, words)
        }
        None if passing.is_some() => (passing_rows(table, order, &passes), Vec::new()),
        None => (order.iter().copied().map(ShownRow::Printed).collect(), Vec::new()),
    };
    let notes = columns.iter().map(|shown| {
        let figures = index.figures_if_converted(table, arrangement, shown.column)?;
        Some(Conversion::of(table, shown.column, &figures, arrangement.unit_form, &arrangement.rates)?.note)
    });
    let notes: Vec<String> = notes.map(Option::unwrap_or_default).collect();
    Projection { notes, groups, passing: passing_count, total, columns, ..Projection::default() }
        .with_rows(rows)
}

/// The shown columns from left to right.
#[must_use]
pub fn shown_columns(table: &TableBlock, arrangement: &Arrangement) -> Vec<ShownColumn> {
    let suggested = suggested_pins(table);
    let all = arrangement.columns(table.columns.len() as u32, &suggested);
    let shown = all.into_iter().filter(|column| !arrangement.hidden.contains(column));
    let width = |column| arrangement.widths.iter().find(|(of, _)| *of == column).map(|(_, width)| *width);
    shown
        .map(|column| ShownColumn {
            column,
            width: width(column),
            is_pinned: arrangement.is_pinned(column, &suggested),
        })
        .collect()
}

/// The columns that the table itself suggests to keep in view.
#[must_use]
pub fn suggested_pins(table: &TableBlock) -> Vec<u32> {
    pinned_columns(table).into_iter().map(|column| column as u32).collect()
}

/// Passing entries, and the headings that one stands under.
fn passing_rows(table: &TableBlock, order: &[u32], passes: &dyn Fn(&u32) -> bool) -> Vec<ShownRow> {
    let mut rows = Vec::new();
    let mut heading = None;
    for row in order {
        match table.row_roles[*row as usize] {
            RowRole::Section => heading = Some(*row),
            RowRole::Data if passes(row) => {
                rows.extend(heading.take().map(ShownRow::Printed));
                rows.push(ShownRow::Printed(*row));
            }
            RowRole::Data | RowRole::Summary => {}
        }
    }
    rows
}

/// How cells are shown, worked out for one arrangement.
#[derive(Clone, Debug, Default)]
pub struct Wardrobe {
    needle: String,
    columns: Vec<Dressed>,
}

/// How the cells of one column are shown.
#[derive(Clone, Debug, Default)]
struct Dressed {
    column: u32,
    figures: Option<Rc<FigureColumn>>,
    look: Option<ColumnLook>,
    conversion: Option<Conversion>,
}

impl Wardrobe {
    /// How the shown cells of `table` look; see [`is_bare`](Self::is_bare).
    pub fn of(table: &TableBlock, arrangement: &Arrangement, index: &mut TableIndex) -> Self {
        let dressed = |shown: ShownColumn| {
            let column = shown.column;
            let look = arrangement.look(column);
            let figures = match look {
                Some(_) => Some(index.figures(table, column)),
                None => index.figures_if_converted(table, arrangement, column),
            };
            let of = |figures: &Rc<FigureColumn>| {
                Conversion::of(table, column, figures, arrangement.unit_form, &arrangement.rates)
            };
            let conversion = figures.as_ref().and_then(of);
            let look = figures.as_ref().and_then(|figures| ColumnLook::of(table, column, figures, look?));
            Dressed { column, figures, look, conversion }
        };
        let columns = shown_columns(table, arrangement).into_iter().map(dressed).collect();
        Self { needle: search::needle(&arrangement.search), columns }
    }

    /// Whether every cell is shown as printed.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.needle.is_empty()
            && self.columns.iter().all(|column| column.look.is_none() && column.conversion.is_none())
    }

    /// How the cells of `row` are shown, by shown columns.
    #[must_use]
    pub fn row(&self, table: &TableBlock, index: &TableIndex, row: u32) -> Vec<CellDress> {
        let is_entry = table.row_roles.get(row as usize) == Some(&RowRole::Data);
        let dress = |dressed: &Dressed| {
            let figures = dressed.figures.as_deref();
            let text = figures.and_then(|figures| dressed.conversion.as_ref()?.text(figures, row));
            let class =
                figures.filter(|_| is_entry).and_then(|figures| Some(dressed.look?.class(figures, row)));
            let printed = table.cell(row as usize, dressed.column as usize).text;
            let shown = text.as_deref().unwrap_or(&printed);
            let hits = search::hits(shown, &self.needle, index.initials.as_deref());
            CellDress { hits, text, class: class.unwrap_or_default() }
        };
        self.columns.iter().map(dress).collect()
    }
}

impl TableIndex {
    /// The figures of `column` where the arrangement shows amounts in another unit or currency.
    fn figures_if_converted(
        &mut self,
        table: &TableBlock,
        arrangement: &Arrangement,
        column: u32,
    ) -> Option<Rc<FigureColumn>> {
        let is_converted = arrangement.unit_form != super::arrangement::UnitForm::Printed
            || arrangement.rates.into.is_some();
        let is_numeric = table.columns.get(column as usize)?.kind.is_numeric();
        (is_converted && is_numeric).then(|| self.figures(table, column))
    }
}

#[cfg(test)]
mod tests;
