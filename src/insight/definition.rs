//! What a rating word means in the report that uses it.

use std::rc::Rc;

use crate::model::{
    masthead::RatedSubject,
    rating_scale::{RatingBand, RatingScale},
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
/// `None` where it is not known whether a company or an industry is rated.
#[must_use]
pub fn definition(report: &Report, label: &str, subject: Option<RatedSubject>) -> Definition {
    let _ = (report, label, subject);
    Definition::default()
}

/// The place of the word `label` on the ladder that `report` defines for `subject`, 0 for the best grade; `None`
/// where it is not defined.
#[must_use]
pub fn ladder_rank(report: &Report, label: &str, subject: RatedSubject) -> Option<usize> {
    let _ = (report, label, subject);
    None
}
