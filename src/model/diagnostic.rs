//! What could not be read with certainty, or was repaired.

use crate::text::span::Span;

/// How much a reader should mind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Good to know: something was set aside or put together.
    Note,
    /// A figure may be missing or wrong.
    Warning,
}

/// What happened; the words for it stand in `view::words`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DiagnosticKind {
    /// A row reaches over more columns than the header of its table.
    UnevenRow,
    /// Words about grades that could not be separated into bands.
    UnreadScale,
    /// A band whose condition gives neither numbers nor a direction.
    UnreadBand,
    /// No publication date is printed; the date is the latest that figures are stated for.
    DateAsOf,
    /// Running titles, footers, page numbers and marks, set aside before tables are looked for.
    PageFurniture,
    /// A name or word that was joined over a line break.
    JoinedOverLines,
    /// A table goes on on the next page and was put together.
    JoinedOverPages,
    /// A table printed one cell a line, whose rows and columns follow from what stands in the lines.
    Reassembled,
    /// Bytes that are no characters of the encoding, shown as U+FFFD.
    BrokenCharacters,
    /// NUL characters in the text.
    NulCharacters,
}

/// One finding with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// What it is.
    pub kind: DiagnosticKind,
    /// Where.
    pub span: Span,
}
