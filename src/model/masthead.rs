//! What stands at a report's head: who says it, when, about what, and which rating is given.

use super::{code::SecurityCode, date::Date, fact::Fact, value::Currency};
use crate::text::span::Span;

/// The facts about the report as a whole; each absent where the file does not print it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Masthead {
    /// The house by its short name, 国都证券.
    pub broker: Option<Fact<String>>,
    /// The main line as one line, without subtitle and rubric.
    pub title: Option<Fact<String>>,
    /// The industry that the report is on.
    pub industry: Option<Fact<String>>,
    /// The day of the report.
    pub date: Option<ReportDate>,
    /// The rating that this report gives.
    pub rating: Option<Rating>,
    /// The security of a report on one company.
    pub security: Option<Security>,
    /// The price that the house expects.
    pub target_price: Option<TargetPrice>,
    /// In print order.
    pub analysts: Vec<Analyst>,
}

/// A report's day and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportDate {
    /// The day.
    pub date: Date,
    /// What kind of day it is.
    pub basis: DateBasis,
    /// Where it is printed.
    pub span: Span,
}

/// What a report's date is the date of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateBasis {
    /// Printed as the day of publication.
    Published,
    /// The latest day that the report's own figures are stated for.
    AsOf,
}

/// What a rating is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RatedSubject {
    /// One company's security.
    Company,
    /// An industry.
    Industry,
}

/// The rating a report gives, in the house's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// What is rated.
    pub subject: RatedSubject,
    /// The house's word, 增持.
    pub label: String,
    /// What became of the rating, where it is printed.
    pub action: Option<RatingAction>,
    /// Where it is printed, word and action.
    pub span: Span,
}

/// What became of a rating with this report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RatingAction {
    /// The kind of change.
    pub kind: RatingChange,
    /// The printed word, 维持.
    pub printed: String,
}

/// The kinds of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RatingChange {
    /// 首次.
    Initiate,
    /// 维持.
    Reiterate,
    /// 上调.
    Upgrade,
    /// 下调.
    Downgrade,
}

/// A security by code and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Security {
    /// The code as printed.
    pub printed: String,
    /// The code itself.
    pub code: SecurityCode,
    /// The name printed with it.
    pub name: Option<String>,
    /// Where the code is printed.
    pub span: Span,
}

/// The price that a house expects.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetPrice {
    /// The amount as printed.
    pub value: f64,
    /// Its currency, where it is printed.
    pub currency: Option<Currency>,
    /// Where it is printed.
    pub span: Span,
}

/// Who signs a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Analyst {
    /// The name as printed.
    pub name: String,
    /// The number of the licence (SAC `S…`, SFC central entity number), where it is printed.
    pub license: Option<String>,
    /// In what role.
    pub role: AnalystRole,
    /// The e-mail address, where it is printed.
    pub email: Option<String>,
    /// The telephone number, where it is printed.
    pub phone: Option<String>,
    /// Where the name is printed.
    pub span: Span,
}

/// In what role somebody is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnalystRole {
    /// 分析师, 研究员.
    Analyst,
    /// 联系人.
    Contact,
    /// 研究助理.
    Assistant,
}
