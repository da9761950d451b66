//! The headings of a report, in print order.

use super::{
    block::{Block, LineKind},
    passage::printed,
};
use crate::{
    model::report::Section,
    text::{order::first_ones, source::Source, span::Span},
};

/// A longer line is no heading, whatever its marks.
const LONGEST: usize = 600;

/// The headings by their marks, each once: one that is printed again is a running title.
#[must_use]
pub fn sections(source: &Source, blocks: &[Block]) -> Vec<Section> {
    let lines = blocks.iter().filter_map(|block| match block {
        Block::Line(line) => Some(line),
        Block::Grid(_) => None,
    });
    let mut sections = Vec::new();
    for line in lines {
        let LineKind::Heading(level) = line.kind else { continue };
        let text = source.slice(line.span).trim_end_matches(['：', ':', '*', ' ']);
        if text.len() > LONGEST {
            continue;
        }
        let heading = printed(text);
        // A paragraph may open with its title behind a mark; its first line is no heading.
        let run_in =
            heading.contains(['；', ';']) || (heading.contains('：') && heading.chars().nth(24).is_some());
        let worded = heading.chars().any(char::is_alphabetic) && !heading.contains('@') && !run_in;
        if worded {
            let end = line.span.start + text.len() as u32;
            sections.push(Section { heading, level, span: Span { end, ..line.span } });
        }
    }
    first_ones(sections, |one, other| (one.level, &one.heading).cmp(&(other.level, &other.heading)))
}
