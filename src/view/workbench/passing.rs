//! Which rows pass the filters and the search.

use super::{
    arrangement::{Arrangement, Condition, text::means},
    figures::is_missing,
    index::{TableIndex, has_initials},
    search,
};
use crate::model::{
    table::{ColumnKind, RowRole, TableBlock},
    value::day,
};

/// Which kind of condition a column is filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilterKind {
    /// By limits.
    Limits,
    /// By days.
    Days,
    /// By a choice of its texts.
    Choices,
    /// By words.
    Words,
}

/// The kind of condition that suits `column`: by what its cells are, and by how many different texts there are.
pub fn filter_kind(table: &TableBlock, index: &mut TableIndex, column: u32) -> FilterKind {
    match table.columns[column as usize].kind {
        ColumnKind::Date => FilterKind::Days,
        ColumnKind::Rating => FilterKind::Choices,
        ColumnKind::SecurityCode | ColumnKind::SecurityName => FilterKind::Words,
        ColumnKind::Text if index.are_choices(table, column) => FilterKind::Choices,
        ColumnKind::Text => FilterKind::Words,
        _ => FilterKind::Limits,
    }
}

/// For each row whether it is an entry that passes search and filters of `arrangement`; `None` where there are neither, so
/// that all rows pass, headings and summaries among them.
pub fn passing(table: &TableBlock, arrangement: &Arrangement, index: &mut TableIndex) -> Option<Vec<bool>> {
    let needle = search::needle(&arrangement.search);
    if needle.is_empty() && arrangement.filters.is_empty() {
        return None;
    }
    let mut passing: Vec<bool> = table.row_roles.iter().map(|role| *role == RowRole::Data).collect();
    if !needle.is_empty() {
        let found = search::found(table, index, &needle);
        passing.iter_mut().zip(found.iter()).for_each(|(passes, found)| *passes &= found);
    }
    for filter in arrangement.filters.iter().filter(|filter| (filter.column as usize) < table.columns.len()) {
        restrict(table, index, filter.column, &filter.condition, &mut passing);
    }
    Some(passing)
}

fn restrict(
    table: &TableBlock,
    index: &mut TableIndex,
    column: u32,
    condition: &Condition,
    passing: &mut [bool],
) {
    if let Condition::Limits(low, high) = condition {
        let figures = index.figures(table, column);
        // What is no number has no place between limits; a range has one where it overlaps them.
        let fits = |number: &f64, upper: &f64| {
            low.is_none_or(|low| *upper >= low) && high.is_none_or(|high| *number <= high) && !number.is_nan()
        };
        for (passes, (number, upper)) in passing.iter_mut().zip(figures.numbers.iter().zip(&figures.upper)) {
            *passes &= fits(number, upper);
        }
        return;
    }
    let labels = index.labels(table, column);
    let initials = index.initials.clone().filter(|_| has_initials(table.columns[column as usize].kind));
    let fits = |text: &str| match condition {
        Condition::Limits(..) => true,
        Condition::Days(from, to) => {
            day(text).is_some_and(|day| from.is_none_or(|from| day >= from) && to.is_none_or(|to| day <= to))
        }
        Condition::Contains(words) => search::holds(text, &search::needle(words), initials.as_deref()),
        Condition::OneOf(chosen) => chosen.iter().any(|chosen| means(chosen, text)),
        Condition::Blank => is_missing(text),
        Condition::Filled => !is_missing(text),
    };
    let fits: Vec<bool> = labels.texts.iter().map(|text| fits(text)).collect();
    for (passes, place) in passing.iter_mut().zip(&labels.places) {
        *passes &= fits[*place as usize];
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{FilterKind, filter_kind, passing};
    use crate::{
        model::{
            sample,
            table::{ColumnKind, TableBlock},
        },
        view::workbench::{arrangement::Arrangement, index::TableIndex, initials},
    };

    const KINDS: [ColumnKind; 5] = [
        ColumnKind::Text,
        ColumnKind::SecurityName,
        ColumnKind::Change,
        ColumnKind::Rating,
        ColumnKind::Date,
    ];

    fn table() -> TableBlock {
        sample::table(
            &KINDS,
            "板块\t名称\t本年\t评级\t日期\n电子\t海光信息\t-5.17%\t买入\t2024-01-05\n电子\t衡汐传动\t3%\t增持\t2024/02/01\n\
             通信\t重庆海光\t-\t买入\t\n通信\t澄江\t1%~6%\t中性\t2023年12月31日\nΣ平均\t\t3%\t\t\n",
        )
    }

    /// Checks which rows pass an arrangement given as text.
    #[track_caller]
    fn check(arrangement: &str, expected: &str) {
        let mut index = TableIndex { initials: Some(Rc::new(initials::sample())), ..TableIndex::default() };
        let passing = passing(&table(), &Arrangement::of_text(arrangement), &mut index);
        let rows = passing.unwrap_or_else(|| vec![true; 5]);
        let found: String = (0..5).filter(|row| rows[*row]).map(|row| row.to_string()).collect();
        assert_eq!(found, expected, "{arrangement}");
    }

    #[test]
    fn numbers_pass_by_limits() {
        check("f=2,L,0,", "13");
        check("f=2,L,,-5.17", "0");
        check("f=2,L,5,10", "3");
        check("f=2,L,-6,2", "03");
        check("f=2,B", "2");
        check("f=2,N", "013");
    }

    #[test]
    fn texts_pass_by_words_choices_and_days() {
        check("f=1,T,hg", "02");
        check("f=1,T,%E6%B5%B7%E5%85%89", "02");
        check("f=3,O,%E4%B9%B0%E5%85%A5,%E4%B8%AD%E6%80%A7", "023");
        check("f=4,D,2024-01-01,", "01");
        check("f=4,D,,2024-01-05", "03");
        check("f=4,B", "2");
    }

    #[test]
    fn search_and_filters_must_all_fit_and_summaries_never_do() {
        check("", "01234");
        check("s=zq&f=3,O,%E4%B9%B0%E5%85%A5", "2");
        check("s=hg&f=2,L,0,", "");
        check("f=9,B", "0123");
    }

    #[test]
    fn a_link_picks_without_saying_what() {
        let link = Arrangement::of_text("f=3,O,%E5%A2%9E%E6%8C%81").discreet().text();
        check(&link, "1");
    }

    #[test]
    fn each_column_has_its_kind_of_condition() {
        let mut index = TableIndex::default();
        let kinds: Vec<FilterKind> = (0..5).map(|column| filter_kind(&table(), &mut index, column)).collect();
        use FilterKind::{Choices, Days, Limits, Words};
        assert_eq!(kinds, [Choices, Words, Limits, Choices, Days]);
    }
}
