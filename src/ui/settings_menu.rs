//! Language, appearance, and the colors of rise and fall.

use yew::{Html, html};

use super::screen::Dispatch;
use crate::{
    browser::page,
    view::{
        settings::{ChangeColors, Language, Named, Settings, Theme},
        state::Action,
    },
};

/// A disclosure with all settings, and the language at once beside it.
pub fn settings_menu(settings: Settings, dispatch: &Dispatch) -> Html {
    let words = settings.language.words();
    let (other, other_name) = match settings.language {
        Language::Chinese => (Language::English, "EN"),
        Language::English => (Language::Chinese, "中文"),
    };
    let set = |settings: Settings| dispatch.reform(move |_: yew::MouseEvent| Action::Set(settings));
    let theme = |theme: Theme| {
        let label = match theme {
            Theme::System => words.theme_system,
            Theme::Light => words.theme_light,
            Theme::Dark => words.theme_dark,
        };
        choice(theme, label, settings.theme == theme, set(Settings { theme, ..settings }))
    };
    let change_colors = |change_colors: ChangeColors| {
        let label = match change_colors {
            ChangeColors::RedUp => words.red_up,
            ChangeColors::GreenUp => words.green_up,
            ChangeColors::ColorBlind => words.color_blind,
            ChangeColors::Plain => words.plain,
        };
        let is_chosen = settings.change_colors == change_colors;
        choice(change_colors, label, is_chosen, set(Settings { change_colors, ..settings }))
    };
    html! {
        <>
            <button type="button" class="button language-button" lang={other.name()}
                onclick={set(Settings { language: other, ..settings })}>{ other_name }</button>
            <details class="settings-menu">
                <summary class="icon-button" aria-label={words.settings} title={words.settings}>
                    <svg viewBox="0 0 16 16" aria-hidden="true">
                        <path d="M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7" /><circle cx="11" cy="4.5" r="2" />
                        <circle cx="5" cy="11.5" r="2" />
                    </svg>
                </summary>
                <div class="settings-panel">
                    <fieldset><legend>{ words.theme }</legend>
                        <div class="choices">{ for Theme::ALL.iter().copied().map(theme) }</div></fieldset>
                    <fieldset><legend>{ words.change_colors }</legend>
                        <div class="choices">{ for ChangeColors::ALL.iter().copied().map(change_colors) }</div></fieldset>
                    <button type="button" class="button" onclick={|_| page::print()}>{ words.print }</button>
                </div>
            </details>
        </>
    }
}

fn choice<T: Named>(
    choice: T,
    label: &'static str,
    is_chosen: bool,
    onclick: yew::Callback<yew::MouseEvent>,
) -> Html {
    html! {
        <button type="button" class="choice" data-choice={choice.name()} aria-pressed={is_chosen.to_string()} {onclick}>
            { label }
        </button>
    }
}
