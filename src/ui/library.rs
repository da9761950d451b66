//! The library at the left: what is in it, looked for, narrowed, chosen.

mod chosen;
mod entry;
mod filters;
mod list;
mod search;

use yew::{AttrValue, Html, Properties, component, html};

use self::{chosen::chosen_bar, filters::filters, list::EntryList, search::search};
use super::{
    control::{button, on_pointer},
    opening::{Files, Incoming},
    screen::Dispatch,
    top_bar::folder_chooser,
};
use crate::view::{
    catalog::{Catalog, CatalogAction, entry::EntryKey},
    settings::Language,
    state::Action,
    words::library as library_words,
};

/// What the library shows.
#[derive(PartialEq, Properties)]
pub struct LibraryProps {
    /// The entries, and what of them is listed.
    pub catalog: Catalog,
    /// The report that 报告 shows; `None` in another view.
    pub shown: Option<EntryKey>,
    /// The language.
    pub language: Language,
    /// Where files come in.
    pub files: Files,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The library.
#[component]
pub fn Library(props: &LibraryProps) -> Html {
    let LibraryProps { catalog, shown, language, files, dispatch } = props;
    let language = *language;
    let words = language.words();
    let act =
        |class, words: AttrValue, action| button(class, words, on_pointer(dispatch, Action::Catalog(action)));
    let shows_removed = catalog.shows_removed;
    let is_choosing = catalog.selection.is_choosing;
    let choose = if is_choosing { words.done_choosing } else { words.choose };
    let heading = if shows_removed { words.removed_list } else { words.library };
    let removed_count = catalog.removed_count();
    let back_up = {
        let entries = catalog.entries.clone();
        files.reform(move |_| Incoming::Backup(entries.to_vec()))
    };
    html! {
        <aside id="library" class="library" aria-label={words.library} data-count={catalog.count().to_string()}>
            <div class="library-head">
                <h2>{ heading }</h2>
                if shows_removed {
                    { act("text-button", words.back_to_library.into(), CatalogAction::ShowRemoved(false)) }
                } else {
                    { act("text-button choose-button", choose.into(), CatalogAction::Choosing(!is_choosing)) }
                }
            </div>
            if shows_removed {
                <p class="library-hint quiet">{ library_words::removed_hint(language) }</p>
            }
            { search(catalog, language, dispatch) }
            { filters(catalog, language, dispatch) }
            if is_choosing {
                { chosen_bar(catalog, language, files, dispatch) }
            }
            <EntryList catalog={catalog.clone()} shown={shown.clone()} {language} dispatch={dispatch.clone()} />
            <div class="library-foot">
                { folder_chooser(language, "text-button") }
                { button("text-button", words.open_samples.into(), files.reform(|_| Incoming::Samples)) }
                if removed_count > 0 && !shows_removed {
                    { act("text-button removed-button", library_words::removed_count(language, removed_count).into(),
                        CatalogAction::ShowRemoved(true)) }
                }
                { button("text-button backup-button", words.back_up.into(), back_up) }
            </div>
        </aside>
    }
}
