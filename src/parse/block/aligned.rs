//! Pages printed with blanks for the place of things, as `pdftotext -layout` does: page columns side by side, and tables
//! whose columns stand under their headers.

mod centered;
mod columns;
mod gutter;
mod region;
mod segment;

use std::ops::Range;

use super::{Block, Grid, Line, LineKind, line::line};
use crate::text::{source::Source, span::Span};
use gutter::strips;
use region::{SOURCES, Shape, region, shape};
use segment::{Segment, segments};

/// A line of a strip of a page.
#[derive(Clone, Copy)]
struct Row<'a> {
    /// Its text in this strip; empty where nothing is printed.
    span: Span,
    /// What stands between its gaps: a part of the page's list of segments.
    segments: &'a [Segment],
}

/// The least number of blanks that part what stands on one line.
const GAP: usize = 3;

/// Whether at least so many of these lines have wide gaps, as a page has that is laid out with blanks.
pub fn is_aligned(source: &Source, lines: &Range<usize>, least: usize) -> bool {
    let text = source.text();
    lines.clone().filter(|at| has_gap(&text.as_bytes()[source.line(*at).range()])).nth(least - 1).is_some()
}

fn has_gap(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    let mut at = GAP - 1;
    while let Some(byte) = line.get(at) {
        if *byte != b' ' {
            at += GAP;
        } else if line[at + 1 - GAP..at] == [b' '; GAP - 1] {
            return true;
        } else {
            at += 1;
        }
    }
    false
}

/// The blocks of the page of these lines.
pub fn page(source: &Source, lines: Range<usize>, blocks: &mut Vec<Block>) {
    let text = source.text();
    let (mut found, mut ends) = (Vec::new(), Vec::with_capacity(lines.len()));
    for at in lines.clone() {
        segments(text, source.line(at), &mut found);
        ends.push(found.len());
    }
    let mut start = 0;
    let row = |(at, end): (usize, usize)| {
        let segments = &found[start..end];
        start = end;
        Row { span: source.line(at), segments }
    };
    let rows: Vec<Row> = lines.zip(ends).map(row).collect();
    for strip in strips(text, rows) {
        strip_blocks(text, &strip, blocks);
    }
}

/// The blocks of one strip from top to bottom.
fn strip_blocks(text: &str, strip: &[Row], blocks: &mut Vec<Block>) {
    let (shapes, openings): (Vec<Shape>, Vec<Option<Line>>) =
        strip.iter().map(|row| shape(text, row)).unzip();
    let mut after_blank = true;
    let mut at = 0;
    // No table begins before this row: a try from further above has failed.
    let mut tried = 0;
    while at < strip.len() {
        if at >= tried {
            match region(text, &strip[at..], &shapes[at..]) {
                Ok((grid, count)) => {
                    blocks.push(Block::Grid(Box::new(grid)));
                    after_blank = false;
                    at += count;
                    tried = at;
                    continue;
                }
                Err(count) => tried = at + count.max(1),
            }
        }
        let row = &strip[at];
        if let [_] = row.segments {
            if let Some(line) = openings[at] {
                blocks.push(Block::Line(Line { after_blank, ..line }));
                after_blank = false;
            }
        } else {
            for span in parts(text, row) {
                if let Some(line) = line(text, span, after_blank) {
                    blocks.push(Block::Line(line));
                    after_blank = false;
                }
            }
            after_blank |= row.segments.is_empty();
        }
        at += 1;
    }
}

/// So many columns behind sources something else begins.
const APART: f32 = 8.0;

/// The line as one, or as many as it has captions, sources and labeled facts side by side.
fn parts(text: &str, row: &Row) -> Vec<Span> {
    let Some((first, further)) = row.segments.split_first() else { return Vec::new() };
    let stands_alone = |segment: &Segment| {
        let labeled = line(text, segment.span, false);
        labeled.is_some_and(|Line { kind, .. }| {
            matches!(kind, LineKind::Caption | LineKind::Sources | LineKind::Furniture)
        })
    };
    let mut parts = vec![first.span];
    let mut end = first.end;
    for segment in further {
        // A field of another column stands far behind a line of sources.
        let apart = segment.start.column(1.0) - end.column(1.0) >= APART
            && parts.last().is_some_and(|last| SOURCES.begin(&text[last.range()]).is_some());
        match parts.last_mut() {
            Some(last) if !apart && !stands_alone(segment) => *last = last.to(segment.span),
            _ => parts.push(segment.span),
        }
        end = segment.end;
    }
    parts
}
