//! Page columns side by side, printed on the same lines: a sidebar beside the text, two statements.

use super::{
    Row,
    segment::{Place, Segment},
};
use crate::text::span::Span;

/// How wide a wide character can have come out, in columns.
pub const WIDTHS: [f32; 8] = [2.0, 1.0, 1.1, 1.2, 1.35, 1.5, 1.7, 1.85];

/// The fewest lines that show a gutter.
const LEAST_LINES: u32 = 6;

/// A gutter: where what stands right of it begins, and how wide a wide character is here.
#[derive(Clone, Copy)]
struct Gutter {
    column: f32,
    wide: f32,
}

/// The page as strips in reading order: whole lines, then what stands left of a gutter, then what stands right of it.
pub fn strips<'a>(text: &str, rows: Vec<Row<'a>>) -> Vec<Vec<Row<'a>>> {
    let Some(gutter) = gutter(text, &rows) else { return vec![rows] };
    let sides: Vec<Side> = rows.iter().map(|row| gutter.side(row)).collect();
    let both = |side: &Side| matches!(side, Side::Both(_) | Side::Right);
    let (Some(first), Some(last)) = (sides.iter().position(both), sides.iter().rposition(both)) else {
        return vec![rows];
    };
    let mut strips = Vec::new();
    let (mut whole, mut left, mut right) = (Vec::new(), Vec::new(), Vec::new());
    for (at, (row, side)) in rows.into_iter().zip(sides).enumerate() {
        match side {
            _ if at < first || at > last => {
                flush(&mut strips, &mut left);
                flush(&mut strips, &mut right);
                whole.push(row);
            }
            Side::Across => {
                flush(&mut strips, &mut whole);
                flush(&mut strips, &mut left);
                flush(&mut strips, &mut right);
                whole.push(row);
            }
            Side::Blank => {
                left.push(Row { span: row.span, segments: &[] });
                right.push(row);
            }
            Side::Left => {
                flush(&mut strips, &mut whole);
                left.push(row);
            }
            Side::Right => {
                flush(&mut strips, &mut whole);
                right.push(row);
            }
            Side::Both(count) => {
                flush(&mut strips, &mut whole);
                let (a, b) = row.segments.split_at(count);
                left.push(part(a));
                right.push(part(b));
            }
        }
    }
    flush(&mut strips, &mut left);
    flush(&mut strips, &mut right);
    flush(&mut strips, &mut whole);
    strips
}

fn part(segments: &[Segment]) -> Row<'_> {
    let ends = segments.first().zip(segments.last());
    Row { span: ends.map(|(first, last)| first.span.to(last.span)).unwrap_or_default(), segments }
}

fn flush<'a>(strips: &mut Vec<Vec<Row<'a>>>, part: &mut Vec<Row<'a>>) {
    if !part.is_empty() {
        strips.push(std::mem::take(part));
    }
}

enum Side {
    Blank,
    Left,
    Right,
    /// So many segments stand at the left.
    Both(usize),
    /// A segment crosses the gutter.
    Across,
}

/// How far from the gutter what stands behind it can begin on a line whose labels are long.
const SNAP: f32 = 7.0;

impl Gutter {
    fn side(&self, row: &Row) -> Side {
        let (Some(first), Some(last)) = (row.segments.first(), row.segments.last()) else {
            return Side::Blank;
        };
        if first.start.column(self.wide) >= self.column - 2.5 {
            return Side::Right;
        }
        // How many stand left of the gutter, and the segment that begins nearest to it. Words begin what stands
        // behind the gutter; a figure does only where it stands exactly there.
        let (mut left, mut nearest, mut least) = (row.segments.len(), 0, SNAP);
        // Most lines end left of it.
        if last.start.column(self.wide) >= self.column - SNAP {
            left = 0;
            for (at, segment) in row.segments.iter().enumerate() {
                let off = segment.start.column(self.wide) - self.column;
                left += usize::from(off < 0.0);
                let off = off.abs() + if segment.class.is_data() { SNAP - 1.0 } else { 0.0 };
                if at > 0 && (off < least || (off <= least && nearest == 0)) {
                    (nearest, least) = (at, off);
                }
            }
        }
        if nearest > 0 {
            return Side::Both(nearest);
        }
        let crosses = row.segments[left - 1].end.column(self.wide) > self.column + 1.0;
        match left {
            _ if crosses => Side::Across,
            _ if left == row.segments.len() => Side::Left,
            _ => Side::Both(left),
        }
    }
}

