//! Segments to columns: full rows say where the columns are, every other row is fitted to them.

mod joining;
mod spanning;

use self::{joining::goes_on, spanning::spanning};
use super::{
    Row,
    centered::lifted,
    gutter::WIDTHS,
    segment::{Place, Segment, split},
};
use crate::{
    parse::{block::Grid, table::class_of},
    text::{order::sorted, span::Span},
};

/// Where a column stands: the middle values of its cells' left ends, middles and right ends.
struct Lane {
    left: f32,
    middle: f32,
    right: f32,
}

/// What a segment costs that stands so far from its column, in columns of text, at most.
const FAR: f32 = 1e6;

/// The grid of these header and body rows, and how many rows of `tail`, which stands below them, go on with cells of the
/// last; `None` where they are no table.
pub fn grid(text: &str, heads: &[Row], body: &[Row], tail: &[Row]) -> Option<(Grid, usize)> {
    let count = column_count(heads, body)?;
    let full: Vec<&[Segment]> =
        heads.iter().chain(body).map(|row| row.segments).filter(|row| row.len() == count).collect();
    let mut places = Vec::with_capacity(full.len());
    let wide = best_width(&full, &mut places);
    let lanes: Vec<Lane> = (0..count).map(|column| lane(&full, column, wide, &mut places)).collect();
    let mut fit = Fit { text, lanes: &lanes, wide, costs: places, exact: Vec::new(), columns: Vec::new() };
    let mut header: Vec<Vec<Span>> = Vec::new();
    for row in heads.iter().rev() {
        let mut cells = Vec::with_capacity(count);
        if header.is_empty() {
            fit.row(row.segments, &mut cells)?;
        } else {
            let under: Vec<Vec<&str>> =
                header.iter().map(|row| row.iter().map(|cell| &text[cell.range()]).collect()).collect();
            spanning(&mut fit, row.segments, &under, &mut cells)?;
        }
        header.insert(0, cells);
    }
    let mut grid = Grid::of_rows(&header);
    grid.header_rows = Some(header.len() as u32);
    let mut cells = Vec::with_capacity(count);
    let mut above: Option<(&Row, Vec<Span>)> = None;
    let mut taken = 0;
    for (index, row) in body.iter().chain(tail).enumerate() {
        if fit.row(row.segments, &mut cells).is_none() {
            if index < body.len() {
                return None;
            }
            break;
        }
        match &mut above {
            Some((last, last_cells)) if goes_on(text, last, last_cells, row, &cells) => {
                grid.join_to_last_row(text, &cells);
                *last = row;
                if last_cells.iter().skip(1).all(|cell| cell.is_empty()) {
                    last_cells.iter_mut().zip(&cells).skip(1).for_each(|(last, cell)| *last = *cell);
                }
                taken += usize::from(index >= body.len());
            }
            _ if index >= body.len() => break,
            _ => {
                grid.push_row(&cells);
                above = Some((row, cells.clone()));
            }
        }
    }
    let rows = heads.iter().chain(body).chain(&tail[..taken]);
    grid.span = rows.map(|row| row.span).reduce(Span::to)?;
    Some((lifted(grid, header.len()), taken))
}

/// How many columns: the most cells that a fair share of the rows has; `None` where the rows are no table.
fn column_count(heads: &[Row], body: &[Row]) -> Option<usize> {
    let most_in_header = heads.iter().map(|row| row.segments.len()).max().unwrap_or(0);
    let counts: Vec<usize> = body.iter().map(|row| row.segments.len()).collect();
    let counts = sorted(counts, |a, b| b.cmp(a));
    let needed = if most_in_header >= 3 { 1.max(counts.len() / 8) } else { 2.max(counts.len() / 6) };
    let supported = counts.get(needed - 1).copied()?;
    let count = supported.max(most_in_header);
    let rows = counts.iter().filter(|cells| **cells * 2 > count && **cells >= 2).count();
    let labeled = |row: &&Row| !row.segments[0].class.is_data();
    let enough = if count == 2 {
        // Labels with a figure each; figures before words are the axis of a chart.
        rows >= 3 && heads.is_empty() && body.iter().filter(labeled).count() * 4 >= body.len() * 3
    } else {
        rows >= 2 || (rows == 1 && most_in_header + 1 >= count)
    };
    (enough && count <= 64).then_some(count)
}

