//! The folding itself: one pass over printed text, in which runs that stay as they are are copied.

use std::ops::Range;

use super::{
    Folded, Gap, Run,
    characters::{PLAIN, command, entity, folded_character, is_mark, is_plain_hanzi, tag},
};

impl Folded {
    /// Adds one character that was printed otherwise, from `start` to `end` of the source.
    fn push(&mut self, character: char, gap: Gap, start: usize, end: usize) {
        self.separate(character.is_ascii_alphanumeric(), gap, start);
        self.begin_run(gap, start, Some(end));
        self.text.push(character);
    }

    /// Adds characters that stay as they are, from `start` of the source.
    fn push_run(&mut self, run: &str, gap: Gap, start: usize) {
        self.separate(run.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric), gap, start);
        self.begin_run(gap, start, None);
        self.text.push_str(run);
    }

    /// Keeps a space between letters and digits that stand apart.
    pub(super) fn separate(&mut self, alphanumeric: bool, gap: Gap, start: usize) {
        if gap > Gap::None
            && alphanumeric
            && self.text.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric)
        {
            // The space stands for the gap too, so that a word that ends before it is known to end there.
            self.begin_run(gap, start, Some(start));
            self.text.push(' ');
        }
    }

    fn begin_run(&mut self, gap: Gap, start: usize, end: Option<usize>) {
        let gap = if self.text.is_empty() { Gap::Paragraph } else { gap };
        let run = Run { at: self.text.len() as u32, start: start as u32, end: end.map(|end| end as u32) };
        if gap > Gap::None {
            self.gaps[self.text.len()] = gap;
        }
        let goes_on = self.runs.last().is_some_and(|last| {
            last.end.is_none() && run.end.is_none() && run.start.wrapping_sub(last.start) == run.at - last.at
        });
        if !goes_on {
            self.runs.push(run);
        }
    }

    /// Appends what stands in `range` of `text`, with `before` between it and what is there.
    pub(super) fn append(&mut self, text: &str, range: Range<usize>, before: Gap) {
        let Some(piece) = text.get(range.clone()) else { return };
        self.text.reserve(piece.len());
        // No character grows, but for a blank that may be kept before the first.
        self.gaps.resize(self.text.len() + piece.len() + 1, Gap::None);
        // A run is about thirty bytes long.
        self.runs.reserve(piece.len() / 32);
        self.fold(text, range, before);
        self.gaps.truncate(self.text.len());
    }

    /// The same where there is room for what is added.
    fn fold(&mut self, text: &str, range: Range<usize>, before: Gap) {
        let Some(piece) = text.get(range.clone()) else { return };
        let bytes = piece.as_bytes();
        let mut gap = before;
        let mut at = 0;
        loop {
            // Nearly all characters stay as they are.
            let from = at;
            while let Some(first) = bytes.get(at) {
                at += match PLAIN[usize::from(*first)] {
                    1 => 1,
                    3 => match bytes[at..] {
                        [first, second, third, ..] if is_plain_hanzi([first, second, third]) => 3,
                        _ => break,
                    },
                    // The comma of lists and the full stop.
                    _ if matches!(bytes[at..], [0xe3, 0x80, 0x81 | 0x82, ..]) => 3,
                    _ => break,
                };
            }
            if at > from {
                self.push_run(&piece[from..at], gap, range.start + from);
                gap = Gap::None;
            }
            if at >= bytes.len() {
                break;
            }
            let blanks = bytes[at..].iter().take_while(|byte| **byte == b' ').count();
            if blanks > 0 {
                gap = gap.max(if blanks > 1 || gap >= Gap::Space { Gap::Border } else { Gap::Space });
                at += blanks;
                continue;
            }
            let start = range.start + at;
            // What is most frequent of what changes: white space, borders and the marks of full width.
            let told = match bytes[at..] {
                [b'\n', ..] => gap.max(if gap >= Gap::Line { Gap::Paragraph } else { Gap::Line }),
                [b'\t' | b'|', ..] => gap.max(Gap::Border),
                [0xef, second @ (0xbc | 0xbd), third, ..]
                    if (second == 0xbc && third > 0x80) || (second == 0xbd && third <= 0x9e) =>
                {
                    let meant = if second == 0xbc { third - 0x60 } else { third - 0x20 };
                    self.push(char::from(meant), gap, start, start + 3);
                    gap = Gap::None;
                    at += 3;
                    continue;
                }
                _ => Gap::None,
            };
            if told > Gap::None {
                gap = told;
                at += 1;
                continue;
            }
            let rest = &piece[at..];
            let Some(character) = rest.chars().next() else { break };
            let length = character.len_utf8();
            match character {
                '\u{c}' | '\u{2028}' | '\u{2029}' => gap = gap.max(Gap::Line),
                '\u{1f}' => gap = gap.max(Gap::Border),
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
                    if let Some((meant, command_length)) = command(rest) {
                        if let Some(meant) = meant {
                            self.push(meant, gap, start, start + command_length);
                            gap = Gap::None;
                        }
                        at += command_length;
                        continue;
                    }
                }
                '[' if rest.starts_with("[Table_") || rest.starts_with("[table_") => {
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
                // $5 \%$ $20 \%$: between the two formulas the sign of a range got lost.
                '$' if is_range(&self.text, rest) => {
                    self.push('~', gap, start, start + 3);
                    gap = Gap::None;
                    at += 3;
                    continue;
                }
                '$' if formula_length(rest) > 1 => {
                    let end = at + formula_length(rest);
                    let mut from = at + 1;
                    for token in piece[from..end].split(' ') {
                        let place = range.start + from;
                        if !token.is_empty() {
                            self.fold(text, place..place + token.len(), gap);
                            gap = Gap::None;
                        }
                        from += token.len() + 1;
                    }
                    at = end;
                    continue;
                }
                _ if is_mark(character) => {
                    let nothing = matches!(character, '*' | '`' | '$' | '{' | '}');
                    gap = gap.max(if nothing { Gap::None } else { Gap::Border });
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

/// Whether two formulas meet at the beginning of `rest`, the first with a percentage at its end, the second with a number.
fn is_range(before: &str, rest: &str) -> bool {
    let number = |next: char| next.is_ascii_digit() || matches!(next, '+' | '-');
    before.ends_with('%')
        && rest.strip_prefix("$ $").is_some_and(|rest| rest.trim_start().starts_with(number))
}

/// The length of the formula of figures, signs and commands that `rest` begins with, up to the `$` that ends it; 1 where none begins.
/// Blanks in it print nothing.
fn formula_length(rest: &str) -> usize {
    let mut command = false;
    for (at, byte) in rest.bytes().enumerate().skip(1).take(LONGEST_FORMULA) {
        match byte {
            b'$' => return at,
            b'\\' => command = true,
            b'a'..=b'z' | b'A'..=b'Z' if command => {}
            // 22.1 x, and the x between two limits.
            b'x' => {}
            b' '..=b'@' | b'{' | b'}' | b'_' | b'^' => command = false,
            _ => return 1,
        }
    }
    1
}

/// A formula of a condition or a number takes at most so many bytes.
const LONGEST_FORMULA: usize = 80;
