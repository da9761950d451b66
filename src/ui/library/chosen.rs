//! What can be done with all that are chosen.

use std::rc::Rc;

use yew::{Callback, Html, KeyboardEvent, MouseEvent, html};

use crate::{
    browser::{page, tasks},
    export::collection::CollectionFormat,
    ui::{
        control::{button, on_pointer},
        opening::{Files, Incoming},
        screen::Dispatch,
    },
    view::{
        catalog::{Catalog, CatalogAction, entry::EntryKey},
        settings::Language,
        state::Action,
        words::library,
    },
};

/// How many are chosen, and what to do with them.
pub fn chosen_bar(catalog: &Catalog, language: Language, files: &Files, dispatch: &Dispatch) -> Html {
    let words = language.words();
    let keys: Vec<EntryKey> = catalog.selection.keys().to_vec();
    let is_none = keys.is_empty();
    let chosen: Rc<Vec<_>> = Rc::new(keys.iter().filter_map(|key| catalog.entry(key)).cloned().collect());
    let export = {
        let chosen = chosen.clone();
        files.reform(move |_| Incoming::Backup(chosen.to_vec()))
    };
    let collect = |format: CollectionFormat| {
        let chosen = chosen.clone();
        files.reform(move |_| Incoming::Collect(chosen.to_vec(), format, language))
    };
    let compare = on_pointer(dispatch, Action::Compare(keys.as_slice().into()));
    let label = {
        let (keys, dispatch) = (keys.clone(), dispatch.clone());
        move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                let label = page::take_text("label-box");
                dispatch.emit(Action::Catalog(CatalogAction::Label(keys.clone(), label)));
            }
        }
    };
    let with_any = |words: &'static str, onclick: Callback<MouseEvent>| {
        html! { <button type="button" class="text-button" disabled={is_none} {onclick}>{ words }</button> }
    };
    html! {
        <div class="chosen-bar" role="group" aria-label={words.choose}>
            <span>{ library::chosen_count(language, keys.len()) }</span>
            { button("text-button", words.choose_all.into(), on_pointer(dispatch, Action::Catalog(CatalogAction::ChooseAll))) }
            { with_any(words.remove, on_pointer(dispatch, Action::Remove(keys, tasks::now()))) }
            { with_any(library::compare_chosen(language), compare) }
            { with_any(words.export_chosen, export) }
            { for CollectionFormat::ALL.map(|format| {
                let is_workbook = format == CollectionFormat::Workbook;
                with_any(library::export_tables(language, is_workbook), collect(format))
            }) }
            <input id="label-box" class="label-box" placeholder={words.label_chosen} aria-label={words.label_chosen}
                disabled={is_none} onkeydown={label} />
        </div>
    }
}
