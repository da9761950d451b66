//! One cell.

use yew::{Html, html};

use crate::{
    model::{
        code::SecurityCode,
        table::{Cell, Column, ColumnKind, RowRole},
        value::Value,
    },
    view::{alignment::Alignment, settings::Language},
};

/// Which way a change goes.
fn direction(column: &Column, value: &Value) -> Option<(&'static str, &'static str)> {
    let Value::Number { number, .. } = value else { return None };
    match column.kind {
        ColumnKind::Change | ColumnKind::Growth if *number > 0.0 => Some(("up", "▲")),
        ColumnKind::Change | ColumnKind::Growth if *number < 0.0 => Some(("down", "▼")),
        ColumnKind::Change | ColumnKind::Growth => Some(("flat", "")),
        _ => None,
    }
}

/// A cell's classes, and what stands in it.
pub fn cell_content(
    cell: &Cell<'_>,
    value: &Value,
    column: &Column,
    role: RowRole,
    alignment: Option<&Alignment>,
    language: Language,
) -> (String, Html) {
    let words = language.words();
    let change = direction(column, value);
    let mut class = String::new();
    let mut add = |name: &str, is_so: bool| {
        if is_so {
            class.push(' ');
            class.push_str(name);
        }
    };
    add("is-inherited", cell.inherited);
    add("is-blank", cell.text.is_empty());
    add("is-missing", matches!(value, Value::Missing(_)));
    add("is-rating", column.kind == ColumnKind::Rating && !cell.text.is_empty());
    add(change.map_or("", |(name, _)| name), change.is_some());
    let is_number = matches!(value, Value::Number { .. } | Value::Missing(_)) && !cell.text.is_empty();
    let text = match (alignment, value) {
        (Some(alignment), _) if is_number => {
            let aligned = alignment.aligned(&cell.text);
            html! {
                <>
                    if let Some((_, arrow)) = change { <span class="arrow" aria-hidden="true">{ arrow }</span> }
                    { aligned.text.to_owned() }
                    if !aligned.padding.is_empty() {
                        <span class="padding" aria-hidden="true">{ aligned.padding }</span>
                    }
                </>
            }
        }
        (_, Value::Code(SecurityCode { derived: true, exchange, .. })) => html! {
            <>{ cell.text.to_string() }<span class="derived" title={words.derived}>{ "." }{ exchange.suffix() }</span></>
        },
        _ if cell.inherited => html! {
            <>{ cell.text.to_string() }<span class="visually-hidden">{ format!(" ({})", words.inherited) }</span></>
        },
        _ if cell.text.is_empty() => html! { <span class="visually-hidden">{ words.blank }</span> },
        _ => html! { { cell.text.to_string() } },
    };
    let text = match role {
        RowRole::Summary => {
            html! { <><span class="visually-hidden">{ words.summary_row }{ " " }</span>{ text }</> }
        }
        RowRole::Data | RowRole::Section => text,
    };
    (class, text)
}
