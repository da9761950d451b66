//! A region's text in reading order. Where a page prints prose in a left column and grades in a right one, the lines
//! of both stand side by side; they are taken apart before anything is read.

use std::ops::Range;

use crate::{
    parse::{
        folded::{Folded, Gap, HEAD},
        lexicon::{ENGLISH_GRADES, grade_word},
        rating_scale::grades::begins_condition,
        survey::{Beginnings, beginnings},
    },
    text::{
        span::Span,
        words::{character_length, hanzi_length},
    },
};

/// A piece of a line between wide gaps.
#[derive(Clone, Debug)]
struct Piece {
    range: Range<usize>,
    column: usize,
    /// How many wide characters stand before it in its line.
    wide: usize,
    /// Whether it begins with a grade, as [`is_label`] says.
    is_label: bool,
}

/// The region of `text`, in which grade words may stand at `labels`, without the `furniture` in it, folded in reading order;
/// `head` is the beginning of the text, folded.
#[must_use]
pub fn folded_region(
    text: &str,
    region: Range<usize>,
    labels: &[Range<usize>],
    furniture: &[Span],
    head: &Folded,
) -> Folded {
    let parts = without(text, region.clone(), furniture);
    let end = region.end;
    let Some(piece) = text.get(region) else { return Folded::default() };
    // Tabs, pipes and tags mark their cells; only spaces leave the columns to be told by their places.
    if has_wide_gap(piece.as_bytes()) && !piece.contains("<td") {
        let mut lines: Vec<Vec<Piece>> = parts
            .iter()
            .flat_map(|part| line_ranges(text, part.clone()))
            .map(|line| pieces(text, line))
            .collect();
        narrow_places(labels, &mut lines);
        let lowered = lift_stacked(text, &mut lines) | lower_conditions(text, &mut lines);
        if let Some(folded) = in_columns(text, &lines) {
            return folded;
        }
        if lowered {
            let pieces = lines.iter().flat_map(|line| {
                let words = line.iter().map(|piece| piece.range.clone());
                words.chain(line.last().map(|last| last.range.end..last.range.end))
            });
            let mut folded = Folded::default();
            folded.append_lines(text, &pieces.collect::<Vec<_>>());
            return folded;
        }
    }
    let mut folded = Folded::default();
    if end < HEAD {
        for part in parts {
            folded.append_folded(head, part, Gap::Line);
        }
    } else {
        folded.append_lines(text, &lined(&parts));
    }
    folded
}

/// The parts of `region` between the spans of `furniture`, without the white space around those.
fn without(text: &str, region: Range<usize>, furniture: &[Span]) -> Vec<Range<usize>> {
    let first = furniture.partition_point(|span| (span.end as usize) <= region.start);
    let mut parts = Vec::new();
    let mut start = region.start;
    let mut push = |from: usize, to: usize| {
        let Some(part) = text.get(from..to) else { return };
        let lead = if from == region.start { 0 } else { part.len() - part.trim_start().len() };
        let kept = if to == region.end { part.len() } else { part.trim_end().len() };
        if lead < kept {
            parts.push(from + lead..from + kept);
        }
    };
    for span in furniture[first..].iter().take_while(|span| (span.start as usize) < region.end) {
        push(start, (span.start as usize).max(start));
        start = (span.end as usize).clamp(start, region.end);
    }
    push(start, region.end);
    parts
}

/// So many labels are measured.
const MEASURED: usize = 24;

/// Counts wide characters as one column each where the labels stand straighter so, as programs print them that count
/// characters.
fn narrow_places(labels: &[Range<usize>], lines: &mut [Vec<Piece>]) {
    let begins_label =
        |piece: &&Piece| labels.binary_search_by_key(&piece.range.start, |label| label.start).is_ok();
    let labels = lines.iter().filter_map(|line| line.iter().find(begins_label));
    let labels: Vec<&Piece> = labels.take(MEASURED).collect();
    // The most labels that stand in one column.
    let straight = |place: &dyn Fn(&Piece) -> usize| {
        let beside =
            |one: &Piece| labels.iter().filter(|other| place(one).abs_diff(place(other)) <= 1).count();
        labels.iter().map(|label| beside(label)).max()
    };
    if straight(&|piece| piece.column - piece.wide) > straight(&|piece| piece.column) {
        lines.iter_mut().flatten().for_each(|piece| piece.column -= piece.wide);
    }
}

/// A label of so many characters, one below the other, is one.
const STACKED: usize = 4;

