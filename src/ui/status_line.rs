//! The line at the bottom.

use yew::{Html, html};

use crate::{
    browser::page,
    view::{state::State, words::phrases},
};

/// How many reports and diagnostics, whether files are kept, and the requests that were made: none.
pub fn status_line(state: &State) -> Html {
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
