//! What the list is narrowed by: a choice for each field, and what was chosen as chips that take it back.

use yew::{Html, Properties, component, html};

use crate::{
    browser::page,
    ui::{
        control::{button, on_pointer},
        screen::Dispatch,
    },
    view::{
        catalog::{
            Catalog, CatalogAction,
            facet::{Facet, named_kind, values},
        },
        settings::Language,
        state::Action,
        words::library,
    },
};

/// The most values that a field offers; the search finds the rest.
const MOST: usize = 200;

/// The choices behind a disclosure, and the chips.
pub fn filters(catalog: &Catalog, language: Language, dispatch: &Dispatch) -> Html {
    let words = language.words();
    let chosen = &catalog.filter.0;
    let chip = |(facet, value): &(Facet, String)| {
        let action = CatalogAction::Filter(*facet, value.clone());
        let onclick = on_pointer(dispatch, Action::Catalog(action));
        let label = value_word(language, *facet, value);
        html! {
            <button type="button" class="chip" {onclick} aria-label={library::without_filter(language, &label)}>
                { label }<span aria-hidden="true">{ " ×" }</span>
            </button>
        }
    };
    html! {
        <>
            <details class="library-filters">
                <summary>{ words.filter }</summary>
                <Choices catalog={counted(catalog)} {language} dispatch={dispatch.clone()} />
            </details>
            if !chosen.is_empty() {
                <div class="chips">
                    { for chosen.iter().map(chip) }
                    { button("text-button", words.clear_filter.into(), on_pointer(dispatch, Action::Catalog(CatalogAction::ClearFilter))) }
                </div>
            }
        </>
    }
}

/// Of the list what its values are counted by, so that they are not counted anew at each key of a search.
fn counted(catalog: &Catalog) -> Catalog {
    Catalog {
        entries: catalog.entries.clone(),
        filter: catalog.filter.clone(),
        shows_removed: catalog.shows_removed,
        ..Catalog::default()
    }
}

#[derive(PartialEq, Properties)]
struct ChoicesProps {
    catalog: Catalog,
    language: Language,
    dispatch: Dispatch,
}

/// A choice for each field.
#[component]
fn Choices(props: &ChoicesProps) -> Html {
    let ChoicesProps { catalog, language, dispatch } = props;
    let choices = Facet::ALL.into_iter().map(|facet| choice(catalog, facet, *language, dispatch));
    html! { <div class="filter-choices">{ for choices }</div> }
}

fn value_word(language: Language, facet: Facet, value: &str) -> String {
    match facet {
        Facet::Kind => {
            named_kind(value).map_or(value, |kind| library::report_kind(language, kind)).to_owned()
        }
        Facet::Star => language.words().starred.to_owned(),
        _ => value.to_owned(),
    }
}

/// A choice among the values of a field that some listed entry has; nothing where none has any.
fn choice(catalog: &Catalog, facet: Facet, language: Language, dispatch: &Dispatch) -> Html {
    let values = values(catalog, facet);
    if values.is_empty() {
        return Html::default();
    }
    let name = library::facet(language, facet);
    let onchange = dispatch.reform(move |event: yew::Event| {
        Action::Catalog(CatalogAction::Filter(facet, page::choice_of(&event)))
    });
    let offered = values.into_iter().filter(|(value, _)| !catalog.filter.0.contains(&(facet, value.clone())));
    let option = |(value, count): (String, usize)| {
        let label = format!("{} ({count})", value_word(language, facet, &value));
        html! { <option key={value.clone()} value={value}>{ label }</option> }
    };
    html! {
        <select key={name} aria-label={name} {onchange}>
            <option key="" value="" selected=true>{ name }</option>
            { for offered.take(MOST).map(option) }
        </select>
    }
}
