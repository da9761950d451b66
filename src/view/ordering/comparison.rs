//! The order of the table that puts the grades of all houses side by side.

use super::{
    Direction, OrderBy,
    keys::{Key, ranked},
    sorting::sorted,
};
use crate::{
    insight::rating_comparison::ComparisonRow, model::rating_scale::ReturnRange, view::collation::Collation,
};

/// The columns of that table; [`OrderKey::column`](super::OrderKey) is the place in [`ALL`](Self::ALL).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComparisonColumn {
    /// The house.
    Broker,
    /// What is graded.
    Subject,
    /// The grade's word.
    Label,
    /// The lower limit.
    Low,
    /// The upper limit.
    High,
    /// The direction of words without numbers.
    Relation,
    /// Relative or absolute.
    Basis,
    /// How far ahead.
    Horizon,
    /// The indexes.
    Benchmarks,
    /// The condition as printed.
    Definition,
}

impl ComparisonColumn {
    /// All of them, in the order shown.
    pub const ALL: [Self; 10] = [
        Self::Broker,
        Self::Subject,
        Self::Label,
        Self::Low,
        Self::High,
        Self::Relation,
        Self::Basis,
        Self::Horizon,
        Self::Benchmarks,
        Self::Definition,
    ];
}

/// The places of `rows` in the order of `order_by`: limits by value, an open lower end before all and an open upper end
/// behind; words by the collation; what is not printed last in both directions; equal rows as they stand.
#[must_use]
pub fn comparison_order(rows: &[ComparisonRow], order_by: &OrderBy, collation: &Collation) -> Vec<u32> {
    let columns: Vec<(Direction, Vec<Key>)> = order_by
        .0
        .iter()
        .filter_map(|key| {
            Some((key.direction, column_keys(rows, *ComparisonColumn::ALL.get(key.column)?, collation)))
        })
        .collect();
    sorted(0..rows.len() as u32, &columns)
}

fn column_keys(rows: &[ComparisonRow], column: ComparisonColumn, collation: &Collation) -> Vec<Key> {
    let word = |word: &str| (!word.is_empty()).then(|| collation.key(word));
    let limit = |limit: &dyn Fn(&ReturnRange) -> f64| {
        rows.iter()
            .map(|row| row.range.as_ref().map_or(Key::BLANK, |range| Key::number(limit(range))))
            .collect()
    };
    match column {
        ComparisonColumn::Broker => ranked(rows.iter().map(|row| row.broker.as_deref().and_then(word))),
        ComparisonColumn::Subject => ranked(rows.iter().map(|row| Some(row.subject))),
        ComparisonColumn::Label => ranked(rows.iter().map(|row| word(&row.label))),
        ComparisonColumn::Low => limit(&|range| range.low.unwrap_or(f64::NEG_INFINITY)),
        ComparisonColumn::High => limit(&|range| range.high.unwrap_or(f64::INFINITY)),
        ComparisonColumn::Relation => ranked(rows.iter().map(|row| row.relation)),
        ComparisonColumn::Basis => ranked(rows.iter().map(|row| row.basis)),
        ComparisonColumn::Horizon => ranked(
            rows.iter().map(|row| row.horizon.map(|horizon| (horizon.least_months, horizon.most_months))),
        ),
        ComparisonColumn::Benchmarks => ranked(rows.iter().map(|row| word(&row.benchmarks.concat()))),
        ComparisonColumn::Definition => ranked(rows.iter().map(|row| word(&row.definition))),
    }
}

#[cfg(test)]
mod tests {
    use super::{ComparisonColumn, comparison_order};
    use crate::{
        insight::rating_comparison::ComparisonRow,
        model::rating_scale::{Relation, ReturnRange, ScaleSubject},
        text::span::Span,
        view::{
            collation::Collation,
            ordering::{Direction, OrderBy, OrderKey},
        },
    };

    fn row(broker: Option<&str>, label: &str, limits: Option<(Option<f64>, Option<f64>)>) -> ComparisonRow {
        let range =
            limits.map(|(low, high)| ReturnRange { low, high, low_inclusive: false, high_inclusive: false });
        ComparisonRow {
            broker: broker.map(str::to_owned),
            subject: ScaleSubject::Company,
            basis: None,
            horizon: None,
            label: label.to_owned(),
            range,
            relation: range.is_none().then_some(Relation::NotRated),
            definition: String::new(),
            benchmarks: Vec::new(),
            report: 0,
            span: Span::default(),
            entry: 0,
            band: 0,
        }
    }

    /// Checks the order of words that ordering by `column` gives in both directions.
    #[track_caller]
    fn check(column: ComparisonColumn, ascending: &str, descending: &str) {
        let rows = [
            row(Some("云岭证券"), "买入", Some((Some(15.0), None))),
            row(None, "无评级", None),
            row(Some("北辰证券"), "卖出", Some((None, Some(-5.0)))),
            row(Some("北辰证券"), "中性", Some((Some(-5.0), Some(15.0)))),
        ];
        let column = ComparisonColumn::ALL.iter().position(|other| *other == column).unwrap();
        for (direction, expected) in [(Direction::Ascending, ascending), (Direction::Descending, descending)]
        {
            let order_by = OrderBy(vec![OrderKey { column, direction }]);
            let order = comparison_order(&rows, &order_by, &Collation::of(&['北', '云']));
            let labels: Vec<&str> = order.iter().map(|row| rows[*row as usize].label.as_str()).collect();
            assert_eq!(labels.join(" "), expected, "{direction:?}");
        }
    }

    #[test]
    fn open_ends_are_beyond_every_limit_and_no_limits_are_last() {
        check(ComparisonColumn::Low, "卖出 中性 买入 无评级", "买入 中性 卖出 无评级");
        check(ComparisonColumn::High, "卖出 中性 买入 无评级", "买入 中性 卖出 无评级");
    }

    #[test]
    fn words_stand_by_the_collation_and_equal_ones_as_they_were() {
        check(ComparisonColumn::Broker, "卖出 中性 买入 无评级", "买入 卖出 中性 无评级");
        check(ComparisonColumn::Relation, "无评级 买入 卖出 中性", "无评级 买入 卖出 中性");
        check(ComparisonColumn::Subject, "买入 无评级 卖出 中性", "买入 无评级 卖出 中性");
    }
}
