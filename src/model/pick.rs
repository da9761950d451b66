//! Companies that a report names in running text: recommended, or mentioned with a code.

use super::{code::SecurityCode, fact::Fact};
use crate::text::span::Span;

/// A named list of recommended companies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picks {
    /// What the companies have in common, AI 算力.
    pub theme: Fact<String>,
    /// The words that recommend them, 建议关注, where they are printed.
    pub verb: Option<Fact<String>>,
    /// The companies in print order.
    pub names: Vec<Fact<String>>,
    /// Theme and names.
    pub span: Span,
}

/// A security that running text names with its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The code as printed.
    pub printed: String,
    /// The code itself.
    pub code: SecurityCode,
    /// The name before it, where there is one.
    pub name: Option<String>,
    /// Where the code is printed.
    pub span: Span,
}
