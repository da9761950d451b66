//! A long file in UTF-8, decoded piece by piece, so that a page can paint in between.

use super::{Decoded, PIECE, SAMPLE, byte_order_mark, controls, marked, recognize, utf8};
use crate::text::{
    encoding::Encoding,
    source::{Source, push_line_starts},
};

/// A decoding under way.
pub struct LongDecoding<'a> {
    bytes: &'a [u8],
    /// The byte of the file that the text begins with.
    from: usize,
    text: String,
    line_starts: Vec<u32>,
    nul_characters: usize,
    is_broken: bool,
}

impl<'a> LongDecoding<'a> {
    /// The decoding of `bytes`; `None` where their beginning is not plainly UTF-8.
    #[must_use]
    pub fn begin(bytes: &'a [u8]) -> Option<Self> {
        let sample = &bytes[..bytes.len().min(SAMPLE)];
        let is_marked = marked(bytes) == Some(Encoding::Utf8);
        let recognized = recognize(&sample[..utf8::valid_start(sample).len()]).ok()?;
        if !is_marked && (recognized.encoding != Encoding::Utf8 || recognized.guessed) {
            return None;
        }
        let from = if is_marked { byte_order_mark(Encoding::Utf8).len() } else { 0 };
        let text = String::with_capacity(bytes.len() - from);
        Some(Self { bytes, from, text, line_starts: vec![0], nul_characters: 0, is_broken: false })
    }

    /// Decodes about so many bytes more; whether that was the end.
    pub fn step(&mut self, length: usize) -> bool {
        for _ in 0..length.div_ceil(PIECE) {
            let rest = &self.bytes[self.from + self.text.len()..];
            if rest.is_empty() || self.is_broken {
                return true;
            }
            let piece = utf8::valid_start(&rest[..rest.len().min(PIECE)]);
            self.is_broken = piece.is_empty();
            if piece.as_bytes().contains(&0) {
                self.nul_characters += controls::count(piece.as_bytes()).nul;
            }
            push_line_starts(piece.as_bytes(), self.text.len(), &mut self.line_starts);
            self.text.push_str(piece);
        }
        false
    }

    /// What was decoded under that name; `None` where the file is not UTF-8 to its end.
    #[must_use]
    pub fn finish(self, name: &str) -> Option<Decoded> {
        let Self { bytes, text, line_starts, nul_characters, is_broken, .. } = self;
        let source = || Source::with_lines(name, text, Encoding::Utf8, bytes.len(), line_starts);
        (!is_broken).then(|| Decoded {
            source: source(),
            guessed: false,
            broken_characters: 0,
            nul_characters,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::LongDecoding;
    use crate::text::decode::{PIECE, decode};

    /// Checks that `bytes` are decoded the same piece by piece, or not at all.
    #[track_caller]
    fn check(bytes: &[u8], is_decoded: bool) {
        let long = LongDecoding::begin(bytes).and_then(|mut decoding| {
            while !decoding.step(PIECE) {}
            decoding.finish("long.tsv")
        });
        let whole = decode("long.tsv", bytes, None, &|_, _| None);
        assert_eq!(long.is_some(), is_decoded);
        if let Some(long) = long {
            assert_eq!(Ok(long), whole);
        }
    }

    #[test]
    fn as_in_one_go() {
        let text = "代码\t名称\n688901.SH\t衡汐传动\n".repeat(9_000) + "\0";
        check(text.as_bytes(), true);
        check(["\u{FEFF}", &text].concat().as_bytes(), true);
        check("短\n".as_bytes(), true);
    }

    #[test]
    fn what_is_broken_or_in_another_encoding_is_left_to_the_whole_way() {
        let mut broken = "代码\t名称\n".repeat(90_000).into_bytes();
        broken.push(0xE4);
        check(&broken, false);
        broken.insert(400_000, 0xFF);
        check(&broken, false);
        check(&[0xB4, 0xFA].repeat(40_000), false);
        check(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", false);
    }
}
