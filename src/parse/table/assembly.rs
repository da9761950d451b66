//! One panel of a sheet to a table.

use std::{ops::Range, rc::Rc};

use super::{
    header,
    kind::{column_kind, table_kind},
    panels::Panel,
    period::leading_period,
    role::role,
    sheet::{Class, Sheet, class},
    stacked::Part,
    surroundings::{Surroundings, unit},
};
use crate::{
    model::table::{CellPlace, Column, ColumnKind, RowRole, TableBlock, TableKind},
    text::{source::Source, span::Span, width::narrowed},
};

/// How many rows are looked at to tell what a column holds.
const SAMPLE: usize = 256;

/// The table of `panel`; `None` where it has no row.
pub fn table(
    source: &Rc<Source>,
    sheet: &Sheet<'_>,
    Part { header, rows, group }: &Part,
    panel: &Panel,
    around: &Surroundings,
) -> Option<TableBlock> {
    let rows: Vec<usize> = rows
        .clone()
        .filter(|row| panel.columns.iter().any(|column| !sheet.is_blank(*row, *column)))
        .filter(|row| !repeats_header(sheet, header, panel, *row))
        .collect();
    let (first, last) = (*rows.first()?, *rows.last()?);
    let text = |row: usize, column: usize| sheet.text(rows[row], panel.columns[column]);
    let mut columns = columns(sheet, panel, &rows);
    // (百万元) over the labels is said of all figures.
    let corner =
        columns.first().filter(|label| !label.kind.is_numeric()).and_then(|label| unit(label.path.last()?));
    let kind = table_kind(&mut columns, rows.len(), text);
    let mut table = TableBlock {
        source: source.clone(),
        caption: around.caption.clone(),
        number: around.number.clone(),
        group: panel.group.clone().or_else(|| group.clone()),
        kind,
        unit: around.unit.clone().or(corner),
        sources: around.sources.clone(),
        notes: around.notes.clone(),
        row_roles: Vec::with_capacity(rows.len()),
        cells: Vec::with_capacity(rows.len() * columns.len()),
        texts: Vec::new(),
        span: span(sheet, header, panel, first, last),
        columns,
    };
    for row in &rows {
        let row_role =
            role(panel.columns.iter().map(|column| sheet.text(*row, *column)), panel.columns.len());
        table.row_roles.push(row_role);
        for column in &panel.columns {
            let (from, place) = place(sheet, header, *row, *column);
            if let Some(text) = sheet.own_text(from.0, from.1) {
                table.texts.push((table.cells.len() as u32, text.clone()));
            }
            table.cells.push(place);
        }
    }
    fill_down(&mut table);
    Some(table)
}

/// Where the cell is printed: its own place, or that of the words or code whose mark spans down to it.
fn place(sheet: &Sheet<'_>, header: &Range<usize>, row: usize, column: usize) -> ((usize, usize), CellPlace) {
    if let Some((above, from)) = sheet.covering(row, column)
        && above >= header.end
        && matches!(sheet.class(above, from), Class::Words | Class::Sentence | Class::Code)
    {
        return ((above, from), CellPlace::inherited(sheet.span(above, from)));
    }
    ((row, column), CellPlace::printed(sheet.span(row, column)))
}

/// Whether `row` prints the lowest header row again, as tables do that go on over a page break.
fn repeats_header(sheet: &Sheet<'_>, header: &Range<usize>, panel: &Panel, row: usize) -> bool {
    let Some(lowest) = header.clone().last() else { return false };
    let same = |column: &usize| sheet.text(row, *column) == sheet.text(lowest, *column);
    sheet.filled(row) >= 2 && panel.columns.iter().all(same)
}

fn columns(sheet: &Sheet<'_>, panel: &Panel, rows: &[usize]) -> Vec<Column> {
    let step = rows.len().div_ceil(SAMPLE).max(1);
    let mut cells = Vec::with_capacity(SAMPLE);
    let column = |column: &usize| {
        let (path, span) = header::path(sheet, &panel.header, *column, panel.columns[0]);
        cells.clear();
        cells.extend(
            rows.iter().step_by(step).map(|row| sheet.text(*row, *column)).filter(|text| !text.is_empty()),
        );
        let kind = column_kind(&path, &cells);
        let period = path.iter().rev().find_map(|words| leading_period(&narrowed(words)).map(str::to_owned));
        let unit = if kind.is_numeric() || kind == ColumnKind::Range {
            path.iter().rev().find_map(|words| unit(words))
        } else {
            None
        };
        Column { path, span, kind, unit, period }
    };
    panel.columns.iter().map(column).collect()
}

fn span(sheet: &Sheet<'_>, header: &Range<usize>, panel: &Panel, first: usize, last: usize) -> Span {
    let top = if header.is_empty() { first } else { header.start };
    let cells = panel.columns.iter().flat_map(|column| [sheet.span(top, *column), sheet.span(last, *column)]);
    let printed = cells.filter(|span| !span.is_empty()).reduce(Span::to);
    panel.group.iter().map(|group| group.span).chain(printed).reduce(Span::to).unwrap_or_default()
}

/// Fills label cells that span rows into the rows below: words in the first columns, with further words or a code
/// beside each row. Numbers, codes and ratings are never filled, nor is a row that is no entry.
pub fn fill_down(table: &mut TableBlock) {
    let width = table.columns.len();
    let mut filled: Vec<(u32, String)> = Vec::new();
    for column in 0..width {
        let kind = table.columns[column].kind;
        let label = kind == ColumnKind::Text || (kind == ColumnKind::SecurityName && column == 0);
        let named = table.columns[column + 1..].iter().any(|next| !next.kind.is_numeric());
        if !label || !named {
            break;
        }
        // Most columns have nothing to fill.
        if table.cells.iter().skip(column).step_by(width).all(|place| !place.span().is_empty()) {
            continue;
        }
        // Labels that stand below the first of their rows are no labels of those below alone.
        let first = table.row_roles.iter().position(|role| *role == RowRole::Data);
        if first.is_some_and(|row| table.cells[row * width + column].span().is_empty()) {
            continue;
        }
        let mut above: Option<(usize, CellPlace)> = None;
        for row in 0..table.row_roles.len() {
            let index = row * width + column;
            if !table.cells[index].span().is_empty() {
                above = Some((index, CellPlace::inherited(table.cells[index].span())));
                let text = table.cell(row, column).text;
                if table.row_roles[row] == RowRole::Section || class(&text).is_data() || is_measured(&text) {
                    above = None;
                }
                continue;
            }
            let Some((from, place)) = above else { continue };
            let beside = (column + 1..width).any(|next| {
                !table.columns[next].kind.is_numeric() && !table.cells[row * width + next].span().is_empty()
            });
            if table.row_roles[row] != RowRole::Data || !(beside || table.kind == TableKind::Ratings) {
                continue;
            }
            table.cells[index] = place;
            if let Ok(own) = table.texts.binary_search_by_key(&(from as u32), |(cell, _)| *cell) {
                filled.push((index as u32, table.texts[own].1.clone()));
            }
        }
    }
    // At once, since each of many would move all behind it.
    table.texts.extend(filled);
    table.texts.sort_by_key(|(cell, _)| *cell);
}

/// 81 公里, 1.4L/100km: a figure with its unit holds for no row but its own. 1、汽车 is a label.
fn is_measured(text: &str) -> bool {
    let unit =
        text.trim_start_matches(|first: char| first.is_ascii_digit() || matches!(first, '.' | ',' | '/'));
    unit.len() < text.len() && class(text) == Class::Words && !unit.starts_with(['、', ')', '）', '年', '月'])
}
