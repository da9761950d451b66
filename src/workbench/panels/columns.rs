//! Which columns are shown, where they stand, and which stay in view.

use std::rc::Rc;

use yew::{Html, MouseEvent, html};

use super::{button, check};
use crate::{
    view::workbench::{arrangement::Arrangement, arranging::suggested_pins, words::phrases::column_name},
    workbench::desk::Desk,
};

/// The columns panel.
pub fn columns_panel(desk: &Rc<Desk>) -> Html {
    let (table, words) = (desk.table().clone(), desk.words());
    let arrangement = desk.arrangement.borrow().clone();
    let suggested = suggested_pins(&table);
    let count = table.columns.len() as u32;
    let columns = arrangement.columns(count, &suggested);
    let shown: Vec<u32> =
        columns.iter().copied().filter(|column| !arrangement.hidden.contains(column)).collect();
    let row = |column: u32| {
        let name = column_name(&table, column);
        let is_shown = !arrangement.hidden.contains(&column);
        let is_pinned = arrangement.is_pinned(column, &suggested);
        let change = |label: &str, text: &'static str, is_able: bool, next: Arrangement| {
            let desk = desk.clone();
            let onclick = move |_: MouseEvent| desk.choose(&next);
            html! {
                <button type="button" class="icon-button" aria-label={format!("{label}: {name}")} title={label.to_owned()}
                    disabled={!is_able} {onclick}>{ text }</button>
            }
        };
        let place = shown.iter().position(|other| *other == column);
        let moved = |position: usize| arrangement.clone().moved(column, position, count, &suggested);
        let pinned = arrangement.clone().pinning(column, !is_pinned, &suggested);
        let show = {
            let (desk, arrangement) = (desk.clone(), arrangement.clone());
            move |is_shown: bool| desk.choose(&arrangement.clone().showing(column, is_shown))
        };
        html! {
            <li class="column-row" key={column}>
                { check(html! { { name.clone() } }, is_shown, show) }
                { change(words.move_left, "←", place.is_some_and(|place| place > 0), moved(place.unwrap_or(1).saturating_sub(1))) }
                { change(words.move_right, "→", place.is_some_and(|place| place + 1 < shown.len()), moved(place.unwrap_or(0) + 2)) }
                { change(if is_pinned { words.unpin } else { words.pin }, if is_pinned { "◆" } else { "◇" }, is_shown, pinned) }
            </li>
        }
    };
    let reset = Arrangement {
        sequence: Vec::new(),
        hidden: Vec::new(),
        widths: Vec::new(),
        pinned: None,
        ..arrangement.clone()
    };
    html! {
        <>
            <ol class="column-list" lang="zh-CN">{ for columns.iter().map(|column| row(*column)) }</ol>
            <div class="panel-actions">{ button(words.reset, desk, move |desk| desk.choose(&reset)) }</div>
        </>
    }
}
