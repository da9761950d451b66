//! Tables of securities without codes, printed one cell a line: names come back after as many figures each time, below a header
//! whose groups have the same periods.

use super::{Cells, Grid, LEAST_ROWS, MOST_COLUMNS, blank};
use crate::{
    parse::{lexicon::grade_word, table::heads_figures},
    text::{
        span::Span,
        words::{Words, words},
    },
};

/// What the label over names says.
static NAMES: &Words = words!["名称", "简称", "公司", "股票", "证券", "标的", "Company", "Name", "Stock"];

impl Cells<'_> {
    /// The table whose header ends with the periods from line `at` on: one name, as many figures and perhaps a grade, again and
    /// again. The first block, the block behind the last, and the grid.
    pub fn by_names(&self, at: usize) -> Option<(usize, usize, Grid)> {
        let periods = (at..at + MOST_COLUMNS).take_while(|at| self.is_period(*at)).count();
        let below: Vec<Span> = (at..at + periods).map(|at| self.cell(at)).collect::<Option<_>>()?;
        let groups = (2..=periods / 2)
            .find(|groups| periods.is_multiple_of(*groups) && self.is_repeated(&below, periods / groups))?;
        let first_row = at + periods;
        let figures = self.figures_behind(first_row)?;
        let graded = self.is_graded(first_row + 1 + figures);
        let width = 1 + figures + usize::from(graded);
        let mut rows: Vec<usize> = Vec::new();
        let mut next = first_row;
        while self.figures_behind(next) == Some(figures) && (!graded || self.is_graded(next + 1 + figures)) {
            rows.push(next);
            next += width;
        }
        let plain = width.checked_sub(periods)?;
        if rows.len() < LEAST_ROWS || figures < periods || plain == 0 || self.is_figure(next) {
            return None;
        }
        let first = at.checked_sub(plain + groups)?;
        let upper: Vec<Span> =
            (first..at).map(|at| self.cell(at).filter(|_| self.is_words(at))).collect::<Option<_>>()?;
        let is_group = |label: &Span| heads_figures(self.source.slice(*label));
        let mut starts =
            (1..=upper.len() - groups).filter(|start| upper[*start..start + groups].iter().all(is_group));
        // Where others could be the ones, nothing is certain.
        let start = starts.next().filter(|_| starts.next().is_none())?;
        if !NAMES.stand_in(self.source.slice(upper[0])) {
            return None;
        }
        let (mut top, mut bottom) = (Vec::new(), Vec::new());
        let mut periods_left = below.iter();
        for (place, label) in upper.iter().enumerate() {
            top.push(*label);
            if (start..start + groups).contains(&place) {
                top.extend(vec![blank(*label); periods / groups - 1]);
                bottom.extend(periods_left.by_ref().take(periods / groups).copied());
            } else {
                bottom.push(blank(*label));
            }
        }
        let mut grid = Grid::of_rows(&[top, bottom]);
        grid.header_rows = Some(2);
        for row in rows {
            let cells: Vec<Span> = (row..row + width).map(|at| self.cell(at)).collect::<Option<_>>()?;
            grid.push_row(&cells);
        }
        grid.span = self.cell(first)?.to(self.cell(next - 1)?);
        Some((first, next, grid))
    }

    /// How many figures stand behind the words at line `at`.
    fn figures_behind(&self, at: usize) -> Option<usize> {
        let figures = (at + 1..=at + MOST_COLUMNS).take_while(|at| self.is_figure(*at)).count();
        (self.is_words(at) && figures > 0).then_some(figures)
    }

    fn is_graded(&self, at: usize) -> bool {
        self.cell(at).is_some_and(|cell| {
            let words = self.source.slice(cell);
            grade_word(words).is_some_and(|(_, length)| length == words.len())
        })
    }
}
