//! Tables printed one cell a line, as plain text extraction leaves them: put together again where the kinds of the lines
//! leave no doubt, left as lines otherwise.

mod coded;
mod named;

use std::cell::Cell;

use super::{Block, Grid, LineKind};
use crate::{
    model::diagnostic::DiagnosticKind,
    parse::table::{TextClass, class_of},
    text::{source::Source, span::Span},
};

/// The fewest rows that leave no doubt.
const LEAST_ROWS: usize = 3;

/// The most columns.
const MOST_COLUMNS: usize = 16;

/// The most bytes of a line that is a cell.
const CELL_LENGTH: usize = 72;

/// Puts the tables among the lines of `blocks` together.
pub fn reassemble(source: &Source, blocks: &mut Vec<Block>) {
    let cells = Cells { source, blocks, classes: vec![Cell::new(None); blocks.len()] };
    let mut found: Vec<(usize, usize, Grid)> = Vec::new();
    // No table begins with a code before this line: those were looked at as rows of one.
    let (mut at, mut coded) = (0, 0);
    while at < cells.blocks.len() {
        let read = match cells.short_class(at) {
            Some(TextClass::Period) => cells.by_periods(at).or_else(|| cells.by_names(at)),
            Some(TextClass::Code) if at >= coded => {
                let (read, next) = cells.by_codes(at);
                coded = next;
                read
            }
            _ => None,
        };
        let free = found.last().map_or(0, |(_, end, _)| *end);
        match read.filter(|(first, _, _)| *first >= free) {
            Some((first, end, grid)) => {
                found.push((first, end, grid));
                at = end;
            }
            None => at += 1,
        }
    }
    for (first, end, mut grid) in found.into_iter().rev() {
        grid.repairs.push((0, DiagnosticKind::Reassembled));
        blocks.splice(first..end, [Block::Grid(Box::new(grid))]);
    }
}

struct Cells<'a> {
    source: &'a Source,
    blocks: &'a [Block],
    /// What the blocks could be as cells, as far as it was asked.
    classes: Vec<Cell<Option<TextClass>>>,
}

impl Cells<'_> {
    /// Where the cell is printed that line block `at` can be.
    fn cell(&self, at: usize) -> Option<Span> {
        match self.blocks.get(at)? {
            Block::Line(line) if matches!(line.kind, LineKind::Prose | LineKind::Item) => {
                (line.span.range().len() <= CELL_LENGTH).then_some(line.span)
            }
            _ => None,
        }
    }

    fn class(&self, at: usize) -> Option<TextClass> {
        let known = self.classes.get(at)?;
        if known.get().is_none() {
            known.set(self.cell(at).map(|span| class_of(self.source.slice(span))));
        }
        known.get()
    }

    /// The class of a line as short as periods and codes are.
    fn short_class(&self, at: usize) -> Option<TextClass> {
        if self.cell(at)?.range().len() > 12 { None } else { self.class(at) }
    }

    fn is_figure(&self, at: usize) -> bool {
        self.class(at).is_some_and(TextClass::is_data)
    }

    fn is_words(&self, at: usize) -> bool {
        self.class(at) == Some(TextClass::Words)
    }

    fn is_period(&self, at: usize) -> bool {
        self.class(at).is_some_and(TextClass::is_period)
    }

    /// The table whose header's first period is line `at`: a label and as many figures as there are periods, again and
    /// again. The first block, the block behind the last, and the grid.
    fn by_periods(&self, at: usize) -> Option<(usize, usize, Grid)> {
        let count = (at..at + MOST_COLUMNS).take_while(|at| self.is_period(*at)).count();
        if count < 2 {
            return None;
        }
        let first = if at > 0 && self.is_words(at - 1) { at - 1 } else { at };
        if first > 0 && self.is_period(first - 1) {
            // Two statements side by side: whose rows are whose is open.
            return None;
        }
        let corner = if first < at { self.cell(first)? } else { blank(self.cell(at)?) };
        let mut rows = vec![self.row(corner, at, count)?];
        let mut labeled = 0;
        let mut next = at + count;
        loop {
            let words = (next..next + 3).take_while(|at| self.is_words(*at)).count();
            let figures = next + words;
            let run = (figures..=figures + count).take_while(|at| self.is_figure(*at)).count();
            // One figure more than a row has leaves open which label it belongs to.
            let label_follows = run == count && !self.is_period(figures + count);
            if !(1..=2).contains(&words) || !label_follows {
                break;
            }
            if words == 2 {
                rows.push(vec![self.cell(next)?]);
            }
            rows.push(self.row(self.cell(figures - 1)?, figures, count)?);
            labeled += 1;
            next = figures + count;
        }
        // Words without figures on every other row belong to something printed beside this.
        let headings = rows.len() - 1 - labeled;
        (labeled >= LEAST_ROWS && headings * 3 <= labeled).then(|| (first, next, Grid::of_rows(&rows)))
    }

    /// A row of the first cell and `count` lines from `at` on.
    fn row(&self, first: Span, at: usize, count: usize) -> Option<Vec<Span>> {
        std::iter::once(Some(first)).chain((at..at + count).map(|at| self.cell(at))).collect()
    }
}

fn blank(before: Span) -> Span {
    Span { start: before.start, end: before.start }
}
