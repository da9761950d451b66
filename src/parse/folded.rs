//! A piece of text in the form that word scanners compare: widths, dashes and traditional characters folded, white
//! space, tags and marks gone, and for every byte the place it came from and what separated it from the one before.
//!
//! Reports print the same words spaced out (`买 入`), broken over lines, in full width, inside table cells or without
//! any white space; the scanners see one form of them all.

mod characters;

use std::ops::Range;

use crate::text::span::Span;
pub use characters::simplified;
use characters::{entity, folded_character, is_mark, tag};

/// What stood between a character and the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing.
    #[default]
    None,
    /// One space.
    Space,
    /// A cell border, a tab, a bullet, two spaces or more.
    Border,
    /// A line end.
    Line,
    /// A blank line.
    Paragraph,
}

/// Folded text with its places in the source.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The text; a single space is kept between letters and digits only.
    pub text: String,
    /// By byte of the text.
    places: Vec<Place>,
}

/// Where a byte of folded text came from, and what stood before it.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    start: u32,
    end: u32,
    gap: Gap,
}

impl Folded {
    /// Folds the pieces of `text` at `ranges`, in that order, each after a border.
    #[must_use]
    pub fn of_ranges(text: &str, ranges: &[Range<usize>]) -> Self {
        let mut folded = Self::default();
        for range in ranges {
            folded.append(text, range.clone(), Gap::Border);
        }
        folded
    }

    /// Folds the piece of `text` at `range`.
    #[must_use]
    pub fn of_range(text: &str, range: Range<usize>) -> Self {
        Self::of_ranges(text, &[range])
    }

    /// Folds pieces that go on one behind the other, as the lines of a column do.
    pub fn append_joined(&mut self, text: &str, ranges: &[Range<usize>]) {
        for (index, range) in ranges.iter().enumerate() {
            self.append(text, range.clone(), if index == 0 { Gap::Line } else { Gap::Space });
        }
    }

    /// Folds pieces that stand in lines; an empty range between two pieces is a line end.
    pub fn append_lines(&mut self, text: &str, ranges: &[Range<usize>]) {
        let mut gap = Gap::Line;
        for range in ranges {
            if range.is_empty() {
                gap = Gap::Line;
                continue;
            }
            self.append(text, range.clone(), gap);
            gap = Gap::Border;
        }
    }

    /// What stood before the character at byte `at`; a paragraph's end before the first and past the last.
    #[must_use]
    pub fn gap(&self, at: usize) -> Gap {
        if at == 0 { Gap::Paragraph } else { self.places.get(at).map_or(Gap::Paragraph, |place| place.gap) }
    }

    /// The place in the source of the bytes in `range`.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.places.get(range.start).map_or(0, |place| place.start);
        let last = range.end.checked_sub(1).and_then(|last| self.places.get(last));
        let end = last.map_or(start, |place| place.end);
        Span { start: start.min(end), end: end.max(start) }
    }

    /// The byte of the folded text that came from the source's byte `offset` or the first one after it, where the
    /// pieces were folded in print order.
    #[must_use]
    pub fn position(&self, offset: u32) -> usize {
        self.places.partition_point(|place| place.start < offset)
    }

    fn push(&mut self, character: char, gap: Gap, start: usize, end: usize) {
        let mut gap = gap;
        if self.text.is_empty() {
            gap = Gap::Paragraph;
        }
        if gap > Gap::None
            && character.is_ascii_alphanumeric()
            && self.text.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric)
        {
            // The space stands for the gap too, so that a word that ends before it is known to end there.
            self.push_byte_places(1, gap, start, start);
            self.text.push(' ');
        }
        self.push_byte_places(character.len_utf8(), gap, start, end);
        self.text.push(character);
    }

    fn push_byte_places(&mut self, count: usize, gap: Gap, start: usize, end: usize) {
        let mut place = Place { start: start as u32, end: end as u32, gap };
        for _ in 0..count {
            self.places.push(place);
            place.gap = Gap::None;
        }
    }

    fn append(&mut self, text: &str, range: Range<usize>, before: Gap) {
        let Some(piece) = text.get(range.clone()) else { return };
        self.text.reserve(piece.len());
        self.places.reserve(piece.len());
        let mut gap = before;
        let mut at = 0;
        while let Some(character) = piece[at..].chars().next() {
            let (start, length) = (range.start + at, character.len_utf8());
            let rest = &piece[at..];
            match character {
                '\n' if matches!(gap, Gap::Line | Gap::Paragraph) => gap = gap.max(Gap::Paragraph),
                '\n' | '\u{c}' | '\u{2028}' | '\u{2029}' => gap = gap.max(Gap::Line),
                '\t' | '|' | '\u{1f}' => gap = gap.max(Gap::Border),
                '<' => {
                    if let Some((tag_length, tag_gap)) = tag(rest) {
                        gap = gap.max(tag_gap);
                        at += tag_length;
                        continue;
                    }
                    self.push('<', gap, start, start + 1);
                    gap = Gap::None;
                }
                '&' => {
                    let (meant, entity_length) = entity(rest).unwrap_or(('&', 1));
                    if meant == ' ' {
                        gap = gap.max(Gap::Space);
                    } else {
                        self.push(meant, gap, start, start + entity_length);
                        gap = Gap::None;
                    }
                    at += entity_length;
                    continue;
                }
                '\\' => {
                    if let Some((meant, command_length)) = characters::command(rest) {
                        if let Some(meant) = meant {
                            self.push(meant, gap, start, start + command_length);
                            gap = Gap::None;
                        }
                        at += command_length;
                        continue;
                    }
                }
                '[' if rest.starts_with("[Table_") => {
                    gap = gap.max(Gap::Line);
                    at += rest.bytes().take(40).position(|byte| byte == b']').map_or(1, |end| end + 1);
                    continue;
                }
                _ if character.is_whitespace() => {
                    gap = gap.max(if gap >= Gap::Space || character == '\u{2003}' {
                        Gap::Border
                    } else {
                        Gap::Space
                    });
                }
                _ if is_mark(character) => {
                    gap = gap.max(if matches!(character, '*' | '`' | '$') { Gap::None } else { Gap::Border });
                }
                _ => {
                    if let Some(meant) = folded_character(character) {
                        self.push(meant, gap, start, start + length);
                        gap = Gap::None;
                    }
                }
            }
            at += length;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Folded, Gap};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(Folded::of_range(text, 0..text.len()).text, expected);
    }

    #[test]
    fn one_form_of_many() {
        check("1.买 入 ：相对 ＋10％～＋20％", "1.买入:相对+10%~+20%");
        check("<td rowspan=2>買入</td><td>&lt;-10%</td>", "买入<-10%");
        check("**增持**：5%\\~15%", "增持:5%~15%");
        check("$5\\% \\sim 1 5 \\%$", "5%~1 5%");
        check("over next 12\nmonths", "over next 12 months");
        check("沪深 300 指数", "沪深300指数");
    }

    #[test]
    fn gaps_and_places() {
        let text = "买入  涨\n\n跌";
        let folded = Folded::of_range(text, 0..text.len());
        let gaps: Vec<_> = folded.text.char_indices().map(|(at, _)| folded.gap(at)).collect();
        assert_eq!(gaps, [Gap::Paragraph, Gap::None, Gap::Border, Gap::Paragraph]);
        assert_eq!(&text[folded.span(6..9).range()], "涨");
    }
}
