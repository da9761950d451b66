use std::rc::Rc;

use super::{Lane, TrackKind, bands_with_word, rows, scales, tracks, words};
use crate::{
    insight::sample,
    model::{
        rating_scale::{ReturnBasis, ScaleSubject},
        report::Report,
    },
};

const RELATIVE: Option<ReturnBasis> = Some(ReturnBasis::Relative);
const ABSOLUTE: Option<ReturnBasis> = Some(ReturnBasis::Absolute);

/// Two reports of 云岭, one each of 北辰 and of a house without a name.
fn reports() -> Vec<Rc<Report>> {
    let company = sample::scale(ScaleSubject::Company, RELATIVE, "买入:20.. 增持:5..20 卖出:..5 无评级:?");
    let industry = sample::scale(ScaleSubject::Industry, RELATIVE, "增持:+ 中性:= 减持:-");
    let absolute = sample::scale(ScaleSubject::Company, ABSOLUTE, "买入:15.. 增持:0..15");
    let spaced = sample::scale(ScaleSubject::Industry, RELATIVE, "增\u{3000}持:+ 中性:= 减持:-");
    vec![
        sample::report(Some("云岭证券"), &[&industry, &company]),
        sample::report(Some("北辰证券"), &[&absolute]),
        sample::report(Some("云岭证券"), &[&company, &spaced, &company]),
        sample::report(None, &[&absolute]),
    ]
}

#[test]
fn the_same_scale_of_a_house_stands_once() {
    let entries = scales(&reports());
    let found: Vec<_> = entries
        .iter()
        .map(|entry| (entry.scale.subject, entry.broker.as_deref(), entry.report_indices.as_slice()))
        .collect();
    assert_eq!(
        found,
        [
            (ScaleSubject::Company, Some("云岭证券"), [0, 2].as_slice()),
            (ScaleSubject::Company, Some("北辰证券"), &[1]),
            (ScaleSubject::Company, None, &[3]),
            (ScaleSubject::Industry, Some("云岭证券"), &[0, 2]),
        ]
    );
}

#[test]
fn other_limits_are_another_scale() {
    let one = sample::scale(ScaleSubject::Company, RELATIVE, "买入:20.. 增持:5..20");
    let other = sample::scale(ScaleSubject::Company, RELATIVE, "买入:20.. 增持:5..15");
    let third = sample::scale(ScaleSubject::Company, ABSOLUTE, "买入:20.. 增持:5..20");
    let reports = [&one, &other, &third].map(|scale| sample::report(Some("云岭证券"), &[scale]));
    assert_eq!(scales(&reports).len(), 3);
}

#[test]
fn unnamed_houses_are_never_the_same() {
    let scale = sample::scale(ScaleSubject::Company, RELATIVE, "买入:20..");
    let reports = [sample::report(None, &[&scale, &scale]), sample::report(None, &[&scale])];
    let found: Vec<_> = scales(&reports).into_iter().map(|entry| entry.report_indices).collect();
    assert_eq!(found, [[0], [1]]);
    assert_eq!(words(&scales(&reports)), [("买入".to_owned(), 2)]);
}

#[test]
fn numbers_and_words_and_both_bases_are_apart() {
    let entries = scales(&reports());
    let tracks = tracks(&entries);
    let lane = |entry, bands: &[usize]| Lane { entry, bands: bands.to_vec() };
    let found: Vec<_> = tracks.iter().map(|track| (track.kind, track.lanes.clone())).collect();
    assert_eq!(
        found,
        [
            (TrackKind::Relative, vec![lane(0, &[0, 1, 2])]),
            (TrackKind::Absolute, vec![lane(1, &[0, 1]), lane(2, &[0, 1])]),
            (TrackKind::Words, vec![lane(0, &[3]), lane(3, &[0, 1, 2])]),
        ]
    );
    let ends: Vec<_> =
        tracks.iter().map(|track| track.axis.as_ref().map(|axis| (axis.low, axis.high))).collect();
    assert_eq!(ends, [Some((-5.0, 25.0)), Some((-5.0, 20.0)), None]);
}

#[test]
fn words_count_houses() {
    let words = words(&scales(&reports()));
    let found: Vec<_> = words.iter().map(|(word, houses)| (word.as_str(), *houses)).collect();
    assert_eq!(found, [("买入", 3), ("增持", 3), ("中性", 1), ("减持", 1), ("卖出", 1), ("无评级", 1)]);
}

#[test]
fn a_word_is_found_at_every_house() {
    let entries = scales(&reports());
    assert_eq!(bands_with_word(&entries, "增 持"), [(0, 1), (1, 1), (2, 1), (3, 0)]);
    assert_eq!(bands_with_word(&entries, "推荐"), []);
}

#[test]
fn every_grade_is_a_row() {
    let entries = scales(&reports());
    let rows = rows(&entries);
    assert_eq!(rows.len(), 4 + 2 + 2 + 3);
    let row = &rows[5];
    assert_eq!((row.broker.as_deref(), row.label.as_str(), row.report), (Some("北辰证券"), "增持", 1));
    assert_eq!((row.entry, row.band, row.basis), (1, 1, ABSOLUTE));
    assert_eq!(row.range.map(|range| (range.low, range.high)), Some((Some(0.0), Some(15.0))));
    assert_eq!(row.benchmarks, ["沪深300指数"]);
}
