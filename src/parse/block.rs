//! The first pass: a text's layout as a row of blocks, whatever form it is printed in.

mod aligned;
mod grid;
mod html;
mod line;
mod marks;
mod pages;
mod pipes;
mod single;
mod tabs;

pub use grid::Grid;
pub use line::caption_number;

use std::ops::Range;

use marks::{Marks, marks};

use crate::{
    model::diagnostic::{Diagnostic, DiagnosticKind, Severity},
    text::{source::Source, span::Span},
};

/// A piece of the layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// One line of running text that is not blank, without the white space and marks at its ends.
    Line(Line),
    /// Rows of cells; boxed, so that the many lines take twelve bytes each.
    Grid(Box<Grid>),
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

/// The blocks of `source` in print order.
#[must_use]
pub fn blocks(source: &Source) -> Vec<Block> {
    let text = source.text();
    let marks = marks(source);
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
            let page = at..page_end(&marks, at);
            looked = page.end;
            if is_aligned_page(source, &marks, &page, aligned_before) {
                aligned_before = true;
                aligned::page(source, page, &mut blocks);
                after_blank = true;
                at = looked;
                continue;
            }
        }
        let mut line = source.line(at);
        line.start = line.start.max(from);
        let table = html::table_start(source, &marks, at..at + 1, line.start);
        if let Some(start) = table {
            line.end = start as u32;
        } else if let Some((grid, count)) = tabbed(source, &marks, at, &mut tabs_looked_at)
            .or_else(|| marks[at].holds(Marks::PIPE).then(|| pipes::grid(source, at)).flatten())
        {
            blocks.push(Block::Grid(Box::new(grid)));
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
            blocks.push(Block::Grid(Box::new(grid)));
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
fn tabbed(source: &Source, marks: &[Marks], at: usize, looked_at: &mut usize) -> Option<(Grid, usize)> {
    if at < *looked_at || !marks[at].holds(Marks::TAB) {
        return None;
    }
    let (grid, count) = tabs::grid(source, marks, at);
    *looked_at = at + count;
    grid.map(|grid| (grid, count))
}

/// The most lines of a page; a text without form feeds is read in pieces of so many.
const PAGE_LINES: usize = 160;

/// The line behind the page that line `at` begins: the next that opens with a form feed, or a blank line far below.
fn page_end(marks: &[Marks], at: usize) -> usize {
    (at + 1..marks.len())
        .find(|next| {
            marks[*next].holds(Marks::FEED) || (next - at > PAGE_LINES && !marks[*next].holds(Marks::PRINT))
        })
        .unwrap_or(marks.len())
}

/// Whether the page is laid out with blanks, as one before it was or by itself, and holds no other form.
fn is_aligned_page(source: &Source, marks: &[Marks], page: &Range<usize>, before: bool) -> bool {
    let lines = &marks[page.clone()];
    !lines.iter().any(|line| line.holds(Marks::TAB))
        && aligned::is_aligned(source, page, if before { 1 } else { 3 })
        && html::table_start(source, marks, page.clone(), source.line(page.start).start).is_none()
        && !page.clone().any(|at| marks[at].holds(Marks::PIPE) && pipes::grid(source, at).is_some())
}
