//! UTF-8, also where some of its bytes are broken.

/// The text of `bytes`, each broken sequence as one U+FFFD, and how many there are.
pub fn text(bytes: &[u8]) -> (String, usize) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), 0);
    }
    let mut text = String::with_capacity(bytes.len() + 64);
    let mut broken = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            broken += 1;
        }
    }
    (text, broken)
}

/// Whether `sample` is UTF-8 with a few broken places: text in another encoding makes characters of several bytes
/// by chance only, and breaks at nearly every one.
pub fn is_likely(sample: &[u8]) -> bool {
    let (mut broken, mut wide) = (0, 0);
    for chunk in sample.utf8_chunks() {
        broken += usize::from(!chunk.invalid().is_empty());
        // Three bytes and more, where the hanzi are: two bytes of GB18030 often look like a character of two.
        wide += chunk.valid().bytes().filter(|byte| *byte >= 0xE0).count();
    }
    wide > 2 * broken
}

/// Whether nearly all of it is ASCII, so that a text in some Western encoding can be read but for its accents.
pub fn is_nearly_ascii(bytes: &[u8]) -> bool {
    bytes.iter().filter(|byte| !byte.is_ascii()).count() <= bytes.len() / 20
}
