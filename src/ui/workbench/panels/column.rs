//! The menu of one column.

use yew::{Callback, Html, MouseEvent, html};

use crate::{
    ui::workbench::{
        bench::Bench,
        panel::{Open, Panel},
    },
    view::workbench::{
        arrangement::{Arrangement, Look},
        arranging::suggested_pins,
        look::suits,
    },
};

/// The menu of the column that is meant. What it does closes it.
pub fn column_panel(bench: &Bench, open: &Open, onopen: &Callback<Option<Open>>) -> Html {
    let (table, words) = (bench.table(), bench.words());
    let column = open.column.unwrap_or_default();
    let arrangement = bench.arrangement();
    let suggested = suggested_pins(table);
    let count = table.columns.len() as u32;
    let shown = &bench.shown.projection.columns;
    let place = shown.iter().position(|shown| shown.column == column).unwrap_or_default();
    let is_pinned = arrangement.is_pinned(column, &suggested);
    let item = |label: &'static str, next: Arrangement| {
        let (bench, onopen) = (bench.clone(), onopen.clone());
        let onclick = move |_: MouseEvent| {
            onopen.emit(None);
            bench.choose(&next);
        };
        html! { <li><button type="button" class="menu-item" {onclick}>{ label }</button></li> }
    };
    let filter = {
        let open = Open { panel: Panel::Filter, ..open.clone() };
        onopen.reform(move |_: MouseEvent| Some(open.clone()))
    };
    let moved = |position: usize| arrangement.clone().moved(column, position, count, &suggested);
    let grouped = Arrangement { group: Some(column), collapsed: Vec::new(), ..arrangement.clone() };
    let mut fit = arrangement.clone();
    fit.widths.retain(|(of, _)| *of != column);
    let looks = [
        (None, words.look_none),
        (Some(Look::Heat), words.look_heat),
        (Some(Look::Bar), words.look_bar),
        (Some(Look::Line), words.look_line),
    ];
    let looks =
        looks.into_iter().filter(|(look, _)| suits(table, column) && *look != arrangement.look(column));
    html! {
        <ul class="menu">
            <li><button type="button" class="menu-item" onclick={filter}>{ words.filter }</button></li>
            if !suits(table, column) { { item(words.group_by, grouped) } }
            { item(if is_pinned { words.unpin } else { words.pin }, arrangement.clone().pinning(column, !is_pinned, &suggested)) }
            if shown.len() > 1 { { item(words.hide, arrangement.clone().showing(column, false)) } }
            if place > 0 { { item(words.move_left, moved(place - 1)) } }
            if place + 1 < shown.len() { { item(words.move_right, moved(place + 2)) } }
            if fit != arrangement { { item(words.fit, fit) } }
            { for looks.map(|(look, label)| item(label, arrangement.clone().looking(column, look))) }
        </ul>
    }
}
