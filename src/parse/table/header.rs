//! Which rows of a sheet are its header, and the path of words above each column.

use std::ops::Range;

use super::{
    kind::is_grade,
    sheet::{Class, Sheet},
    surroundings::{Surroundings, unit},
};
use crate::{
    model::{fact::Fact, value::number},
    text::{
        span::Span,
        words::{Words, words},
    },
};

/// The most rows that a header has.
const MOST_ROWS: usize = 4;

/// How many rows at the top hold one cell that is the table's title or its unit; title and unit go to `around` where
/// the lines around gave none.
pub fn titles(sheet: &Sheet<'_>, around: &mut Surroundings) -> usize {
    let mut top = usize::from(titled_with_unit(sheet, around));
    while top < MOST_ROWS && top + 2 < sheet.height() && sheet.filled(top) == 1 && sheet.filled(top + 1) >= 2
    {
        let Some(column) = (0..sheet.width()).find(|column| !sheet.is_blank(top, *column)) else { break };
        let text = sheet.text(top, column);
        let under = !sheet.is_blank(top + 1, column);
        let unit = unit(text);
        if (column > 0 && unit.is_none()) || !under || sheet.class(top, column) != Class::Words {
            break;
        }
        let is_unit_alone = text.trim_start_matches(['(', '（']).starts_with("单位");
        // A heading above the table says less of it than its own title.
        if around.number.is_none() && !is_unit_alone {
            around.caption = Some(Fact::new(text.to_owned(), sheet.span(top, column)));
        }
        if around.unit.is_none() {
            around.unit = unit;
        }
        top += 1;
    }
    top
}

/// Whether the first row holds the title, at its end the unit, and nothing else: 利润表, 单位：百万元.
fn titled_with_unit(sheet: &Sheet<'_>, around: &mut Surroundings) -> bool {
    if sheet.height() < 3 || sheet.filled(0) != 2 || sheet.filled(1) < 3 || sheet.class(0, 0) != Class::Words
    {
        return false;
    }
    let Some(last) = (1..sheet.width()).find(|column| !sheet.is_blank(0, *column)) else { return false };
    let stated = sheet.text(0, last);
    let Some(unit) = unit(stated).filter(|_| UNITS.begin(stated.trim_start_matches(['(', '（'])).is_some())
    else {
        return false;
    };
    if around.number.is_none() {
        around.caption = Some(Fact::new(sheet.text(0, 0).to_owned(), sheet.span(0, 0)));
    }
    around.unit = around.unit.take().or(Some(unit));
    true
}

/// What says that a unit follows.
static UNITS: &Words = words!["单位", "單位", "Unit"];

/// How many rows from `top` are header; 0 where the first of them holds data.
pub fn count(sheet: &Sheet<'_>, top: usize) -> usize {
    if let Some(rows) = sheet.header_rows() {
        return rows.saturating_sub(top);
    }
    if top + 1 >= sheet.height() {
        return 0;
    }
    if !is_header_like(sheet, top) {
        return usize::from(is_stepped(sheet, top));
    }
    let mut count = 1;
    while count < MOST_ROWS && top + count + 1 < sheet.height() && continues(sheet, top + count) {
        count += 1;
    }
    count
}

/// No code, no figure, no grade and no sentence: words and periods alone.
pub fn is_header_like(sheet: &Sheet<'_>, row: usize) -> bool {
    let mut filled = false;
    (0..sheet.width()).all(|column| match sheet.class(row, column) {
        Class::Blank => true,
        Class::Words => {
            filled = true;
            !is_grade(sheet.text(row, column))
        }
        Class::Period => {
            filled = true;
            true
        }
        _ => false,
    }) && filled
}

