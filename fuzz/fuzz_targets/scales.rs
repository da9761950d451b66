//! The scales of any text have grades whose limits are in order, each at a place of the text, and are read the same twice.
#![no_main]

use libfuzzer_sys::fuzz_target;
use yanjing::parse::rating_scale::rating_scales;

fuzz_target!(|text: &str| {
    let scales = rating_scales(text, &mut Vec::new());
    for band in scales.iter().flat_map(|scale| &scale.bands) {
        for span in [band.span, band.label.span, band.definition.span] {
            assert!(text.get(span.range()).is_some(), "{span:?} is no place of the text");
        }
        if let Some(range) = band.range {
            assert!(range.low.is_some() || range.high.is_some(), "a range without limits");
            assert!(range.low.zip(range.high).is_none_or(|(low, high)| low <= high), "{range:?}");
        }
    }
    assert!(scales == rating_scales(text, &mut Vec::new()), "read twice, differently");
});
