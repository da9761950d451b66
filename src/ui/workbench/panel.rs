//! The panels of a table, one of which is open at a time.

use yew::{Callback, Html, Properties, component, html};

use super::{bench::Bench, dialog::Dialog, panels};
use crate::view::{
    settings::{Language, Named as _},
    words::phrases::shown_of,
    workbench::words::phrases::column_name,
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
    /// A picture of the table.
    Chart,
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
    /// The element that it opens beside.
    pub anchor: String,
    /// The column that is meant.
    pub column: Option<u32>,
}

impl Open {
    /// What tells it from every other that may be open in its place.
    pub fn key(&self) -> String {
        let column = self.column.map_or_else(String::new, |column| column.to_string());
        format!("{} {} {column}", self.panel as u8, self.anchor)
    }
}

/// What the panel works on.
#[derive(PartialEq, Properties)]
pub struct PanelFrameProps {
    /// What is open.
    pub open: Open,
    /// The table.
    pub bench: Bench,
    /// Where it is said what is open instead.
    pub onopen: Callback<Option<Open>>,
}

/// The panel that is open.
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
        Panel::Chart => (words.chart.to_owned(), "chart"),
        Panel::Export => (words.export.to_owned(), "export"),
        Panel::Column => (column.unwrap_or_default(), "column"),
    };
    let projection = &bench.shown.projection;
    let language = if open.panel == Panel::Column { Language::Chinese } else { bench.language };
    html! {
        <Dialog {name} {title} lang={language.name()} anchor={open.anchor.clone()} is_large={open.panel == Panel::Chart}
            close={words.close} onclose={onopen.reform(|()| None)}>
            <div class="panel-body">{ panels::body(open, bench, onopen) }</div>
            <p class="panel-foot quiet figures" role="status">
                { shown_of(bench.language, projection.passing as usize, projection.total as usize) }
            </p>
        </Dialog>
    }
}
