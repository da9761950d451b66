//! The masthead's facts in the document.

use serde::Serialize;

use super::SpanForm;
use crate::model::masthead::{
    Analyst, AnalystRole, DateBasis, RatedSubject, Rating, ReportDate, Security, TargetPrice,
};

#[derive(Serialize)]
pub struct DateForm {
    value: String,
    basis: &'static str,
    span: SpanForm,
}

pub fn date(date: &ReportDate) -> DateForm {
    let basis = match date.basis {
        DateBasis::Published => "published",
        DateBasis::AsOf => "as_of",
    };
    DateForm { value: date.date.to_string(), basis, span: SpanForm(date.span) }
}

#[derive(Serialize)]
pub struct RatingForm<'a> {
    subject: &'static str,
    label: &'a str,
    action: Option<&'a str>,
    span: SpanForm,
}

pub fn rating(rating: &Rating) -> RatingForm<'_> {
    let subject = match rating.subject {
        RatedSubject::Company => "company",
        RatedSubject::Industry => "industry",
    };
    let action = rating.action.as_ref().map(|action| action.printed.as_str());
    RatingForm { subject, label: &rating.label, action, span: SpanForm(rating.span) }
}

#[derive(Serialize)]
pub struct SecurityForm<'a> {
    code: &'a str,
    canonical: String,
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    derived: bool,
    span: SpanForm,
}

pub fn security(security: &Security) -> SecurityForm<'_> {
    SecurityForm {
        code: &security.printed,
        canonical: security.code.to_string(),
        name: security.name.as_deref(),
        derived: security.code.derived,
        span: SpanForm(security.span),
    }
}

#[derive(Serialize)]
pub struct TargetPriceForm {
    value: f64,
    currency: Option<&'static str>,
    span: SpanForm,
}

pub fn target_price(price: &TargetPrice) -> TargetPriceForm {
    let currency = price.currency.map(crate::model::value::Currency::code);
    TargetPriceForm { value: price.value, currency, span: SpanForm(price.span) }
}

#[derive(Serialize)]
pub struct AnalystForm<'a> {
    name: &'a str,
    license: Option<&'a str>,
    role: &'static str,
    email: Option<&'a str>,
    phone: Option<&'a str>,
    span: SpanForm,
}

pub fn analyst(analyst: &Analyst) -> AnalystForm<'_> {
    let role = match analyst.role {
        AnalystRole::Analyst => "analyst",
        AnalystRole::Contact => "contact",
        AnalystRole::Assistant => "assistant",
    };
    AnalystForm {
        name: &analyst.name,
        license: analyst.license.as_deref(),
        role,
        email: analyst.email.as_deref(),
        phone: analyst.phone.as_deref(),
        span: SpanForm(analyst.span),
    }
}
