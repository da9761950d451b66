//! The search of all texts as a reader types: plain substrings, Chinese or not, without an index. 23 MB take some 15 ms
//! of one core, less than an index of all pairs of characters would take to read from the disk.

mod texts;
mod word;

pub use texts::{Hit, Texts, hit};

use crate::text::width::narrowed;
use word::Word;

/// What a reader looks for.
#[derive(Clone, Debug)]
pub struct Query(Vec<Word>);

impl Query {
    /// The words of `text`, between blanks; all of them must stand in a report. Full-width forms of ASCII and capitals
    /// make no difference. `None` where there is no word.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let text = narrowed(text);
        let words: Vec<Word> = text.split_whitespace().map(Word::of).collect();
        (!words.is_empty()).then_some(Self(words))
    }

    /// Whether all words stand in one or another of the `fields`.
    #[must_use]
    pub fn is_in(&self, fields: &[&str]) -> bool {
        self.0.iter().all(|word| fields.iter().any(|field| word.find(field.as_bytes(), 0).is_some()))
    }

    /// Where to look in `text` if all words stand in it or in one of the `fields`: at the first word, in the first line
    /// that has all words where there is one. The place is empty where the fields alone have the words.
    #[must_use]
    pub fn find(&self, text: &str, fields: &[&str]) -> Option<std::ops::Range<usize>> {
        let mut place = 0..0;
        for word in &self.0 {
            match word.find(text.as_bytes(), 0) {
                Some(start) if place.is_empty() => place = start..start + word.len(),
                Some(_) => {}
                None if fields.iter().any(|field| word.find(field.as_bytes(), 0).is_some()) => {}
                None => return None,
            }
        }
        Some(self.in_one_line(text).unwrap_or(place))
    }

    /// The first word in the first line that has all of them; `None` of a single word too, whose first line is that.
    fn in_one_line(&self, text: &str) -> Option<std::ops::Range<usize>> {
        let (first, others) = self.0.split_first().filter(|(_, others)| !others.is_empty())?;
        let bytes = text.as_bytes();
        let mut from = 0;
        while let Some(at) = first.find(bytes, from) {
            let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
            let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
            if others.iter().all(|word| word.find(&bytes[start..end], 0).is_some()) {
                return Some(at..at + first.len());
            }
            from = end;
        }
        None
    }

    /// The parts of `text` that are hits of any word, in order and apart from each other, for showing them.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<std::ops::Range<usize>> {
        let mut marks = Vec::new();
        let mut from = 0;
        loop {
            let found =
                self.0.iter().filter_map(|word| Some((word.find(text.as_bytes(), from)?, word.len())));
            // The earliest, and of those the longest.
            let Some((start, length)) = found.min_by_key(|(start, length)| (*start, usize::MAX - length))
            else {
                return marks;
            };
            from = start + length;
            marks.push(start..from);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::Query;

    #[track_caller]
    fn check(query: &str, text: &str, expected: Option<&str>) {
        let found = Query::of(query).unwrap().find(text, &["研究部"]);
        assert_eq!(found.map(|place| &text[place]), expected, "{query}");
    }

    #[test]
    fn substrings_are_found_whatever_their_case_and_width() {
        check("盈利", "维持盈利预测", Some("盈利"));
        check("pe", "对应 PE 为 30 倍", Some("PE"));
        check("ＰＥ", "对应 pe 为 30 倍", Some("pe"));
        check("688901", "衡汐传动（688901.SH）", Some("688901"));
        check("利盈", "维持盈利预测", None);
    }

    #[test]
    fn all_words_must_be_there_in_text_or_fields() {
        check("盈利 维持", "维持盈利预测", Some("盈利"));
        check("盈利 下调", "维持盈利预测", None);
        check("研究部 盈利", "维持盈利预测", Some("盈利"));
        let text = "编号 1\n盈利\n编号 77\n编号 77";
        assert_eq!(Query::of("编号 77").unwrap().find(text, &[]), Some(16..22));
        assert_eq!(Query::of("编号 盈利").unwrap().find(text, &[]), Some(0..6));
        check("研究部", "维持盈利预测", Some(""));
        assert!(Query::of(" \u{3000}\n").is_none());
        assert!(Query::of("衡汐 周报").unwrap().is_in(&["机器人周报", "衡汐传动"]));
    }

    #[test]
    fn marks_stand_apart_and_in_order() {
        let text = "盈利预测：盈利 PE";
        let marks = Query::of("pe 盈利 盈利预测").unwrap().marks(text);
        assert_eq!(marks.into_iter().map(|mark| &text[mark]).collect::<Vec<_>>(), ["盈利预测", "盈利", "PE"]);
    }

    proptest! {
        #[test]
        fn a_word_is_found_where_the_standard_library_finds_it(text in "[abA评级增]{0,60}", word in "[ab评级增]{1,4}") {
            let found = Query::of(&word).unwrap().find(&text, &[]).map(|place| place.start);
            prop_assert_eq!(found, text.to_ascii_lowercase().find(&word));
        }
    }
}
