//! Buttons and their icons. All are made by these functions, since `html!` weighs half a kilobyte at each place that
//! it stands at, and each kind of closure a third of one.

use yew::{AttrValue, Callback, Html, MouseEvent, html};

use super::screen::Dispatch;
use crate::view::state::Action;

/// A click, or another event of the pointer, that is this action.
pub fn on_pointer(dispatch: &Dispatch, action: Action) -> Callback<MouseEvent> {
    dispatch.reform(move |_| action.clone())
}

/// A button with words.
pub fn button(class: &'static str, words: AttrValue, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class={class} {onclick}>{ words }</button> }
}

/// A button of a group to choose from; `name` tells it apart there.
pub fn choice(name: &'static str, words: AttrValue, is_chosen: bool, onclick: Callback<MouseEvent>) -> Html {
    let pressed = if is_chosen { "true" } else { "false" };
    html! {
        <button type="button" class="choice" data-choice={name} aria-pressed={pressed} {onclick}>
            { words }
        </button>
    }
}

/// A button with an icon, by the path that draws it, and words for those who do not see it.
pub fn icon_button(
    class: &'static str,
    words: AttrValue,
    path: &'static str,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button type="button" class={class} aria-label={words.clone()} title={words} {onclick}>{ icon(path) }</button>
    }
}

/// The icon of what closes or removes.
pub const CROSS: &str = "M4 4l8 8M12 4l-8 8";

/// An icon of 16 by 16, drawn in the color of the words.
pub fn icon(path: &'static str) -> Html {
    html! { <svg viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg> }
}
