//! Tables printed one below the other in one grid, each under a header of its own (涨幅前五, below it 跌幅前五).

use std::ops::Range;

use super::{
    header::is_header_like,
    sheet::{Class, Sheet},
    surroundings::Surroundings,
};
use crate::{model::fact::Fact, parse::block::caption_number};

/// One of the tables.
pub struct Part {
    /// Its header rows.
    pub header: Range<usize>,
    /// The rows below them.
    pub rows: Range<usize>,
    /// The heading over this table alone.
    pub group: Option<Fact<String>>,
}

/// The tables of `sheet`, whose first has the rows of `header`: one, or as many as have a header that says other words in a
/// column or two. What stands around the first goes to `around`.
pub fn parts(sheet: &Sheet<'_>, header: &Range<usize>, around: &mut Surroundings) -> Vec<Part> {
    let mut parts = vec![Part { header: header.clone(), rows: header.end..sheet.height(), group: None }];
    let Some(lowest) = header.clone().last() else { return parts };
    for row in header.end + 1..sheet.height().saturating_sub(1) {
        if !begins_another(sheet, lowest, row) {
            continue;
        }
        let headed = row - 1 > header.end && is_heading(sheet, row - 1);
        let end = if headed { row - 1 } else { row };
        if let Some(last) = parts.last_mut() {
            last.rows.end = end;
        }
        let group = headed.then(|| heading(sheet, row - 1));
        parts.push(Part { header: row..row + 1, rows: row + 1..sheet.height(), group });
    }
    // 资产负债表 and 现金流量表 are named by their headers, and the caption is said of both.
    let unnamed = |part: &Part| sheet.text(part.header.start, 0) == sheet.text(lowest, 0);
    if let [first, second, ..] = parts.as_mut_slice()
        && unnamed(second)
    {
        first.group = header.start.checked_sub(1).map(|title| heading(sheet, title));
        if first.group.is_none() && around.number.is_none() {
            first.group = around.caption.take();
        }
        if around.caption.is_none() || around.caption == first.group {
            around.caption = around.over.take();
            let number = around.caption.as_ref().and_then(|caption| caption_number(&caption.value));
            around.number = number.map(str::to_owned);
        }
    }
    parts
}

/// Whether `row` is a header as the one at `lowest` is: as many words over the same columns, half of them the same, and
/// figures below.
fn begins_another(sheet: &Sheet<'_>, lowest: usize, row: usize) -> bool {
    if sheet.is_blank(row, 0) || !is_header_like(sheet, row) {
        return false;
    }
    let columns = 0..sheet.width();
    // 现金流量表 below 资产负债表, over the same periods.
    let period = |column: &usize| {
        sheet.class(row, *column) == Class::Period && sheet.text(row, *column) == sheet.text(lowest, *column)
    };
    if sheet.text(row, 0) != sheet.text(lowest, 0) && columns.clone().filter(period).count() < 2 {
        return false;
    }
    let same =
        columns.clone().filter(|column| sheet.text(row, *column) == sheet.text(lowest, *column)).count();
    let filled = columns.clone().all(|column| sheet.is_blank(row, column) == sheet.is_blank(lowest, column));
    let figures = columns.clone().any(|column| sheet.class(row + 1, column).is_data());
    filled && figures && same < sheet.width() && same * 2 >= sheet.width()
}

/// Whether `row` holds nothing but words at its beginning.
fn is_heading(sheet: &Sheet<'_>, row: usize) -> bool {
    sheet.filled(row) == 1 && sheet.class(row, 0) == Class::Words
}

fn heading(sheet: &Sheet<'_>, row: usize) -> Fact<String> {
    Fact::new(sheet.text(row, 0).to_owned(), sheet.span(row, 0))
}
