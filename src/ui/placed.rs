//! A figure or word of the report that leads to its printed place.

use yew::{Html, classes, html};

use super::{control::on_pointer, screen::Dispatch};
use crate::{
    text::span::Span,
    view::{
        library::ReportKey,
        state::{Action, MarkedPlace},
    },
};

/// The action that shows a place in the source pane.
pub fn mark(report: &ReportKey, span: Span) -> Action {
    Action::Mark(MarkedPlace { report: report.clone(), span })
}

/// Words that lead to their printed place when clicked.
pub fn placed(report: &ReportKey, span: Span, class: &'static str, dispatch: &Dispatch, words: Html) -> Html {
    let onclick = on_pointer(dispatch, mark(report, span));
    html! { <button type="button" class={classes!("placed", class)} {onclick}>{ words }</button> }
}
