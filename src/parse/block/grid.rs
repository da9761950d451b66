//! Rows of cells, whatever marks them.

use crate::{
    model::diagnostic::DiagnosticKind,
    text::{source::Source, span::Span},
};

/// Rows of cells. They stand in one list, row by row, so that a table takes eight bytes a cell and four a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The cells, row by row. An empty span is a blank cell, at the place where it would be.
    cells: Vec<Span>,
    /// For each row, how many cells stand before its end; a row may have fewer cells than another.
    ends: Vec<u32>,
    /// By row and cell, in this order: the text of a cell that is not what the source has under its span, because it
    /// was joined over lines, or escapes and entities in it undone.
    pub texts: Vec<((u32, u32), String)>,
    /// By row and cell, in this order: the row and cell whose mark spans down to here; the cell here is blank.
    pub covered: Vec<((u32, u32), (u32, u32))>,
    /// By row, in this order: how it was put together where it is not printed as one row below the other.
    pub repairs: Vec<(u32, DiagnosticKind)>,
    /// How many rows at the top are header, where the layout says so.
    pub header_rows: Option<u32>,
    /// The whole.
    pub span: Span,
}

impl Grid {
    /// A grid of these rows with one row of header.
    pub fn of_rows(rows: &[Vec<Span>]) -> Self {
        let mut grid = Self { header_rows: Some(1), ..Self::default() };
        for row in rows {
            grid.push_row(row);
        }
        grid.span = grid.cells.iter().copied().reduce(Span::to).unwrap_or_default();
        grid
    }

    /// Adds a cell to the row that [`end_row`](Self::end_row) will end.
    pub fn push(&mut self, cell: Span) {
        self.cells.push(cell);
    }

    /// Ends the row of the cells added since the last one ended.
    pub fn end_row(&mut self) {
        self.ends.push(self.cells.len() as u32);
    }

    /// Adds a row.
    pub fn push_row(&mut self, cells: &[Span]) {
        self.cells.extend_from_slice(cells);
        self.end_row();
    }

    /// Joins `cells` to the last row, whose cells go on in the line below: their texts one behind the other.
    pub fn join_to_last_row(&mut self, text: &str, cells: &[Span]) {
        let Some(row) = self.height().checked_sub(1) else { return };
        let start = self.start(row);
        let repair = (row as u32, DiagnosticKind::JoinedOverLines);
        if self.repairs.last() != Some(&repair) {
            self.repairs.push(repair);
        }
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let Some(above) = self.cells.get(start + column).copied() else { continue };
            let place = (row as u32, column as u32);
            let known = self.texts.binary_search_by(|(known, _)| known.cmp(&place));
            let (before, behind) = match known {
                Ok(index) => (self.texts[index].1.clone(), &text[cell.range()]),
                Err(_) => (text[above.range()].to_owned(), &text[cell.range()]),
            };
            let ascii = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric());
            let apart = ascii(before.bytes().last()) && ascii(behind.bytes().next());
            let joined = before + if apart { " " } else { "" } + behind;
            self.cells[start + column] = above.to(*cell);
            match known {
                Ok(index) => self.texts[index].1 = joined,
                Err(index) => self.texts.insert(index, (place, joined)),
            }
        }
    }

    /// Puts a blank cell before the first of the top row.
    pub fn shift_top_row(&mut self) {
        let start = self.row(0).first().map_or(self.span.start, |cell| cell.start);
        self.cells.insert(0, Span { start, end: start });
        self.ends.iter_mut().for_each(|end| *end += 1);
        self.texts.iter_mut().filter(|((row, _), _)| *row == 0).for_each(|((_, cell), _)| *cell += 1);
    }

    /// Makes the cell blank, at its start.
    pub fn blank(&mut self, row: u32, cell: u32) {
        let first = self.start(row as usize);
        if let Some(span) = self.cells.get_mut(first + cell as usize) {
            span.end = span.start;
        }
    }

    /// Adds the rows of `lower` from row `skipped` on.
    pub fn append(&mut self, lower: &Self, skipped: usize) {
        let (height, first) = (self.height(), lower.start(skipped));
        let moved = |row: u32| (row as usize - skipped + height) as u32;
        let behind = |row: u32| row as usize >= skipped;
        let texts = lower.texts.iter().filter(|((row, _), _)| behind(*row));
        self.texts.extend(texts.map(|((row, cell), text)| ((moved(*row), *cell), text.clone())));
        let covered = lower.covered.iter().filter(|((row, _), (from, _))| behind(*row) && behind(*from));
        self.covered.extend(
            covered.map(|((row, cell), (from, above))| ((moved(*row), *cell), (moved(*from), *above))),
        );
        self.repairs.push((height as u32, DiagnosticKind::JoinedOverPages));
        let repairs = lower.repairs.iter().filter(|(row, _)| behind(*row));
        self.repairs.extend(repairs.map(|(row, kind)| (moved(*row), *kind)));
        let count = self.cells.len();
        self.cells.extend_from_slice(&lower.cells[first..]);
        self.ends.extend(lower.ends[skipped..].iter().map(|end| (*end as usize - first + count) as u32));
        self.span = self.span.to(lower.span);
    }

    /// How many rows.
    #[must_use]
    pub fn height(&self) -> usize {
        self.ends.len()
    }

    fn start(&self, row: usize) -> usize {
        row.checked_sub(1).and_then(|above| self.ends.get(above)).map_or(0, |end| *end as usize)
    }

    /// The cells of the row; none where there is no such row.
    #[must_use]
    pub fn row(&self, row: usize) -> &[Span] {
        self.ends.get(row).map_or(&[], |end| &self.cells[self.start(row)..*end as usize])
    }

    /// The rows from top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = &[Span]> {
        (0..self.height()).map(|row| self.row(row))
    }

    /// How many cells the row has up to its last one that is not blank.
    #[must_use]
    pub fn reach(&self, row: usize) -> usize {
        self.row(row).iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
    }

    /// The most cells that a row reaches to.
    #[must_use]
    pub fn width(&self) -> usize {
        (0..self.height()).map(|row| self.reach(row)).max().unwrap_or(0)
    }

    /// The text of the cell that is not what the source has under its span.
    #[must_use]
    pub fn own_text(&self, row: usize, cell: usize) -> Option<&String> {
        let place = (row as u32, cell as u32);
        let index = self.texts.binary_search_by(|(known, _)| known.cmp(&place)).ok()?;
        Some(&self.texts[index].1)
    }

    /// The row and cell whose mark spans down to this one.
    #[must_use]
    pub fn covering(&self, row: usize, cell: usize) -> Option<(usize, usize)> {
        let place = (row as u32, cell as u32);
        let index = self.covered.binary_search_by(|(known, _)| known.cmp(&place)).ok()?;
        let (_, (above, from)) = self.covered[index];
        Some((above as usize, from as usize))
    }

    /// The text of the cell, without white space at its ends; empty where there is none.
    #[must_use]
    pub fn text<'a>(&'a self, source: &'a Source, row: usize, cell: usize) -> &'a str {
        if !self.texts.is_empty()
            && let Some(text) = self.own_text(row, cell)
        {
            return text;
        }
        self.row(row).get(cell).map_or("", |span| source.slice(*span))
    }
}
