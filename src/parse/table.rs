//! The second pass for grids: a [`Grid`] and the lines around it to tables.

mod assembly;
mod header;
mod kind;
mod panels;
mod period;
mod role;
mod sheet;
mod surroundings;

use std::rc::Rc;

use super::block::{Block, Grid};
use crate::{
    model::{diagnostic::Diagnostic, table::TableBlock},
    text::source::Source,
};
use sheet::Sheet;
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
    panels::panels(&sheet, &header)
        .into_iter()
        .filter_map(|panel| assembly::table(source, &sheet, &header, &panel, &around, diagnostics))
        .collect()
}

#[cfg(test)]
mod tests;
