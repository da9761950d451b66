use std::rc::Rc;

use super::{element::Element, in_english, opened, page, screen};
use crate::{
    insight::sample,
    model::{
        masthead::RatedSubject,
        rating_scale::{RatingScale, ReturnBasis, ScaleSubject},
        report::Report,
    },
    view::{
        library::OpenReport,
        state::{AskedDefinition, State},
    },
};

/// A scale against an index, printed neither from best to worst nor the other way.
fn company() -> Rc<RatingScale> {
    let bands = "增持:5..15 买入:15.. 减持:..-5 中性:-5..5 无评级:?";
    sample::scale(ScaleSubject::Company, Some(ReturnBasis::Relative), bands)
}

fn industry() -> Rc<RatingScale> {
    sample::scale(ScaleSubject::Industry, Some(ReturnBasis::Relative), "看好:+ 中性:= 看淡:-")
}

fn open(scales: &[&Rc<RatingScale>]) -> OpenReport {
    opened(Report::clone(&sample::report(Some("北辰证券"), scales)))
}

#[test]
fn a_card_has_terms_and_every_grade_as_printed() {
    let page = page(&screen([open(&[&company(), &industry()])]));
    let cards = page.all(".scale-card");
    assert_eq!(cards.iter().map(|card| card.one("h3").text()).collect::<Vec<_>>(), ["公司评级", "行业评级"]);
    assert_eq!(cards[0].one("header p").text(), "公司评级 · 相对收益 · 6 个月 · 沪深300指数");
    assert_eq!(cards[0].texts("dt"), ["增持", "买入", "减持", "中性", "无评级"]);
    assert_eq!(cards[0].texts(".band-condition"), ["5% ~ 15%", "> 15%", "< −5%", "−5% ~ 5%", "不评级"]);
    assert_eq!(cards[0].texts(".band-definition"), ["5..15", "15..", "..-5", "-5..5", "?"]);
    assert_eq!(cards[1].texts(".band-condition"), ["跑赢", "持平", "跑输"]);
}

#[test]
fn grades_with_limits_stand_on_a_line_and_words_alone_do_not() {
    let page = page(&in_english(screen([open(&[&company(), &industry()])])));
    assert_eq!(page.all(".number-line").len(), 1);
    let line = page.one(".scale-card .number-line[role=img]");
    assert_eq!(
        line.attribute("aria-label"),
        "Companies: 增持 5% ~ 15%; 买入 > 15%; 减持 < −5%; 中性 −5% ~ 5%"
    );
    assert_eq!(line.texts(".band-word"), ["增持", "买入", "减持", "中性"]);
    assert_eq!(line.texts(".limit"), ["−5%", "5%", "15%"]);
    let limits: Vec<_> = line.all(".limit").iter().map(|limit| limit.attribute("x").to_owned()).collect();
    assert_eq!(limits, ["16.667%", "50%", "83.333%"]);
}

#[test]
fn bands_lie_between_their_limits_and_open_ends_are_arrows() {
    let page = page(&screen([open(&[&company()])]));
    let bands: Vec<(String, usize)> = page
        .all(".number-line .band")
        .into_iter()
        .map(|band| {
            let rect = band.one("rect");
            let place = format!("{}+{}", rect.attribute("x"), rect.attribute("width"));
            (place, band.all("path").len())
        })
        .collect();
    let expected = [("50%+33.333%", 0), ("83.333%+16.667%", 1), ("0%+16.667%", 1), ("16.667%+33.333%", 0)];
    assert_eq!(bands, expected.map(|(place, arrows)| (place.to_owned(), arrows)));
}

#[test]
fn tones_follow_the_conditions_and_not_the_print() {
    let page = page(&screen([open(&[&company()])]));
    let tone = |band: &Element| (1..=5).find(|tone| band.is(&format!(".tone-{tone}")));
    let tones: Vec<_> = page.all(".number-line .band").into_iter().filter_map(tone).collect();
    assert_eq!(tones.len(), 4);
    let [second, best, worst, third] = tones[..] else { return };
    assert!(best < second && second < third && third < worst, "{tones:?}");
    assert_eq!((best, worst), (1, 5));
}

/// The screen with the definition of `label` asked for.
fn asked(label: &str, subject: Option<RatedSubject>) -> State {
    let open = open(&[&company(), &industry()]);
    let definition = Some(AskedDefinition {
        anchor: "masthead-rating".to_owned(),
        report: open.key.clone(),
        label: label.to_owned(),
        subject,
        is_held: false,
    });
    State { definition, ..screen([open]) }
}

/// Checks the lines of the popover below its head.
#[track_caller]
fn check_definition(label: &str, subject: Option<RatedSubject>, expected: &[&str]) {
    let page = page(&asked(label, subject));
    let popover = page.one("#definition[role=tooltip]");
    assert_eq!(popover.one(".definition-head strong").text(), label);
    assert_eq!(popover.one(".definition-head span").text(), "北辰证券");
    let lines: Vec<String> =
        popover.all("p").into_iter().filter(|line| !line.is(".definition-head")).map(Element::text).collect();
    assert_eq!(lines, expected);
}

#[test]
fn a_word_is_defined_as_its_house_has_it() {
    let company = Some(RatedSubject::Company);
    let terms = "公司评级 · 相对收益 · 6 个月 · 沪深300指数";
    check_definition("买入", company, &["> 15%", terms, "15.."]);
    check_definition("增持（维持）", company, &["5% ~ 15%", terms, "5..15"]);
    let industry_terms = "行业评级 · 相对收益 · 6 个月 · 沪深300指数";
    check_definition("中性", Some(RatedSubject::Industry), &["持平", industry_terms, "="]);
    check_definition(
        "中性",
        None,
        &["文中对公司与行业各有定义：", "−5% ~ 5%", terms, "-5..5", "持平", industry_terms, "="],
    );
}

#[test]
fn a_word_that_the_file_does_not_define_is_not_explained() {
    check_definition("强烈推荐", None, &["本文件没有定义这个词，不作推断。"]);
    check_definition("买入", Some(RatedSubject::Industry), &["本文件没有定义这个词，不作推断。"]);
}

#[test]
fn no_definition_no_popover() {
    let state = asked("买入", None);
    assert!(page(&State { definition: None, ..state.clone() }).all("#definition").is_empty());
    assert!(page(&State { reports: Vec::new(), ..state }).all("#definition").is_empty());
}