/// Whether `row` and the first column below it are the steps of two assumptions (WACC and growth), each as far from the one
/// before as all others: the figures between them depend on both.
fn is_stepped(sheet: &Sheet<'_>, row: usize) -> bool {
    let number = |row: usize, column: usize| number(sheet.text(row, column)).map(|(number, _)| number);
    let stepped = |steps: &[Option<f64>]| {
        let steps: Option<Vec<f64>> = steps.iter().copied().collect();
        steps.is_some_and(|steps| {
            let step = steps.get(1).map_or(0.0, |second| second - steps[0]);
            let even = |pair: &[f64]| (pair[1] - pair[0] - step).abs() < 1e-6;
            steps.len() >= 3 && step != 0.0 && steps.windows(2).all(even)
        })
    };
    let corner = matches!(sheet.class(row, 0), Class::Blank | Class::Words);
    let across: Vec<_> = (1..sheet.width()).map(|column| number(row, column)).collect();
    let down: Vec<_> = (row + 1..sheet.height()).map(|row| number(row, 0)).collect();
    corner && down.len() <= 32 && stepped(&across) && stepped(&down)
}

/// Whether `row` goes on with the header that the row above is part of: it stands under cells that span columns and
/// data follow under it, or it holds nothing but periods and units.
fn continues(sheet: &Sheet<'_>, row: usize) -> bool {
    if !is_header_like(sheet, row) {
        return false;
    }
    if is_details(sheet, row) {
        return true;
    }
    let columns = 0..sheet.width();
    let filled: Vec<usize> = columns.clone().filter(|column| !sheet.is_blank(row, *column)).collect();
    let spans = filled.iter().any(|column| {
        let first = columns.clone().find(|column| !sheet.is_blank(row - 1, *column));
        let left = column.checked_sub(1).filter(|left| !sheet.is_blank(row - 1, *left));
        // Converters that know no spans print the spanning words over every column.
        let again = left.is_some_and(|left| sheet.text(row - 1, left) == sheet.text(row - 1, *column));
        again || (sheet.is_blank(row - 1, *column) && first.is_some_and(|first| first < *column))
    });
    let data = |column: &usize| sheet.class(row + 1, *column).is_data();
    spans && (filled.iter().any(data) || is_repeated(sheet, row, &filled) || is_details(sheet, row + 1))
}

/// Whether `row` holds periods and units alone, two at least.
fn is_details(sheet: &Sheet<'_>, row: usize) -> bool {
    let mut count = 0;
    (0..sheet.width()).filter(|column| !sheet.is_blank(row, *column)).all(|column| {
        count += 1;
        let text = sheet.text(row, column);
        sheet.class(row, column) == Class::Period || text.starts_with(['(', '（']) || unit(text).is_some()
    }) && count >= 2
}

/// Whether the words of `row` come twice, as they do under a header that spans columns.
fn is_repeated(sheet: &Sheet<'_>, row: usize, filled: &[usize]) -> bool {
    let half = filled.len() / 2;
    half > 0
        && filled[..half]
            .iter()
            .zip(&filled[filled.len() - half..])
            .all(|(a, b)| sheet.text(row, *a) == sheet.text(row, *b))
}

/// The words above `column`, from the top header row down, and where the lowest is printed. A cell spans the blanks at
/// its right as far as something stands under them and under itself; `from` is the first column that may span into it.
pub fn path(sheet: &Sheet<'_>, header: &Range<usize>, column: usize, from: usize) -> (Vec<String>, Span) {
    let mut path: Vec<String> = Vec::new();
    let mut span = sheet.span(header.start, column);
    let first_under = |row: usize, column: usize| {
        (row + 1..header.end).find(|under| !sheet.is_blank(*under, column)).unwrap_or(usize::MAX)
    };
    for row in header.clone() {
        let holder = if !sheet.is_blank(row, column) {
            Some(column)
        } else if first_under(row, column) < usize::MAX {
            let left = (from..column).rev().find(|left| !sheet.is_blank(row, *left));
            // 评级 beside 24E, 25E under PE is a header of its own where it stands higher than those.
            left.filter(|left| first_under(row, *left) <= first_under(row, column))
        } else {
            None
        };
        if let Some(holder) = holder {
            let text = sheet.text(row, holder);
            if path.last().is_none_or(|last| last != text) {
                path.push(text.to_owned());
            }
            if holder == column {
                span = sheet.span(row, column);
            }
        }
    }
    if path.is_empty() {
        path.push(String::new());
    }
    (path, span)
}
