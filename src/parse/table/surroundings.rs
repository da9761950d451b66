//! What the lines around a grid say of it: caption, unit, source, notes.

use crate::{
    model::{fact::Fact, value::is_unit},
    parse::block::{Block, Line, LineKind, caption_number},
    text::{find::find, source::Source, span::Span},
};

/// What stands around a grid.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// The caption line, or the heading right above.
    pub caption: Option<Fact<String>>,
    /// The captions that stand before it in its line: those of the tables at the left of the one that it heads.
    pub beside: Vec<Fact<String>>,
    /// The number in the caption.
    pub number: Option<String>,
    /// The caption line over a caption that is a heading without a number.
    pub over: Option<Fact<String>>,
    /// The unit of the whole table.
    pub unit: Option<String>,
    /// What follows 资料来源.
    pub sources: Option<Fact<String>>,
    /// The 注, one each.
    pub notes: Vec<Fact<String>>,
}

/// How many lines above a grid are looked at, and how many below.
const REACH: usize = 6;

/// The most characters of a line that can head a table without any mark.
const PLAIN_HEADING_LENGTH: usize = 40;

/// What stands around the grid that is block `at`.
pub fn surroundings(source: &Source, blocks: &[Block], at: usize) -> Surroundings {
    let mut around = Surroundings::default();
    above(source, blocks, at, &mut around);
    below(source, blocks, at, &mut around);
    if let Some(caption) = caption_below(source, blocks, at, &around) {
        around.caption = Some(caption);
        if around.sources.is_none() {
            below(source, blocks, at + 1, &mut around);
        }
    }
    if let Some(caption) = &around.caption {
        around.number = caption_number(&caption.value).map(str::to_owned);
        around.unit = around.unit.or_else(|| unit(&caption.value));
    }
    around
}

fn above(source: &Source, blocks: &[Block], at: usize, around: &mut Surroundings) {
    for index in (at.saturating_sub(REACH)..at).rev() {
        let Block::Line(line) = &blocks[index] else { return };
        let text = source.slice(line.span);
        match line.kind {
            LineKind::Furniture | LineKind::Contents => continue,
            LineKind::Sources | LineKind::Note => return,
            _ if is_unit_line(text) => {
                around.unit = around.unit.take().or_else(|| unit(text));
                continue;
            }
            LineKind::Caption => {
                around.caption = Some(caption(text, line.span));
                around.beside = captions_beside(source, &blocks[..index], line.span);
            }
            LineKind::Heading(_) => around.caption = Some(caption(text, line.span)),
            LineKind::Prose | LineKind::Item => {
                if is_plain_heading(text) && !ends_paragraph(source, blocks, index, line) {
                    around.caption = Some(caption(text, line.span));
                    let over = index.checked_sub(1).and_then(|over| match &blocks[over] {
                        Block::Line(line) if line.kind == LineKind::Caption => Some(line.span),
                        _ => None,
                    });
                    around.over = over.map(|span| caption(source.slice(span), span));
                }
            }
        }
        return;
    }
}

/// The captions at the end of `blocks` that stand in the line of the one at `span`.
fn captions_beside(source: &Source, blocks: &[Block], span: Span) -> Vec<Fact<String>> {
    let line = source.line_at(span.start);
    let beside = |block: &&Block| match block {
        Block::Line(other) => other.kind == LineKind::Caption && source.line_at(other.span.start) == line,
        _ => false,
    };
    let mut found: Vec<_> = blocks.iter().rev().take_while(beside).map(Block::span).collect();
    found.reverse();
    found.into_iter().map(|span| caption(source.slice(span), span)).collect()
}

/// The caption of a table that stands right below its grid, where the one above is a figure's.
fn caption_below(
    source: &Source,
    blocks: &[Block],
    at: usize,
    around: &Surroundings,
) -> Option<Fact<String>> {
    let is_figure = |words: &str| words.starts_with(['图', '圖', 'F', 'C']) && !words.starts_with("图表");
    let number = around.caption.as_ref().and_then(|caption| caption_number(&caption.value));
    let Block::Line(line) = blocks.get(at + 1)? else { return None };
    let text = source.slice(line.span);
    if !number.is_some_and(is_figure) {
        // 表 5, and its sources below: no figure, whose picture left no text, and no table's that follows.
        let sourced = matches!(blocks.get(at + 2), Some(Block::Line(next)) if next.kind == LineKind::Sources);
        let of_table = text.starts_with(['表', 'T']) && caption_number(text).is_some();
        return (number.is_none() && of_table && sourced && !line.after_blank)
            .then(|| caption(text, line.span));
    }
    // One that heads what follows has a blank line before it, or its own table or sources near below.
    let heads_next = line.after_blank
        || blocks[at + 2..].iter().take(4).any(|next| match next {
            Block::Grid(_) => true,
            Block::Line(line) => line.kind == LineKind::Sources || is_unit_line(source.slice(line.span)),
        });
    let of_table = caption_number(text).is_some_and(|number| !is_figure(number));
    (line.kind == LineKind::Caption && of_table && !heads_next).then(|| caption(text, line.span))
}

