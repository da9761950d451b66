//! The part of a text that the source pane shows around a place.

use std::ops::Range;

use crate::text::{source::Source, span::Span};

/// Lines shown before and behind the marked one.
const LINES_AROUND: usize = 400;

/// A line longer than this is cut to what stands around the mark, in bytes.
const LONG_LINE: usize = 4_000;

/// A line of the excerpt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExcerptLine {
    /// Counted from 0.
    pub number: usize,
    /// What is shown of it.
    pub span: Span,
    /// The marked part of what is shown; empty spans mark nothing.
    pub mark: Option<Span>,
    /// Whether a part of the line is left out.
    pub is_cut: bool,
}

/// Lines of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The lines' numbers, counted from 0.
    pub numbers: Range<usize>,
    /// The lines.
    pub lines: Vec<ExcerptLine>,
}

/// What is shown of `source` around `mark`, with `further` lines more on each side.
#[must_use]
pub fn excerpt(source: &Source, mark: Span, further: usize) -> Excerpt {
    let first_marked = source.line_at(mark.start);
    let last_marked = source.line_at(mark.end.saturating_sub(1).max(mark.start));
    let around = LINES_AROUND + further;
    let start = first_marked.saturating_sub(around);
    let end = (last_marked.min(first_marked + LINES_AROUND) + around + 1).min(source.line_count());
    let line = |number: usize| {
        let whole = source.line(number);
        let marked = Span { start: mark.start.max(whole.start), end: mark.end.min(whole.end) };
        let marked = (first_marked..=last_marked)
            .contains(&number)
            .then_some(marked)
            .filter(|part| part.start <= part.end);
        let span = shown_part(source.text(), whole, marked);
        let mark = marked.map(|part| Span { start: part.start, end: part.end.min(span.end) });
        ExcerptLine { number, span, mark, is_cut: span != whole }
    };
    Excerpt { numbers: start..end, lines: (start..end).map(line).collect() }
}

fn shown_part(text: &str, line: Span, mark: Option<Span>) -> Span {
    let Range { start, end } = line.range();
    if end - start <= LONG_LINE {
        return line;
    }
    let middle = mark.map_or(start, |mark| mark.start as usize);
    let from = text.floor_char_boundary(middle.saturating_sub(LONG_LINE / 4).max(start));
    let to = text.floor_char_boundary((from + LONG_LINE).min(end));
    Span::new(from, to)
}

#[cfg(test)]
mod tests {
    use super::{LINES_AROUND, LONG_LINE, excerpt};
    use crate::text::{source::Source, span::Span};

    #[test]
    fn the_mark_is_the_place_and_nothing_else() {
        let source = Source::of_text("a.txt", "甲\t乙\n丙\t丁\n");
        let place = Span::new(8, 11);
        let lines = excerpt(&source, place, 0).lines;
        assert_eq!(lines.len(), 3);
        assert_eq!(lines.iter().filter_map(|line| line.mark).collect::<Vec<_>>(), [place]);
        assert_eq!(source.slice(place), "丙");
    }

    #[test]
    fn a_place_over_lines_is_marked_in_each() {
        let source = Source::of_text("a.txt", "神州数\n码、甲\n");
        let marks: Vec<_> =
            excerpt(&source, Span::new(0, 13), 0).lines.iter().filter_map(|line| line.mark).collect();
        assert_eq!(marks.iter().map(|mark| source.slice(*mark)).collect::<Vec<_>>(), ["神州数", "码"]);
    }

    #[test]
    fn long_texts_and_long_lines_are_cut_around_the_mark() {
        let source = Source::of_text("a.txt", "行\n".repeat(5_000));
        let place = source.line(2_500);
        let cut = excerpt(&source, place, 0);
        assert_eq!(cut.numbers, 2_500 - LINES_AROUND..2_501 + LINES_AROUND);
        assert_eq!(excerpt(&source, place, 10_000).numbers, 0..5_001);

        let source = Source::of_text("a.txt", "长".repeat(100_000));
        let place = Span::new(150_000, 150_003);
        let line = excerpt(&source, place, 0).lines[0];
        assert!(line.is_cut && line.span.contains(place) && line.span.range().len() <= LONG_LINE);
        assert_eq!(line.mark, Some(place));
    }
}