/// How wide a wide character is here: that with which the ends of the columns spread least. `places` is room for
/// the ends of a column.
fn best_width(full: &[&[Segment]], places: &mut Vec<f32>) -> f32 {
    let count = full.first().map_or(0, |row| row.len());
    let mut best = (f32::INFINITY, 2.0);
    for wide in WIDTHS {
        let mut spread = 0.0;
        for column in 1..count {
            // It only grows.
            if spread + 0.5 >= best.0 {
                break;
            }
            let mut of = |place: fn(&Segment) -> Place| {
                places.clear();
                places.extend(full.iter().map(|row| place(&row[column]).column(wide)));
                let middle = median(places);
                full.iter().map(|row| (place(&row[column]).column(wide) - middle).abs()).sum::<f32>()
            };
            // Words stand under each other with their left ends, figures with their right ones.
            let right = of(|segment| segment.end);
            spread += right.min(of(|segment| segment.start));
        }
        if spread + 0.5 < best.0 {
            best = (spread, wide);
        }
    }
    best.1
}

fn lane(full: &[&[Segment]], column: usize, wide: f32, places: &mut Vec<f32>) -> Lane {
    let all = full.iter().all(|row| row[column].is_close);
    let mut of = |place: fn(&Segment, f32) -> f32| {
        places.clear();
        let measured = full.iter().map(|row| &row[column]).filter(|segment| all || !segment.is_close);
        places.extend(measured.map(|segment| place(segment, wide)));
        median(places)
    };
    Lane {
        left: of(|segment, wide| segment.start.column(wide)),
        middle: of(middle),
        right: of(|segment, wide| segment.end.column(wide)),
    }
}

fn middle(segment: &Segment, wide: f32) -> f32 {
    f32::midpoint(segment.start.column(wide), segment.end.column(wide))
}

/// The value in the middle of `values` by size, of which the order is changed; 0 where there is none.
fn median(values: &mut [f32]) -> f32 {
    let mut wanted = values.len() / 2;
    let mut values = values;
    // Smaller ones than some value are brought to its left, greater ones to its right; most equal it in a column.
    while values.len() > 1 {
        let pivot = values[values.len() / 2];
        let (mut less, mut at, mut greater) = (0, 0, values.len());
        while at < greater {
            if values[at] < pivot {
                values.swap(less, at);
                less += 1;
                at += 1;
            } else if values[at] > pivot {
                greater -= 1;
                values.swap(at, greater);
            } else {
                at += 1;
            }
        }
        let all = values;
        if wanted < less {
            values = &mut all[..less];
        } else if wanted >= greater {
            wanted -= greater;
            values = &mut all[greater..];
        } else {
            return pivot;
        }
    }
    values.first().copied().unwrap_or_default()
}

/// How far a segment stands from a column: by whichever of its ends or its middle is nearest.
fn distance(segment: &Segment, lane: &Lane, wide: f32) -> f32 {
    let left = (segment.start.column(wide) - lane.left).abs();
    let right = (segment.end.column(wide) - lane.right).abs();
    let middle = (middle(segment, wide) - lane.middle).abs();
    left.min(right).min(middle) + 0.1 * middle
}

/// The columns that rows are fitted to, with room for the work.
struct Fit<'a> {
    text: &'a str,
    lanes: &'a [Lane],
    wide: f32,
    /// By segment and column: the cost of the segments up to this one, the last of them in this column or before it.
    costs: Vec<f32>,
    /// The same, the last of them in this very column.
    exact: Vec<f32>,
    /// By segment: the column that it was placed in.
    columns: Vec<usize>,
}

