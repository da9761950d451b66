//! The second pass for grids: a [`Grid`](super::block::Grid) and the lines around it to tables.

use std::rc::Rc;

use super::block::Block;
use crate::{model::table::TableBlock, text::source::Source};

/// The tables among `blocks`, in print order.
#[must_use]
pub fn tables(source: &Rc<Source>, blocks: &[Block]) -> Vec<Rc<TableBlock>> {
    let _ = (source, blocks);
    Vec::new()
}
