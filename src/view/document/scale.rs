//! Rating scales in the document.

use serde::Serialize;

use super::SpanForm;
use crate::model::rating_scale::{RatingBand, RatingScale, Relation, ReturnBasis, ScaleSubject};

#[derive(Serialize)]
pub struct ScaleForm<'a> {
    subject: &'static str,
    basis: Option<&'static str>,
    horizon_months: Option<[u16; 2]>,
    benchmarks: Vec<&'a str>,
    bands: Vec<BandForm<'a>>,
    span: SpanForm,
}

#[derive(Serialize)]
struct BandForm<'a> {
    label: &'a str,
    low: Option<f64>,
    high: Option<f64>,
    low_inclusive: bool,
    high_inclusive: bool,
    relation: Option<&'static str>,
    definition: &'a str,
    span: SpanForm,
}

pub fn scale(scale: &RatingScale) -> ScaleForm<'_> {
    let subject = match scale.subject {
        ScaleSubject::Company => "company",
        ScaleSubject::Industry => "industry",
        ScaleSubject::CompanyAndIndustry => "company_and_industry",
        ScaleSubject::Risk => "risk",
        ScaleSubject::LongTerm => "long_term",
        ScaleSubject::Market => "market",
        ScaleSubject::ConvertibleBond => "convertible_bond",
    };
    let basis = scale.basis.map(|basis| match basis {
        ReturnBasis::Relative => "relative",
        ReturnBasis::Absolute => "absolute",
    });
    ScaleForm {
        subject,
        basis,
        horizon_months: scale.horizon.map(|horizon| [horizon.least_months, horizon.most_months]),
        benchmarks: scale.benchmarks.iter().map(|benchmark| benchmark.value.as_str()).collect(),
        bands: scale.bands.iter().map(band).collect(),
        span: SpanForm(scale.span),
    }
}

fn band(band: &RatingBand) -> BandForm<'_> {
    let range = band.range;
    let relation = band.relation.map(|relation| match relation {
        Relation::Outperform => "outperform",
        Relation::InLine => "in_line",
        Relation::Underperform => "underperform",
        Relation::NotRated => "not_rated",
    });
    BandForm {
        label: &band.label.value,
        low: range.and_then(|range| range.low),
        high: range.and_then(|range| range.high),
        low_inclusive: range.is_some_and(|range| range.low_inclusive),
        high_inclusive: range.is_some_and(|range| range.high_inclusive),
        relation,
        definition: &band.definition.value,
        span: SpanForm(band.span),
    }
}
