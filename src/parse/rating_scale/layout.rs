//! A region's text in reading order. Where a page prints prose in a left column and grades in a right one, the lines
//! of both stand side by side; they are taken apart before anything is read.

use std::ops::Range;

use crate::parse::{
    folded::{Folded, Gap},
    lexicon::grade_word,
};

/// A piece of a line between wide gaps.
#[derive(Clone, Debug)]
struct Piece {
    range: Range<usize>,
    column: usize,
}

/// The region of `text`, folded in reading order.
#[must_use]
pub fn folded_region(text: &str, region: Range<usize>) -> Folded {
    let plain = || Folded::of_range(text, region.clone());
    let Some(piece) = text.get(region.clone()) else { return Folded::default() };
    // Tabs, pipes and tags mark their cells; only spaces leave the columns to be told by their places.
    if !piece.contains("   ") || piece.contains("<td") {
        return plain();
    }
    let lines: Vec<Vec<Piece>> =
        line_ranges(text, region.clone()).into_iter().map(|line| pieces(text, line)).collect();
    let begins_with_grade = |piece: &Piece| is_label(&text[piece.range.clone()]);
    let labelled: Vec<(usize, usize)> = lines
        .iter()
        .enumerate()
        .filter_map(|(index, line)| {
            let label = line.iter().skip(1).find(|piece| begins_with_grade(piece))?;
            let prose = line
                .first()
                .is_some_and(|first| !begins_with_grade(first) && width(&text[first.range.clone()]) > 16);
            prose.then_some((index, label.column))
        })
        .collect();
    let (Some(first), Some(last)) = (labelled.first(), labelled.last()) else { return plain() };
    if labelled.len() < 2 {
        return plain();
    }
    let border = labelled.iter().map(|(_, column)| *column).min().unwrap_or_default().saturating_sub(2);
    let columned = first.0.saturating_sub(4)..(last.0 + 8).min(lines.len());
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let whole = |line: &[Piece]| Some(line.first()?.range.start..line.last()?.range.end);
    ranges.extend(lines[..columned.start].iter().filter_map(|line| whole(line)));
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for line in &lines[columned.clone()] {
        for piece in line {
            let words = &text[piece.range.clone()];
            let reaches_over = piece.column + width(words) > border + 12;
            let prose = piece.column < border && !reaches_over && width(words) > 16;
            if prose { left.push(piece.range.clone()) } else { right.push(piece.range.clone()) }
        }
        right.push(line.last().map_or(0..0, |piece| piece.range.end..piece.range.end));
    }
    let mut folded = Folded::default();
    folded.append_lines(text, &lined(&ranges));
    folded.append_joined(text, &left);
    folded.append_lines(text, &right);
    ranges = lines[columned.end..].iter().filter_map(|line| whole(line)).collect();
    folded.append_lines(text, &lined(&ranges));
    folded
}

/// The ranges of whole lines, with the line ends between them.
fn lined(ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    ranges.iter().flat_map(|range| [range.clone(), range.end..range.end]).collect()
}

fn line_ranges(text: &str, region: Range<usize>) -> Vec<Range<usize>> {
    let mut start = region.start;
    let mut lines = Vec::new();
    for line in text[region].split_inclusive('\n') {
        lines.push(start..start + line.trim_end().len());
        start += line.len();
    }
    lines
}

fn pieces(text: &str, line: Range<usize>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut column, mut spaces) = (0, 3);
    for (at, character) in text[line.clone()].char_indices() {
        let place = line.start + at;
        if character == ' ' {
            spaces += 1;
            column += 1;
            continue;
        }
        let end = place + character.len_utf8();
        match pieces.last_mut() {
            Some(piece) if spaces < 3 => piece.range.end = end,
            _ => pieces.push(Piece { range: place..end, column }),
        }
        spaces = 0;
        column += if character.is_ascii() { 1 } else { 2 };
    }
    pieces
}

fn width(words: &str) -> usize {
    words.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum()
}

/// Whether `words` begin with a grade that ends there or is separated.
fn is_label(words: &str) -> bool {
    let end = words.char_indices().nth(24).map_or(words.len(), |(at, _)| at);
    let folded = Folded::of_range(words, 0..end);
    let begin = folded.text.trim_start_matches(|character: char| {
        character.is_ascii_digit() || matches!(character, '.' | '、' | '"')
    });
    grade_word(begin).is_some_and(|(_, length)| {
        let rest = &begin[length..];
        let place = folded.text.len() - rest.len();
        rest.is_empty() || rest.starts_with([':', '—', '(', '"', '-']) || folded.gap(place) > Gap::None
    })
}
