//! Tables printed side by side under one caption (涨幅前五 | 跌幅前五).

use std::ops::Range;

use super::sheet::{Class, Sheet};
use crate::{model::fact::Fact, text::span::Span};

/// A table's columns in the sheet, and its heading.
pub struct Panel {
    /// The columns from left to right.
    pub columns: Vec<usize>,
    /// The heading over this panel alone.
    pub group: Option<Fact<String>>,
    /// The header rows without the row of the panels' headings.
    pub header: Range<usize>,
}

/// The panels of `sheet`: one with all columns, or two to four whose lowest header rows say the same words but for their last.
pub fn panels(sheet: &Sheet<'_>, header: &Range<usize>) -> Vec<Panel> {
    let whole = || vec![Panel { columns: (0..sheet.width()).collect(), group: None, header: header.clone() }];
    let Some(lowest) = header.clone().last() else { return whole() };
    // A blank column between panels belongs to none.
    let columns: Vec<usize> =
        (0..sheet.width()).filter(|column| !is_blank_column(sheet, header, *column)).collect();
    let is_count = |count: &usize| {
        is_repeated(sheet, lowest, &columns, *count)
            || (lowest > header.start && is_headed(sheet, lowest, &columns, *count))
    };
    let Some(count) = (2..=4).rev().find(is_count) else {
        return whole();
    };
    let blocks: Vec<&[usize]> = columns.chunks(columns.len() / count).collect();
    let grouped = lowest > header.start && blocks.iter().all(|block| !sheet.is_blank(lowest - 1, block[0]));
    blocks
        .into_iter()
        .map(|block| {
            let group = grouped.then(|| {
                let span: Span = sheet.span(lowest - 1, block[0]);
                Fact::new(sheet.text(lowest - 1, block[0]).to_owned(), span)
            });
            Panel {
                columns: block.to_vec(),
                group,
                header: if grouped { lowest..header.end } else { header.clone() },
            }
        })
        .collect()
}

fn is_blank_column(sheet: &Sheet<'_>, header: &Range<usize>, column: usize) -> bool {
    let rows = sheet.height().min(header.end + 64);
    (header.start..rows).all(|row| sheet.is_blank(row, column))
}

/// Whether `row` says the same words `count` times over its `columns`, beginning with words that are no period.
fn is_repeated(sheet: &Sheet<'_>, row: usize, columns: &[usize], count: usize) -> bool {
    let width = columns.len() / count;
    if width < 2 || !columns.len().is_multiple_of(count) || sheet.class(row, columns[0]) != Class::Words {
        return false;
    }
    // 资产负债表 and 利润表 before the same periods: the words before them name the panels.
    let periods = || {
        columns[1..width].iter().filter(|column| sheet.class(row, **column) == Class::Period).count() >= 2
            && columns
                .iter()
                .step_by(width)
                .all(|first| sheet.class(row, *first) == Class::Words && is_labels(sheet, row, *first))
    };
    let named = width >= 3 && periods();
    let same = |(index, column): (usize, &usize)| {
        sheet.text(row, *column) == sheet.text(row, columns[index % width]) || (named && index % width == 0)
    };
    // 涨幅 in one panel and 跌幅 in the other: the last column alone may say something else.
    let most = if width >= 3 { width - 1 } else { width };
    columns.iter().enumerate().all(|place| place.0 % width >= most || same(place))
        && is_labels(sheet, row, columns[0])
}

/// Whether `row` begins each of `count` panels with the same label (公司 涨幅 | 公司 跌幅), and the row above heads each
/// panel and nothing else.
fn is_headed(sheet: &Sheet<'_>, row: usize, columns: &[usize], count: usize) -> bool {
    let width = columns.len() / count;
    if width < 2 || !columns.len().is_multiple_of(count) || sheet.class(row, columns[0]) != Class::Words {
        return false;
    }
    columns.iter().enumerate().all(|(index, column)| {
        let first = index % width == 0;
        let headed = sheet.is_blank(row - 1, *column) != first;
        let labeled =
            sheet.text(row, *column) == sheet.text(row, columns[0]) && is_labels(sheet, row, *column);
        headed && first == labeled
    })
}

/// Whether what stands under `row` in `column` names things: words or codes, not figures.
fn is_labels(sheet: &Sheet<'_>, row: usize, column: usize) -> bool {
    let named =
        |under: &usize| matches!(sheet.class(*under, column), Class::Words | Class::Code | Class::Sentence);
    let filled = (row + 1..sheet.height().min(row + 9)).filter(|under| !sheet.is_blank(*under, column));
    let (total, labels) =
        filled.fold((0, 0), |(total, labels), under| (total + 1, labels + usize::from(named(&under))));
    labels * 2 > total
}
