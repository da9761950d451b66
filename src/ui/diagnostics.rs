//! What could not be read, or was repaired.

use yew::{Html, Properties, component, html};

use super::{placed::Placed, screen::Dispatch};
use crate::{
    model::diagnostic::{Diagnostic, Severity},
    view::{library::OpenReport, settings::Language, words::phrases},
};

/// What is listed.
#[derive(PartialEq, Properties)]
pub struct DiagnosticsProps {
    /// The report.
    pub report: OpenReport,
    /// The language.
    pub language: Language,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// Each finding with the line it is about.
#[component]
pub fn Diagnostics(props: &DiagnosticsProps) -> Html {
    let DiagnosticsProps { report, language, dispatch } = props;
    let language = *language;
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
                <Placed report={report.key.clone()} span={diagnostic.span} dispatch={dispatch.clone()}>
                    { phrases::line_number(language, line) }
                </Placed>
                <q class="quiet">{ printed }</q>
            </li>
        }
    };
    html! { <ul class="diagnostics">{ for report.report.diagnostics.iter().map(entry) }</ul> }
}
