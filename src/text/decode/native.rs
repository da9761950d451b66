//! The tables of GB18030 and Big5 outside the browser.

use crate::text::encoding::Encoding;

/// The text of `bytes` in `encoding`, as the WHATWG Encoding Standard has it; what is broken becomes U+FFFD.
/// `None` only for a label that the standard lacks.
#[must_use]
pub fn native(encoding: Encoding, bytes: &[u8]) -> Option<String> {
    let decoder = encoding_rs::Encoding::for_label(encoding.label().as_bytes())?;
    Some(decoder.decode_without_bom_handling(bytes).0.into_owned())
}
