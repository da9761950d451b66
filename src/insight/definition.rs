//! What a rating word means in the report that uses it.

use std::rc::Rc;

use super::rating_word;
use crate::model::{
    masthead::RatedSubject,
    rating_scale::{RatingBand, RatingScale, ScaleSubject},
    report::Report,
};

/// The grades of a report that a rating word may mean: none where the file defines it nowhere, several where scales
/// of a company and of an industry both have the word and the subject is not known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Definition {
    /// In print order.
    pub found: Vec<DefinedBand>,
}

/// A grade in its scale.
#[derive(Clone, Debug, PartialEq)]
pub struct DefinedBand {
    /// The scale.
    pub scale: Rc<RatingScale>,
    /// The place of the grade in the scale's `bands`.
    pub band: usize,
}

impl DefinedBand {
    /// The grade itself.
    #[must_use]
    pub fn band(&self) -> &RatingBand {
        &self.scale.bands[self.band]
    }
}

/// The definition that `report` gives for the word `label`, decoration (`买入（维持）`) aside, said of `subject`;
/// `None` where it is not known whether a company or an industry is rated. A scale for the other subject does not
/// count: the same word may mean something else there.
#[must_use]
pub fn definition(report: &Report, label: &str, subject: Option<RatedSubject>) -> Definition {
    let found =
        report.rating_scales.iter().filter(|scale| is_for(scale.subject, subject)).filter_map(|scale| {
            let band = rating_word::band_named(scale, label)?;
            Some(DefinedBand { scale: scale.clone(), band })
        });
    Definition { found: found.collect() }
}

/// The place of the word `label` on the ladder that `report` defines for `subject`, 0 for the best grade; `None`
/// where it is not defined.
#[must_use]
pub fn ladder_rank(report: &Report, label: &str, subject: RatedSubject) -> Option<usize> {
    let definition = definition(report, label, Some(subject));
    let defined = definition.found.first()?;
    defined.scale.ladder().into_iter().position(|band| std::ptr::eq(band, defined.band()))
}

fn is_for(scale: ScaleSubject, subject: Option<RatedSubject>) -> bool {
    match scale {
        ScaleSubject::Company => subject != Some(RatedSubject::Industry),
        ScaleSubject::Industry => subject != Some(RatedSubject::Company),
        ScaleSubject::CompanyAndIndustry => true,
        ScaleSubject::Risk
        | ScaleSubject::LongTerm
        | ScaleSubject::Market
        | ScaleSubject::ConvertibleBond => false,
    }
}
