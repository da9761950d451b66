//! The conditions of columns, one column at a time.

use yew::{Html, Properties, component, html, use_state};

use super::filter_fields;
use crate::{
    ui::workbench::{
        bench::Bench,
        fields::{button, choice},
    },
    view::workbench::{
        needs::Needs,
        passing::{FilterKind, filter_kind},
        words::phrases::column_name,
    },
};

/// What the panel shows.
#[derive(PartialEq, Properties)]
pub struct FilterPanelProps {
    /// The table.
    pub bench: Bench,
    /// The column that is meant at first.
    pub column: Option<u32>,
}

/// The filter panel: a column, and the condition that suits its kind.
#[component]
pub fn FilterPanel(props: &FilterPanelProps) -> Html {
    let bench = &props.bench;
    let (table, words) = (bench.table(), bench.words());
    let arrangement = bench.arrangement();
    let column =
        use_state(|| props.column.or_else(|| arrangement.filters.first().map(|filter| filter.column)));
    // What the reader takes away is taken out of its fields too.
    let cleared = use_state(|| 0_usize);
    let mut options: Vec<(String, String)> = Vec::new();
    if column.is_none() {
        options.push((String::new(), words.any_column.to_owned()));
    }
    options.extend((0..table.columns.len() as u32).map(|column| {
        let mark = if arrangement.condition(column).is_some() { "● " } else { "" };
        (column.to_string(), format!("{mark}{}", column_name(table, column)))
    }));
    let chosen = column.map(|column| column.to_string()).unwrap_or_default();
    let choose_column = {
        let (column, bench) = (column.clone(), bench.clone());
        move |value: String| {
            let (chosen, column) = (value.parse().ok(), column.clone());
            let needs = chosen.map(|chosen| Needs::of_filter(bench.table(), chosen)).unwrap_or_default();
            bench.once_ready(needs, move || column.set(chosen));
        }
    };
    let fields = column.filter(|column| (*column as usize) < table.columns.len()).map(|column| {
        let kind = filter_kind(table, &mut bench.desk.index.borrow_mut(), column);
        let is_mixed =
            kind == FilterKind::Limits && bench.desk.index.borrow_mut().figures(table, column).is_mixed;
        let without = arrangement.clone().filtered(column, None);
        let turn = cleared.clone();
        html! {
            <div key={format!("{column}-{}", *cleared)}>
                { filter_fields::fields(bench, column, kind) }
                if is_mixed { <p class="caution">{ words.mixed }</p> }
                if arrangement.condition(column).is_some() {
                    <div class="panel-actions">
                        { button(words.any, bench, move |bench| {
                            turn.set(*turn + 1);
                            bench.choose(&without);
                        }) }
                    </div>
                }
            </div>
        }
    });
    html! {
        <>
            { choice(words.column, &options, &chosen, choose_column) }
            { for fields }
        </>
    }
}
