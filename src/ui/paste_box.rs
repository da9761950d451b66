//! The box to paste a report's text into.

use yew::{Callback, Html, InputEvent, MouseEvent, Properties, component, html, use_effect_with, use_state};

use super::{
    control::{button, on_pointer},
    opening::{Files, Incoming},
    screen::Dispatch,
};
use crate::{
    browser::page,
    view::{settings::Language, state::Action},
};

/// What the box needs.
#[derive(PartialEq, Properties)]
pub struct PasteBoxProps {
    /// The language.
    pub language: Language,
    /// Where files come in.
    pub files: Files,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// A dialog with a text area.
#[component]
pub fn PasteBox(props: &PasteBoxProps) -> Html {
    let PasteBoxProps { language, files, dispatch } = props;
    let words = language.words();
    let text = use_state(String::new);
    use_effect_with((), |()| page::show_modal("paste-box"));
    let oninput = {
        let text = text.clone();
        Callback::from(move |event: InputEvent| text.set(page::text_of(&event)))
    };
    let close = on_pointer(dispatch, Action::Paste(false));
    let open = {
        let (files, dispatch, text) = (files.clone(), dispatch.clone(), text.clone());
        Callback::from(move |_: MouseEvent| {
            files.emit(Incoming::Text(format!("{}.txt", words.pasted_name), (*text).clone()));
            dispatch.emit(Action::Paste(false));
        })
    };
    html! {
        <dialog id="paste-box" class="dialog" aria-labelledby="paste-title"
            onclose={dispatch.reform(|_: yew::Event| Action::Paste(false))}>
            <h2 id="paste-title">{ words.paste_title }</h2>
            <p id="paste-hint" class="quiet">{ words.paste_hint }</p>
            <textarea id="paste-text" aria-labelledby="paste-title" aria-describedby="paste-hint" spellcheck="false"
                rows="14" {oninput} />
            <div class="dialog-actions">
                { button("button", words.cancel.into(), close) }
                <button type="button" class="button primary" disabled={text.trim().is_empty()} onclick={open}>
                    { words.open }
                </button>
            </div>
        </dialog>
    }
}
