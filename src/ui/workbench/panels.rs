//! What stands in the panels.

mod charts;
mod column;
mod columns;
mod exports;
mod filter;
mod filter_fields;
mod group;
mod look;
mod rates;

pub use exports::copy_cells;

use yew::{Callback, Html, html};

use super::{
    bench::Bench,
    panel::{Open, Panel},
};

/// The panel's content.
pub fn body(open: &Open, bench: &Bench, onopen: &Callback<Option<Open>>) -> Html {
    match open.panel {
        Panel::Filter => html! { <filter::FilterPanel bench={bench.clone()} column={open.column} /> },
        Panel::Columns => columns::columns_panel(bench),
        Panel::Group => group::group_panel(bench),
        Panel::Look => look::look_panel(bench),
        Panel::Chart => html! { <charts::ChartPanel bench={bench.clone()} /> },
        Panel::Export => html! { <exports::ExportPanel bench={bench.clone()} /> },
        Panel::Column => column::column_panel(bench, open, onopen),
    }
}
