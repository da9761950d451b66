//! The page's root.

use yew::{Html, component, html};

/// The whole page.
#[component]
pub fn App() -> Html {
    html! { <main class="app">{ "研镜" }</main> }
}
