//! The box to search in, and the order of the list.

use yew::{Html, InputEvent, html};

use crate::{
    browser::page,
    ui::screen::Dispatch,
    view::{
        catalog::{Catalog, CatalogAction, listing::Sorting},
        settings::{Language, Named as _},
        state::Action,
        words::library,
    },
};

/// A search box, and a choice of orders.
pub fn search(catalog: &Catalog, language: Language, dispatch: &Dispatch) -> Html {
    let words = language.words();
    let oninput =
        dispatch.reform(|event: InputEvent| Action::Catalog(CatalogAction::Search(page::text_of(&event))));
    let onchange = dispatch.reform(|event: yew::Event| {
        Action::Catalog(CatalogAction::Sort(Sorting::from_name(&page::choice_of(&event)).unwrap_or_default()))
    });
    let option = |sorting: &Sorting| {
        html! {
            <option value={sorting.name()} selected={*sorting == catalog.sorting}>{ library::sorting(language, *sorting) }</option>
        }
    };
    html! {
        <div class="library-search">
            <input id="library-search" type="search" class="search-box" placeholder={words.search_library}
                aria-label={words.search_library} autocomplete="off" spellcheck="false" value={catalog.query.clone()} {oninput} />
            <select class="sorting" aria-label={words.sort_library} {onchange}>{ for Sorting::ALL.iter().map(option) }</select>
        </div>
    }
}
