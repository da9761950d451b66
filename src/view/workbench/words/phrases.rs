//! Words with something in them.

use super::Words;
use crate::{
    model::table::TableBlock,
    view::workbench::{
        arrangement::{Arrangement, Condition, Filter},
        grouping::Measures,
    },
};

/// A column's name: its path from the top, blank levels left out, or its place where the header is blank.
#[must_use]
pub fn column_name(table: &TableBlock, column: u32) -> String {
    let path = table.columns.get(column as usize).map(|column| column.path.as_slice()).unwrap_or_default();
    let name =
        path.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if name.is_empty() { format!("#{}", column + 1) } else { name }
}

impl Words {
    /// `均 3.2 / 中 1.5 / 低 -8 / 高 12`, a line each.
    #[must_use]
    pub fn measures(&self, measures: &Measures, written: &dyn Fn(f64) -> String) -> String {
        let Measures { mean, median, least, greatest, .. } = *measures;
        let parts =
            [(self.mean, mean), (self.median, median), (self.least, least), (self.greatest, greatest)];
        parts.map(|(word, number)| format!("{word} {}", written(number))).join("\n")
    }

    /// What `condition` says: `≥ 5`, `5 – 10`, `买入、增持`.
    #[must_use]
    pub fn condition(&self, condition: &Condition) -> String {
        let ends = |low: Option<String>, high: Option<String>| match (low, high) {
            (Some(low), Some(high)) => format!("{low} – {high}"),
            (Some(low), None) => format!("≥ {low}"),
            (None, Some(high)) => format!("≤ {high}"),
            (None, None) => self.any.to_owned(),
        };
        match condition {
            Condition::Limits(low, high) => {
                ends(low.map(|low| low.to_string()), high.map(|high| high.to_string()))
            }
            Condition::Days(from, to) => ends(from.map(|day| day.to_string()), to.map(|day| day.to_string())),
            Condition::Contains(words) => format!("{} “{words}”", self.contains),
            Condition::OneOf(texts) => {
                let named = |text: &String| match text.as_str() {
                    "" => self.blank_choice.to_owned(),
                    text => text.to_owned(),
                };
                texts.iter().map(named).collect::<Vec<_>>().join("、")
            }
            Condition::Blank => self.blank.to_owned(),
            Condition::Filled => self.filled.to_owned(),
        }
    }

    /// What taking a choice away is called: `取消：搜索 “hg”`.
    #[must_use]
    pub fn without(&self, choice: &str) -> String {
        format!("{}: {choice}", self.take_away)
    }

    /// How many columns are hidden: `隐藏 2 列`.
    fn hidden(&self, columns: usize) -> String {
        format!("{} {columns}", self.hidden)
    }

    /// Each choice that leaves rows or columns out or groups them, in words, beside the arrangement without it.
    #[must_use]
    pub fn chips(&self, table: &TableBlock, arrangement: &Arrangement) -> Vec<(String, Arrangement)> {
        let mut chips = Vec::new();
        if !arrangement.search.trim().is_empty() {
            let without = Arrangement { search: String::new(), ..arrangement.clone() };
            chips.push((format!("{} “{}”", self.search, arrangement.search.trim()), without));
        }
        for Filter { column, condition } in &arrangement.filters {
            let words = format!("{} {}", column_name(table, *column), self.condition(condition));
            chips.push((words, arrangement.clone().filtered(*column, None)));
        }
        if let Some(group) = arrangement.group {
            let without = Arrangement { group: None, collapsed: Vec::new(), ..arrangement.clone() };
            chips.push((format!("{} {}", self.group, column_name(table, group)), without));
        }
        let hidden =
            arrangement.hidden.iter().filter(|column| (**column as usize) < table.columns.len()).count();
        if hidden > 0 {
            chips.push((self.hidden(hidden), Arrangement { hidden: Vec::new(), ..arrangement.clone() }));
        }
        chips
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        model::{sample, table::ColumnKind},
        view::{
            settings::Language,
            workbench::{arrangement::Arrangement, words},
        },
    };

    #[test]
    fn each_choice_is_said_and_can_be_taken_back() {
        let table = sample::table(&[ColumnKind::Rating, ColumnKind::Pe], "评级\tPE/本年\n买入\t3\n");
        let arrangement = Arrangement::of_text("s=hg&f=1,L,5,10&f=0,O,%E4%B9%B0%E5%85%A5,&g=0&h=1");
        let chips = words::of(Language::Chinese).chips(&table, &arrangement);
        let said: Vec<&str> = chips.iter().map(|(words, _)| words.as_str()).collect();
        assert_eq!(said, ["搜索 “hg”", "PE 本年 5 – 10", "评级 买入、（空白）", "分组 评级", "已隐藏的列 1"]);
        let without: Vec<String> = chips.iter().map(|(_, without)| without.text()).collect();
        assert_eq!(without[1], "s=hg&f=0,O,%E4%B9%B0%E5%85%A5,&h=1&g=0");
        assert_eq!(without[3], "s=hg&f=1,L,5,10&f=0,O,%E4%B9%B0%E5%85%A5,&h=1");
    }
}
