//! What happened to files: being read, refused, removed.

use yew::{Html, html};

use super::{
    control::{button, on_pointer},
    screen::Dispatch,
};
use crate::view::{
    refusal::Refusal,
    state::{Action, Progress, State},
    words::phrases,
};

/// Messages above the view.
pub fn messages(state: &State, dispatch: &Dispatch) -> Html {
    let State { refusals, progress, removed, .. } = state;
    let language = state.settings.language;
    let words = language.words();
    let refusal = |refusal: &Refusal| {
        html! {
            <li>
                <strong class="file-name">{ &refusal.name }</strong>{ " " }
                { phrases::refusal(language, refusal.reason) }
            </li>
        }
    };
    html! {
        <div class="messages">
            if let Some(Progress { done, total }) = progress {
                <div class="message progress">
                    <span>{ phrases::reading(language, *done, *total) }</span>
                    <progress value={done.to_string()} max={total.to_string()} aria-label={phrases::reading(language, *done, *total)} />
                </div>
            }
            if !refusals.is_empty() {
                <div class="message refusals" role="alert">
                    <div>
                        <strong>{ phrases::refused(language, refusals.len()) }</strong>
                        <ul>{ for refusals.iter().map(refusal) }</ul>
                    </div>
                    { button("button", words.dismiss.into(), on_pointer(dispatch, Action::DismissRefusals)) }
                </div>
            }
            if let Some(removed) = removed {
                <div class="message toast">
                    <span>{ phrases::removed(language, removed.report.title()) }</span>
                    { button("button", words.undo.into(), on_pointer(dispatch, Action::UndoRemove)) }
                </div>
            }
        </div>
    }
}
