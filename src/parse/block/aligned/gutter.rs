//! Page columns side by side, printed on the same lines: a sidebar beside the text, two statements.

use super::{
    Row,
    segment::{Place, Segment},
};
use crate::text::{order::sorted, span::Span};

/// How wide a wide character can have come out, in columns.
pub const WIDTHS: [f32; 8] = [2.0, 1.0, 1.1, 1.2, 1.35, 1.5, 1.7, 1.85];

/// The fewest lines that show a gutter.
const LEAST_LINES: usize = 6;

/// A gutter: where what stands right of it begins, and how wide a wide character is here.
struct Gutter {
    column: f32,
    wide: f32,
}

/// The page as strips in reading order: whole lines, then what stands left of a gutter, then what stands right of it.
pub fn strips(text: &str, rows: Vec<Row>) -> Vec<Vec<Row>> {
    let Some(gutter) = gutter(text, &rows) else { return vec![rows] };
    let sides: Vec<Side> = rows.iter().map(|row| gutter.side(row)).collect();
    let both = |side: &Side| matches!(side, Side::Both(_) | Side::Right);
    let (Some(first), Some(last)) = (sides.iter().position(both), sides.iter().rposition(both)) else {
        return vec![rows];
    };
    let mut strips: Vec<Vec<Row>> = Vec::new();
    let (mut whole, mut left, mut right) = (Vec::new(), Vec::new(), Vec::new());
    for (at, (row, side)) in rows.into_iter().zip(sides).enumerate() {
        match side {
            _ if at < first || at > last => {
                flush(&mut strips, [&mut left, &mut right]);
                whole.push(row);
            }
            Side::Across => {
                flush(&mut strips, [&mut whole, &mut left]);
                flush(&mut strips, [&mut right]);
                whole.push(row);
            }
            Side::Blank => {
                left.push(Row { span: row.span, segments: Vec::new() });
                right.push(row);
            }
            Side::Left => {
                flush(&mut strips, [&mut whole]);
                left.push(row);
            }
            Side::Right => {
                flush(&mut strips, [&mut whole]);
                right.push(row);
            }
            Side::Both(count) => {
                flush(&mut strips, [&mut whole]);
                let (a, b) = row.segments.split_at(count);
                left.push(part(a));
                right.push(part(b));
            }
        }
    }
    flush(&mut strips, [&mut left, &mut right]);
    flush(&mut strips, [&mut whole]);
    strips
}

fn part(segments: &[Segment]) -> Row {
    let span = segments.iter().map(|segment| segment.span).reduce(Span::to).unwrap_or_default();
    Row { span, segments: segments.to_vec() }
}

fn flush<const COUNT: usize>(strips: &mut Vec<Vec<Row>>, parts: [&mut Vec<Row>; COUNT]) {
    strips.extend(parts.into_iter().filter(|part| !part.is_empty()).map(std::mem::take));
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
        let Some(first) = row.segments.first() else { return Side::Blank };
        if first.start.column(self.wide) >= self.column - 2.5 {
            return Side::Right;
        }
        // Words begin what stands behind the gutter; a figure does only where it stands exactly there.
        let off = |segment: &Segment| {
            let words = !segment.class.is_data();
            let off = (segment.start.column(self.wide) - self.column).abs();
            if words { off } else { off + SNAP - 1.0 }
        };
        let nearest = (1..row.segments.len())
            .map(|at| (off(&row.segments[at]), at))
            .filter(|(off, _)| *off <= SNAP)
            .min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, at)) = nearest {
            return Side::Both(at);
        }
        let left =
            row.segments.iter().take_while(|segment| segment.start.column(self.wide) < self.column).count();
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
    // Words begin what stands behind a gutter.
    let words: Vec<Place> = rows
        .iter()
        .flat_map(|row| &row.segments)
        .filter(|segment| segment.class.is_words())
        .map(|segment| segment.start)
        .collect();
    let mut candidates: Vec<(usize, Gutter)> = Vec::new();
    for wide in WIDTHS {
        let starts: Vec<i32> = words
            .iter()
            .map(|place| place.column(wide).round() as i32)
            .filter(|column| *column >= 18)
            .collect();
        let starts = sorted(starts, Ord::cmp);
        // How many begin in three columns from each on.
        let mut end = 0;
        for at in 0..starts.len() {
            while starts.get(end).is_some_and(|column| *column <= starts[at] + 2) {
                end += 1;
            }
            if end - at >= LEAST_LINES && (at == 0 || starts[at] != starts[at - 1]) {
                candidates.push((end - at, Gutter { column: starts[at] as f32, wide }));
            }
        }
    }
    let candidates = sorted(candidates, |one, other| other.0.cmp(&one.0));
    let mut candidates = candidates.into_iter().take(MOST_TRIES).map(|(_, gutter)| gutter);
    candidates.find(|gutter| is_gutter(text, rows, gutter))
}

/// How many places are tried for a gutter, those with the most lines first.
const MOST_TRIES: usize = 24;

fn is_gutter(text: &str, rows: &[Row], gutter: &Gutter) -> bool {
    let (mut both, mut across, mut left_prose, mut right_prose) = (0, 0, 0, 0);
    let (mut left_lines, mut right_lines) = (0, 0);
    let mut periods = false;
    let prose = |segments: &[Segment]| matches!(segments, [one] if is_running(text, one)) as usize;
    let sides: Vec<Side> = rows.iter().map(|row| gutter.side(row)).collect();
    let shown = |side: &Side| matches!(side, Side::Both(_));
    let (Some(first), Some(last)) = (sides.iter().position(shown), sides.iter().rposition(shown)) else {
        return false;
    };
    for (row, side) in rows.iter().zip(&sides).take(last + 1).skip(first) {
        match side {
            Side::Blank => {}
            Side::Across => across += 1,
            Side::Left => {
                left_lines += 1;
                left_prose += prose(&row.segments);
            }
            Side::Right => {
                right_lines += 1;
                right_prose += prose(&row.segments);
            }
            Side::Both(count) => {
                let (a, b) = row.segments.split_at(*count);
                both += 1;
                left_lines += 1;
                right_lines += 1;
                left_prose += prose(a);
                right_prose += prose(b);
                periods |= same_periods(text, a, b);
            }
        }
    }
    let running = left_prose * 2 > left_lines || right_prose * 2 > right_lines;
    both >= LEAST_LINES - 1 && across * 4 <= both && (running || periods)
}

/// Running text: at least 14 wide characters, or 8 words of Latin letters.
fn is_running(text: &str, segment: &Segment) -> bool {
    segment.wide_count() >= 14
        || (segment.class.is_words() && text[segment.span.range()].split(' ').nth(7).is_some())
}

/// Whether both sides end in the same two periods or more, behind a label each.
fn same_periods(text: &str, left: &[Segment], right: &[Segment]) -> bool {
    let periods = |segments: &[Segment]| -> Vec<String> {
        let periods = segments.iter().filter(|segment| segment.class.is_period());
        periods.map(|segment| text[segment.span.range()].to_owned()).collect()
    };
    let (a, b) = (periods(left), periods(right));
    a.len() >= 2 && a == b && b.len() < right.len()
}
