//! A figure or word of the report that leads to its printed place.

use yew::{Html, MouseEvent, Properties, component, html};

use super::screen::Dispatch;
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

/// What the link needs.
#[derive(PartialEq, Properties)]
pub struct PlacedProps {
    /// The report.
    pub report: ReportKey,
    /// The place.
    pub span: Span,
    /// Further classes.
    #[prop_or_default]
    pub class: &'static str,
    /// Where actions go.
    pub dispatch: Dispatch,
    /// The words.
    pub children: Html,
}

/// Words that lead to their printed place when clicked.
#[component]
pub fn Placed(props: &PlacedProps) -> Html {
    let PlacedProps { report, span, class, dispatch, children } = props;
    let onclick = {
        let (report, span) = (report.clone(), *span);
        dispatch.reform(move |_: MouseEvent| mark(&report, span))
    };
    html! { <button type="button" class={format!("placed {class}")} {onclick}>{ children.clone() }</button> }
}
