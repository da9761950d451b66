//! One word looked for in bytes, by the skips of Horspool: a word of two hanzi, six bytes, looks at every fourth byte or
//! so. UTF-8 lets no character begin inside another, so a hit is always whole characters.

/// A word and how far each byte lets the search go on.
#[derive(Clone, Debug)]
pub struct Word {
    folded: Vec<u8>,
    /// By the byte under the word's end: how far the end may move. 0 where the byte is the word's last.
    skips: [u8; 256],
    /// How far the end moves where the last byte was right and the rest was not.
    retry: usize,
}

impl Word {
    /// `text`, which is not empty.
    pub fn of(text: &str) -> Self {
        let folded = text.to_ascii_lowercase().into_bytes();
        let length = folded.len();
        let mut skips = [length.min(255) as u8; 256];
        let mut retry = length;
        let last = folded.last().copied().unwrap_or_default();
        for (at, byte) in folded.iter().enumerate() {
            let skip = length - 1 - at;
            if *byte == last && skip > 0 {
                retry = skip;
            }
            let skip = skip.min(255) as u8;
            skips[usize::from(*byte)] = skip;
            skips[usize::from(byte.to_ascii_uppercase())] = skip;
        }
        Self { folded, skips, retry }
    }

    /// How many bytes it has.
    pub fn len(&self) -> usize {
        self.folded.len()
    }

    /// Where it first stands in `text` from byte `from` on.
    pub fn find(&self, text: &[u8], from: usize) -> Option<usize> {
        let length = self.folded.len();
        let mut end = from + length.checked_sub(1)?;
        while let Some(byte) = text.get(end) {
            let skip = usize::from(self.skips[usize::from(*byte)]);
            if skip > 0 {
                end += skip;
                continue;
            }
            let start = end + 1 - length;
            if text[start..=end].eq_ignore_ascii_case(&self.folded) {
                return Some(start);
            }
            end += self.retry;
        }
        None
    }
}
