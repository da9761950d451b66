//! What page breaks leave between the blocks: running titles, and tables in two pieces.

use super::{Block, Grid, Line, LineKind};
use crate::{
    parse::table::class_of,
    text::{
        order::sorted,
        source::Source,
        words::{Words, words},
    },
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
    let mut titles: Vec<(String, usize)> = Vec::new();
    let mut next = 0;
    for border in borders {
        let near = border.saturating_sub(BORDER).max(next)..(border + BORDER + 1).min(blocks.len());
        next = near.end;
        titles.extend(near.filter_map(|at| Some((running_title(source, &blocks[at])?, at))));
    }
    let titles = sorted(titles, Ord::cmp);
    for same in titles.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() >= OFTEN) {
        for (_, at) in &same[1..] {
            if let Block::Line(line) = &mut blocks[*at] {
                line.kind = LineKind::Furniture;
            }
        }
    }
}

/// What comes back where the block is a running title: its text without figures and white space.
fn running_title(source: &Source, block: &Block) -> Option<String> {
    let Block::Line(Line { span, kind: LineKind::Prose | LineKind::Heading(_) | LineKind::Item, .. }) = block
    else {
        return None;
    };
    let text = source.slice(*span);
    if text.chars().nth(TITLE_LENGTH).is_some() {
        return None;
    }
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && !c.is_ascii_digit()).collect();
    bare.chars().nth(1).is_some().then_some(bare)
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
                    upper.append(&lower, skipped);
                    continue;
                }
                open = Some(kept.len());
                kept.push(Block::Grid(lower));
            }
            Block::Line(line) => {
                if open.is_some()
                    && line.kind != LineKind::Furniture
                    && !is_continuation_mark(source.slice(line.span))
                {
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
    static MARKS: &Words = words!["续表", "续上表", "接上页", "接上表", "續表", "continued"];
    bare.len() < 90 && MARKS.begin(bare).is_some()
}

/// How many rows of `lower` print the header of `upper` again, where `lower` goes on with it; `None` where it does not.
fn continues(source: &Source, upper: &Grid, lower: &Grid) -> Option<usize> {
    let wide = upper.width();
    if wide < 3 || wide != lower.width() || upper.header_rows.is_some() != lower.header_rows.is_some() {
        return None;
    }
    let is_same =
        |row: &usize| (0..wide).all(|cell| upper.text(source, *row, cell) == lower.text(source, *row, cell));
    let most = lower.header_rows.map_or(4, |rows| rows as usize).min(upper.height()).min(lower.height());
    let same = (0..most).take_while(is_same).count();
    if same > 0 {
        return (lower.header_rows.is_none_or(|rows| rows as usize == same)).then_some(same);
    }
    if lower.header_rows.is_some_and(|rows| rows > 0) {
        return None;
    }
    // Upper piece and lower one must be of one kind: a label, then figures in the same columns.
    let last = upper.height() - 1;
    let (mut figures, mut alike) = (0, 0);
    for cell in 0..wide {
        let is_figure = class_of(lower.text(source, 0, cell)).is_data();
        figures += usize::from(is_figure);
        alike += usize::from(class_of(upper.text(source, last, cell)).is_data() == is_figure);
    }
    (figures > 0 && alike + 1 >= wide).then_some(0)
}
