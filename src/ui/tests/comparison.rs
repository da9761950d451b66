use super::{bare, element::Element, in_english, opened, page, screen};
use crate::{
    insight::sample,
    model::{
        rating_scale::{ReturnBasis, ScaleSubject},
        report::Report,
    },
    view::{
        library::OpenReport,
        state::{Action, State, View},
    },
};

fn open(house: &str, basis: Option<ReturnBasis>, bands: &str) -> OpenReport {
    let scale = sample::scale(ScaleSubject::Company, basis, bands);
    OpenReport { key: house.into(), ..opened(Report::clone(&sample::report(Some(house), &[&scale]))) }
}

/// Three houses: against an index, the return itself, words alone.
fn ratings() -> State {
    let reports = [
        open("北辰证券", Some(ReturnBasis::Relative), "买入:15.. 增持:5..15 中性:-5..5 减持:..-5"),
        open("澄江证券", Some(ReturnBasis::Absolute), "买入:20.. 增持:10..20 无评级:?"),
        open("云岭证券", Some(ReturnBasis::Relative), "增持:+ 中性:= 回避:-"),
    ];
    State { view: View::Ratings, ..screen(reports) }
}

fn choose(word: &str) -> State {
    ratings().apply(Action::ChooseWord(Some(word.to_owned())))
}

/// The kind of each track with the houses in it.
fn tracks(page: &Element) -> Vec<String> {
    let track = |track: &Element| {
        format!("{}: {}", track.attribute("data-track"), track.texts(".lane-name strong").join(" "))
    };
    page.all(".track").into_iter().map(track).collect()
}

#[test]
fn relative_absolute_and_words_stand_apart() {
    let page = page(&ratings());
    assert_eq!(tracks(&page), ["relative: 北辰证券", "absolute: 澄江证券", "words: 云岭证券 澄江证券"]);
    assert_eq!(page.texts(".track h2"), ["相对收益", "绝对收益", "仅有文字"]);
    assert_eq!(page.all(".track[data-track=words] .number-line").len(), 0);
    assert_eq!(page.texts(".word-band strong"), ["增持", "中性", "回避", "无评级"]);
    assert_eq!(page.texts(".word-band .quiet"), ["跑赢", "持平", "跑输", "不评级"]);
}

#[test]
fn every_word_can_be_chosen_the_most_used_first() {
    let page = page(&in_english(choose("买入")));
    let choices = page.texts(".word-choice");
    assert_eq!((choices[0].as_str(), choices[1].as_str(), choices.len()), ("All", "增持3 houses", 7));
    assert_eq!(page.texts(".word-choice[aria-pressed=true]"), ["买入2 houses"]);
}

#[test]
fn a_chosen_word_stands_out_at_every_house_that_has_it() {
    let all = page(&ratings());
    assert!(all.all(".is-pale").is_empty());
    let chosen = page(&choose("增持"));
    assert_eq!(tracks(&chosen), ["relative: 北辰证券", "absolute: 澄江证券", "words: 云岭证券"]);
    let words = |selector: &str| -> Vec<String> {
        let bands = chosen.all(selector);
        let is_clear = |band: &&Element| !band.is(".is-pale");
        bands
            .into_iter()
            .filter(is_clear)
            .flat_map(|band| [band.texts(".band-word"), band.texts("strong")].concat())
            .collect()
    };
    assert_eq!([words(".band"), words(".word-band")].concat(), ["增持", "增持", "增持"]);
    assert_eq!(chosen.all(".is-pale").len(), 3 + 1 + 2);
    assert_eq!(tracks(&page(&choose("买入"))), ["relative: 北辰证券", "absolute: 澄江证券"]);
}

/// The cells of the table's rows, each row joined by spaces, to the column of the direction.
fn rows(page: &Element) -> Vec<String> {
    let cells = |row: &Element| row.texts("td")[..6].join(" ");
    page.all(".comparison-table tbody tr").into_iter().map(cells).collect()
}

#[test]
fn the_table_has_every_grade_or_those_of_the_chosen_word() {
    assert_eq!(rows(&page(&ratings())).len(), 10);
    assert_eq!(
        rows(&page(&choose("增持"))),
        ["云岭证券 公司评级 增持   跑赢", "北辰证券 公司评级 增持 5 15 ", "澄江证券 公司评级 增持 10 20 "]
    );
    assert_eq!(
        rows(&page(&choose("买入"))),
        ["北辰证券 公司评级 买入 15 +∞ ", "澄江证券 公司评级 买入 20 +∞ "]
    );
    assert_eq!(rows(&page(&choose("减持"))), ["北辰证券 公司评级 减持 −∞ −5 "]);
}

#[test]
fn the_table_is_ordered_by_its_headers() {
    let low = |clicks: usize| {
        let click = |state: State, _| state.apply(Action::OrderComparison(3, false));
        page(&(0..clicks).fold(choose("增持"), click))
    };
    assert!(rows(&low(2))[0].starts_with("澄江证券"));
    assert!(rows(&low(2))[2].starts_with("云岭证券"), "no limits are last in both directions");
    assert!(rows(&low(1))[0].starts_with("北辰证券"));
    let sorts = |page: &Element| -> Vec<String> {
        page.all(".comparison-table th").iter().map(|head| head.attribute("aria-sort").to_owned()).collect()
    };
    assert_eq!((sorts(&low(1))[3].as_str(), sorts(&low(2))[3].as_str()), ("ascending", "descending"));
    assert_eq!(sorts(&low(3)), ["none"; 10]);
}

#[test]
fn reports_without_definitions_have_nothing_to_compare() {
    let state = State { view: View::Ratings, ..screen([bare("bare.txt")]) };
    let page = page(&state);
    assert_eq!(page.texts(".comparison-empty"), ["打开的研报里没有评级定义。"]);
    assert_eq!(page.texts(".view-tab[aria-current=page]"), ["评级"]);
}
