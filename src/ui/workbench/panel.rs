//! The dialog around a panel: it opens beside the button that asks for it, holds the focus, and closes by Escape, its
//! cross, or a click beside it.

use yew::{Callback, Event, Html, MouseEvent, Properties, component, html, use_effect_with};

use super::{bench::Bench, panels};
use crate::{
    browser::page,
    ui::control::{CROSS, icon_button},
    view::{
        settings::{Language, Named as _},
        words::phrases::shown_of,
        workbench::words::phrases::column_name,
    },
};

/// A panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The conditions of columns.
    Filter,
    /// Which columns are shown, and where.
    Columns,
    /// By which labels rows are grouped.
    Group,
    /// Colors, bars, units and currencies.
    Look,
    /// Copying and files.
    Export,
    /// One column's menu.
    Column,
}

/// What is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The panel.
    pub panel: Panel,
    /// The element that it opens beside, which has the focus again when it closes.
    pub anchor: String,
    /// The column that is meant.
    pub column: Option<u32>,
}

const ID: &str = "workbench-panel";

#[derive(PartialEq, Properties)]
pub struct PanelFrameProps {
    /// What is open.
    pub open: Open,
    /// The table that it works on.
    pub bench: Bench,
    /// Where it is said what is open instead.
    pub onopen: Callback<Option<Open>>,
}

/// The dialog.
#[component]
pub fn PanelFrame(props: &PanelFrameProps) -> Html {
    let PanelFrameProps { open, bench, onopen } = props;
    let words = bench.words();
    let column = open.column.map(|column| column_name(bench.table(), column));
    let (title, name) = match open.panel {
        Panel::Filter => (words.filter.to_owned(), "filter"),
        Panel::Columns => (words.columns.to_owned(), "columns"),
        Panel::Group => (words.group.to_owned(), "group"),
        Panel::Look => (words.look.to_owned(), "look"),
        Panel::Export => (words.export.to_owned(), "export"),
        Panel::Column => (column.unwrap_or_default(), "column"),
    };
    let anchor = open.anchor.clone();
    use_effect_with((), move |()| {
        page::show_modal(ID);
        page::place_beside(&anchor, ID);
        move || page::focus(&anchor)
    });
    let onclose = onopen.reform(|_: Event| None);
    let onclick = {
        let onopen = onopen.clone();
        move |event: MouseEvent| {
            // The dialog itself is clicked where its backdrop is: its content fills it.
            if page::is_on(&event, ID) {
                onopen.emit(None);
            }
        }
    };
    let close = onopen.reform(|_: MouseEvent| None);
    let projection = &bench.shown.projection;
    let lang = if open.panel == Panel::Column { Language::Chinese } else { bench.language };
    html! {
        <dialog id={ID} class="panel" data-panel={name} aria-labelledby="workbench-title" {onclose} {onclick}>
            <div class="panel-sheet">
                <header class="panel-head">
                    <h2 id="workbench-title" lang={lang.name()}>{ title }</h2>
                    { icon_button("icon-button panel-close", words.close.into(), CROSS, close) }
                </header>
                <div class="panel-body">{ panels::body(open, bench, onopen) }</div>
                <p class="panel-foot quiet figures" role="status">
                    { shown_of(bench.language, projection.passing as usize, projection.total as usize) }
                </p>
            </div>
        </dialog>
    }
}
