//! One text to a [`Report`]. Does no I/O, cannot fail, and knows neither the screen nor other reports.
//!
//! Two passes: [`block`] finds the layout, whatever its form; the readers beside it find what stands in the blocks.

pub mod block;
pub mod folded;
pub mod lexicon;
pub mod long;
pub mod masthead;
pub mod mentions;
pub mod passage;
pub mod picks;
pub mod rating_scale;
pub mod risks;
pub mod sections;
pub mod survey;
pub mod table;

use std::rc::Rc;

use crate::{model::report::Report, text::source::Source};

/// What `source` says.
#[must_use]
pub fn report(source: Rc<Source>) -> Report {
    long::report(&source).unwrap_or_else(|| report_in_one(source))
}

/// What `source` says, whatever its length.
#[must_use]
pub fn report_in_one(source: Rc<Source>) -> Report {
    let survey = survey::survey(source.text());
    let blocks = block::blocks(&source);
    let mut diagnostics: Vec<_> = block::furniture(&blocks).collect();
    let tables = table::tables(&source, &blocks, &mut diagnostics);
    let head = folded::Folded::of_head(source.text());
    let rating_scales = rating_scale::rating_scales(source.text(), &survey.labels, &head, &mut diagnostics);
    let masthead = masthead::masthead(&source, &survey.anchors, head, &rating_scales, &mut diagnostics);
    let sections = sections::sections(&source, &blocks);
    let (mut picks, mut mentions, mut risks) =
        (picks::Reader::new(&tables), mentions::Reader::default(), risks::Reader::default());
    for passage in passage::passages(&source, &blocks, &survey) {
        picks.read(&passage);
        mentions.read(&passage);
        risks.read(&passage);
    }
    let (picks, mentions, risks) = (picks.lists(&source, &mut diagnostics), mentions.found(), risks.found());
    Report { masthead, sections, tables, rating_scales, picks, mentions, risks, diagnostics, source }
}
