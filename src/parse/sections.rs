//! The outline of a report: its headings.

use super::block::{Block, LineKind};
use crate::{model::report::Section, text::source::Source};

/// The headings among `blocks`, in print order.
#[must_use]
pub fn sections(source: &Source, blocks: &[Block]) -> Vec<Section> {
    blocks
        .iter()
        .filter_map(|block| match block {
            Block::Line(line) => match line.kind {
                LineKind::Heading(level) => Some((line.span, level)),
                _ => None,
            },
            Block::Grid(_) => None,
        })
        .map(|(span, level)| {
            let heading = source.slice(span).trim_matches(['*', ' ', ':', '：']).to_owned();
            Section { heading, level, span }
        })
        .filter(|section| !section.heading.is_empty())
        .collect()
}
