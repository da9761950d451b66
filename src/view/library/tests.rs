use std::rc::Rc;

use super::OpenReport;
use crate::{
    insight::sample,
    model::{
        date::Date,
        fact::Fact,
        masthead::{DateBasis, ReportDate},
        report::Report,
    },
    text::{source::Source, span::Span},
};

/// A report of `house` on that day of March 2026; `None` where it prints none.
fn open(house: Option<&str>, day: Option<u8>) -> OpenReport {
    let mut report = Report::clone(&sample::report(house, &[]));
    report.masthead.date = day.and_then(|day| Date::new(2026, 3, day)).map(|date| ReportDate {
        date,
        basis: DateBasis::Published,
        span: Span::default(),
    });
    OpenReport { key: "key".into(), report: Rc::new(report), bytes: None, opened_at: 0.0, is_sample: false }
}

#[test]
fn a_report_without_a_title_is_called_by_its_file() {
    let mut report = Report::clone(&sample::report(None, &[]));
    report.source = Rc::new(Source::of_text("周报.txt", "正文"));
    let untitled = OpenReport { report: Rc::new(report.clone()), ..open(None, None) };
    assert_eq!((untitled.title(), untitled.broker()), ("周报.txt", None));
    report.masthead.title = Some(Fact::new("存储涨价延续".to_owned(), Span::default()));
    let titled = OpenReport { report: Rc::new(report), ..untitled };
    assert_eq!(titled.title(), "存储涨价延续");
}

#[test]
fn a_report_changes_only_with_its_reading() {
    let one = open(None, Some(9));
    assert_eq!(one, one.clone());
    assert_ne!(one, open(None, Some(9)));
    assert_ne!(one, OpenReport { key: "other".into(), ..one.clone() });
}
