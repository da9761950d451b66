//! What stands in the panels.

mod charts;
mod column;
mod columns;
mod exports;
mod filter;
mod filter_fields;
mod group;
mod keys;
mod look;
mod rates;

pub use exports::copy_cells;

use std::rc::Rc;

use yew::{Html, html};

use super::{
    bench::{Open, Panel},
    desk::Desk,
};

/// The panel's content.
pub fn body(open: &Open, turn: usize) -> Html {
    let Some(desk) = open.desk.clone() else { return keys::keys_panel(open.language) };
    match open.panel {
        Panel::Filter => html! { <filter::FilterPanel {desk} {turn} column={open.column} /> },
        Panel::Columns => columns::columns_panel(&desk),
        Panel::Group => group::group_panel(&desk),
        Panel::Look => look::look_panel(&desk),
        Panel::Chart => html! { <charts::ChartPanel {desk} {turn} /> },
        Panel::Export => html! { <exports::ExportPanel {desk} {turn} /> },
        Panel::Column => column::column_panel(&desk, open.column.unwrap_or_default(), &open.anchor),
        Panel::Keys => keys::keys_panel(open.language),
    }
}

/// A list to choose one of: the label of the field, what can be chosen with its value, the value that is.
fn choice(
    label: &str,
    options: &[(String, String)],
    chosen: &str,
    onchange: impl Fn(String) + 'static,
) -> Html {
    let option = |(value, text): &(String, String)| {
        html! { <option value={value.clone()} selected={value == chosen}>{ text.clone() }</option> }
    };
    let onchange = move |event: yew::Event| onchange(crate::browser::fields::value_of(&event));
    html! {
        <label class="field">
            <span>{ label.to_owned() }</span>
            <select {onchange}>{ for options.iter().map(option) }</select>
        </label>
    }
}

/// A box to check.
fn check(label: Html, is_checked: bool, onchange: impl Fn(bool) + 'static) -> Html {
    let onchange = move |event: yew::Event| onchange(crate::browser::fields::is_checked(&event));
    html! {
        <label class="check"><input type="checkbox" checked={is_checked} {onchange} /><span>{ label }</span></label>
    }
}

/// A button that does something to a table.
fn button(label: &str, desk: &Rc<Desk>, act: impl Fn(&Desk) + 'static) -> Html {
    let desk = desk.clone();
    let onclick = move |_: yew::MouseEvent| act(&desk);
    html! { <button type="button" class="button" {onclick}>{ label.to_owned() }</button> }
}

/// Buttons of which one is pressed: the heading, and what can be chosen with whether it is.
fn switch<T: Copy + PartialEq + 'static>(
    label: &str,
    options: &[(T, &'static str)],
    chosen: T,
    onchoose: &Rc<dyn Fn(T)>,
) -> Html {
    let option = |(value, text): &(T, &'static str)| {
        let (value, onchoose) = (*value, onchoose.clone());
        let onclick = move |_: yew::MouseEvent| onchoose(value);
        let is_pressed = (value == chosen).to_string();
        html! { <button type="button" class="choice" aria-pressed={is_pressed} {onclick}>{ *text }</button> }
    };
    html! {
        <div class="switch" role="group" aria-label={label.to_owned()}>
            <span class="switch-label">{ label.to_owned() }</span>
            <div class="choices">{ for options.iter().map(option) }</div>
        </div>
    }
}
