//! The bar at the top: name, views, ways in, settings.

use yew::{Callback, Html, html};

use super::{
    opening::{Files, Incoming},
    screen::Dispatch,
    settings_menu::settings_menu,
};
use crate::{
    browser::files,
    view::{
        settings::Language,
        state::{Action, State, View},
    },
};

/// The bar at the top.
pub fn top_bar(state: &State, files: &Files, dispatch: &Dispatch) -> Html {
    let language = state.settings.language;
    let words = language.words();
    let is_empty = state.reports.is_empty();
    let open_library = dispatch.reform(|open: bool| Action::OpenLibrary(open));
    let is_library_open = state.is_library_open;
    let view = |view: View, label: &'static str| {
        let is_current = state.view == view;
        let onclick = dispatch.reform(move |_| Action::ShowView(view));
        html! {
            <button type="button" class="view-tab" aria-current={is_current.then_some("page")} {onclick}>{ label }</button>
        }
    };
    html! {
        <header class="top-bar">
            if !is_empty {
                <button type="button" class="icon-button library-button" aria-label={words.show_library}
                    aria-expanded={is_library_open.to_string()} aria-controls="library"
                    onclick={open_library.reform(move |_| !is_library_open)}>
                    <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 3.5h12M2 8h12M2 12.5h12" /></svg>
                </button>
            }
            <span class="wordmark" translate="no">
                <span class="wordmark-chinese" lang="zh-CN">{ "研镜" }</span>
                <span class="wordmark-latin" lang="en">{ "Yanjing" }</span>
            </span>
            if !is_empty {
                <nav class="views" aria-label={words.views}>
                    { view(View::Report, words.view_report) }
                    { view(View::Ratings, words.view_ratings) }
                </nav>
            }
            <span class="spacer"></span>
            if !is_empty {
                { file_chooser(language, files, "button") }
                <button type="button" class="button paste-button" onclick={dispatch.reform(|_| Action::Paste(true))}>
                    { words.paste_text }
                </button>
            }
            { settings_menu(state.settings, dispatch) }
        </header>
    }
}

/// A button that opens the system's file dialog.
pub fn file_chooser(language: Language, files: &Files, class: &'static str) -> Html {
    let onchange = {
        let files = files.clone();
        Callback::from(move |event: yew::Event| files.emit(Incoming::files(files::chosen(&event))))
    };
    html! {
        <label class={format!("{class} file-chooser")}>
            { language.words().choose_files }
            <input type="file" multiple=true class="visually-hidden" {onchange} />
        </label>
    }
}
