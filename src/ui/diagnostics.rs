//! What could not be read, or was repaired.

use yew::{Html, html};

use super::{placed::placed, screen::Dispatch};
use crate::{
    model::{
        diagnostic::{Diagnostic, DiagnosticKind, Severity},
        report::Report,
    },
    text::span::Span,
    view::{
        library::{OpenReport, ReportKey},
        settings::Language,
        words::phrases,
    },
};

/// Each finding with the line it is about.
#[inline(never)] // An entry of the later part: it must stay a call.
pub fn diagnostics(report: &OpenReport, language: Language, dispatch: &Dispatch) -> Html {
    let words = language.words();
    let source = &report.report.source;
    if report.report.diagnostics.is_empty() {
        return html! { <p class="quiet">{ words.no_diagnostics }</p> };
    }
    let entry = |diagnostic: &Diagnostic| {
        let printed: String = source.slice(diagnostic.span).chars().take(40).collect();
        html! {
            <li class={class(diagnostic.severity)}>
                <span>{ phrases::diagnostic(language, diagnostic.kind) }</span>
                { line_link(&report.key, &report.report, diagnostic.span, language, dispatch) }
                <q class="quiet">{ printed }</q>
            </li>
        }
    };
    html! { <ul class="diagnostics">{ for report.report.diagnostics.iter().map(entry) }</ul> }
}

/// So many places of a kind are linked on a table's card; the list of findings has them all.
const LINKED: usize = 5;

/// What is to be said of how the table at `table` was put together, a line a kind with its places.
#[inline(never)] // An entry of the later part: it must stay a call.
pub fn table_diagnostics(
    key: &ReportKey,
    report: &Report,
    table: Span,
    language: Language,
    dispatch: &Dispatch,
) -> Html {
    let kinds = [
        DiagnosticKind::UnevenRow,
        DiagnosticKind::Reassembled,
        DiagnosticKind::JoinedOverPages,
        DiagnosticKind::JoinedOverLines,
    ];
    let line = |kind: DiagnosticKind| {
        let of_table = |diagnostic: &&Diagnostic| {
            diagnostic.kind == kind
                && table.start <= diagnostic.span.start
                && diagnostic.span.end <= table.end
        };
        let found: Vec<_> = report.diagnostics.iter().filter(of_table).collect();
        let first = found.first()?;
        let links = found
            .iter()
            .take(LINKED)
            .map(|diagnostic| line_link(key, report, diagnostic.span, language, dispatch));
        Some(html! {
            <p class={class(first.severity)}>
                <span>{ phrases::diagnostic(language, kind) }</span>
                { for links }
                if found.len() > LINKED { <span class="quiet">{ phrases::places(language, found.len()) }</span> }
            </p>
        })
    };
    let lines: Vec<Html> = kinds.into_iter().filter_map(line).collect();
    if lines.is_empty() {
        Html::default()
    } else {
        html! { <div class="repairs">{ for lines }</div> }
    }
}

fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "diagnostic note",
        Severity::Warning => "diagnostic warning",
    }
}

fn line_link(key: &ReportKey, report: &Report, span: Span, language: Language, dispatch: &Dispatch) -> Html {
    let line = report.source.line_at(span.start) + 1;
    placed(key, span, "", dispatch, html! { { phrases::line_number(language, line) } })
}