impl Fit<'_> {
    /// Makes `cells` the cells of a row: its segments in the columns that they stand nearest to, in order.
    fn row(&mut self, segments: &[Segment], cells: &mut Vec<Span>) -> Option<()> {
        cells.clear();
        // A full row is as it is.
        if segments.len() == self.lanes.len() {
            cells.extend(segments.iter().map(|segment| segment.span));
            return Some(());
        }
        let mut joined;
        let mut segments = segments;
        if segments.len() > self.lanes.len() {
            joined = segments.to_vec();
            while joined.len() > self.lanes.len() {
                join_closest(self.text, &mut joined, self.wide)?;
            }
            segments = &joined;
        }
        let cost = self.place(segments);
        let parted;
        if segments.len() + 1 == self.lanes.len()
            && let Some((least, best)) = self.best_split(segments)
            && least + 4.0 < cost + 8.0
        {
            // All columns are taken then, one by each.
            parted = best;
            cells.extend(parted.iter().map(|segment| segment.span));
            return Some(());
        }
        if cost >= FAR {
            return None;
        }
        self.place(segments);
        blank_cells(segments, self.lanes.len(), cells);
        for (segment, column) in segments.iter().zip(&self.columns) {
            cells[*column] = segment.span;
        }
        Some(())
    }

    /// The cost of the cheapest columns of the segments, strictly from left to right, which are no more than columns: those that stand
    /// close behind another in the next column, if there are such.
    fn place(&mut self, segments: &[Segment]) -> f32 {
        let close = segments.iter().any(|segment| segment.is_close);
        let cost = self.place_with(segments, close);
        if close && cost >= FAR { self.place_with(segments, false) } else { cost }
    }

    fn place_with(&mut self, segments: &[Segment], close: bool) -> f32 {
        let (rows, width) = (segments.len(), self.lanes.len() + 1);
        self.costs.clear();
        self.costs.resize(width, 0.0);
        self.costs.resize(width * (rows + 1), FAR);
        self.exact.clear();
        self.exact.resize(width * (rows + 1), FAR);
        for (row, segment) in segments.iter().enumerate() {
            for column in row + 1..width {
                let before = row * width + column - 1;
                let here = if close && segment.is_close {
                    self.exact[before]
                } else {
                    self.costs[before] + distance(segment, &self.lanes[column - 1], self.wide)
                };
                let at = (row + 1) * width + column;
                self.exact[at] = here;
                self.costs[at] = here.min(self.costs[at - 1]);
            }
        }
        self.columns.clear();
        self.columns.resize(rows, 0);
        let mut column = width - 1;
        let mut known = false;
        for row in (1..=rows).rev() {
            let costs = &self.costs[row * width..];
            while !known && column > row && costs[column] >= costs[column - 1] {
                column -= 1;
            }
            column -= 1;
            self.columns[row - 1] = column;
            known = close && segments[row - 1].is_close;
        }
        self.costs[rows * width + width - 1]
    }

    /// The best way to part one segment at a blank between words and a figure, where one blank alone parts two cells,
    /// and its cost.
    fn best_split(&mut self, segments: &[Segment]) -> Option<(f32, Vec<Segment>)> {
        let mut best: Option<(f32, Vec<Segment>)> = None;
        let text = self.text;
        for (index, segment) in segments.iter().enumerate() {
            let words = &text[segment.span.range()];
            for (blank, _) in words.match_indices(' ') {
                let (left, right) = (words[..blank].trim(), words[blank..].trim());
                if class_of(left).is_data() == class_of(right).is_data() {
                    continue;
                }
                let (a, b) = split(text, segment, segment.span.range().start + blank);
                let mut parts = segments.to_vec();
                parts[index] = a;
                parts.insert(index + 1, b);
                let cost = self.place(&parts);
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    best = Some((cost, parts));
                }
            }
        }
        best
    }
}

/// Makes `cells` so many blank ones, at the beginning of the row's first segment.
fn blank_cells(segments: &[Segment], count: usize, cells: &mut Vec<Span>) {
    let start = segments.first().map_or(0, |segment| segment.span.start);
    cells.clear();
    cells.resize(count, Span { start, end: start });
}

/// Joins the two neighbors with the least gap between them, of which none is a figure.
fn join_closest(text: &str, segments: &mut Vec<Segment>, wide: f32) -> Option<()> {
    let words = |segment: &Segment| !segment.class.is_data();
    let gap = |pair: &[Segment]| pair[1].start.column(wide) - pair[0].end.column(wide);
    let at = (0..segments.len() - 1)
        .filter(|at| words(&segments[*at]) && words(&segments[*at + 1]))
        .min_by(|a, b| gap(&segments[*a..]).total_cmp(&gap(&segments[*b..])))?;
    let next = segments.remove(at + 1);
    segments[at].span = segments[at].span.to(next.span);
    segments[at].end = next.end;
    segments[at].class = class_of(&text[segments[at].span.range()]);
    Some(())
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, proptest};

    use super::median;

    proptest! {
        #[test]
        fn the_middle_as_a_sort_finds_it(places in vec(0_u8..9, 0..40)) {
            let mut values: Vec<f32> = places.iter().map(|place| f32::from(*place) * 1.1).collect();
            let found = median(&mut values);
            values.sort_by(f32::total_cmp);
            assert_eq!(found.to_bits(), values.get(values.len() / 2).copied().unwrap_or_default().to_bits());
        }
    }
}
