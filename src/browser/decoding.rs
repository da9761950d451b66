//! Legacy encodings by the browser's own decoder, so that the page does not carry their tables.

use web_sys::{TextDecodeOptions, TextDecoder};

use crate::text::encoding::Encoding;

/// Bytes that are decoded at once: between them no more than this is held as a JavaScript string.
const SLICE: usize = 1 << 20;

/// The text of `bytes`, what is broken as U+FFFD. `None` natively and where the browser lacks the encoding.
#[must_use]
pub fn decode(encoding: Encoding, bytes: &[u8]) -> Option<String> {
    if !super::is_there() {
        return None;
    }
    let decoder = TextDecoder::new_with_label(encoding.label()).ok()?;
    let options = TextDecodeOptions::new();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    for slice in bytes.chunks(SLICE) {
        options.set_stream(true);
        text.push_str(&decoder.decode_with_u8_array_and_options(slice, &options).ok()?);
    }
    // What a cut character left behind.
    text.push_str(&decoder.decode().ok()?);
    Some(text)
}
