//! Every key.

use yew::{Html, html};

use crate::view::{settings::Language, workbench::words::keys::keys};

/// The help panel.
pub fn keys_panel(language: Language) -> Html {
    let row = |(key, does): (&'static str, &'static str)| {
        html! { <div class="key"><dt><kbd>{ key }</kbd></dt><dd>{ does }</dd></div> }
    };
    let section = |(heading, keys): (&'static str, Vec<(&'static str, &'static str)>)| {
        html! { <section><h3>{ heading }</h3><dl class="keys">{ for keys.into_iter().map(row) }</dl></section> }
    };
    html! { <>{ for keys(language).into_iter().map(section) }</> }
}
