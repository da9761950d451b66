//! Looking for short words in short texts, without what the standard library prepares for long ones.

/// Where `word` first stands in `text`.
#[must_use]
pub fn find(text: &str, word: &str) -> Option<usize> {
    find_from(text, word, 0)
}

/// Where `word` first stands in `text` from byte `from` on.
#[must_use]
pub fn find_from(text: &str, word: &str, from: usize) -> Option<usize> {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let first = *word.first()?;
    let last = text.len().checked_sub(word.len())?;
    (from..=last).find(|at| text[*at] == first && text[*at..].starts_with(word))
}

/// Whether one of `words` stands in `text`.
#[must_use]
pub fn holds_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| find(text, word).is_some())
}

#[cfg(test)]
mod tests {
    use super::{find, find_from, holds_any};

    #[test]
    fn words_are_found_where_they_stand() {
        assert_eq!(find("股价涨跌幅", "涨跌"), Some(6));
        assert_eq!(find("pe", "peg"), None);
        assert_eq!(find_from("aXaX", "X", 2), Some(3));
        assert!(holds_any("归母净利润", &["营收", "净利"]));
        assert!(!holds_any("", &["营收"]));
    }
}