/// A caption without the colon behind a heading.
fn caption(text: &str, span: Span) -> Fact<String> {
    let kept = text.trim_end_matches([':', '：', ' ']);
    Fact::new(kept.to_owned(), Span { start: span.start, end: span.start + kept.len() as u32 })
}

fn is_unit_line(text: &str) -> bool {
    let bare = text.trim_start_matches(['(', '（', '[', '【']);
    ["单位", "單位", "币种", "Unit"].iter().any(|word| bare.starts_with(word)) && text.len() < 90
}

fn is_plain_heading(text: &str) -> bool {
    let ends = ['。', '；', ';', '，', ',', '、', '！', '”', '"'];
    let letters = text.chars().filter(|c| c.is_alphabetic()).take(2).count() == 2;
    letters
        && text.chars().nth(PLAIN_HEADING_LENGTH).is_none()
        && !text.ends_with(ends)
        && !text.contains(['。', '@', '|', '<', '!'])
}

/// Whether a line goes on with the paragraph above it.
fn ends_paragraph(source: &Source, blocks: &[Block], index: usize, line: &Line) -> bool {
    if line.after_blank || index == 0 {
        return false;
    }
    let Block::Line(before) = &blocks[index - 1] else { return false };
    let text = source.slice(before.span);
    matches!(before.kind, LineKind::Prose | LineKind::Item)
        && text.chars().nth(PLAIN_HEADING_LENGTH / 2).is_some()
        && !text.ends_with(['。', '：', ':', '；', ';', '！', '？'])
}

fn below(source: &Source, blocks: &[Block], at: usize, around: &mut Surroundings) {
    for block in blocks.iter().skip(at + 1).take(REACH) {
        let Block::Line(line) = block else { return };
        match line.kind {
            LineKind::Furniture => {}
            _ if is_unit_line(source.slice(line.span)) && around.sources.is_none() => {
                around.unit = around.unit.take().or_else(|| unit(source.slice(line.span)));
            }
            LineKind::Sources if around.sources.is_none() => sources(source, line.span, around),
            LineKind::Note => {
                let text = source.slice(line.span);
                around.notes.extend(labeled(text, line.span));
            }
            _ => return,
        }
    }
}

/// What follows the label and its colon; `None` where nothing does.
fn labeled(text: &str, span: Span) -> Option<Fact<String>> {
    let colon = text.find([':', '：'])?;
    let start = colon + text[colon..].chars().next().map_or(0, char::len_utf8);
    fact(text, span, start, text.len())
}

/// The text from `start` to `end` of the line at `span`, without white space and brackets that it leaves open.
fn fact(text: &str, span: Span, start: usize, end: usize) -> Option<Fact<String>> {
    let mut kept = text[start..end].trim();
    let is_closed =
        |kept: &str| kept.matches(['(', '（', '[']).count() >= kept.matches([')', '）', ']']).count();
    while kept.ends_with([')', '）', ']']) && !is_closed(kept)
        || kept.ends_with(['(', '（', '*', '；', ';', '，', ','])
    {
        kept = kept[..kept.len() - kept.chars().next_back().map_or(0, char::len_utf8)].trim_end();
    }
    if kept.is_empty() {
        return None;
    }
    let start = span.start as usize + start + (text[start..end].len() - text[start..end].trim_start().len());
    Some(Fact::new(kept.to_owned(), Span::new(start, start + kept.len())))
}

/// The source line at `span`: the sources, and the note that stands in it.
fn sources(source: &Source, span: Span, around: &mut Surroundings) {
    let text = source.slice(span);
    let Some(colon) = text.find([':', '：']) else { return };
    let start = colon + text[colon..].chars().next().map_or(0, char::len_utf8);
    let note = ["注：", "注:", "备注：", "备注:", "Note:", "说明："]
        .iter()
        .filter_map(|label| text[start..].find(label).map(|at| (start + at, label.len())))
        .min();
    let end = note.map_or(text.len(), |(at, _)| at);
    around.sources = fact(text, span, start, end);
    if let Some((at, length)) = note {
        around.notes.extend(fact(text, span, at + length, text.len()));
    }
}

/// The unit that `text` names: behind 单位, or as the whole of its last brackets.
pub fn unit(text: &str) -> Option<String> {
    if let Some(at) =
        ["单位", "單位", "Unit", "unit"].iter().find_map(|word| find(text, word).map(|at| at + word.len()))
    {
        let rest = text[at..].trim_start_matches(' ');
        if let Some(rest) = rest.strip_prefix([':', '：', '为']) {
            let end = rest.find([')', '）', ']', '】', ';', '；']).unwrap_or(rest.len());
            let unit = rest[..end].trim();
            return (!unit.is_empty() && unit.chars().nth(24).is_none()).then(|| unit.to_owned());
        }
    }
    let inner = text.trim_end().strip_suffix([')', '）'])?;
    let (_, unit) = inner.rsplit_once(['(', '（'])?;
    let unit = unit.trim();
    (!unit.is_empty() && is_unit(unit)).then(|| unit.to_owned())
}