/// The gutter of the page; `None` where it has one column of text. A gutter is where many lines have something begin
/// behind a gap, few lines cross, and one side is running text, or both sides are tables with the same periods.
fn gutter(text: &str, rows: &[Row]) -> Option<Gutter> {
    // Nothing stands side by side on the lines of running text.
    if rows.iter().filter(|row| row.segments.len() > 1).count() + 1 < LEAST_LINES as usize {
        return None;
    }
    // Words begin what stands behind a gutter.
    let segments = rows.iter().flat_map(|row| row.segments);
    let words: Vec<Place> =
        segments.filter(|segment| segment.class.is_words()).map(|segment| segment.start).collect();
    // The places with the most lines, and how many begin in the three columns from there on.
    let mut candidates: Vec<(u32, Gutter)> = Vec::new();
    let mut starts = [0_u32; COLUMNS];
    for wide in WIDTHS {
        let mut end = 0;
        for place in &words {
            let column = (place.column(wide) + 0.5) as usize;
            if (LEAST_COLUMN..COLUMNS - 2).contains(&column) {
                starts[column] += 1;
                end = end.max(column + 3);
            }
        }
        for (at, begin) in starts[..end].windows(3).enumerate().skip(LEAST_COLUMN) {
            let count = begin[0] + begin[1] + begin[2];
            if begin[0] > 0 && count >= LEAST_LINES {
                candidates.push((count, Gutter { column: at as f32, wide }));
            }
        }
        starts[..end].fill(0);
    }
    let mut sides = Vec::with_capacity(rows.len());
    for _ in 0..MOST_TRIES {
        // Of places with as many lines the first.
        let most = candidates.iter().map(|(count, _)| *count).max().filter(|most| *most > 0)?;
        let (count, gutter) = candidates.iter_mut().find(|(count, _)| *count == most)?;
        *count = 0;
        sides.clear();
        let mut both = 0;
        for row in rows {
            let side = gutter.side(row);
            both += usize::from(matches!(side, Side::Both(_)));
            sides.push(side);
        }
        if both + 1 >= LEAST_LINES as usize && is_gutter(text, rows, &sides, both) {
            return Some(*gutter);
        }
    }
    None
}

/// How many places are tried for a gutter, those with the most lines first.
const MOST_TRIES: usize = 24;

/// A gutter stands at this column or right of it.
const LEAST_COLUMN: usize = 18;

/// No gutter stands so far right: a page has at most some 300 columns.
const COLUMNS: usize = 1024;

/// Whether there is a gutter where `both` of the rows have something at both sides.
fn is_gutter(text: &str, rows: &[Row], sides: &[Side], both: usize) -> bool {
    let shown = |side: &Side| matches!(side, Side::Both(_));
    let (Some(first), Some(last)) = (sides.iter().position(shown), sides.iter().rposition(shown)) else {
        return false;
    };
    let sides = &sides[first..=last];
    let across = sides.iter().filter(|side| matches!(side, Side::Across)).count();
    if across * 4 > both {
        return false;
    }
    // Of either side: how many lines it has, and how many of them are running text.
    let (mut left, mut right) = ((0, 0), (0, 0));
    let count = |(lines, running): &mut (usize, usize), segments: &[Segment]| {
        *lines += 1;
        *running += usize::from(matches!(segments, [one] if one.is_running));
    };
    let mut periods = false;
    for (row, side) in rows[first..].iter().zip(sides) {
        match side {
            Side::Blank | Side::Across => {}
            Side::Left => count(&mut left, row.segments),
            Side::Right => count(&mut right, row.segments),
            Side::Both(parted) => {
                let (a, b) = row.segments.split_at(*parted);
                count(&mut left, a);
                count(&mut right, b);
                periods = periods || same_periods(text, a, b);
            }
        }
    }
    periods || left.1 * 2 > left.0 || right.1 * 2 > right.0
}

/// Whether both sides have the same two periods or more, the right one behind a label.
fn same_periods(text: &str, left: &[Segment], right: &[Segment]) -> bool {
    let periods =
        |segments: &'_ [Segment]| segments.iter().filter(|segment| segment.class.is_period()).count();
    let count = periods(left);
    if count < 2 || count != periods(right) || count == right.len() {
        return false;
    }
    let places = |segments: &'_ [Segment]| -> Vec<Span> {
        segments.iter().filter(|segment| segment.class.is_period()).map(|segment| segment.span).collect()
    };
    let same = |(a, b): (&Span, &Span)| text[a.range()] == text[b.range()];
    places(left).iter().zip(&places(right)).all(same)
}
