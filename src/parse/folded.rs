//! A piece of text in the form that word scanners compare: widths, dashes and traditional characters folded, white
//! space, tags and marks gone, and for every byte the place it came from and what separated it from the one before.
//! Nearly all characters stay as they are: they are copied a run at a time, and only where a run begins is noted where
//! it came from.
//!
//! Reports print the same words spaced out (`买 入`), broken over lines, in full width, inside table cells or without
//! any white space; the scanners see one form of them all.

mod characters;
mod folding;

use std::ops::Range;

use crate::text::{
    span::Span,
    words::{
        Hit, Words,
        places::{Places, Together},
    },
};
pub use characters::{simplified, simplified_bytes, traditional_forms};

/// The head of a report has at most so many bytes.
pub const HEAD: usize = 24_000;

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
    /// By byte of the text: what stood before it.
    gaps: Vec<Gap>,
    /// Where the text came from, in the order of the text.
    runs: Vec<Run>,
    /// Where words of the lists may begin that were looked for in the text.
    places: Option<Places>,
}

/// A part of folded text, up to the next, and where it came from.
#[derive(Clone, Copy, Debug)]
struct Run {
    /// Where it begins in the folded text.
    at: u32,
    /// Where it begins in the source.
    start: u32,
    /// Where it ends in the source, if it is one character that was printed otherwise; `None` where it goes on byte for
    /// byte.
    end: Option<u32>,
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

    /// Folds the beginning of `text`, which several readers look at: at most [`HEAD`] bytes.
    #[must_use]
    pub fn of_head(text: &str) -> Self {
        Self::of_range(text, 0..text.floor_char_boundary(HEAD))
    }

    /// Looks where words of `lists` may begin, for [`Self::next_word`].
    #[must_use]
    pub fn looked_through(mut self, lists: &Together) -> Self {
        self.places = Some(lists.places(&self.text));
        self
    }

    /// The first word of `words`, whose bit is `list`, that begins at byte `range.start` or behind it and ends at
    /// `range.end` at the latest.
    #[must_use]
    pub fn next_word(&self, words: &Words, list: u16, range: Range<usize>) -> Option<Hit> {
        let text = &self.text[..range.end];
        match &self.places {
            Some(places) => places.next(words, list, text, range.start),
            None => words.next(text, range.start),
        }
    }

