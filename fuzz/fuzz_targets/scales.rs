//! The scales of any text have grades whose limits are in order, each at a place of the text, and are read the same twice.
#![no_main]

use libfuzzer_sys::fuzz_target;
use yanjing::parse::{folded::Folded, rating_scale, survey::survey};

fuzz_target!(|text: &str| {
    let (labels, head) = (survey(text).labels, Folded::of_head(text));
    let rating_scales = || rating_scale::rating_scales(text, &labels, &head, &mut Vec::new());
    let scales = rating_scales();
    for band in scales.iter().flat_map(|scale| &scale.bands) {
        for span in [band.span, band.label.span, band.definition.span] {
            assert!(text.get(span.range()).is_some(), "{span:?} is no place of the text");
        }
        if let Some(range) = band.range {
            assert!(range.low.is_some() || range.high.is_some(), "a range without limits");
            assert!(range.low.zip(range.high).is_none_or(|(low, high)| low <= high), "{range:?}");
        }
    }
    assert!(scales == rating_scales(), "read twice, differently");
});
