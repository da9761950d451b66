//! The first pass: a text's layout as a row of blocks, whatever form it is printed in.

use crate::text::span::Span;

/// A piece of the layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// One line of running text that is not blank, without the white space and marks at its ends.
    Line(Line),
    /// Rows of cells.
    Grid(Grid),
}

/// A line of running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its text.
    pub span: Span,
    /// What the layout says it is.
    pub kind: LineKind,
    /// Whether at least one blank line stands before it.
    pub after_blank: bool,
}

/// What the layout says of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Text.
    Prose,
    /// A heading by its marks (`#`, `■`, `一、`); level 1 is the outermost.
    Heading(u8),
    /// An entry of a list (`-`, `➢`, `1、`).
    Item,
    /// A caption of a table or figure, 图表 1: ….
    Caption,
    /// 资料来源: ….
    Sources,
    /// 注: ….
    Note,
    /// Running titles, footers, page numbers: kept in the text, set aside by the readers.
    Furniture,
}

/// Rows of cells, whatever marks them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The rows from top to bottom; a row may have fewer cells than another. An empty span is a blank cell.
    pub rows: Vec<Vec<Span>>,
    /// The whole.
    pub span: Span,
}
