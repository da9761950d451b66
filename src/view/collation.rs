//! The order of words: by the ranks of their characters, which the browser's `Intl.Collator` gives once, instead of
//! by a comparison of names, pair by pair.

use std::ops::Range;

use crate::{
    model::table::{ColumnKind, TableBlock},
    text::width::narrow,
};

/// Ranks of characters. Without any ([`by_code_point`](Self::by_code_point)) characters stand by code point.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collation {
    /// By code point, up to the greatest that has a rank; 0 for none. A look-up is one step, and the characters of
    /// Chinese names take 160 kB.
    ranks: Vec<u32>,
}

impl Collation {
    /// The order that needs no browser: by code point, Latin letters case aside.
    #[must_use]
    pub fn by_code_point() -> Self {
        Self::default()
    }

    /// The order in which `ordered` lists the characters; characters that it lacks stand after them, by code point.
    #[must_use]
    pub fn of(ordered: &[char]) -> Self {
        let greatest = ordered.iter().map(|character| folded(*character) as usize).max();
        let mut ranks = vec![0; greatest.map_or(0, |greatest| greatest + 1)];
        for (place, character) in ordered.iter().enumerate() {
            let rank = &mut ranks[folded(*character) as usize];
            if *rank == 0 {
                *rank = place as u32 + 1;
            }
        }
        Self { ranks }
    }

    /// The key of `text`: texts stand in the order of their keys. Texts that differ only in the case or width of
    /// Latin letters have the same key.
    #[must_use]
    pub fn key(&self, text: &str) -> Vec<u32> {
        text.chars().map(|character| self.rank(character)).collect()
    }

    /// The ranks of the first five characters of `text` in one integer, and whether that is all of it: where two of
    /// these differ, the keys stand to each other as they do.
    #[must_use]
    pub fn beginning(&self, text: &str) -> (u128, bool) {
        const CHARACTERS: u32 = 5;
        const WIDTH: u32 = 25;
        let mut characters = text.chars();
        let ranks =
            characters.by_ref().take(CHARACTERS as usize).map(|character| u128::from(self.rank(character)));
        let beginning = ranks
            .zip(1..)
            .fold(0, |packed, (rank, place)| packed | (rank + 1) << (WIDTH * (CHARACTERS - place)));
        (beginning, characters.next().is_none())
    }

    /// Less than 2²⁵ - 1.
    fn rank(&self, character: char) -> u32 {
        const UNRANKED: u32 = 1 << 24;
        let point = folded(character) as u32;
        match self.ranks.get(point as usize) {
            None | Some(0) => UNRANKED + point,
            Some(rank) => *rank,
        }
    }
}

/// Distinct characters of words, as the collation tells them apart, for the browser to order once: a bit for each code
/// point, since a table of 100,000 names has half a million characters, few of them different.
#[derive(Clone, Debug)]
pub struct Characters(Vec<u64>);

impl Default for Characters {
    fn default() -> Self {
        Self(vec![0; (char::MAX as usize >> 6) + 1])
    }
}

impl Characters {
    /// Adds those of the words in these rows of `table`.
    pub fn add(&mut self, table: &TableBlock, rows: Range<usize>) {
        for (column, shown) in table.columns.iter().enumerate() {
            if matches!(shown.kind, ColumnKind::SecurityName | ColumnKind::Rating | ColumnKind::Text) {
                for row in rows.clone() {
                    self.add_word(&table.cell(row, column).text);
                }
            }
        }
    }

    fn add_word(&mut self, word: &str) {
        for character in word.chars() {
            let point = folded(character) as usize;
            self.0[point >> 6] |= 1 << (point & 63);
        }
    }

    /// The characters by code point; Latin letters and signs among them, because their place among Chinese ones is the
    /// browser's to say.
    #[must_use]
    pub fn list(&self) -> Vec<char> {
        let points = self.0.iter().enumerate().filter(|(_, bits)| **bits != 0);
        let points = points.flat_map(|(place, bits)| {
            (0..64).filter(move |bit| bits >> bit & 1 != 0).map(move |bit| (place << 6 | bit) as u32)
        });
        points.filter_map(char::from_u32).collect()
    }
}

/// The small, half-wide form of a Latin letter, digit or sign; any other character as it is.
fn folded(character: char) -> char {
    narrow(character).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, proptest};

    use super::{Characters, Collation};
    use crate::model::{sample, table::ColumnKind};

    /// Checks that `words`, joined by spaces, stand in their order under `collation`.
    #[track_caller]
    fn check(collation: &Collation, words: &str) {
        let printed: Vec<&str> = words.split(' ').collect();
        let mut ordered = printed.clone();
        ordered.reverse();
        ordered.sort_by_key(|word| collation.key(word));
        assert_eq!(ordered, printed);
    }

    #[test]
    fn by_the_ranks_given() {
        let collation = Collation::of(&['1', '2', '北', '澄', '云', 'a', 'b']);
        check(&collation, "1 12 2 北 北1 北云 澄 云 a澄 Ab b");
        // Neither 岚 nor 阿 has a rank: behind all that have, by code point.
        check(&collation, "云 b 岚 阿");
    }

    #[test]
    fn by_code_point_without_ranks() {
        check(&Collation::by_code_point(), "12 2 Ab b 乙 甲");
    }

    #[test]
    fn case_and_width_do_not_count() {
        let collation = Collation::of(&['Ａ', '北', 'b', 'a']);
        assert_eq!(collation.key("A北"), collation.key("ａ北"));
        check(&collation, "a 北 B");
    }

    #[test]
    fn characters_of_words_only() {
        let table = sample::table(
            &[ColumnKind::SecurityName, ColumnKind::Change, ColumnKind::Text],
            "名称\t本年\t注\n北云-U\t7跌\t云\n澄\t\tＵ\n",
        );
        let mut found = Characters::default();
        found.add(&table, 0..table.row_count());
        assert_eq!(found.list(), ['-', 'u', '云', '北', '澄']);
    }

    proptest! {
        #[test]
        fn ranked_before_unranked(ordered in vec("[a-c1-3北云澄岚]", 0..8), one in "[a-d1-4北云澄岚阿]{1,2}", other in "[a-d1-4北云澄岚阿]{1,2}") {
            let ordered: Vec<char> = ordered.iter().flat_map(|character| character.chars()).collect();
            let collation = Collation::of(&ordered);
            let places = |word: &str| -> Vec<(usize, char)> {
                let place = |character| ordered.iter().position(|ranked| *ranked == character);
                word.chars().map(|c| place(c).map_or((usize::MAX, c), |place| (place, c))).collect()
            };
            let by_key = collation.key(&one).cmp(&collation.key(&other));
            assert_eq!(by_key, places(&one).cmp(&places(&other)));
        }
    }
}
