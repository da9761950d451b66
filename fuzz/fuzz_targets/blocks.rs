//! The blocks of any text stand inside it and on character borders, and no two lines hold the same bytes. Their order is that
//! of reading: where a page has two columns, the left one's blocks come before the right one's.
#![no_main]

use libfuzzer_sys::fuzz_target;
use yanjing::{
    parse::block::{self, Block},
    text::source::Source,
};

fuzz_target!(|text: &str| {
    for name in ["any.txt", "any.md"] {
        let source = Source::of_text(name, text);
        let mut lines = Vec::new();
        for block in block::blocks(&source) {
            let span = block.span();
            assert!(source.text().get(span.range()).is_some(), "{span:?} is no place of the text");
            if let Block::Line(line) = block {
                lines.push(line.span);
            }
        }
        lines.sort_by_key(|line| line.start);
        for pair in lines.windows(2) {
            assert!(pair[0].end <= pair[1].start, "{:?} and {:?} are two lines of the same bytes", pair[0], pair[1]);
        }
    }
});
