//! What a rating word means in the report that uses it.

use std::rc::Rc;

use super::rating_word;
use crate::model::{
    masthead::RatedSubject,
    rating_scale::{RatingBand, RatingScale, ScaleSubject},
    report::Report,
    table::{TableBlock, TableKind},
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
    rank_on(&definition.found.first()?.scale, label)
}

/// The place of the word `label`, printed in `table` of `report`, on the ladder that holds there, 0 for the best grade:
/// in a table that defines grades its own scales, one behind the other; in any other the scale for companies. `None`
/// where no such scale has the word.
#[must_use]
pub fn ladder_rank_in(report: &Report, table: &TableBlock, label: &str) -> Option<usize> {
    let is_own = |scale: &&Rc<RatingScale>| {
        table.kind == TableKind::Ratings
            && scale.span.start < table.span.end
            && table.span.start < scale.span.end
    };
    let mut before = 0;
    for scale in report.rating_scales.iter().filter(is_own) {
        if let Some(place) = rank_on(scale, label) {
            return Some(before + place);
        }
        before += scale.bands.len();
    }
    if before == 0 { ladder_rank(report, label, RatedSubject::Company) } else { None }
}

fn rank_on(scale: &RatingScale, label: &str) -> Option<usize> {
    let band = &scale.bands[rating_word::band_named(scale, label)?];
    scale.ladder().into_iter().position(|other| std::ptr::eq(other, band))
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

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{definition, ladder_rank, ladder_rank_in};
    use crate::{
        insight::sample,
        model::{
            masthead::RatedSubject,
            rating_scale::{ReturnBasis, ScaleSubject},
            table::{TableBlock, TableKind},
        },
        text::span::Span,
    };

    /// The conditions that a report with a scale for companies and one for industries gives for `label`.
    #[track_caller]
    fn check(label: &str, subject: Option<RatedSubject>, conditions: &[&str]) {
        let relative = Some(ReturnBasis::Relative);
        let company = sample::scale(
            ScaleSubject::Company,
            relative,
            "增持:5..15 买入:15.. 中性:-5..5 减持:..-5 无评级:?",
        );
        let industry = sample::scale(ScaleSubject::Industry, relative, "增持:+ 中性:= 回避:-");
        let risk = sample::scale(ScaleSubject::Risk, None, "A:? B:?");
        let report = sample::report(Some("北辰证券"), &[&company, &risk, &industry]);
        let definition = definition(&report, label, subject);
        let found: Vec<&str> =
            definition.found.iter().map(|found| found.band().definition.value.as_str()).collect();
        assert_eq!(found, conditions, "{label}");
    }

    #[test]
    fn the_subject_chooses_the_scale() {
        check("增持", Some(RatedSubject::Company), &["5..15"]);
        check("增持", Some(RatedSubject::Industry), &["+"]);
        check("增持", None, &["5..15", "+"]);
        check("买入", None, &["15.."]);
        check("买入", Some(RatedSubject::Industry), &[]);
        check("回避", Some(RatedSubject::Company), &[]);
    }

    #[test]
    fn decoration_is_no_part_of_the_word() {
        for label in [
            "买入（维持）",
            "买入 ",
            "买 入",
            "维持买入",
            "买入|维持",
            "首次覆盖，买入",
            "买入-A",
            "“买入”评级",
            "上调至买入评级",
        ] {
            check(label, Some(RatedSubject::Company), &["15.."]);
        }
        check("无评级", Some(RatedSubject::Company), &["?"]);
    }

    #[test]
    fn what_is_not_defined_is_not_found() {
        for label in ["强烈买入", "买入/增持", "维持", "", "-", "A"] {
            check(label, None, &[]);
        }
    }

    #[test]
    fn words_of_two_languages() {
        let scale =
            sample::scale(ScaleSubject::CompanyAndIndustry, None, "买入（Buy）:15.. 持有（Hold）:-5..15");
        let report = sample::report(None, &[&scale]);
        let place = |label| definition(&report, label, None).found.first().map(|found| found.band);
        assert_eq!(
            [place("BUY"), place("Maintain Buy"), place("持有"), place("买入(Buy)"), place("Sell")],
            [Some(0), Some(0), Some(1), Some(0), None]
        );
    }

    #[test]
    fn the_ladder_follows_the_conditions() {
        let scale =
            sample::scale(ScaleSubject::Company, None, "增持:5..15 无评级:? 中性:-5..5 减持:..-5 买入:15..");
        let report = sample::report(None, &[&scale]);
        let ranks = ["买入", "增持（维持）", "中性", "减持", "无评级", "推荐"]
            .map(|label| ladder_rank(&report, label, RatedSubject::Company));
        assert_eq!(ranks, [Some(0), Some(1), Some(2), Some(3), Some(4), None]);
        assert_eq!(ladder_rank(&report, "买入", RatedSubject::Industry), None);
    }

    #[test]
    fn a_table_of_grades_has_its_own_ladder() {
        let mut company = sample::scale(ScaleSubject::Company, None, "中性:-5..5 推荐:5..15 强烈推荐:15..");
        let mut industry = sample::scale(ScaleSubject::Industry, None, "回避:- 中性:= 推荐:+");
        Rc::get_mut(&mut company).unwrap().span = Span::new(10, 50);
        Rc::get_mut(&mut industry).unwrap().span = Span::new(60, 90);
        let report = sample::report(None, &[&company, &industry]);
        let table =
            |kind, start, end| TableBlock { kind, span: Span::new(start, end), ..TableBlock::default() };
        let ranks =
            |table: TableBlock| ["推荐", "中性", "回避"].map(|label| ladder_rank_in(&report, &table, label));
        assert_eq!(ranks(table(TableKind::Ratings, 62, 90)), [Some(0), Some(1), Some(2)]);
        assert_eq!(ranks(table(TableKind::Ratings, 12, 50)), [Some(1), Some(2), None]);
        assert_eq!(ranks(table(TableKind::Ratings, 12, 90)), [Some(1), Some(2), Some(5)]);
        assert_eq!(ranks(table(TableKind::Stocks, 62, 90)), [Some(1), Some(2), None]);
        assert_eq!(ranks(table(TableKind::Ratings, 100, 190)), [Some(1), Some(2), None]);
    }
}
