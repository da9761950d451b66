//! The second pass for grids: a [`Grid`] and the lines around it to tables.

mod assembly;
mod header;
mod kind;
mod panels;
mod period;
mod repairs;
mod role;
mod sheet;
mod stacked;
mod surroundings;

use std::rc::Rc;

use super::block::{Block, Grid, caption_number};
use crate::{
    model::{
        diagnostic::Diagnostic,
        table::{ColumnKind, TableBlock},
    },
    text::source::Source,
};
pub(super) use assembly::fill_down;
pub(super) use kind::heads_figures;
pub(super) use role::{may_be_summary, role};
use sheet::Sheet;
pub(super) use sheet::{Class as TextClass, class as class_of};
use surroundings::Surroundings;

/// The tables among `blocks`, in print order; what had to be repaired goes to `diagnostics`.
#[must_use]
pub fn tables(
    source: &Rc<Source>,
    blocks: &[Block],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Rc<TableBlock>> {
    let mut tables = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        if let Block::Grid(grid) = block {
            let around = surroundings::surroundings(source, blocks, at);
            tables.extend(of_grid(source, grid, around, diagnostics).into_iter().map(Rc::new));
        }
    }
    tables
}

/// The tables of one grid: as many as it has panels side by side, none where it has no row under its header.
fn of_grid(
    source: &Rc<Source>,
    grid: &Grid,
    mut around: Surroundings,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<TableBlock> {
    let sheet = Sheet::new(source, grid);
    if sheet.width() < 2 || sheet.height() < 2 {
        return Vec::new();
    }
    let top = header::titles(&sheet, &mut around);
    let header = top..top + header::count(&sheet, top);
    if header.end >= sheet.height() {
        return Vec::new();
    }
    let parts = stacked::parts(&sheet, &header, &mut around);
    let mut found: Vec<_> = parts
        .iter()
        .flat_map(|part| panels::panels(&sheet, &part.header).into_iter().map(move |panel| (part, panel)))
        .filter_map(|(part, panel)| assembly::table(source, &sheet, part, &panel, &around))
        .collect();
    // As many captions in one line as tables below it: each has its own.
    if parts.len() == 1 && found.len() == around.beside.len() + 1 {
        for (table, caption) in found.iter_mut().zip(around.beside) {
            table.number = caption_number(&caption.value).map(str::to_owned);
            table.caption = Some(caption);
        }
    }
    let tables: Vec<_> =
        found.into_iter().filter(|table| sheet.header_rows().is_none() || !is_chart(table)).collect();
    if !tables.is_empty() {
        repairs::add(&sheet, &parts, diagnostics);
    }
    tables
}

/// Whether what aligned text shows as a table are the axes and labels of a chart: a figure's caption, or figures where a
/// table has its labels.
fn is_chart(table: &TableBlock) -> bool {
    let figure = table.number.as_ref().is_some_and(|number| {
        ["图", "圖", "Figure", "Chart"].iter().any(|word| number.starts_with(word))
            && !["图表", "圖表"].iter().any(|word| number.starts_with(word))
    });
    let coded = table.columns.iter().any(|column| column.kind == ColumnKind::SecurityCode);
    let unlabeled = table.columns.first().is_some_and(|column| {
        let numbered = ["序号", "排名", "排序", "名次", "年", "No"]
            .iter()
            .any(|word| column.path.concat().contains(word));
        (column.kind.is_numeric() || column.kind == ColumnKind::Range) && !numbered
    });
    (figure || unlabeled) && !coded
}

#[cfg(test)]
mod tests;
