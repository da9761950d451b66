//! The page's root: it holds the state, joins it to the browser, and lays out the frame.

use std::rc::Rc;

use yew::{Html, component, html, use_effect_with, use_mut_ref, use_reducer, use_state};

use super::{
    desks::Desks,
    frame::{frame, innermost},
    keeping::{kept_settings, use_kept_settings, use_removal},
    later::use_later,
    opening::use_files,
    screen::{Screen, use_dispatch},
    shelf::{use_changes, use_shelf},
    showing::use_shown,
    unseen::Unseen,
    warming::use_warming,
};
use crate::{
    browser::{fields, page, update},
    view::{
        settings::Named as _,
        state::{Action, LaterPart, State},
    },
};

/// The whole page.
#[component]
pub fn App() -> Html {
    let screen = use_reducer(|| Screen(State { settings: kept_settings(), ..State::default() }));
    let dispatch = use_dispatch(&screen);
    let state = &screen.0;
    use_kept_settings(state.settings);
    let shelf = use_shelf(dispatch.clone());
    let desks = (*use_state(Desks::default)).clone();
    let files = use_files(dispatch.clone(), shelf.clone(), desks.clone());
    use_shown(state, shelf.clone(), desks.clone(), dispatch.clone());
    use_changes(state, shelf.clone(), dispatch.clone());
    use_removal(state, shelf.clone(), dispatch.clone());
    use_later(state, dispatch.clone());
    let specimen = use_warming(state, &files, &dispatch);
    let latest = use_mut_ref(State::default);
    latest.replace(state.clone());
    {
        let dispatch = dispatch.clone();
        use_effect_with((), move |()| {
            let listener = page::on_key(move |event| {
                let has_control = event.ctrl_key() || event.meta_key();
                match event.key().as_str() {
                    // What closes a dialog closes nothing behind it.
                    "Escape" if !page::is_within(&event, "dialog[open]") => {
                        if let Some(action) = innermost(&latest.borrow()) {
                            dispatch.emit(action);
                        }
                    }
                    "z" | "Z" if has_control && !event.shift_key() && !fields::is_typed_into(&event) => {
                        event.prevent_default();
                        dispatch.emit(Action::Undo);
                    }
                    "?" if !fields::is_typed_into(&event) && !page::is_within(&event, "dialog[open]") => {
                        dispatch.emit(Action::Help(true));
                    }
                    "/" if !has_control
                        && !fields::is_typed_into(&event)
                        && page::focus_seen(".tool-search input") =>
                    {
                        event.prevent_default();
                    }
                    _ => {}
                }
            });
            move || drop(listener)
        });
    }
    {
        let dispatch = dispatch.clone();
        use_effect_with((), move |()| {
            let listener = update::on_update(move || dispatch.emit(Action::Updated));
            move || drop(listener)
        });
    }
    use_effect_with(state.settings, |settings| {
        page::set_language(settings.language.name());
        page::set_root_data("theme", settings.theme.name());
        page::set_root_data("change-colors", settings.change_colors.name());
        page::set_title(settings.language.words().name);
    });
    use_effect_with(state.reports.is_empty(), |is_empty| {
        page::mark(if *is_empty { "running" } else { "first-report" });
    });
    let state = Rc::new(state.clone());
    html! {
        <>
            { frame(&state, &files, &dispatch) }
            { specimen }
            if state.later == LaterPart::Here {
                <Unseen {state} {shelf} {desks} {dispatch} />
            }
        </>
    }
}
