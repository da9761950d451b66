//! The first pass: a text's layout as a row of blocks, whatever form it is printed in.

mod aligned;
mod html;
mod line;
mod pages;
mod pipes;
mod single;
mod tabs;

pub use line::caption_number;

use std::{collections::HashMap, ops::Range};

use crate::{
    model::diagnostic::{Diagnostic, DiagnosticKind, Severity},
    text::{source::Source, span::Span},
};

/// A piece of the layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// One line of running text that is not blank, without the white space and marks at its ends.
    Line(Line),
    /// Rows of cells.
    Grid(Grid),
}

impl Block {
    /// Where it is printed.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Line(line) => line.span,
            Self::Grid(grid) => grid.span,
        }
    }
}

/// A line of running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its text, without the marks of heading, item and emphasis around it. Numbers (`一、`, `1.`) are text.
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
    /// A heading by its marks (`#`, `■`, `一、`, wholly bold); level 1 is the outermost.
    Heading(u8),
    /// An entry of a list (`-`, `➢`, `1、`).
    Item,
    /// A caption of a table or figure, 图表 1: ….
    Caption,
    /// 资料来源: ….
    Sources,
    /// 注: ….
    Note,
    /// An entry of the table of contents, with dots up to its page number.
    Contents,
    /// Running titles, footers, page numbers: kept in the text, set aside by the readers.
    Furniture,
}

/// Rows of cells, whatever marks them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The rows from top to bottom; a row may have fewer cells than another. An empty span is a blank cell, at the
    /// place where it would be.
    pub rows: Vec<Vec<Span>>,
    /// By row and cell: the text of a cell that is not what the source has under its span, because it was joined over
    /// lines, or escapes and entities in it undone.
    pub texts: HashMap<(u32, u32), String>,
    /// By row and cell: the row and cell whose mark spans down to here; the cell here is blank.
    pub covered: HashMap<(u32, u32), (u32, u32)>,
    /// How many rows at the top are header, where the layout says so.
    pub header_rows: Option<u32>,
    /// The whole.
    pub span: Span,
}

impl Grid {
    /// The text of the cell, without white space at its ends; empty where there is none.
    #[must_use]
    pub fn text<'a>(&'a self, source: &'a Source, row: usize, cell: usize) -> &'a str {
        if let Some(text) = self.texts.get(&(row as u32, cell as u32)) {
            return text;
        }
        self.rows.get(row).and_then(|row| row.get(cell)).map_or("", |span| source.slice(*span).trim())
    }
}

/// The blocks of `source` in print order.
#[must_use]
pub fn blocks(source: &Source) -> Vec<Block> {
    let text = source.text();
    let mut blocks = Vec::new();
    let mut after_blank = true;
    let mut at = 0;
    // Where the rest of line `at` begins, behind a table that ended in it.
    let mut from = 0;
    // The end of a run of lines with tabs that is known to be no grid.
    let mut tabs_looked_at = 0;
    // Where the page that was looked at last ends.
    let mut looked = 0;
    let mut aligned_before = false;
    while at < source.line_count() {
        if at >= looked && from <= source.line(at).start {
            let page = at..page_end(source, at);
            looked = page.end;
            if is_aligned_page(source, &page, aligned_before) {
                aligned_before = true;
                aligned::page(source, page, &mut blocks);
                after_blank = true;
                at = looked;
                continue;
            }
        }
        let mut line = source.line(at);
        line.start = line.start.max(from);
        let table = html::table_start(text, line.range().start, line.range().end);
        if let Some(start) = table {
            line.end = start as u32;
        } else if let Some((grid, count)) =
            tabbed(source, at, &mut tabs_looked_at).or_else(|| pipes::grid(source, at))
        {
            blocks.push(Block::Grid(grid));
            after_blank = false;
            at += count;
            continue;
        }
        match line::line(text, line, after_blank) {
            Some(line) => {
                blocks.push(Block::Line(line));
                after_blank = false;
            }
            None => after_blank = true,
        }
        at += 1;
        if let Some(start) = table {
            let (grid, end) = html::grid(text, start);
            blocks.push(Block::Grid(grid));
            after_blank = false;
            from = end as u32;
            at = source.line_at(from);
        }
    }
    pages::set_running_titles_aside(source, &mut blocks);
    pages::join_tables(source, &mut blocks);
    single::reassemble(source, &mut blocks);
    blocks
}

/// What was set aside on the pages, for the list of findings.
pub fn furniture(blocks: &[Block]) -> impl Iterator<Item = Diagnostic> + '_ {
    blocks.iter().filter_map(|block| match block {
        Block::Line(Line { span, kind: LineKind::Furniture, .. }) => {
            Some(Diagnostic { severity: Severity::Note, kind: DiagnosticKind::PageFurniture, span: *span })
        }
        _ => None,
    })
}

/// The grid of tabs that begins with line `at`, and how many lines it takes. Lines before `looked_at` begin none; a
/// run of lines without a grid moves it on, so that each is looked at once.
fn tabbed(source: &Source, at: usize, looked_at: &mut usize) -> Option<(Grid, usize)> {
    if at < *looked_at {
        return None;
    }
    let (grid, count) = tabs::grid(source, at);
    *looked_at = at + count;
    grid.map(|grid| (grid, count))
}

/// The most lines of a page; a text without form feeds is read in pieces of so many.
const PAGE_LINES: usize = 160;

/// The line behind the page that line `at` begins: the next that opens with a form feed, or a blank line far below.
fn page_end(source: &Source, at: usize) -> usize {
    let bytes = source.text().as_bytes();
    (at + 1..source.line_count())
        .find(|next| {
            let line = &bytes[source.line(*next).range()];
            line.first() == Some(&b'\x0c') || (next - at > PAGE_LINES && line.trim_ascii().is_empty())
        })
        .unwrap_or(source.line_count())
}

/// Whether the page is laid out with blanks, as one before it was or by itself, and holds no other form.
fn is_aligned_page(source: &Source, page: &Range<usize>, before: bool) -> bool {
    let text = source.text();
    let whole = &text[source.line(page.start).to(source.line(page.end - 1)).range()];
    !whole.contains('\t')
        && aligned::is_aligned(source, page, if before { 1 } else { 3 })
        && html::table_start(
            text,
            source.line(page.start).range().start,
            source.line(page.end - 1).range().end,
        )
        .is_none()
        && !page.clone().any(|line| pipes::grid(source, line).is_some())
}
