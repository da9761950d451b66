//! One report, whole.

use std::rc::Rc;

use super::{
    diagnostic::Diagnostic,
    fact::Fact,
    masthead::Masthead,
    pick::{Mention, Picks},
    rating_scale::RatingScale,
    table::TableBlock,
};
use crate::text::{source::Source, span::Span};

/// What one file says.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The text it was read from.
    pub source: Rc<Source>,
    /// Facts about the report as a whole.
    pub masthead: Masthead,
    /// Headings in print order.
    pub sections: Vec<Section>,
    /// Tables in print order.
    pub tables: Vec<Rc<TableBlock>>,
    /// Rating definitions in print order.
    pub rating_scales: Vec<Rc<RatingScale>>,
    /// Lists of recommended companies, each once.
    pub picks: Vec<Picks>,
    /// Securities in running text.
    pub mentions: Vec<Mention>,
    /// The risks of 风险提示, one each.
    pub risks: Vec<Fact<String>>,
    /// What could not be read, or was repaired.
    pub diagnostics: Vec<Diagnostic>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its words.
    pub heading: String,
    /// 1 for the outermost.
    pub level: u8,
    /// Where it is printed.
    pub span: Span,
}
