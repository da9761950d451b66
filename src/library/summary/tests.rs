use std::rc::Rc;

use proptest::prelude::{any, prop_assert_eq, proptest};

use super::{ReportKind, Summary, SummarySecurity, summary};
use crate::{
    model::{
        code::security_code,
        date::Date,
        fact::Fact,
        masthead::{DateBasis, RatedSubject, Rating, Security},
        pick::Mention,
        report::Report,
    },
    parse,
    text::{source::Source, span::Span},
};

fn report() -> Report {
    let mut report = parse::report(Rc::new(Source::of_text("周报.txt", "")));
    report.masthead.broker = Some(Fact::new("澄江证券".to_owned(), Span::default()));
    report
}

fn full() -> Summary {
    Summary {
        kind: ReportKind::Company,
        title: Some("丝杠\u{1f}环节先行受益".to_owned()),
        broker: Some("澄江证券".to_owned()),
        industry: None,
        date: Some((Date::new(2026, 3, 6).unwrap(), DateBasis::AsOf)),
        rating: Some("增持".to_owned()),
        security: Some(SummarySecurity { code: "688901.SH".to_owned(), name: String::new() }),
        analysts: vec!["甲".to_owned(), "乙".to_owned()],
        securities: vec!["衡汐传动 688901.SH".to_owned()],
        tables: 3,
        scales: 2,
        picks: 9,
        diagnostics: 4,
    }
}

#[test]
fn a_summary_comes_back_from_its_line() {
    let mut expected = full();
    let found = Summary::decoded(&full().encoded()).unwrap();
    expected.title = Some("丝杠 环节先行受益".to_owned());
    assert_eq!(found, expected);
    assert_eq!(Summary::decoded(&Summary::default().encoded()), Some(Summary::default()));
}

#[test]
fn what_is_no_summary_is_none() {
    let line = full().encoded();
    for broken in [
        "",
        "c",
        &line[1..],
        &line[..line.len() - 2],
        "c\u{1f}\u{1f}\u{1f}\u{1f}\u{1f}\u{1f}\u{1f}\u{1f}\u{1f}",
    ] {
        assert_eq!(Summary::decoded(broken), None, "{broken:?}");
    }
}

#[test]
fn the_kind_follows_from_what_is_printed() {
    let kind = |change: &dyn Fn(&mut Report)| {
        let mut report = report();
        change(&mut report);
        summary(&report).kind
    };
    let rated =
        |subject| Some(Rating { subject, label: "看好".to_owned(), action: None, span: Span::default() });
    assert_eq!(kind(&|_| {}), ReportKind::Other);
    assert_eq!(kind(&|report| report.masthead.rating = rated(RatedSubject::Industry)), ReportKind::Industry);
    assert_eq!(kind(&|report| report.masthead.rating = rated(RatedSubject::Company)), ReportKind::Company);
    let industry = Some(Fact::new("机械".to_owned(), Span::default()));
    assert_eq!(kind(&|report| report.masthead.industry.clone_from(&industry)), ReportKind::Industry);
    let code = security_code("688901.SH").unwrap();
    let security = Security { printed: "688901.SH".to_owned(), code, name: None, span: Span::default() };
    assert_eq!(kind(&|report| report.masthead.security = Some(security.clone())), ReportKind::Company);
}

#[test]
fn securities_stand_once_and_are_searched() {
    let code = security_code("688901.SH").unwrap();
    let mention = Mention {
        printed: "688901".to_owned(),
        code,
        name: Some("衡汐传动".to_owned()),
        span: Span::default(),
    };
    let report = Report { mentions: vec![mention.clone(), mention], ..report() };
    let summary = summary(&report);
    assert_eq!(summary.securities, ["衡汐传动 688901.SH"]);
    assert_eq!(summary.fields("周报.txt"), ["周报.txt", "澄江证券", "衡汐传动 688901.SH"]);
}

proptest! {
    #[test]
    fn any_words_come_back_but_for_control_characters(title in any::<String>(), analysts in proptest::collection::vec("\\PC{1,6}", 0..4)) {
        let given = Summary { title: Some(title.clone()), analysts, ..full() };
        let found = Summary::decoded(&given.encoded()).unwrap();
        let clean: String = title.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        prop_assert_eq!(found.title.unwrap_or_default(), clean);
        prop_assert_eq!(found.analysts, given.analysts);
    }
}
