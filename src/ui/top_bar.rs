//! The bar at the top: name, views, ways in, settings.

use yew::{Html, classes, html};

use super::{
    control::{button, icon, on_pointer},
    screen::Dispatch,
    settings_menu::settings_menu,
};
use crate::view::{
    settings::Language,
    state::{Action, State, View},
};

/// The bar at the top.
pub fn top_bar(state: &State, dispatch: &Dispatch) -> Html {
    let language = state.settings.language;
    let words = language.words();
    let is_empty = state.catalog.entries.is_empty();
    let is_library_open = state.is_library_open;
    let view = |view: View, label: &'static str| {
        let current = (state.view == view).then_some("page");
        let onclick = on_pointer(dispatch, Action::ShowView(view));
        html! { <button type="button" class="view-tab" aria-current={current} {onclick}>{ label }</button> }
    };
    html! {
        <header class="top-bar">
            if !is_empty {
                <button type="button" class="icon-button library-button" aria-label={words.show_library}
                    aria-expanded={is_library_open.to_string()} aria-controls="library"
                    onclick={on_pointer(dispatch, Action::OpenLibrary(!is_library_open))}>
                    { icon("M2 3.5h12M2 8h12M2 12.5h12") }
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
                { file_chooser(language, "choose-files", "button") }
                { button("button paste-button", words.paste_text.into(), on_pointer(dispatch, Action::Paste(true))) }
            }
            { settings_menu(state.settings, dispatch) }
        </header>
    }
}

/// The same for a folder with all that is in it.
pub fn folder_chooser(language: Language, class: &'static str) -> Html {
    html! {
        <button type="button" class={classes!(class, "file-chooser", "folder-chooser")}>{ language.words().choose_folder }</button>
    }
}

/// A button that opens the system's file dialog; the page's shell answers it and takes in what is chosen.
pub fn file_chooser(language: Language, id: &'static str, class: &'static str) -> Html {
    html! {
        <button type="button" {id} class={classes!(class, "file-chooser")}>{ language.words().choose_files }</button>
    }
}
