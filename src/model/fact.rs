//! Something read, with the place where it is printed.

use crate::text::span::Span;

/// A value and the place in the source that prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact<T> {
    /// What was read.
    pub value: T,
    /// Where it is printed.
    pub span: Span,
}

impl<T> Fact<T> {
    /// The value `value`, printed at `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}
