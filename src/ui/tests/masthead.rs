use std::rc::Rc;

use super::{bare, in_english, page, place, screen, weekly};
use crate::{
    model::{
        code::{Exchange, SecurityCode},
        date::Date,
        fact::Fact,
        masthead::{
            Analyst, AnalystRole, DateBasis, Masthead, RatedSubject, Rating, RatingAction, RatingChange,
            ReportDate, Security, TargetPrice,
        },
        report::Report,
        value::Currency,
    },
    view::library::OpenReport,
};

/// The weekly with the facts of its head, whatever the reader makes of them: the day is that of its figures.
pub fn with_masthead(open: OpenReport) -> OpenReport {
    let report = &open.report;
    let fact = |value: &str| Some(Fact::new(value.to_owned(), place(report, value)));
    let analyst = |name: &str, license: &str, role| Analyst {
        name: name.to_owned(),
        license: Some(license.to_owned()),
        role,
        email: None,
        phone: Some("0571-60020000".to_owned()),
        span: place(report, name),
    };
    let masthead = Masthead {
        broker: fact("澄江证券"),
        title: fact("灵巧手进入小批量验证，丝杠环节先行受益"),
        industry: fact("机械设备"),
        date: Date::new(2026, 3, 6).map(|date| ReportDate {
            date,
            basis: DateBasis::AsOf,
            span: place(report, "2026 年 3 月 6 日"),
        }),
        rating: Some(Rating {
            subject: RatedSubject::Industry,
            label: "看好".to_owned(),
            action: Some(RatingAction { kind: RatingChange::Reiterate, printed: "维持评级".to_owned() }),
            span: place(report, "看好（维持评级）"),
        }),
        security: Some(Security {
            printed: "688916.SH".to_owned(),
            code: SecurityCode { ticker: "688916".to_owned(), exchange: Exchange::Shanghai, derived: false },
            name: Some("启杳机器人".to_owned()),
            span: place(report, "688916.SH"),
        }),
        target_price: Some(TargetPrice {
            value: 86.4,
            currency: Some(Currency::Cny),
            span: place(report, "11 根"),
        }),
        analysts: vec![
            analyst("顾衡之", "S1990525030011", AnalystRole::Analyst),
            analyst("方一苇", "S1990126010009", AnalystRole::Contact),
        ],
    };
    OpenReport { report: Rc::new(Report { masthead, ..Report::clone(report) }), ..open }
}

#[test]
fn the_head_shows_every_fact_as_printed() {
    let page = page(&screen([with_masthead(weekly())]));
    let head = page.one("#masthead");
    assert_eq!(head.one("h1").text(), "灵巧手进入小批量验证，丝杠环节先行受益");
    assert_eq!(head.texts(".masthead-line .placed"), ["澄江证券", "机械设备", "数据截至 2026-03-06"]);
    let facts = head.texts(".masthead-facts dd");
    assert_eq!(facts[..3], ["看好维持评级", "启杳机器人 688916.SH", "86.4 CNY"]);
    assert_eq!(
        head.texts(".analysts li"),
        ["顾衡之分析师S19905250300110571-60020000", "方一苇联系人S19901260100090571-60020000"]
    );
    assert_eq!(head.one(".file-name").text(), "robots.txt");
}

#[test]
fn the_rating_is_a_button_that_opens_its_definition() {
    let page = page(&in_english(screen([with_masthead(weekly())])));
    let word = page.one(".rating-word");
    assert_eq!((word.text().as_str(), word.attribute("aria-describedby")), ("看好", "definition"));
    assert_eq!(page.one(".masthead-rating dt").text(), "Rating · Industry");
}

#[test]
fn a_day_that_is_not_that_of_publication_says_so() {
    let as_of = with_masthead(weekly());
    let hint = |open: OpenReport| {
        let page = page(&screen([open]));
        page.one(".masthead-line [title]").attribute("title").to_owned()
    };
    assert_eq!(hint(as_of.clone()), "文中未印发布日期，这是文中数据所截至的最晚日期");
    let mut report = Report::clone(&as_of.report);
    if let Some(date) = &mut report.masthead.date {
        date.basis = DateBasis::Published;
    }
    let published = page(&screen([OpenReport { report: Rc::new(report), ..as_of }]));
    assert!(published.all(".masthead-line [title]").is_empty());
    assert_eq!(published.texts(".masthead-line .figures"), ["发布 2026-03-06"]);
}

#[test]
fn what_is_not_printed_is_not_made_up() {
    let page = page(&screen([bare("bare.txt")]));
    let head = page.one("#masthead");
    assert_eq!(head.one("h1").text(), "bare.txt");
    assert!(head.all(".rating-word").is_empty());
    assert_eq!(head.texts("dt"), ["评级", "文件"]);
    assert_eq!(head.texts("dd.quiet"), ["文中未给出评级"]);
    assert_eq!(page.all(".nothing-read").len(), 1);
}

#[test]
fn a_guessed_encoding_can_be_changed_and_a_certain_one_not() {
    let certain = page(&screen([weekly()]));
    assert_eq!(certain.texts(".masthead-file .encoding"), ["utf-8"]);
    assert!(certain.all("[data-encoding]").is_empty());
    let guessed = page(&screen([OpenReport { bytes: Some(Rc::new(Vec::new())), ..weekly() }]));
    assert_eq!(guessed.texts("[data-encoding]"), ["utf-8", "gb18030", "big5", "utf-16le", "utf-16be"]);
    assert_eq!(guessed.texts("[data-encoding][aria-pressed=true]"), ["utf-8"]);
}