/// Where the characters of a label stand one below the other beside the grades that it names, puts them together before the
/// first of these. Whether there were any.
fn lift_stacked(text: &str, lines: &mut [Vec<Piece>]) -> bool {
    let hanzi =
        |piece: &Piece| piece.range.len() == 3 && hanzi_length(&text.as_bytes()[piece.range.clone()]) == 3;
    let begins = |line: &[Piece]| line.first().filter(|piece| hanzi(piece)).map(|piece| piece.column);
    let mut lifted = false;
    let mut at = 1;
    while at < lines.len() {
        let column = begins(&lines[at]);
        let end = (at..lines.len())
            .find(|next| !lines[*next].is_empty() && (column.is_none() || begins(&lines[*next]) != column))
            .unwrap_or(lines.len());
        let count = lines[at..end].iter().filter(|line| !line.is_empty()).count();
        if count >= STACKED {
            let label: Vec<Piece> = lines[at..end]
                .iter_mut()
                .filter(|line| !line.is_empty())
                .map(|line| line.remove(0))
                .collect();
            lines[at - 1].splice(0..0, label);
            lifted = true;
        }
        at = end.max(at + 1);
    }
    lifted
}

/// Where a label stands beside the middle of its condition, which begins in the line above, puts that beginning behind
/// the label. Whether there was any.
fn lower_conditions(text: &str, lines: &mut [Vec<Piece>]) -> bool {
    let words = |piece: &Piece| &text[piece.range.clone()];
    let begins = |piece: &Piece| begins_condition(&Folded::of_range(text, piece.range.clone()).text);
    let beside = |one: &Piece, other: &Piece| one.column.abs_diff(other.column) <= 2;
    let printed: Vec<usize> = (0..lines.len()).filter(|index| !lines[*index].is_empty()).collect();
    let mut lowered = false;
    for pair in 1..printed.len() {
        let (above, index) = (printed[pair - 1], printed[pair]);
        let below = printed.get(pair + 1).and_then(|below| lines[*below].last());
        let Some(label) = lines[index].iter().position(|piece| piece.is_label) else { continue };
        let Some(start) = lines[above].last() else { continue };
        let unfinished = words(start).ends_with(['~', '～', '-', '—', '至']);
        let goes_on = match lines[index].get(label + 1) {
            Some(rest) => {
                label + 2 == lines[index].len() && beside(start, rest) && (unfinished || !begins(rest))
            }
            None => below.is_some_and(|rest| {
                let other = lines[printed[pair + 1]].iter().any(|piece| piece.is_label);
                beside(start, rest) && !rest.is_label && (begins(rest) == other)
            }),
        };
        let alone =
            start.column > lines[index][label].column + 2 && !lines[above].iter().any(|piece| piece.is_label);
        if goes_on && alone && begins(start) && !words(start).trim_end().ends_with(['；', ';', '。']) {
            let start = lines[above].pop();
            lines[index].splice(label + 1..label + 1, start);
            lowered = true;
        }
    }
    lowered
}

/// The `lines` in reading order, where grades stand in a column of their own beside others.
fn in_columns(text: &str, lines: &[Vec<Piece>]) -> Option<Folded> {
    let labelled: Vec<(usize, usize, bool)> = lines
        .iter()
        .enumerate()
        .filter_map(|(index, line)| {
            let label = line.iter().find(|piece| piece.is_label)?;
            let mut before = line.iter().take_while(|piece| !piece.is_label);
            let prose = before.any(|piece| width(&text[piece.range.clone()]) > 16);
            Some((index, label.column, prose))
        })
        .collect();
    let beside: Vec<usize> = labelled.iter().filter(|label| label.2).map(|label| label.1).collect();
    let prose = beside.len() >= 2;
    let counted = |label: &&(usize, usize, bool)| if prose { label.2 } else { label.1 >= 8 };
    let first = labelled.iter().find(counted)?;
    let last = labelled.iter().rfind(counted)?;
    if labelled.iter().filter(counted).count() < 2 {
        return None;
    }
    let border =
        labelled.iter().filter(counted).map(|label| label.1).min().unwrap_or_default().saturating_sub(2);
    let columned = first.0.saturating_sub(4)..(last.0 + 8).min(lines.len());
    let whole = |line: &[Piece]| Some(line.first()?.range.start..line.last()?.range.end);
    let ranges: Vec<Range<usize>> = lines[..columned.start].iter().filter_map(|line| whole(line)).collect();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let mut headed = None;
    // The column of the prose in the line above, whose last line may be short.
    let mut prose_above: Option<usize> = None;
    for line in &lines[columned.clone()] {
        let (mut labels, mut rest) = (Vec::new(), Vec::new());
        for piece in line {
            let words = &text[piece.range.clone()];
            let reaches_over = piece.column + width(words) > border + 12;
            let goes_on = prose_above.is_some_and(|column| column.abs_diff(piece.column) <= 1)
                && !words.contains("评级");
            if prose && piece.column < border && !reaches_over && (width(words) > 16 || goes_on) {
                left.push(piece.range.clone());
                prose_above = Some(piece.column);
            } else if piece.column < border && !reaches_over && !piece.is_label {
                labels.push(piece.range.clone());
            } else {
                rest.push(piece.clone());
            }
        }
        if headed.is_none() && rest.iter().any(|piece| piece.is_label) {
            headed = Some(right.len());
        }
        // What goes on from the line above, beside a label that names the whole scale, belongs before that label.
        let goes_on = !rest.is_empty() && !rest.iter().any(|piece| piece.is_label);
        let words = rest.into_iter().map(|piece| piece.range);
        if goes_on {
            right.extend(words);
            right.extend(labels);
        } else {
            right.extend(labels);
            right.extend(words);
        }
        prose_above =
            prose_above.filter(|column| line.iter().any(|piece| piece.column.abs_diff(*column) <= 1));
        right.push(line.last().map_or(0..0, |piece| piece.range.end..piece.range.end));
    }
    let headed = headed.unwrap_or_default();
    let mut folded = Folded::default();
    folded.append_lines(text, &lined(&ranges));
    // What stands above the first grade is the heading of both columns.
    folded.append_lines(text, &right[..headed]);
    folded.append_joined(text, &left);
    folded.append_lines(text, &right[headed..]);
    let ranges: Vec<Range<usize>> = lines[columned.end..].iter().filter_map(|line| whole(line)).collect();
    folded.append_lines(text, &lined(&ranges));
    Some(folded)
}

