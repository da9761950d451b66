//! What an empty page says.

use yew::{Html, MouseEvent, html};

use super::{
    control::{icon, on_pointer},
    opening::{Files, Incoming},
    screen::Dispatch,
    top_bar::{file_chooser, folder_chooser},
};
use crate::view::{settings::Language, state::Action};

/// What the page does in a sentence, the ways in, and that nothing leaves the machine. The page's shell shows the same
/// before the program runs (`index.html`); a test holds the two together.
pub fn welcome(language: Language, files: &Files, dispatch: &Dispatch) -> Html {
    let words = language.words();
    html! {
        <section class="welcome">
            <h1>{ words.tagline }</h1>
            <div class="drop-zone">
                <svg class="drop-picture" viewBox="0 0 64 48" aria-hidden="true">
                    <path d="M10 6h26l8 8v28H10z" /><path d="M36 6v8h8" /><path d="M16 22h14M16 28h10M16 34h14" />
                    <circle cx="44" cy="30" r="10" /><path d="M51 37l8 8" />
                </svg>
                <p class="drop-words">{ words.drop_or_choose }</p>
                <div class="welcome-actions">
                    { file_chooser(language, "welcome-files", "button primary") }
                    { folder_chooser(language, "button") }
                    <button type="button" id="welcome-paste" class="button"
                        onclick={on_pointer(dispatch, Action::Paste(true))}>
                        { words.paste_text }
                    </button>
                    <button type="button" id="welcome-samples" class="button"
                        onclick={files.reform(|_: MouseEvent| Incoming::Samples)}>
                        { words.open_samples }
                    </button>
                </div>
                <p class="quiet">{ words.what_it_reads }</p>
            </div>
            <p class="promise">
                { icon("M4 7V5a4 4 0 0 1 8 0v2M3 7h10v7H3z") }
                <span>{ words.stays_here }</span>
            </p>
        </section>
    }
}
