//! The line at the bottom.

use yew::{Callback, Html, html};

use super::control::button;
use crate::{
    browser::{page, update},
    view::{
        keeping::Keeping,
        state::State,
        words::{library, phrases},
    },
};

/// How many reports and diagnostics, whether files are kept, and the requests that were made: none.
pub fn status_line(state: &State) -> Html {
    let language = state.settings.language;
    let share = state.share.filter(|_| state.keeping == Keeping::Kept);
    let requests = page::foreign_request_count();
    html! {
        <footer class="status-line">
            <span>{ phrases::report_count(language, state.catalog.count()) }</span>
            <span class="diagnostic-count">{ phrases::diagnostic_count(language, state.diagnostic_count()) }</span>
            <span class="spacer"></span>
            if !state.catalog.entries.is_empty() {
                <span class="keeping">
                    { library::keeping(language, state.keeping) }
                    if let Some(share) = share {
                        <span class="share">{ " · " }{ library::share(share) }</span>
                    }
                </span>
            }
            if state.has_update {
                { button("text-button update-button", language.words().take_update.into(), Callback::from(|_| update::take_over())) }
            }
            <span class="requests">{ phrases::request_count(language, requests) }</span>
        </footer>
    }
}
