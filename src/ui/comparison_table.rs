//! All bands of all houses as one table.

use yew::{Html, MouseEvent, html};

use super::{placed::placed, screen::Dispatch};
use crate::{
    insight::rating_comparison::{ComparisonRow, ScaleEntry, rows},
    view::{
        library::OpenReport,
        ordering::{
            Direction,
            comparison::{ComparisonColumn, comparison_order},
        },
        settings::Language,
        state::{Action, State},
        words::{Words, phrases},
    },
};

/// The table.
pub fn comparison_table(
    entries: &[ScaleEntry],
    reports: &[OpenReport],
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let State { comparison_order: order_by, collation, .. } = state;
    let language = state.settings.language;
    let (words, word) = (language.words(), state.chosen_word.as_ref());
    let rows: Vec<ComparisonRow> =
        rows(entries).into_iter().filter(|row| word.is_none_or(|word| row.label == *word)).collect();
    let head = ComparisonColumn::ALL.into_iter().enumerate().map(|(index, column)| {
        let sort = match order_by.rank_of(index) {
            Some((1, Direction::Ascending)) => "ascending",
            Some((1, Direction::Descending)) => "descending",
            Some(_) => "other",
            None => "none",
        };
        let onclick = dispatch.reform(move |event: MouseEvent| Action::OrderComparison(index, event.shift_key()));
        html! {
            <th scope="col" aria-sort={sort} class={class(column)}>
                <button type="button" class="head-button" title={words.sort_hint} {onclick}>
                    { name(column, words) }
                    <span class="head-order" aria-hidden="true">{ match sort { "ascending" => "↑", "descending" => "↓", _ => "" } }</span>
                </button>
            </th>
        }
    });
    let body = comparison_order(&rows, order_by, collation).into_iter().filter_map(|place| {
        let row = rows.get(place as usize)?;
        let open = reports.get(row.report)?;
        let cells = ComparisonColumn::ALL.into_iter().map(|column| {
            let text = text(column, row, language);
            let text = match column {
                ComparisonColumn::Label | ComparisonColumn::Definition => {
                    placed(&open.key, row.span, "", dispatch, html! { { text } })
                }
                _ => html! { { text } },
            };
            html! { <td class={class(column)}>{ text }</td> }
        });
        Some(html! { <tr key={format!("{}-{}", row.entry, row.band)}>{ for cells }</tr> })
    });
    html! {
        <div class="grid-frame comparison-frame" tabindex="0" role="region" aria-label={words.comparison_table}>
            <table class="grid comparison-table">
                <thead><tr class="head-columns">{ for head }</tr></thead>
                <tbody lang="zh-CN">{ for body }</tbody>
            </table>
        </div>
    }
}

fn class(column: ComparisonColumn) -> &'static str {
    match column {
        ComparisonColumn::Low | ComparisonColumn::High => "number",
        ComparisonColumn::Definition => "text long",
        ComparisonColumn::Label => "rating-label",
        _ => "text",
    }
}

fn name(column: ComparisonColumn, words: &Words) -> &'static str {
    match column {
        ComparisonColumn::Broker => words.broker,
        ComparisonColumn::Subject => words.subject,
        ComparisonColumn::Label => words.word,
        ComparisonColumn::Low => words.low,
        ComparisonColumn::High => words.high,
        ComparisonColumn::Relation => words.relation,
        ComparisonColumn::Basis => words.basis,
        ComparisonColumn::Horizon => words.horizon,
        ComparisonColumn::Benchmarks => words.benchmark,
        ComparisonColumn::Definition => words.definition,
    }
}

fn text(column: ComparisonColumn, row: &ComparisonRow, language: Language) -> String {
    let words = language.words();
    let limit = |limit: Option<f64>, open: &str| match (row.range, limit) {
        (Some(_), Some(limit)) => phrases::signed(limit),
        (Some(_), None) => open.to_owned(),
        (None, _) => String::new(),
    };
    match column {
        ComparisonColumn::Broker => row.broker.clone().unwrap_or_else(|| words.no_broker.to_owned()),
        ComparisonColumn::Subject => phrases::scale_subject(language, row.subject).to_owned(),
        ComparisonColumn::Label => row.label.clone(),
        ComparisonColumn::Low => limit(row.range.and_then(|range| range.low), "−∞"),
        ComparisonColumn::High => limit(row.range.and_then(|range| range.high), "+∞"),
        ComparisonColumn::Relation => {
            row.relation.map(|relation| phrases::relation(language, relation).to_owned()).unwrap_or_default()
        }
        ComparisonColumn::Basis => phrases::basis(language, row.basis).to_owned(),
        ComparisonColumn::Horizon => {
            row.horizon.map(|horizon| phrases::horizon(language, horizon)).unwrap_or_default()
        }
        ComparisonColumn::Benchmarks => row.benchmarks.join("、"),
        ComparisonColumn::Definition => row.definition.clone(),
    }
}
