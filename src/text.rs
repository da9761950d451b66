//! Bytes to text: decoding, spans, lines and columns, width folding. Knows nothing of finance or screens.

pub mod decimal;
pub mod decode;
pub mod encoding;
pub mod find;
pub mod hash;
pub mod markup;
pub mod order;
pub mod source;
pub mod span;
pub mod width;
pub mod words;
