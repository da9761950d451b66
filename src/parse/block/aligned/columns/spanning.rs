//! Headings over several columns: which columns each of them spans.

use std::ops::Range;

use super::{FAR, Fit, Lane, Segment, blank_cells, distance, middle};
use crate::{parse::table::class_of, text::span::Span};

/// The cells of a header row that stands over others: a segment spans the columns, each with something of its own
/// under it in one row (`under`), whose common middle is its own; it is put over the first of them.
pub fn spanning(
    fit: &mut Fit<'_>,
    segments: &[Segment],
    under: &[Vec<&str>],
    cells: &mut Vec<Span>,
) -> Option<()> {
    let (lanes, wide) = (fit.lanes, fit.wide);
    let (count, columns) = (segments.len(), lanes.len());
    if count > columns {
        return fit.row(segments, cells);
    }
    let blocks = repeated_blocks(under);
    // By segment and the column behind its span: the cost, and where the span begins.
    let mut costs = vec![vec![(FAR, 0); columns + 1]; count + 1];
    costs[0].fill((0.0, 0));
    for (index, segment) in segments.iter().enumerate() {
        for end in 1..=columns {
            let mut best = (costs[index + 1][end - 1].0, usize::MAX);
            for start in (0..end).rev() {
                if end - start > 1 && !under.iter().any(|row| are_different(&row[start..end])) {
                    break;
                }
                let before = costs[index][start].0;
                let fit = match blocks.iter().find(|block| block.start < end && start < block.end) {
                    Some(block) if *block == (start..end) => block_cost(segment, &lanes[start..end], wide),
                    Some(_) => FAR,
                    None => span_cost(segment, &lanes[start..end], wide),
                };
                if before + fit < best.0 {
                    best = (before + fit, start);
                }
            }
            costs[index + 1][end] = best;
        }
    }
    blank_cells(segments, columns, cells);
    let mut end = columns;
    for index in (0..count).rev() {
        while end > 0 && costs[index + 1][end].1 == usize::MAX {
            end -= 1;
        }
        let (cost, start) = costs[index + 1][end];
        if cost >= FAR {
            return None;
        }
        cells[start] = segments[index].span;
        end = start;
    }
    Some(())
}

/// Whether something stands in every one of the cells, and never the same: under one heading no year comes twice.
fn are_different(cells: &[&str]) -> bool {
    cells.iter().enumerate().all(|(at, cell)| !cell.is_empty() && !cells[..at].contains(cell))
}

/// The columns under which the same labels come again and again (`21A 22E 23E 21A 22E 23E`): each turn of them stands
/// under one heading. None where they come but once.
fn repeated_blocks(under: &[Vec<&str>]) -> Vec<Range<usize>> {
    let blocks_of = |row: &Vec<&str>| {
        let mut blocks: Vec<Range<usize>> = Vec::new();
        for (column, label) in row.iter().enumerate().filter(|(_, label)| class_of(label).is_period()) {
            match blocks.last_mut() {
                Some(block) if block.end == column && !row[block.clone()].contains(label) => block.end += 1,
                _ => blocks.push(column..column + 1),
            }
        }
        let longest = blocks.iter().map(Range::len).max().unwrap_or(0);
        blocks.retain(|block| {
            longest >= 2
                && row[block.clone()]
                    .iter()
                    .all(|label| row.iter().filter(|other| *other == label).count() >= 2)
        });
        blocks
    };
    under.iter().map(blocks_of).find(|blocks| blocks.len() >= 2).unwrap_or_default()
}

/// What it costs that the segment stands over a block of labels: little, if it stands anywhere over it.
fn block_cost(segment: &Segment, lanes: &[Lane], wide: f32) -> f32 {
    let (Some(first), Some(last)) = (lanes.first(), lanes.last()) else { return FAR };
    let over = segment.start.column(wide) <= last.right && segment.end.column(wide) >= first.left;
    let off = (middle(segment, wide) - f32::midpoint(first.left, last.right)).abs();
    if over { 0.25 * off } else { FAR }
}

/// What it costs that the segment stands over all of `lanes`: the distance of the middles, less a little for every
/// column, so that the widest span that fits is taken.
fn span_cost(segment: &Segment, lanes: &[Lane], wide: f32) -> f32 {
    let (Some(first), Some(last)) = (lanes.first(), lanes.last()) else { return FAR };
    if lanes.len() == 1 {
        return distance(segment, first, wide);
    }
    let over = f32::midpoint(first.left, last.right);
    let off = (middle(segment, wide) - over).abs();
    let pitch = (last.middle - first.middle) / (lanes.len() - 1) as f32;
    if off > 0.45 * pitch { FAR } else { off - 0.5 * pitch * (lanes.len() - 1) as f32 }
}
