//! How a file was decoded, and other ways to decode it.

use yew::{Html, MouseEvent, html};

use super::opening::{Files, Incoming};
use crate::{
    text::encoding::Encoding,
    view::{library::OpenReport, settings::Language},
};

/// The encoding by name; where it was guessed, one button for each other.
pub fn encoding_choice(report: &OpenReport, language: Language, files: &Files) -> Html {
    let words = language.words();
    let current = report.report.source.encoding();
    if report.guessed_encoding().is_none() {
        return html! { <span class="quiet encoding">{ current.label() }</span> };
    }
    let choice = |encoding: Encoding| {
        let onclick = {
            let report = report.clone();
            files.reform(move |_: MouseEvent| Incoming::Redecode(report.clone(), encoding))
        };
        html! {
            <button type="button" class="choice" data-encoding={encoding.label()}
                aria-pressed={(encoding == current).to_string()} {onclick}>{ encoding.label() }</button>
        }
    };
    html! {
        <span class="encoding-choice" role="group" aria-label={words.choose_encoding}>
            <span class="quiet">{ words.encoding }{ " · " }{ words.guessed }</span>
            <span class="choices">{ for Encoding::ALL.into_iter().map(choice) }</span>
        </span>
    }
}
