//! What stands at a report's head. Facts are taken from pieces of their own in the first pages (lines, cells, columns),
//! never from a definition, a list of related reports, a disclaimer or a sentence about somebody else.

mod analysts;
mod anchors;
mod broker;
mod date;
mod industry;
mod lists;
mod pieces;
mod rating;
mod security;
mod target_price;
mod title;

pub(super) use anchors::ANCHORS;

use crate::{
    model::{
        diagnostic::{Diagnostic, DiagnosticKind, Severity},
        masthead::{DateBasis, Masthead, RatedSubject},
        rating_scale::RatingScale,
    },
    parse::folded::Folded,
    text::{source::Source, words::Hit},
};
use std::rc::Rc;

/// What the head of `source` says, which holds `anchors`, is folded in `head`, and whose definitions of ratings are `scales`.
#[must_use]
pub fn masthead(
    source: &Source,
    anchors: &[Hit],
    head: Folded,
    scales: &[Rc<RatingScale>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Masthead {
    let text = source.text();
    let end = pieces::head_end(text, scales, anchors);
    let folded = head.up_to(end).looked_through(lists::lists());
    let pieces = pieces::pieces(source, end, &folded);
    let subject = rating::subject(&pieces);
    let date = date::report_date(text, anchors, &pieces);
    if let Some(date) = date.as_ref().filter(|date| date.basis == DateBasis::AsOf) {
        diagnostics.push(Diagnostic {
            severity: Severity::Note,
            kind: DiagnosticKind::DateAsOf,
            span: date.span,
        });
    }
    let security = security::security(text, &pieces);
    let target_price = target_price::target_price(&pieces);
    let mut rating = rating::rating(text, &folded, &pieces, subject);
    if let Some(rating) = &mut rating
        && rating.subject == RatedSubject::Industry
        && (security.is_some() || target_price.is_some() || target_price::names_price(&pieces))
        && subject != Some(RatedSubject::Industry)
    {
        rating.subject = RatedSubject::Company;
    }
    let broker = broker::broker(text, anchors);
    Masthead {
        title: title::title(text, &pieces, broker.as_ref()),
        industry: industry::industry(text, &pieces),
        broker,
        date,
        rating,
        security,
        target_price,
        analysts: analysts::analysts(text, &folded),
    }
}
