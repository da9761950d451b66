//! The search over all columns: digits of a code, part of a name or number, initials of a name.

use std::{ops::Range, rc::Rc};

use memchr::memmem::Finder;

use super::{
    index::{TableIndex, folded, has_initials},
    initials::{Initials, is_initials},
};
use crate::model::table::TableBlock;

/// What is looked for, as typed, in the form in which it is compared.
#[must_use]
pub fn needle(typed: &str) -> String {
    typed.trim().chars().map(folded).collect()
}

/// Longer texts are sentences and not looked for by initials, in characters.
const LONGEST_NAME: usize = 16;

/// Whether each row holds `needle`, which is not empty.
pub fn found(table: &TableBlock, index: &mut TableIndex, needle: &str) -> Rc<Vec<bool>> {
    while !index.read_on(table, usize::MAX) {}
    let before = index.last.take().filter(|(last, _)| needle.starts_with(last.as_str()));
    let rows = match before {
        Some((last, rows)) if last == needle => rows,
        before => {
            let mut found = match before {
                Some((_, rows)) => found_again(index, needle, &rows),
                None => found_first(index, needle),
            };
            add_initials(table, index, needle, &mut found);
            Rc::new(found)
        }
    };
    index.last = Some((needle.to_owned(), rows.clone()));
    rows
}

/// One run over all texts: after a hit it goes on with the next row.
fn found_first(index: &TableIndex, needle: &str) -> Vec<bool> {
    let (texts, ends) = index.texts();
    let finder = Finder::new(needle);
    let mut found = vec![false; ends.len()];
    let mut from = 0;
    while let Some(at) = finder.find(&texts.as_bytes()[from..]) {
        let row = ends.partition_point(|end| *end <= from + at);
        found[row] = true;
        from = ends[row];
    }
    found
}

/// A longer word is found only in rows that held its beginning.
fn found_again(index: &TableIndex, needle: &str, before: &[bool]) -> Vec<bool> {
    let (texts, _) = index.texts();
    let finder = Finder::new(needle);
    let held =
        |(row, before): (usize, &bool)| *before && finder.find(&texts.as_bytes()[index.row(row)]).is_some();
    before.iter().enumerate().map(held).collect()
}

fn add_initials(table: &TableBlock, index: &mut TableIndex, needle: &str, found: &mut [bool]) {
    let Some(initials) = index.initials.clone().filter(|_| is_initials(needle)) else { return };
    for column in (0..table.columns.len()).filter(|column| has_initials(table.columns[*column].kind)) {
        let labels = index.labels(table, column as u32);
        let hits: Vec<bool> = labels.texts.iter().map(|text| is_found(text, needle, &initials)).collect();
        for (found, place) in found.iter_mut().zip(&labels.places) {
            *found |= hits[*place as usize];
        }
    }
}

fn is_found(text: &str, needle: &str, initials: &Initials) -> bool {
    text.chars().nth(LONGEST_NAME).is_none() && initials.find(text, needle).is_some()
}

/// Where `needle` stands in `text`, a cell's printed text: as text at every place, else once by initials.
#[must_use]
pub fn hits(text: &str, needle: &str, initials: Option<&Initials>) -> Vec<Range<usize>> {
    if needle.is_empty() {
        return Vec::new();
    }
    // Folding keeps the count of characters, so places are carried over by counting them.
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let folded: Vec<char> = text.chars().map(folded).collect();
    let wanted: Vec<char> = needle.chars().collect();
    let mut hits = Vec::new();
    let mut from = 0;
    while from + wanted.len() <= folded.len() {
        if folded[from..].starts_with(&wanted) {
            hits.push(places[from]..places[from + wanted.len()]);
            from += wanted.len();
        } else {
            from += 1;
        }
    }
    if hits.is_empty() && is_initials(needle) && folded.len() <= LONGEST_NAME {
        hits.extend(initials.and_then(|initials| initials.find(text, needle)));
    }
    hits
}

/// Whether `text` holds `needle`, as text or by initials.
#[must_use]
pub fn holds(text: &str, needle: &str, initials: Option<&Initials>) -> bool {
    needle.is_empty() || !hits(text, needle, initials).is_empty()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use proptest::{prop_assert_eq, proptest};

    use super::{found, hits, needle};
    use crate::{
        model::{
            sample,
            table::{ColumnKind, TableBlock},
        },
        view::workbench::{index::TableIndex, initials},
    };

    fn table() -> TableBlock {
        let kinds =
            [ColumnKind::SecurityCode, ColumnKind::SecurityName, ColumnKind::Change, ColumnKind::Text];
        let text = "代码\t名称\t本年\t注\n688041.SH\t海光信息\t-5.17%\t算力\n000977.SZ\t衡汐传动\t3%\t\n\
            600129.SH\t重庆海光\t12%\tHBM\nＡ１\tＴＣＬ海光\t7%\t688\n";
        sample::table(&kinds, text)
    }

    fn rows(index: &mut TableIndex, typed: &str) -> String {
        let found = found(&table(), index, &needle(typed));
        (0..found.len()).filter(|row| found[*row]).map(|row| row.to_string()).collect()
    }

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let mut index = TableIndex { initials: Some(Rc::new(initials::sample())), ..TableIndex::default() };
        assert_eq!(rows(&mut index, typed), expected, "{typed}");
    }

    #[test]
    fn codes_names_numbers_and_initials_are_found() {
        check("688", "03");
        check("海光", "023");
        check("hgxx", "0");
        check(" HG ", "023");
        check("cq", "2");
        check("zq", "2");
        check("-5.17", "0");
        check("a1", "3");
        check("tcl", "3");
        check("hbm", "2");
        check("不在", "");
    }

    #[test]
    fn a_hit_does_not_reach_over_cells() {
        check("977.sz衡", "");
        check("5.17%算", "");
    }

    #[test]
    fn hits_are_places_of_the_printed_text() {
        let initials = initials::sample();
        let marked = |text: &'static str, typed: &str| -> Vec<&str> {
            hits(text, &needle(typed), Some(&initials)).into_iter().map(|place| &text[place]).collect()
        };
        assert_eq!(marked("ＡＢ－ab", "ab"), ["ＡＢ", "ab"]);
        assert_eq!(marked("重庆海光", "zqhg"), ["重庆海光"]);
        assert_eq!(marked("重庆海光", ""), [""; 0]);
        assert_eq!(marked("688.688", "688"), ["688", "688"]);
    }

    proptest! {
        /// Typed key by key the same rows are found as by the whole word at once.
        #[test]
        fn key_by_key_as_at_once(typed in "[688hgxcqz光海.]{1,4}") {
            let fresh = || TableIndex { initials: Some(Rc::new(initials::sample())), ..TableIndex::default() };
            let mut index = fresh();
            let mut last = String::new();
            for end in typed.char_indices().map(|(at, character)| at + character.len_utf8()) {
                last = rows(&mut index, &typed[..end]);
            }
            prop_assert_eq!(last, rows(&mut fresh(), &typed));
        }
    }
}
