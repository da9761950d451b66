//! What happened to files: being read, refused, removed; and to the library.

use yew::{Html, html};

use super::{
    control::{button, on_pointer},
    opening::{Files, Incoming},
    screen::Dispatch,
};
use crate::view::{
    keeping::{Keeping, KeepingTrouble},
    refusal::{Refusal, RefusalReason},
    state::{Action, LaterPart, State},
    words::{library, phrases},
};

/// Messages above the view.
pub fn messages(state: &State, files: &Files, dispatch: &Dispatch) -> Html {
    html! {
        <div class="messages">
            { progress(state, files) }
            { trouble(state) }
            { refusals(state, files, dispatch) }
            { missing(state, dispatch) }
            { removed(state, dispatch) }
        </div>
    }
}

fn progress(state: &State, files: &Files) -> Html {
    let Some(progress) = &state.progress else { return Html::default() };
    let language = state.settings.language;
    let said = library::progress(language, progress);
    let label = phrases::reading(language, progress.done, progress.total);
    html! {
        <div class="message progress">
            <div>
                <span>{ said }</span>
                <div class="quiet progress-name">{ &progress.name }</div>
            </div>
            <progress value={progress.done.to_string()} max={progress.total.to_string()} aria-label={label} />
            { button("button", language.words().stop.into(), files.reform(|_| Incoming::Stop)) }
        </div>
    }
}

/// Why nothing is kept, where that is not for ever so: a browser that keeps nothing at all says so in the status line.
fn trouble(state: &State) -> Html {
    match state.keeping {
        Keeping::Trouble(KeepingTrouble::Unavailable) | Keeping::Kept | Keeping::Opening => Html::default(),
        keeping => html! {
            <div class="message keeping-trouble" role="alert">{ library::keeping(state.settings.language, keeping) }</div>
        },
    }
}

fn refusals(state: &State, files: &Files, dispatch: &Dispatch) -> Html {
    let language = state.settings.language;
    let words = language.words();
    if state.refusals.is_empty() {
        return Html::default();
    }
    let refusal = |refusal: &Refusal| {
        html! {
            <li>
                <strong class="file-name">{ &refusal.name }</strong>{ " " }
                { phrases::refusal(language, refusal.reason) }
            </li>
        }
    };
    let can_be_tried = state.refusals.iter().any(|refusal| refusal.reason == RefusalReason::Failed);
    html! {
        <div class="message refusals" role="alert">
            <div>
                <strong>{ phrases::refused(language, state.refusals.len()) }</strong>
                <ul>{ for state.refusals.iter().map(refusal) }</ul>
            </div>
            if can_be_tried {
                { button("button", words.try_again.into(), files.reform(|_| Incoming::Retry)) }
            }
            { button("button", words.dismiss.into(), on_pointer(dispatch, Action::DismissRefusals)) }
        </div>
    }
}

fn missing(state: &State, dispatch: &Dispatch) -> Html {
    let words = state.settings.language.words();
    let again = on_pointer(dispatch, Action::Part(LaterPart::Awaited));
    if state.later != LaterPart::Missing {
        return Html::default();
    }
    html! {
        <div class="message" role="alert">
            <span>{ words.part_missing }</span>
            { button("button", words.try_again.into(), again) }
        </div>
    }
}

fn removed(state: &State, dispatch: &Dispatch) -> Html {
    let Some(removed) = &state.removed else { return Html::default() };
    let language = state.settings.language;
    let said = match removed.keys.len() {
        1 => phrases::removed(language, &removed.title),
        count => library::removed_many(language, count),
    };
    html! {
        <div class="message toast">
            <span>{ said }</span>
            { button("button", language.words().undo.into(), on_pointer(dispatch, Action::UndoRemove)) }
        </div>
    }
}
