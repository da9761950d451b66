//! The fields of one column's condition.

use std::rc::Rc;

use yew::{Html, html};

use super::check;
use crate::{
    browser::fields::value_of,
    model::value::day,
    text::width::narrowed,
    view::workbench::{
        arrangement::{Condition, text::means},
        passing::FilterKind,
    },
    workbench::desk::Desk,
};

/// The fields that suit `kind`, and the two boxes for blanks.
pub fn fields(desk: &Rc<Desk>, column: u32, kind: FilterKind) -> Html {
    let fields = match kind {
        FilterKind::Limits => limits(desk, column),
        FilterKind::Days => days(desk, column),
        FilterKind::Choices => choices(desk, column),
        FilterKind::Words => contains(desk, column),
    };
    let (words, condition) = (desk.words(), condition_of(desk, column));
    let blank = |label: &'static str, blank: Condition| {
        let is_chosen = condition == Some(blank.clone());
        let desk = desk.clone();
        check(html! { { label } }, is_chosen, move |is_chosen| {
            choose(&desk, column, is_chosen.then(|| blank.clone()));
        })
    };
    html! {
        <>
            { fields }
            if kind != FilterKind::Choices {
                { blank(words.blank, Condition::Blank) }
                { blank(words.filled, Condition::Filled) }
            }
        </>
    }
}

fn condition_of(desk: &Desk, column: u32) -> Option<Condition> {
    desk.arrangement.borrow().condition(column).cloned()
}

fn choose(desk: &Desk, column: u32, condition: Option<Condition>) {
    let arrangement = desk.arrangement.borrow().clone();
    desk.choose(&arrangement.filtered(column, condition));
}

/// A field that is taken in when it is left or Enter is pressed.
fn field(label: &str, kind: &'static str, value: String, onchange: impl Fn(String) + 'static) -> Html {
    let onchange = move |event: yew::Event| onchange(value_of(&event));
    let mode = (kind == "text").then_some("decimal");
    html! {
        <label class="field">
            <span>{ label.to_owned() }</span>
            <input type={kind} inputmode={mode} autocomplete="off" {value} {onchange} />
        </label>
    }
}

fn limits(desk: &Rc<Desk>, column: u32) -> Html {
    let words = desk.words();
    let (low, high) = match condition_of(desk, column) {
        Some(Condition::Limits(low, high)) => (low, high),
        _ => (None, None),
    };
    let take = |low: Option<f64>, high: Option<f64>| {
        (low.is_some() || high.is_some()).then_some(Condition::Limits(low, high))
    };
    let shown = |limit: Option<f64>| limit.map(|limit| limit.to_string()).unwrap_or_default();
    // A limit is typed as figures are printed: with commas, full-width, with a percent sign.
    let typed = |text: &str| {
        let narrow = narrowed(text.trim()).replace([',', '%'], "");
        narrow.parse::<f64>().ok().filter(|limit| limit.is_finite())
    };
    let (one, other) = (desk.clone(), desk.clone());
    html! {
        <>
            { field(words.at_least, "text", shown(low), move |text| choose(&one, column, take(typed(&text), high))) }
            { field(words.at_most, "text", shown(high), move |text| choose(&other, column, take(low, typed(&text)))) }
        </>
    }
}

fn days(desk: &Rc<Desk>, column: u32) -> Html {
    let words = desk.words();
    let (from, to) = match condition_of(desk, column) {
        Some(Condition::Days(from, to)) => (from, to),
        _ => (None, None),
    };
    let take =
        |from, to| (Option::is_some(&from) || Option::is_some(&to)).then_some(Condition::Days(from, to));
    let shown = |day: Option<crate::model::date::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let (one, other) = (desk.clone(), desk.clone());
    html! {
        <>
            { field(words.from_day, "date", shown(from), move |text| choose(&one, column, take(day(&text), to))) }
            { field(words.to_day, "date", shown(to), move |text| choose(&other, column, take(from, day(&text)))) }
        </>
    }
}

fn contains(desk: &Rc<Desk>, column: u32) -> Html {
    let words = desk.words();
    let text = match condition_of(desk, column) {
        Some(Condition::Contains(text)) => text,
        _ => String::new(),
    };
    let desk = desk.clone();
    let oninput = move |event: yew::InputEvent| {
        let typed = value_of(&event);
        choose(&desk, column, (!typed.trim().is_empty()).then_some(Condition::Contains(typed)));
    };
    html! {
        <label class="field">
            <span>{ words.contains }</span>
            <input type="text" autocomplete="off" spellcheck="false" placeholder={words.contains_hint} value={text} {oninput} />
        </label>
    }
}

fn choices(desk: &Rc<Desk>, column: u32) -> Html {
    let words = desk.words();
    let labels = desk.index.borrow_mut().labels(desk.table(), column);
    let chosen = match condition_of(desk, column) {
        Some(Condition::OneOf(chosen)) => chosen,
        _ => Vec::new(),
    };
    let choice = |(text, count): (&String, &u32)| {
        let is_chosen = chosen.iter().any(|chosen| means(chosen, text));
        let shown = if text.is_empty() { words.blank_choice } else { text };
        let (desk, text, chosen) = (desk.clone(), text.clone(), chosen.clone());
        let label = html! { <>{ shown.to_owned() }<span class="quiet figures count">{ count }</span></> };
        check(label, is_chosen, move |is_chosen| {
            let mut next: Vec<String> =
                chosen.iter().filter(|chosen| !means(chosen, &text)).cloned().collect();
            if is_chosen {
                next.push(text.clone());
            }
            choose(&desk, column, (!next.is_empty()).then_some(Condition::OneOf(next)));
        })
    };
    let counted = labels.texts.iter().zip(&labels.counts).filter(|(_, count)| **count > 0);
    html! { <div class="value-list" lang="zh-CN">{ for counted.map(choice) }</div> }
}
