//! The page's root: it holds the state, joins it to the browser, and lays out the frame.

use std::rc::Rc;

use yew::{Html, component, use_effect_with, use_mut_ref, use_reducer};

use super::{
    frame::{frame, innermost},
    keeping::{kept_settings, use_collation, use_kept_settings, use_removal, use_shelf},
    opening::use_files,
    screen::{Screen, use_dispatch},
};
use crate::{
    browser::page,
    view::{settings::Named as _, state::State},
};

/// The whole page.
#[component]
pub fn App() -> Html {
    let screen = use_reducer(|| Screen(State { settings: kept_settings(), ..State::default() }));
    let dispatch = use_dispatch(&screen);
    let state = &screen.0;
    use_kept_settings(state.settings);
    let shelf = use_shelf(dispatch.clone());
    let files = use_files(dispatch.clone(), shelf.clone());
    use_removal(state, shelf, dispatch.clone());
    use_collation(state, dispatch.clone());
    let latest = use_mut_ref(State::default);
    latest.replace(state.clone());
    {
        let dispatch = dispatch.clone();
        use_effect_with((), move |()| {
            let listener = page::on_key(move |event| {
                if event.key() == "Escape"
                    && let Some(action) = innermost(&latest.borrow())
                {
                    dispatch.emit(action);
                }
            });
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
    frame(&Rc::new(state.clone()), &files, &dispatch)
}
