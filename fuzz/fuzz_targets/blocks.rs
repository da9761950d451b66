//! The blocks of any text stand in its order, inside it and on character borders.
#![no_main]

use libfuzzer_sys::fuzz_target;
use yanjing::{parse::block, text::source::Source};

fuzz_target!(|text: &str| {
    for name in ["any.txt", "any.md"] {
        let source = Source::of_text(name, text);
        let mut start = 0;
        for block in block::blocks(&source) {
            let span = block.span();
            assert!(source.text().get(span.range()).is_some(), "{span:?} is no place of the text");
            assert!(start <= span.start, "{span:?} stands before the block that is read before it");
            start = span.start;
        }
    }
});
