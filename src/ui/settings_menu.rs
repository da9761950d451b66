//! Language, appearance, and the colors of rise and fall.

use yew::{Html, html};

use super::{
    control::{button, choice, icon, on_pointer},
    screen::Dispatch,
};
use crate::{
    browser::page,
    view::{
        settings::{ChangeColors, Language, Named, Settings, Theme},
        state::Action,
    },
};

/// Two sliders, each with its knob.
const SLIDERS: &str = "M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7M9 4.5a2 2 0 1 0 4 0a2 2 0 1 0-4 0M3 11.5a2 2 0 1 0 4 0a2 2 0 1 0-4 0";

/// A disclosure with all settings, and the language at once beside it.
pub fn settings_menu(settings: Settings, dispatch: &Dispatch) -> Html {
    let words = settings.language.words();
    let (other, other_name) = match settings.language {
        Language::Chinese => (Language::English, "EN"),
        Language::English => (Language::Chinese, "中文"),
    };
    let set = |settings: Settings| on_pointer(dispatch, Action::Set(settings));
    let theme = |theme: Theme| {
        let label = match theme {
            Theme::System => words.theme_system,
            Theme::Light => words.theme_light,
            Theme::Dark => words.theme_dark,
        };
        choice(theme.name(), label.into(), settings.theme == theme, set(Settings { theme, ..settings }))
    };
    let change_colors = |change_colors: ChangeColors| {
        let label = match change_colors {
            ChangeColors::RedUp => words.red_up,
            ChangeColors::GreenUp => words.green_up,
            ChangeColors::ColorBlind => words.color_blind,
            ChangeColors::Plain => words.plain,
        };
        let is_chosen = settings.change_colors == change_colors;
        choice(change_colors.name(), label.into(), is_chosen, set(Settings { change_colors, ..settings }))
    };
    html! {
        <>
            <button type="button" id="language-button" class="button language-button" lang={other.name()}
                onclick={set(Settings { language: other, ..settings })}>{ other_name }</button>
            <details class="settings-menu">
                <summary id="settings-button" class="icon-button" aria-label={words.settings} title={words.settings}>
                    { icon(SLIDERS) }
                </summary>
                <div class="settings-panel">
                    <fieldset><legend>{ words.theme }</legend>
                        <div class="choices">{ for Theme::ALL.iter().copied().map(theme) }</div></fieldset>
                    <fieldset><legend>{ words.change_colors }</legend>
                        <div class="choices">{ for ChangeColors::ALL.iter().copied().map(change_colors) }</div></fieldset>
                    { button("button", words.print.into(), yew::Callback::from(|_| page::print())) }
                </div>
            </details>
        </>
    }
}
