//! Small reports for tests, written as text.

use std::rc::Rc;

use crate::{
    model::{
        fact::Fact,
        masthead::Masthead,
        rating_scale::{Horizon, RatingBand, RatingScale, Relation, ReturnBasis, ReturnRange, ScaleSubject},
        report::Report,
    },
    text::{source::Source, span::Span},
};

/// A scale over six months whose `bands` are words with limits, joined by spaces: `买入:15..`, `中性:-5..15`,
/// `卖出:..-5`; `增持:+`, `中性:=` and `减持:-` have words only, `无评级:?` is no grade.
pub fn scale(subject: ScaleSubject, basis: Option<ReturnBasis>, bands: &str) -> Rc<RatingScale> {
    let fact = |word: &str| Fact::new(word.to_owned(), Span::default());
    let bands = bands.split(' ').map(|band| {
        let (label, condition) = band.split_once(':').unwrap();
        let relation = match condition {
            "+" => Some(Relation::Outperform),
            "=" => Some(Relation::InLine),
            "-" => Some(Relation::Underperform),
            "?" => Some(Relation::NotRated),
            _ => None,
        };
        let range = condition.split_once("..").map(|(low, high)| ReturnRange {
            low: low.parse().ok(),
            high: high.parse().ok(),
            low_inclusive: false,
            high_inclusive: false,
        });
        RatingBand { label: fact(label), range, relation, definition: fact(condition), span: Span::default() }
    });
    Rc::new(RatingScale {
        subject,
        basis,
        horizon: Some(Horizon { least_months: 6, most_months: 6 }),
        benchmarks: vec![fact("沪深300指数")],
        bands: bands.collect(),
        span: Span::default(),
    })
}

/// A report of `broker` that prints `scales` and nothing else.
pub fn report(broker: Option<&str>, scales: &[&Rc<RatingScale>]) -> Rc<Report> {
    let broker = broker.map(|name| Fact::new(name.to_owned(), Span::default()));
    Rc::new(Report {
        source: Rc::new(Source::default()),
        masthead: Masthead { broker, ..Masthead::default() },
        sections: Vec::new(),
        tables: Vec::new(),
        rating_scales: scales.iter().copied().cloned().collect(),
        picks: Vec::new(),
        mentions: Vec::new(),
        risks: Vec::new(),
        diagnostics: Vec::new(),
    })
}
