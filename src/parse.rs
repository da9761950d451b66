//! One text to a [`Report`]. Does no I/O, cannot fail, and knows neither the screen nor other reports.
//!
//! Two passes: [`block`] finds the layout, whatever its form; the readers beside it find what stands in the blocks.

pub mod block;
pub mod folded;
pub mod lexicon;
pub mod masthead;
pub mod rating_scale;
pub mod table;

use std::rc::Rc;

use crate::{model::report::Report, text::source::Source};

/// What `source` says.
#[must_use]
pub fn report(source: Rc<Source>) -> Report {
    let blocks = block::blocks(&source);
    let mut diagnostics: Vec<_> = block::furniture(&blocks).collect();
    let tables = table::tables(&source, &blocks, &mut diagnostics);
    let rating_scales = rating_scale::rating_scales(source.text(), &mut diagnostics);
    let masthead = masthead::masthead(&source, &rating_scales, &mut diagnostics);
    Report {
        masthead,
        sections: Vec::new(),
        tables,
        rating_scales,
        picks: Vec::new(),
        mentions: Vec::new(),
        risks: Vec::new(),
        diagnostics,
        source,
    }
}
