//! The invented reports that show what the page does.

/// What stands before the name of each sample; `xtask` joins them.
const SEPARATOR: char = '\u{1e}';

/// Names and texts of the samples in the text that holds them all.
pub fn samples(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split(SEPARATOR).filter_map(|sample| sample.split_once('\n'))
}

#[cfg(test)]
mod tests {
    use super::samples;

    #[test]
    fn each_sample_has_its_name_and_its_text() {
        let found: Vec<_> = samples("\u{1e}one.txt\na\nb\n\u{1e}two.txt\nc\n").collect();
        assert_eq!(found, [("one.txt", "a\nb\n"), ("two.txt", "c\n")]);
    }
}
