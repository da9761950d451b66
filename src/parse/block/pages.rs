//! What page breaks leave between the blocks: running titles, and tables in two pieces.

use std::collections::HashMap;

use super::{Block, Grid, Line, LineKind};
use crate::{
    parse::table::class_of,
    text::{order::sorted, source::Source, span::Span},
};

/// How many lines from the border of a page running titles stand.
const BORDER: usize = 2;

/// How often a line comes back to be a running title.
const OFTEN: usize = 3;

/// The most characters of a running title.
const TITLE_LENGTH: usize = 60;

/// Marks the lines at the borders of pages that come back on page after page, figures in them aside. The first of them
/// stays text: it may be the only place that names the house.
pub fn set_running_titles_aside(source: &Source, blocks: &mut [Block]) {
    let borders = borders(source, blocks);
    if borders.len() < OFTEN {
        return;
    }
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    let near: Vec<usize> = borders
        .iter()
        .flat_map(|border| border.saturating_sub(BORDER)..(border + BORDER + 1).min(blocks.len()))
        .collect();
    let mut near = sorted(near, Ord::cmp);
    near.dedup();
    for at in near {
        if let Block::Line(Line {
            span, kind: LineKind::Prose | LineKind::Heading(_) | LineKind::Item, ..
        }) = &blocks[at]
        {
            let text = source.slice(*span);
            if text.chars().nth(TITLE_LENGTH).is_none() {
                let bare =
                    text.chars().filter(|c| !c.is_whitespace() && !c.is_ascii_digit()).collect::<String>();
                if bare.chars().nth(1).is_some() {
                    places.entry(bare).or_default().push(at);
                }
            }
        }
    }
    for at in places.values().filter(|places| places.len() >= OFTEN).flat_map(|places| &places[1..]) {
        if let Block::Line(line) = &mut blocks[*at] {
            line.kind = LineKind::Furniture;
        }
    }
}

/// The blocks that stand at the border of a page: page numbers and the like, and what follows a form feed.
fn borders(source: &Source, blocks: &[Block]) -> Vec<usize> {
    let feeds = source.text().contains('\u{c}');
    let mut end = 0;
    // The first page begins with the first block.
    let mut borders = vec![0];
    for (at, block) in blocks.iter().enumerate() {
        let span = block.span();
        let furniture = matches!(block, Block::Line(Line { kind: LineKind::Furniture, .. }));
        let after_feed = feeds
            && source.text().get(end..span.range().start).is_some_and(|between| between.contains('\u{c}'));
        if at > 0 && (furniture || after_feed) {
            borders.push(at);
        }
        end = end.max(span.range().end);
    }
    borders
}

/// Joins tables that page furniture, or nothing but blank lines, parts in two: as many columns, and the lower piece
/// without a header or with the same.
pub fn join_tables(source: &Source, blocks: &mut Vec<Block>) {
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    // The last grid kept, while nothing but furniture follows it.
    let mut open: Option<usize> = None;
    for block in blocks.drain(..) {
        match block {
            Block::Grid(lower) => {
                if let Some(at) = open
                    && let Some(Block::Grid(upper)) = kept.get_mut(at)
                    && let Some(skipped) = continues(source, upper, &lower)
                {
                    append(upper, &lower, skipped);
                    continue;
                }
                open = Some(kept.len());
                kept.push(Block::Grid(lower));
            }
            Block::Line(line) => {
                let parted = match line.kind {
                    LineKind::Furniture => false,
                    _ => !is_continuation_mark(source.slice(line.span)),
                };
                if parted {
                    open = None;
                }
                kept.push(Block::Line(line));
            }
        }
    }
    *blocks = kept;
}

/// 续表, （接上页）.
fn is_continuation_mark(text: &str) -> bool {
    let bare = text.trim_matches(['(', ')', '（', '）', ' ', '：', ':']);
    ["续表", "续上表", "接上页", "接上表", "續表", "continued"].iter().any(|mark| bare.starts_with(mark))
        && bare.len() < 90
}

/// How many rows of `lower` print the header of `upper` again, where `lower` goes on with it; `None` where it does not.
fn continues(source: &Source, upper: &Grid, lower: &Grid) -> Option<usize> {
    let width = |grid: &Grid| {
        let reach =
            |row: &Vec<Span>| row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        grid.rows.iter().map(reach).max().unwrap_or(0)
    };
    let wide = width(upper);
    if wide < 3 || wide != width(lower) || upper.header_rows.is_some() != lower.header_rows.is_some() {
        return None;
    }
    let texts = |grid: &Grid, row: usize| -> Vec<String> {
        (0..wide).map(|cell| grid.text(source, row, cell).to_owned()).collect()
    };
    let most = lower.header_rows.map_or(4, |rows| rows as usize).min(upper.rows.len()).min(lower.rows.len());
    let same = (0..most).take_while(|row| texts(upper, *row) == texts(lower, *row)).count();
    if same > 0 {
        return (lower.header_rows.is_none_or(|rows| rows as usize == same)).then_some(same);
    }
    let figures =
        |row: usize| (0..wide).filter(|cell| class_of(lower.text(source, row, *cell)).is_data()).count();
    let headless = lower.header_rows.map_or_else(|| figures(0) > 0, |rows| rows == 0);
    // Upper piece and lower one must be of one kind: a label, then figures in the same columns.
    let first = upper.rows.len() - 1;
    let kinds = |grid: &Grid, row: usize| -> Vec<bool> {
        (0..wide).map(|cell| class_of(grid.text(source, row, cell)).is_data()).collect()
    };
    let alike = kinds(upper, first).iter().zip(kinds(lower, 0)).filter(|(a, b)| *a == b).count();
    (headless && figures(0) > 0 && alike + 1 >= wide).then_some(0)
}

/// Appends the rows of `lower` from row `skipped` on.
fn append(upper: &mut Grid, lower: &Grid, skipped: usize) {
    let moved = |row: u32| (row as usize - skipped + upper.rows.len()) as u32;
    let behind = |(row, _): &(u32, u32)| *row as usize >= skipped;
    let texts: Vec<_> = lower
        .texts
        .iter()
        .filter(|(place, _)| behind(place))
        .map(|((row, cell), text)| ((moved(*row), *cell), text.clone()))
        .collect();
    let covered: Vec<_> = lower
        .covered
        .iter()
        .filter(|(place, from)| behind(place) && behind(from))
        .map(|((row, cell), (from, column))| ((moved(*row), *cell), (moved(*from), *column)))
        .collect();
    upper.texts.extend(texts);
    upper.covered.extend(covered);
    upper.rows.extend(lower.rows[skipped..].iter().cloned());
    upper.span = upper.span.to(lower.span);
}
