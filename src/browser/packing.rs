//! DEFLATE by the browser's own streams: the page carries neither a packer nor an unpacker.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair};

#[wasm_bindgen]
extern "C" {
    /// The streams by name, since a browser may lack one of them or this format.
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;
}

const FORMAT: &str = "deflate-raw";

/// Unpacks raw DEFLATE. `take` gets the bytes as they come out and says whether to go on; nothing more is unpacked
/// then. Whether all was unpacked and taken.
pub async fn inflate(packed: &[u8], take: impl FnMut(&[u8]) -> bool) -> bool {
    let Ok(stream) = DecompressionStream::new(FORMAT) else { return false };
    through(packed, stream.unchecked_ref(), take).await.is_ok_and(|is_whole| is_whole)
}

/// Packs by raw DEFLATE; `None` where the browser cannot.
pub async fn deflate(bytes: &[u8]) -> Option<Vec<u8>> {
    let stream = CompressionStream::new(FORMAT).ok()?;
    let mut packed = Vec::with_capacity(bytes.len() / 3);
    let take = |piece: &[u8]| {
        packed.extend_from_slice(piece);
        true
    };
    through(bytes, stream.unchecked_ref(), take).await.is_ok_and(|is_whole| is_whole).then_some(packed)
}

async fn through(
    bytes: &[u8],
    stream: &ReadableWritablePair,
    mut take: impl FnMut(&[u8]) -> bool,
) -> Result<bool, JsValue> {
    if !crate::browser::is_there() {
        return Ok(false);
    }
    let blob = Blob::new_with_u8_array_sequence(&js_sys::Array::of1(&Uint8Array::from(bytes)))?;
    let stream: ReadableStream = blob.stream().pipe_through(stream);
    let reader: ReadableStreamDefaultReader = stream.get_reader().dyn_into()?;
    loop {
        let read = JsFuture::from(reader.read()).await?;
        if Reflect::get(&read, &"done".into())?.is_truthy() {
            return Ok(true);
        }
        let piece: Uint8Array = Reflect::get(&read, &"value".into())?.dyn_into()?;
        if !take(&piece.to_vec()) {
            // Refused only where it ended by itself.
            let _ = JsFuture::from(reader.cancel()).await;
            return Ok(false);
        }
    }
}
