//! Tables of securities printed one cell a line: codes come back after as many lines each time.

use super::{Cells, Grid, LEAST_ROWS, MOST_COLUMNS, blank};
use crate::{
    parse::table::{TextClass, class_of, heads_figures},
    text::{
        span::Span,
        words::{Words, words},
    },
};

/// How the rows of such a table are made.
struct Rows {
    /// Where the cells of each row begin.
    starts: Vec<usize>,
    /// Where its code stands.
    codes: Vec<usize>,
    /// How many cells stand before the code in a whole row.
    lead: usize,
    /// How many from the code on.
    tail: usize,
}

impl Rows {
    fn count(&self) -> usize {
        self.lead + self.tail
    }

    fn end(&self) -> usize {
        self.codes.last().map_or(0, |code| code + self.tail)
    }
}

/// Labels of rows that sum others up.
static SUMMARIES: &Words =
    words!["平均", "均值", "中位", "中值", "合计", "总计", "Average", "Mean", "Median"];

impl Cells<'_> {
    /// The table whose first row's code is line `at`: what stands between the codes is of the same kinds each time, and
    /// as many labels stand before the first row as it has columns. A label that holds for several rows may stand before
    /// the first of them alone.
    /// The second is the line before which no code begins another one.
    pub fn by_codes(&self, at: usize) -> (Option<(usize, usize, Grid)>, usize) {
        // Looked at first: without a label before it no table begins.
        if !(1..=3).any(|back| at >= back && self.is_label(at - back)) {
            return (None, at + 1);
        }
        let is_code = |at: usize| self.class(at) == Some(TextClass::Code);
        let next = |at: usize| (1..=MOST_COLUMNS).find(|count| is_code(at + count));
        let (mut tail, mut most) = (MOST_COLUMNS, 0);
        let mut codes = vec![at];
        while let Some(gap) = next(codes[codes.len() - 1]) {
            let (less, more) = (tail.min(gap), most.max(gap));
            if most > 0 && more - less > 1 {
                break;
            }
            (tail, most) = (less, more);
            codes.push(codes[codes.len() - 1] + gap);
        }
        let last = codes[codes.len() - 1].max(at + 1);
        let read = if most == tail {
            // Rows of one length: the header tells how many cells stand before the code.
            (0..=2.min(tail - 1)).find_map(|lead| self.coded(&codes, lead, tail - lead))
        } else {
            self.coded(&codes, 1, tail)
        };
        (read, last)
    }

    /// The table of these rows, if all of its cells fit and a header stands before it.
    fn coded(&self, codes: &[usize], lead: usize, tail: usize) -> Option<(usize, usize, Grid)> {
        let mut rows = Rows { starts: Vec::new(), codes: Vec::new(), lead, tail };
        let mut expected: Option<Vec<bool>> = None;
        let mut free = codes.first()?.checked_sub(lead)?;
        for code in codes {
            let kinds: Option<Vec<bool>> =
                (*code..code + tail).map(|at| Some(self.class(at)?.is_data())).collect();
            let start = free.max(code.checked_sub(lead)?);
            let leads_fit = (start..*code).all(|at| self.is_lead(at, rows.codes.len()));
            if kinds.is_none() || (expected.is_some() && kinds != expected) || !leads_fit {
                break;
            }
            expected = kinds;
            rows.starts.push(start);
            rows.codes.push(*code);
            free = code + tail;
        }
        let kinds = expected?;
        if rows.codes.len() < LEAST_ROWS || rows.count() < 3 || !kinds.iter().any(|data| *data) {
            return None;
        }
        let (first, header) = self.header(&rows)?;
        let mut grid = Grid::of_rows(&header);
        grid.header_rows = Some(header.len() as u32);
        for (place, label) in header.iter().enumerate().flat_map(|(row, cells)| {
            cells.iter().enumerate().map(move |(column, cell)| ((row as u32, column as u32), *cell))
        }) {
            let printed = self.source.slice(label);
            if printed.contains('\n') {
                grid.texts.push((place, printed.split_whitespace().collect::<Vec<_>>().join(" ")));
            }
        }
        for (start, code) in rows.starts.iter().zip(&rows.codes) {
            let missing = lead - (code - start);
            let mut cells = vec![blank(self.cell(*start)?); missing];
            for at in *start..code + tail {
                cells.push(self.cell(at)?);
            }
            grid.push_row(&cells);
        }
        let mut end = rows.end();
        while let Some((cells, next)) = self.summary(end, &rows, &kinds, header.len()) {
            grid.push_row(&cells);
            end = next;
        }
        if self.is_figure(end) {
            return None;
        }
        grid.span = self.cell(first)?.to(self.cell(end - 1)?);
        Some((first, end, grid))
    }

    /// Whether line `at` may stand before the code of row `row`: words, or the row's number.
    fn is_lead(&self, at: usize, row: usize) -> bool {
        let number = || self.cell(at).is_some_and(|cell| self.source.slice(cell) == (row + 1).to_string());
        self.is_words(at) || number()
    }

    fn is_label(&self, at: usize) -> bool {
        self.is_words(at) || self.is_period(at)
    }

    /// The header before `rows`: its first line, and one row of labels, or two where the lower one has periods alone.
    fn header(&self, rows: &Rows) -> Option<(usize, Vec<Vec<Span>>)> {
        let (end, count) = (*rows.starts.first()?, rows.count());
        let least = end.saturating_sub(2 * MOST_COLUMNS);
        let above = (least..end).rev().take_while(|at| self.is_label(*at)).last()?;
        // （元） below 收盘价 goes on with it.
        let mut labels: Vec<Span> = Vec::new();
        for at in above..end {
            let cell = self.cell(at)?;
            let goes_on = self.source.slice(cell).starts_with(['（', '(']) && cell.range().len() <= 24;
            match labels.last_mut().filter(|_| goes_on) {
                Some(label) => *label = label.to(cell),
                None => labels.push(cell),
            }
        }
        let first_line = |label: Span| {
            (above..end).find(|at| self.cell(*at).is_some_and(|cell| cell.start == label.start))
        };
        if let Some(rows) = self.interleaved(&labels, count, rows.lead) {
            return Some((first_line(rows[0][0])?, rows));
        }
        let periods = self.trailing_periods(&labels);
        if periods >= 2 && periods < count {
            let plain = count - periods;
            let words = &labels[..labels.len() - periods];
            let below = &labels[labels.len() - periods..];
            let (groups, upper) = (1..=periods.min(words.len()))
                .filter(|groups| periods.is_multiple_of(*groups) && self.is_repeated(below, periods / groups))
                .find_map(|groups| Some((groups, self.grouped(words, plain, groups, rows.lead)?)))?;
            let width = periods / groups;
            let (mut top, mut bottom) = (Vec::new(), Vec::new());
            let mut below = below.iter();
            for (label, is_group) in upper {
                top.push(label);
                if is_group {
                    top.extend(vec![blank(label); width - 1]);
                    bottom.extend(below.by_ref().take(width));
                } else {
                    bottom.push(blank(label));
                }
            }
            return Some((first_line(top[0])?, vec![top, bottom]));
        }
        let row = labels.get(labels.len().checked_sub(count)?..)?;
        // A line of words above the header may be its title where the header itself names the codes.
        let headed = self.heads_codes(row[rows.lead]) || (labels.len() == count && rows.lead == 0);
        headed.then(|| Some((first_line(row[0])?, vec![row.to_vec()])))?
    }

    /// The two rows of a header whose groups each have their periods right behind: EPS, 2024A, 2025E, PE, 2024A, 2025E.
    fn interleaved(&self, labels: &[Span], count: usize, lead: usize) -> Option<Vec<Vec<Span>>> {
        let class = |label: &Span| class_of(self.source.slice(*label));
        // A column of grades may stand at the end.
        let behind = labels.iter().rev().take_while(|label| !class(label).is_period()).count();
        let mut start = labels.len().checked_sub(behind).filter(|_| behind <= 2)?;
        let last = start;
        let mut groups = 0;
        loop {
            let periods = self.trailing_periods(&labels[..start]);
            let group = start.checked_sub(periods + 1).filter(|_| periods >= 2);
            let Some(group) = group.filter(|at| heads_figures(self.source.slice(labels[*at]))) else { break };
            (start, groups) = (group, groups + 1);
        }
        let plain = count.checked_sub(last - start - groups + behind)?;
        let first = start.checked_sub(plain).filter(|_| groups >= 2)?;
        if !self.heads_codes(*labels[first..start].get(lead)?) {
            return None;
        }
        let (mut top, mut bottom): (Vec<Span>, Vec<Span>) = (Vec::new(), Vec::new());
        let mut group: Option<Span> = None;
        for (at, label) in labels.iter().enumerate().skip(first) {
            if !(start..last).contains(&at) {
                top.push(*label);
                bottom.push(blank(*label));
            } else if class(label).is_period() {
                top.push(group.take().unwrap_or(blank(*label)));
                bottom.push(*label);
            } else {
                group = Some(*label);
            }
        }
        Some(vec![top, bottom])
    }

    /// How many of the last labels are periods.
    fn trailing_periods(&self, labels: &[Span]) -> usize {
        let class = |label: &&Span| class_of(self.source.slice(**label));
        labels.iter().rev().take_while(|label| class(label).is_period()).count()
    }

    /// Whether the labels repeat after `width` of them, and not before.
    pub(super) fn is_repeated(&self, labels: &[Span], width: usize) -> bool {
        let text = |at: usize| self.source.slice(labels[at]);
        let alike = (width..labels.len()).all(|at| text(at) == text(at - width));
        alike && (1..width).all(|at| text(at) != text(0))
    }

    /// The last labels of `words`, `plain` ones that stand over one column each and `groups` that stand over several:
    /// those whose words are told of figures, and stand side by side.
    fn grouped(&self, words: &[Span], plain: usize, groups: usize, lead: usize) -> Option<Vec<(Span, bool)>> {
        let upper = words.get(words.len().checked_sub(plain + groups)?..)?;
        if !self.heads_codes(*upper.get(lead)?) {
            return None;
        }
        let is_group = |label: &Span| heads_figures(self.source.slice(*label));
        let mut ends = (groups..=upper.len()).filter(|end| upper[end - groups..*end].iter().all(is_group));
        // Where others could be the ones, nothing is certain.
        let last = ends.next().filter(|_| ends.next().is_none())?;
        Some(upper.iter().enumerate().map(|(at, label)| (*label, last - groups <= at && at < last)).collect())
    }

    /// Whether the words of a label name a column of codes.
    fn heads_codes(&self, label: Span) -> bool {
        let words = self.source.slice(label);
        ["代码", "代碼", "代號", "Ticker", "Code"].iter().any(|word| words.contains(word))
    }

    /// The row of means at line `at`: as many figures as the last columns of figures have that stand under one heading,
    /// or all of them.
    fn summary(&self, at: usize, rows: &Rows, kinds: &[bool], header: usize) -> Option<(Vec<Span>, usize)> {
        let label = self.cell(at)?;
        SUMMARIES.begin(self.source.slice(label))?;
        let figures = (at + 1..=at + MOST_COLUMNS).take_while(|at| self.is_figure(*at)).count();
        let columns: Vec<usize> = (0..kinds.len()).filter(|at| kinds[*at]).collect();
        let last = columns.len().checked_sub(figures)?;
        if figures == 0 || (header == 1 && last > 0) {
            return None;
        }
        let mut cells = vec![blank(label); rows.count()];
        cells[0] = label;
        for (place, column) in columns[last..].iter().enumerate() {
            cells[rows.lead + column] = self.cell(at + 1 + place)?;
        }
        Some((cells, at + 1 + figures))
    }
}
