//! A case file: a title, sentences of why, and fenced blocks of input, each followed by what is expected of it.

/// A piece of a case file, in order; together they are the file.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text outside fences, line ends included.
    Words(&'a str),
    /// A fenced block.
    Fence(Fence<'a>),
}

/// A fenced block.
#[derive(Debug, PartialEq, Eq)]
pub struct Fence<'a> {
    /// The line that opens it, with its line end.
    pub opening: &'a str,
    /// The lines inside.
    pub body: &'a str,
    /// The line that closes it, with its line end.
    pub closing: &'a str,
    /// The line in the file that opens it, counted from 1.
    pub line: usize,
}

impl<'a> Fence<'a> {
    /// The words behind the marks, the language `text` aside.
    pub fn words(&self) -> Vec<&'a str> {
        let words = self.opening.trim().trim_start_matches('`').split_whitespace();
        words.filter(|word| *word != "text").collect()
    }
}

/// The pieces of `text`. A fence is closed by as many marks as opened it, so that an input may hold fences itself.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut start, mut line) = (0, 1);
    let mut lines = Vec::new();
    for content in text.split_inclusive('\n') {
        lines.push((start, line, content));
        start += content.len();
        line += 1;
    }
    let (mut at, mut words_from) = (0, 0);
    while let Some(&(start, line, opening)) = lines.get(at) {
        let marks = opening.len() - opening.trim_start_matches('`').len();
        if marks < 3 {
            at += 1;
            continue;
        }
        let closes =
            |content: &str| content.trim_end().len() == marks && content.trim_end().chars().all(|c| c == '`');
        let length = lines[at + 1..].iter().position(|(_, _, content)| closes(content));
        let length = length.unwrap_or_else(|| panic!("line {line}: the fence is not closed"));
        let (close, _, closing) = lines[at + 1 + length];
        if words_from < start {
            pieces.push(Piece::Words(&text[words_from..start]));
        }
        pieces.push(Piece::Fence(Fence {
            opening,
            body: &text[start + opening.len()..close],
            closing,
            line,
        }));
        words_from = close + closing.len();
        at += length + 2;
    }
    if words_from < text.len() {
        pieces.push(Piece::Words(&text[words_from..]));
    }
    pieces
}