/// Whether three spaces stand side by side: one of them is each third byte of a text.
fn has_wide_gap(text: &[u8]) -> bool {
    text.chunks_exact(3).enumerate().any(|(index, chunk)| {
        let at = 3 * index + 2;
        chunk[2] == b' ' && text[at - 2..text.len().min(at + 3)].windows(3).any(|three| three == b"   ")
    })
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
    let (mut column, mut wide_before, mut spaces) = (0, 0, 3);
    let bytes = &text.as_bytes()[..line.end];
    let mut at = line.start;
    while at < line.end {
        let blanks = bytes[at..].iter().take_while(|byte| **byte == b' ').count();
        if blanks > 0 {
            spaces += blanks;
            column += blanks;
            at += blanks;
            continue;
        }
        // Characters of one width stand in rows.
        let narrow = bytes[at..].iter().take_while(|byte| byte.is_ascii() && **byte != b' ').count();
        let wide = hanzi_length(&bytes[at..]);
        let (length, columns) = match (narrow, wide) {
            (0, 0) => (character_length(bytes[at]), 2),
            (0, wide) => (wide, wide / 3 * 2),
            (narrow, _) => (narrow, narrow),
        };
        let end = at + length;
        match pieces.last_mut() {
            Some(piece) if spaces < 3 => piece.range.end = end,
            _ => pieces.push(Piece { range: at..end, column, wide: wide_before, is_label: false }),
        }
        spaces = 0;
        column += columns;
        wide_before += if narrow == 0 { columns / 2 } else { 0 };
        at = end;
    }
    pieces.iter_mut().for_each(|piece| piece.is_label = is_label(&text[piece.range.clone()]));
    pieces
}

fn width(words: &str) -> usize {
    words.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum()
}

/// Whether `words` may begin with a grade behind a number, by their first characters: most pieces begin with figures or with
/// Chinese characters that no grade begins with.
fn may_be_label(words: &[u8], beginnings: &Beginnings) -> bool {
    let digits = words.iter().take_while(|byte| matches!(byte, b'0'..=b'9' | b'.')).count();
    match words[digits..] {
        [] | [b'%' | b'-' | b'+' | b',' | b'(' | b')' | b'/' | b'a'..=b'z', ..] => false,
        [first @ 0xe4..=0xe9, second, third, ..] => beginnings.begins_grade([first, second, third]),
        [first @ b'A'..=b'Z', second @ (b'A'..=b'Z' | b'a'..=b'z'), ..] => {
            ENGLISH_GRADES.one_begins_with(&[first, second].map(|letter| letter.to_ascii_lowercase()))
        }
        _ => true,
    }
}

/// Whether `words` begin with a grade that ends there or is separated.
fn is_label(words: &str) -> bool {
    if !may_be_label(words.as_bytes(), beginnings()) {
        return false;
    }
    // A cell of a table is a grade and nothing else.
    if grade_word(words).is_some_and(|(_, length)| length == words.len()) {
        return true;
    }
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

#[cfg(test)]
mod tests {
    use super::is_label;
    use crate::parse::lexicon::{ENGLISH_GRADES, GRADES};

    #[test]
    fn every_grade_is_a_label() {
        GRADES.each(&mut |word| {
            let word = String::from_utf8_lossy(word);
            assert!(
                ["", "1. ", "2", "“", "■"].iter().all(|before| is_label(&format!("{before}{word}"))),
                "{word}"
            );
        });
        ENGLISH_GRADES.each(&mut |word| {
            let word = String::from_utf8_lossy(word);
            let capital = word[..1].to_ascii_uppercase() + &word[1..];
            assert!(is_label(&capital) && is_label(&word.to_ascii_uppercase()), "{word}");
        });
        assert!(is_label("買入") && is_label("1.增 持：") && is_label("In-Line"));
        assert!(!is_label("688901.SH") && !is_label("-4.31%") && !is_label("衡汐传动"));
    }
}
