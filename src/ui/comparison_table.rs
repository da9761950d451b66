//! All bands of all houses as one table.

use std::rc::Rc;

use yew::{Html, MouseEvent, Properties, component, html};

use super::{placed::Placed, screen::Dispatch};
use crate::{
    insight::rating_comparison::{ComparisonRow, ScaleEntry, rows},
    view::{
        collation::Collation,
        library::OpenReport,
        ordering::{
            Direction, OrderBy,
            comparison::{ComparisonColumn, comparison_order},
        },
        settings::Language,
        state::Action,
        words::{Words, phrases},
    },
};

/// What the table shows.
#[derive(PartialEq, Properties)]
pub struct ComparisonTableProps {
    /// The scales.
    pub entries: Rc<Vec<ScaleEntry>>,
    /// The open reports, which the scales' indices are of.
    pub reports: Vec<OpenReport>,
    /// The word to show alone.
    pub word: Option<String>,
    /// The order chosen.
    pub order_by: OrderBy,
    /// How Chinese words are ordered.
    pub collation: Rc<Collation>,
    /// The language.
    pub language: Language,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The table.
#[component]
pub fn ComparisonTable(props: &ComparisonTableProps) -> Html {
    let ComparisonTableProps { entries, reports, word, order_by, collation, language, dispatch } = props;
    let words = language.words();
    let rows: Vec<ComparisonRow> =
        rows(entries).into_iter().filter(|row| word.as_ref().is_none_or(|word| row.label == *word)).collect();
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
            let text = text(column, row, *language);
            let text = match column {
                ComparisonColumn::Label | ComparisonColumn::Definition => html! {
                    <Placed report={open.key.clone()} span={row.span} dispatch={dispatch.clone()}>{ text }</Placed>
                },
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
