//! What could not be read, or was repaired.

use yew::{Html, html};

use super::{placed::placed, screen::Dispatch};
use crate::{
    model::diagnostic::{Diagnostic, Severity},
    view::{library::OpenReport, settings::Language, words::phrases},
};

/// Each finding with the line it is about.
pub fn diagnostics(report: &OpenReport, language: Language, dispatch: &Dispatch) -> Html {
    let words = language.words();
    let source = &report.report.source;
    if report.report.diagnostics.is_empty() {
        return html! { <p class="quiet">{ words.no_diagnostics }</p> };
    }
    let entry = |diagnostic: &Diagnostic| {
        let class = match diagnostic.severity {
            Severity::Note => "diagnostic note",
            Severity::Warning => "diagnostic warning",
        };
        let line = source.line_at(diagnostic.span.start) + 1;
        let printed: String = source.slice(diagnostic.span).chars().take(40).collect();
        html! {
            <li {class}>
                <span>{ phrases::diagnostic(language, diagnostic.kind) }</span>
                { placed(&report.key, diagnostic.span, "", dispatch, html! { { phrases::line_number(language, line) } }) }
                <q class="quiet">{ printed }</q>
            </li>
        }
    };
    html! { <ul class="diagnostics">{ for report.report.diagnostics.iter().map(entry) }</ul> }
}
