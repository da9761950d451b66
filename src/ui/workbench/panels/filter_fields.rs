//! The fields of one column's condition.

use yew::{Callback, Html, html};

use crate::{
    model::{date::Date, value::day},
    ui::workbench::{
        bench::{Bench, FILTERS},
        fields::{FieldKind, TextField, check, typed_number},
    },
    view::workbench::{
        arrangement::{Condition, text::means},
        passing::FilterKind,
    },
};

/// The fields that suit `kind`, and the two boxes for blanks.
pub fn fields(bench: &Bench, column: u32, kind: FilterKind) -> Html {
    let (words, condition) = (bench.words(), condition_of(bench, column));
    let fields = match kind {
        FilterKind::Limits => limits(bench, column),
        FilterKind::Days => days(bench, column),
        FilterKind::Choices => choices(bench, column),
        FilterKind::Words => contains(bench, column),
    };
    let blank = |label: &'static str, blank: Condition| {
        let is_set = condition == Some(blank.clone());
        let bench = bench.clone();
        check(html! { { label } }, is_set, move |is_set| {
            bench.choose(&bench.arrangement().filtered(column, is_set.then(|| blank.clone())));
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

fn condition_of(bench: &Bench, column: u32) -> Option<Condition> {
    bench.shown.arrangement.condition(column).cloned()
}

/// Takes in one of two ends.
type Taking<T> = fn((Option<T>, Option<T>), Option<T>) -> (Option<T>, Option<T>);

fn limits(bench: &Bench, column: u32) -> Html {
    let words = bench.words();
    let (low, high) = match condition_of(bench, column) {
        Some(Condition::Limits(low, high)) => (low, high),
        _ => (None, None),
    };
    let limit = |label: &'static str, limit: Option<f64>, take: Taking<f64>| {
        let bench = bench.clone();
        let ontyped = Callback::from(move |text: String| {
            let (low, high) = take((low, high), typed_number(&text));
            let condition = (low.is_some() || high.is_some()).then_some(Condition::Limits(low, high));
            bench.type_on(FILTERS + column, &bench.arrangement().filtered(column, condition));
        });
        let initial = limit.map(|limit| limit.to_string()).unwrap_or_default();
        html! { <TextField {label} kind={FieldKind::Number} {initial} {ontyped} /> }
    };
    html! {
        <>
            { limit(words.at_least, low, |(_, high), typed| (typed, high)) }
            { limit(words.at_most, high, |(low, _), typed| (low, typed)) }
        </>
    }
}

fn days(bench: &Bench, column: u32) -> Html {
    let words = bench.words();
    let (from, to) = match condition_of(bench, column) {
        Some(Condition::Days(from, to)) => (from, to),
        _ => (None, None),
    };
    let limit = |label: &'static str, limit: Option<Date>, take: Taking<Date>| {
        let bench = bench.clone();
        let ontyped = Callback::from(move |text: String| {
            let (from, to) = take((from, to), day(&text));
            let condition = (from.is_some() || to.is_some()).then_some(Condition::Days(from, to));
            bench.type_on(FILTERS + column, &bench.arrangement().filtered(column, condition));
        });
        let initial = limit.map(|limit| limit.to_string()).unwrap_or_default();
        html! { <TextField {label} kind={FieldKind::Day} {initial} {ontyped} /> }
    };
    html! {
        <>
            { limit(words.from_day, from, |(_, to), typed| (typed, to)) }
            { limit(words.to_day, to, |(from, _), typed| (from, typed)) }
        </>
    }
}

fn contains(bench: &Bench, column: u32) -> Html {
    let words = bench.words();
    let initial = match condition_of(bench, column) {
        Some(Condition::Contains(text)) => text,
        _ => String::new(),
    };
    let bench = bench.clone();
    let ontyped = Callback::from(move |text: String| {
        let condition = (!text.trim().is_empty()).then_some(Condition::Contains(text));
        bench.type_on(FILTERS + column, &bench.arrangement().filtered(column, condition));
    });
    html! { <TextField label={words.contains} kind={FieldKind::Words} hint={words.contains_hint} {initial} {ontyped} /> }
}

fn choices(bench: &Bench, column: u32) -> Html {
    let words = bench.words();
    let labels = bench.desk.index.borrow_mut().labels(bench.table(), column);
    let chosen = match condition_of(bench, column) {
        Some(Condition::OneOf(chosen)) => chosen,
        _ => Vec::new(),
    };
    let choice = |(text, count): (&String, &u32)| {
        let is_set = chosen.iter().any(|chosen| means(chosen, text));
        let shown = if text.is_empty() { words.blank_choice } else { text };
        let (bench, text, chosen) = (bench.clone(), text.clone(), chosen.clone());
        let label = html! { <>{ shown.to_owned() }<span class="quiet figures count">{ count }</span></> };
        check(label, is_set, move |is_set| {
            let mut next: Vec<String> =
                chosen.iter().filter(|chosen| !means(chosen, &text)).cloned().collect();
            if is_set {
                next.push(text.clone());
            }
            let condition = (!next.is_empty()).then_some(Condition::OneOf(next));
            bench.choose(&bench.arrangement().filtered(column, condition));
        })
    };
    let counted = labels.texts.iter().zip(&labels.counts).filter(|(_, count)| **count > 0);
    html! { <div class="value-list" lang="zh-CN">{ for counted.map(choice) }</div> }
}
