//! How a house defines its ratings.

use super::fact::Fact;
use crate::text::{order::sorted, span::Span};

/// What a scale's grades are given to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScaleSubject {
    /// 公司, 股票, 个股.
    Company,
    /// 行业.
    Industry,
    /// One scale for both.
    CompanyAndIndustry,
    /// How sure the expectation is.
    Risk,
    /// Over years.
    LongTerm,
    /// The market as a whole.
    Market,
    /// 可转债.
    ConvertibleBond,
}

/// Whether expected returns are counted against a benchmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReturnBasis {
    /// Against an index, the market or the industry.
    Relative,
    /// The return itself.
    Absolute,
}

/// The time that a grade looks ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Horizon {
    /// The least number of months.
    pub least_months: u16,
    /// The greatest; the same where one is printed.
    pub most_months: u16,
}

/// A direction that words give without numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// 优于, 跑赢, 强于.
    Outperform,
    /// 持平, 跟随.
    InLine,
    /// 弱于, 跑输.
    Underperform,
    /// 无评级, 未评级, 暂停评级.
    NotRated,
}

/// Expected return in signed percent; an end is `None` where it is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReturnRange {
    /// The lower limit.
    pub low: Option<f64>,
    /// The upper limit.
    pub high: Option<f64>,
    /// Whether the lower limit itself belongs to the band, as far as the words say so.
    pub low_inclusive: bool,
    /// Whether the upper limit itself belongs to the band, as far as the words say so.
    pub high_inclusive: bool,
}

/// One grade and its condition.
#[derive(Clone, Debug, PartialEq)]
pub struct RatingBand {
    /// The house's word.
    pub label: Fact<String>,
    /// The expected return, where the condition gives numbers.
    pub range: Option<ReturnRange>,
    /// The direction, where the condition gives words only.
    pub relation: Option<Relation>,
    /// The condition as printed.
    pub definition: Fact<String>,
    /// Word and condition.
    pub span: Span,
}

/// A house's grades for one subject, in print order.
#[derive(Clone, Debug, PartialEq)]
pub struct RatingScale {
    /// What is graded.
    pub subject: ScaleSubject,
    /// How returns are counted; `None` where the words leave it open.
    pub basis: Option<ReturnBasis>,
    /// How far ahead; `None` where it is not printed.
    pub horizon: Option<Horizon>,
    /// Indexes by name, in print order.
    pub benchmarks: Vec<Fact<String>>,
    /// The grades, in print order.
    pub bands: Vec<RatingBand>,
    /// The whole definition.
    pub span: Span,
}

impl RatingBand {
    /// Where the grade stands between best (high) and worst: the middle of its range, an open end counted half
    /// the scale's step beyond the limit, or the direction of its words. `None` for 未评级.
    fn height(&self) -> Option<f64> {
        match (self.range, self.relation) {
            (Some(ReturnRange { low: Some(low), high: Some(high), .. }), _) => Some(f64::midpoint(low, high)),
            (Some(ReturnRange { low: Some(low), high: None, .. }), _) => Some(low + 0.5),
            (Some(ReturnRange { low: None, high: Some(high), .. }), _) => Some(high - 0.5),
            (_, Some(Relation::Outperform)) => Some(1.0),
            (_, Some(Relation::InLine)) => Some(0.0),
            (_, Some(Relation::Underperform)) => Some(-1.0),
            _ => None,
        }
    }
}

impl RatingScale {
    /// The bands from best to worst by their conditions, never by their words; grades without a height come last.
    #[must_use]
    pub fn ladder(&self) -> Vec<&RatingBand> {
        sorted(self.bands.iter().collect(), |a, b| {
            let height = |band: &RatingBand| band.height().unwrap_or(f64::NEG_INFINITY);
            height(b).total_cmp(&height(a))
        })
    }

    /// The band of that word, white space aside.
    #[must_use]
    pub fn band(&self, label: &str) -> Option<&RatingBand> {
        let bare = |word: &str| word.split_whitespace().collect::<String>();
        self.bands.iter().find(|band| bare(&band.label.value) == bare(label))
    }
}
