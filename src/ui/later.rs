//! What the later part of the program draws, and its loading.

use yew::{Html, hook, html, platform::spawn_local, use_effect_with};

use super::screen::Dispatch;
use crate::{
    browser::{later, page},
    view::{
        settings::Language,
        state::{Action, LaterPart, State},
    },
};

/// Loads the later part once something needs it, or will: when a first report is painted, or kept ones are listed.
#[hook]
pub fn use_later(state: &State, dispatch: Dispatch) {
    let is_wanted = !state.catalog.entries.is_empty() || state.is_pasting || state.is_help_open;
    use_effect_with((is_wanted, state.later), move |(is_wanted, later)| {
        if *is_wanted && *later == LaterPart::Awaited {
            spawn_local(async move {
                page::painted().await;
                let is_here = later::load().await;
                dispatch.emit(Action::Part(if is_here { LaterPart::Here } else { LaterPart::Missing }));
            });
        }
    });
}

/// What `draw` draws, once the part of the program is here that can; until then, or where it could not be loaded, what is
/// the matter.
pub fn later(part: LaterPart, language: Language, draw: impl FnOnce() -> Html) -> Html {
    match part {
        LaterPart::Here => draw(),
        LaterPart::Awaited => html! { <p class="quiet">{ language.words().part_awaited }</p> },
        LaterPart::Missing => html! { <p class="quiet">{ language.words().part_missing }</p> },
    }
}
