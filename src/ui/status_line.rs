//! The line at the bottom.

use std::rc::Rc;

use yew::{Html, Properties, component, html};

use crate::{
    browser::page,
    view::{state::State, words::phrases},
};

/// What the line shows.
#[derive(PartialEq, Properties)]
pub struct StatusLineProps {
    /// The screen.
    pub state: Rc<State>,
}

/// How many reports and diagnostics, whether files are kept, and the requests that were made: none.
#[component]
pub fn StatusLine(props: &StatusLineProps) -> Html {
    let state = &props.state;
    let language = state.settings.language;
    let words = language.words();
    let requests = page::foreign_request_count();
    html! {
        <footer class="status-line">
            <span>{ phrases::report_count(language, state.reports.len()) }</span>
            <span>{ phrases::diagnostic_count(language, state.diagnostic_count()) }</span>
            <span class="spacer"></span>
            if !state.reports.is_empty() {
                <span>{ if state.is_kept { words.kept } else { words.not_kept } }</span>
            }
            <span class="requests">{ phrases::request_count(language, requests) }</span>
        </footer>
    }
}
