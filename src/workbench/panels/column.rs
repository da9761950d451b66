//! The menu of one column.

use std::rc::Rc;

use yew::{Html, MouseEvent, html};

use crate::{
    view::workbench::{
        arrangement::{Arrangement, Look},
        arranging::suggested_pins,
        words::phrases::column_name,
    },
    workbench::{
        bench::{Open, Panel, show},
        desk::Desk,
    },
};

/// The menu of `column`, opened beside `anchor`.
pub fn column_panel(desk: &Rc<Desk>, column: u32, anchor: &str) -> Html {
    let (table, words) = (desk.table(), desk.words());
    let arrangement = desk.arrangement.borrow().clone();
    let suggested = suggested_pins(table);
    let count = table.columns.len() as u32;
    let shown = desk.projection.borrow().columns.clone();
    let place = shown.iter().position(|shown| shown.column == column).unwrap_or_default();
    let is_pinned = arrangement.is_pinned(column, &suggested);
    let item = |label: &'static str, next: Arrangement| {
        let desk = desk.clone();
        let onclick = move |_: MouseEvent| {
            show(None);
            desk.choose(&next);
        };
        html! { <li><button type="button" class="menu-item" {onclick}>{ label }</button></li> }
    };
    let open = Open {
        panel: Panel::Filter,
        desk: Some(desk.clone()),
        anchor: anchor.to_owned(),
        column: Some(column),
        language: desk.language.get(),
    };
    let filter = move |_: MouseEvent| show(Some(open.clone()));
    let moved = |position: usize| arrangement.clone().moved(column, position, count, &suggested);
    let is_numeric = table.columns.get(column as usize).is_some_and(|column| column.kind.is_numeric());
    let grouped = Arrangement { group: Some(column), collapsed: Vec::new(), ..arrangement.clone() };
    let mut fit = arrangement.clone();
    fit.widths.retain(|(of, _)| *of != column);
    let looks = [
        (None, words.look_none),
        (Some(Look::Heat), words.look_heat),
        (Some(Look::Bar), words.look_bar),
        (Some(Look::Line), words.look_line),
    ];
    let looks = looks.into_iter().filter(|(look, _)| is_numeric && *look != arrangement.look(column));
    html! {
        <>
            <p class="menu-title" lang="zh-CN">{ column_name(table, column) }</p>
            <ul class="menu">
                <li><button type="button" class="menu-item" onclick={filter}>{ words.filter }</button></li>
                if !is_numeric { { item(words.group_by, grouped) } }
                { item(words.hide, arrangement.clone().showing(column, false)) }
                { item(if is_pinned { words.unpin } else { words.pin }, arrangement.clone().pinning(column, !is_pinned, &suggested)) }
                if place > 0 { { item(words.move_left, moved(place - 1)) } }
                if place + 1 < shown.len() { { item(words.move_right, moved(place + 2)) } }
                { item(words.fit, fit) }
                { for looks.map(|(look, label)| item(label, arrangement.clone().looking(column, look))) }
            </ul>
        </>
    }
}
