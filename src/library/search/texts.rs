//! The texts that are searched, held by whoever searches them: a worker, or the page where there is none.

use super::Query;

/// A report whose text has what was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The report's key.
    pub key: String,
    /// The line that the first word stands in, counted from 1; 0 where only the report's own fields have it.
    pub line: usize,
    /// Where it stands in the text: bytes, end excluded.
    pub place: (u32, u32),
    /// Its line around the hit, white space narrowed; cut marks (…) where the line goes on.
    pub excerpt: String,
}

/// Texts by their reports' keys, each with the fields that a reader sees of the report.
#[derive(Debug, Default)]
pub struct Texts(Vec<(String, String, String)>);

/// How many characters are shown before and behind a hit.
const BEFORE: usize = 8;
const BEHIND: usize = 46;

impl Texts {
    /// Holds a text from now on, in place of the one of the same key. `fields` are searched with it.
    pub fn put(&mut self, key: &str, text: String, fields: String) {
        match self.0.iter_mut().find(|(held, ..)| held == key) {
            Some(place) => (place.1, place.2) = (text, fields),
            None => self.0.push((key.to_owned(), text, fields)),
        }
    }

    /// Whether a text of that key is held.
    #[must_use]
    pub fn holds(&self, key: &str) -> bool {
        self.0.iter().any(|(held, ..)| held == key)
    }

    /// Lets go of a text.
    pub fn remove(&mut self, key: &str) {
        self.0.retain(|(held, ..)| held != key);
    }

    /// How many texts are held.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none is held.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The reports that have what is looked for, in the order in which their texts came.
    #[must_use]
    pub fn hits(&self, query: &Query) -> Vec<Hit> {
        self.0.iter().filter_map(|(key, text, fields)| hit(query, key, text, fields)).collect()
    }
}

/// The hit in one text, with the fields that are searched with it.
#[must_use]
pub fn hit(query: &Query, key: &str, text: &str, fields: &str) -> Option<Hit> {
    Some(hit_at(key, text, query.find(text, &[fields])?))
}

fn hit_at(key: &str, text: &str, place: std::ops::Range<usize>) -> Hit {
    let bounds = (place.start as u32, place.end as u32);
    if place.is_empty() {
        return Hit { key: key.to_owned(), line: 0, place: bounds, excerpt: String::new() };
    }
    let line_start = text[..place.start].rfind('\n').map_or(0, |end| end + 1);
    let line_end = text[place.end..].find('\n').map_or(text.len(), |end| place.end + end);
    let before = text[line_start..place.start].char_indices().rev();
    let start = before.take(BEFORE).last().map_or(place.start, |(at, _)| line_start + at);
    let behind = text[place.end..line_end].char_indices();
    let end = behind.take(BEHIND).last().map_or(place.end, |(at, c)| place.end + at + c.len_utf8());
    let words: Vec<&str> = text[start..end].split_whitespace().collect();
    let mark = |is_cut: bool| if is_cut { "…" } else { "" };
    let excerpt = [mark(start > line_start), &words.join(" "), mark(end < line_end)].concat();
    let line = text.as_bytes()[..place.start].iter().filter(|byte| **byte == b'\n').count() + 1;
    Hit { key: key.to_owned(), line, place: bounds, excerpt }
}

#[cfg(test)]
mod tests {
    use super::{Query, Texts};

    fn texts() -> Texts {
        let mut texts = Texts::default();
        texts.put("a", "首行\n二、盈利预测与\t估值：维持增持\n".to_owned(), "甲证券".to_owned());
        texts.put("b", format!("{}盈利{}", "前".repeat(30), "后".repeat(60)), "乙证券".to_owned());
        texts
    }

    fn found(texts: &Texts, query: &str) -> Vec<(String, usize, String)> {
        let hits = texts.hits(&Query::of(query).unwrap());
        hits.into_iter().map(|hit| (hit.key, hit.line, hit.excerpt)).collect()
    }

    #[test]
    fn a_hit_is_shown_in_its_line() {
        let cut = format!("…{}盈利{}…", "前".repeat(8), "后".repeat(46));
        let expected =
            [("a".to_owned(), 2, "二、盈利预测与 估值：维持增持".to_owned()), ("b".to_owned(), 1, cut)];
        assert_eq!(found(&texts(), "盈利"), expected);
        assert_eq!(found(&texts(), "乙证券"), [("b".to_owned(), 0, String::new())]);
        assert_eq!(found(&texts(), "乙证券 估值"), []);
    }

    #[test]
    fn a_text_is_held_once_and_let_go() {
        let mut texts = texts();
        texts.put("a", "新文".to_owned(), String::new());
        assert_eq!((texts.len(), texts.holds("a")), (2, true));
        assert_eq!(found(&texts, "甲证券"), []);
        texts.remove("a");
        assert_eq!((texts.len(), texts.holds("a"), texts.is_empty()), (1, false, false));
        assert_eq!(found(&texts, "新文"), []);
    }
}
