//! The conditions of columns, one column at a time.

use std::rc::Rc;

use yew::{Html, Properties, component, html, use_state};

use super::{button, choice, filter_fields};
use crate::{
    view::workbench::{
        passing::{FilterKind, filter_kind},
        words::phrases::column_name,
    },
    workbench::desk::Desk,
};

/// What the panel shows.
#[derive(PartialEq, Properties)]
pub struct FilterPanelProps {
    /// The table.
    pub desk: Rc<Desk>,
    /// Counts how often it was arranged.
    pub turn: usize,
    /// The column that is meant at first.
    pub column: Option<u32>,
}

/// The filter panel: a column, and the condition that suits its kind.
#[component]
pub fn FilterPanel(props: &FilterPanelProps) -> Html {
    let desk = &props.desk;
    let (table, words) = (desk.table(), desk.words());
    let arrangement = desk.arrangement.borrow().clone();
    let column =
        use_state(|| props.column.or_else(|| arrangement.filters.first().map(|filter| filter.column)));
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
        let column = column.clone();
        move |value: String| column.set(value.parse().ok())
    };
    let fields = column.filter(|column| (*column as usize) < table.columns.len()).map(|column| {
        let kind = filter_kind(table, &mut desk.index.borrow_mut(), column);
        let is_mixed =
            kind == FilterKind::Limits && desk.index.borrow_mut().figures(table, column).is_mixed;
        let without = arrangement.clone().filtered(column, None);
        html! {
            <div key={column}>
                { filter_fields::fields(desk, column, kind) }
                if is_mixed { <p class="caution">{ words.mixed }</p> }
                if arrangement.condition(column).is_some() {
                    <div class="panel-actions">{ button(words.any, desk, move |desk| desk.choose(&without)) }</div>
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
