//! Which columns are shown, where they stand, and which stay in view.

use yew::{Html, MouseEvent, html};

use crate::{
    ui::{
        control::icon,
        workbench::{
            bench::Bench,
            fields::{button, check},
        },
    },
    view::workbench::{arrangement::Arrangement, arranging::suggested_pins, words::phrases::column_name},
};

const LEFT: &str = "M9.5 4L5.5 8l4 4";
const RIGHT: &str = "M6.5 4l4 4l-4 4";
/// A drawing pin.
const PIN: &str = "M8 9.5V14M4.5 9.5h7l-1.3-2.6V2.5H5.8v4.4z";

/// The columns panel.
pub fn columns_panel(bench: &Bench) -> Html {
    let (table, words) = (bench.table().clone(), bench.words());
    let arrangement = bench.arrangement();
    let suggested = suggested_pins(&table);
    let count = table.columns.len() as u32;
    let columns = arrangement.columns(count, &suggested);
    let shown: Vec<u32> =
        columns.iter().copied().filter(|column| !arrangement.hidden.contains(column)).collect();
    let row = |column: u32| {
        let name = column_name(&table, column);
        let is_shown = !arrangement.hidden.contains(&column);
        let is_pinned = arrangement.is_pinned(column, &suggested);
        let change = |class: &'static str,
                      label: &str,
                      path: &'static str,
                      is_able: bool,
                      next: Arrangement| {
            let bench = bench.clone();
            let onclick = move |_: MouseEvent| bench.choose(&next);
            html! {
                <button type="button" {class} aria-label={format!("{label}: {name}")} title={label.to_owned()}
                    disabled={!is_able} {onclick}>{ icon(path) }</button>
            }
        };
        let class = if is_pinned { "icon-button is-pinned" } else { "icon-button" };
        let place = shown.iter().position(|other| *other == column);
        let moved = |position: usize| arrangement.clone().moved(column, position, count, &suggested);
        let pinned = arrangement.clone().pinning(column, !is_pinned, &suggested);
        let show = {
            let (bench, arrangement) = (bench.clone(), arrangement.clone());
            // A table of no columns would have no header to bring one back by.
            let is_last = shown.len() == 1 && is_shown;
            move |is_shown: bool| bench.choose(&arrangement.clone().showing(column, is_shown || is_last))
        };
        html! {
            <li class="column-row" key={column}>
                { check(html! { { name.clone() } }, is_shown, show) }
                { change("icon-button", words.move_left, LEFT, place.is_some_and(|place| place > 0), moved(place.unwrap_or(1).saturating_sub(1))) }
                { change("icon-button", words.move_right, RIGHT, place.is_some_and(|place| place + 1 < shown.len()), moved(place.unwrap_or(0) + 2)) }
                { change(class, if is_pinned { words.unpin } else { words.pin }, PIN, is_shown, pinned) }
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
            <div class="panel-actions">{ button(words.reset, bench, move |bench| bench.choose(&reset)) }</div>
        </>
    }
}