    /// The places in `range` where a word of `list` may begin, with the lists' bits; none where it was not looked for.
    pub fn word_places(&self, list: u16, range: Range<usize>) -> impl Iterator<Item = (usize, u16)> + '_ {
        self.places.iter().flat_map(move |places| places.within(list, range.clone()))
    }

    /// The words of `words`, whose bit is `list`, in order; none where they were not looked for.
    pub fn words(&self, words: &'static Words, list: u16) -> impl Iterator<Item = Hit> + '_ {
        self.word_places(list, 0..self.text.len()).filter_map(|(at, _)| words.at(&self.text, at))
    }

    /// The places behind something, one space or more, and the beginning.
    pub fn gap_places(&self) -> impl Iterator<Item = (usize, Gap)> + '_ {
        let runs = self.runs.iter().map(|run| run.at as usize);
        runs.map(|at| (at, self.gap(at))).filter(|(_, gap)| *gap > Gap::None)
    }

    /// The same without what came from the source's byte `end` and from behind it.
    #[must_use]
    pub fn up_to(mut self, end: usize) -> Self {
        let length = self.position(end as u32);
        self.text.truncate(length);
        self.gaps.truncate(length);
        self.runs.truncate(self.runs.partition_point(|run| (run.at as usize) < length));
        self
    }

    /// Adds what of `folded` came from `range` of the source, behind `gap`: as [`Self::append_lines`] does with the range
    /// alone, without folding it again.
    pub fn append_folded(&mut self, folded: &Self, range: Range<usize>, gap: Gap) {
        let (mut start, end) = (folded.position(range.start as u32), folded.position(range.end as u32));
        // A blank that was kept belongs to what stood before.
        start += usize::from(folded.text.as_bytes().get(start) == Some(&b' '));
        let Some(text) = folded.text.get(start..end).filter(|text| !text.is_empty()) else { return };
        self.gaps.resize(self.text.len() + text.len() + 1, Gap::None);
        let place = folded.place(start).map_or(0, |place| place.0);
        self.separate(text.as_bytes()[0].is_ascii_alphanumeric(), gap, place as usize);
        let base = self.text.len();
        self.gaps.truncate(base);
        self.gaps.extend_from_slice(&folded.gaps[start..end]);
        self.gaps[base] = if base == 0 { Gap::Paragraph } else { gap };
        let first = folded.runs.partition_point(|run| run.at as usize <= start).saturating_sub(1);
        let runs = folded.runs[first..].iter().take_while(|run| (run.at as usize) < end);
        self.runs.extend(runs.map(|run| {
            let skipped = start.saturating_sub(run.at as usize) as u32;
            let at = (base + (run.at as usize).max(start) - start) as u32;
            Run { at, start: if run.end.is_some() { run.start } else { run.start + skipped }, end: run.end }
        }));
        self.text.push_str(text);
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
        if at == 0 { Gap::Paragraph } else { self.gaps.get(at).copied().unwrap_or(Gap::Paragraph) }
    }

    /// The first place in `range` behind a blank line.
    #[must_use]
    pub fn paragraph_in(&self, range: Range<usize>) -> Option<usize> {
        let gaps = self.gaps.get(range.clone())?;
        gaps.iter().position(|gap| *gap == Gap::Paragraph).map(|at| range.start + at)
    }

    /// The place in the source of the bytes in `range`.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.place(range.start).map_or(0, |place| place.0);
        let last = range.end.checked_sub(1).and_then(|last| self.place(last));
        let end = last.map_or(start, |place| place.1);
        Span { start: start.min(end), end: end.max(start) }
    }

    /// Where the byte at `at` came from: its first byte in the source, and the one after its last.
    fn place(&self, at: usize) -> Option<(u32, u32)> {
        if at >= self.text.len() {
            return None;
        }
        let run = self.runs.get(self.runs.partition_point(|run| run.at as usize <= at).checked_sub(1)?)?;
        let start = run.start + (at as u32 - run.at);
        Some(run.end.map_or((start, start + 1), |end| (run.start, end)))
    }

    /// The first byte of the text that came from the source's byte `offset` or from behind it, where the pieces were
    /// folded in print order.
    #[must_use]
    pub fn position(&self, offset: u32) -> usize {
        self.position_before(self.runs.partition_point(|run| run.start < offset), offset)
    }

    /// The same of offsets that are asked for in order: `run` is where the one before was found, 0 at first.
    #[must_use]
    pub fn next_position(&self, offset: u32, run: &mut usize) -> usize {
        while self.runs.get(*run).is_some_and(|run| run.start < offset) {
            *run += 1;
        }
        self.position_before(*run, offset)
    }

    /// Where the source's byte `offset` came to, which stands before the run of number `next`.
    fn position_before(&self, next: usize, offset: u32) -> usize {
        let end = self.runs.get(next).map_or(self.text.len(), |run| run.at as usize);
        match next.checked_sub(1).map(|last| self.runs[last]) {
            Some(Run { at, start, end: None }) => {
                end.min(self.text.ceil_char_boundary((at + (offset - start)) as usize))
            }
            _ => end,
        }
    }

    /// The bytes in `range` as the source prints them, character by character: what stands between them there, as another
    /// column's words do, is left out.
    #[must_use]
    pub fn printed(&self, text: &str, range: Range<usize>) -> String {
        let words = self.text.get(range.clone()).unwrap_or_default();
        let places = words.char_indices().map(|(at, character)| {
            let start = range.start + at;
            self.span(start..start + character.len_utf8())
        });
        places.filter_map(|place| text.get(place.range())).collect()
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
        check("$5\\% \\sim 1 5 \\%$", "5%~15%");
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
