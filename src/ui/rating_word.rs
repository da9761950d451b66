//! A rating word that opens its definition of that house, by hover, focus and tap.

use yew::{Callback, FocusEvent, Html, MouseEvent, Properties, component, html};

use super::{placed, screen::Dispatch};
use crate::{
    model::masthead::RatedSubject,
    text::span::Span,
    view::{
        library::ReportKey,
        state::{Action, AskedDefinition},
    },
};

/// The word and whose it is.
#[derive(PartialEq, Properties)]
pub struct RatingWordProps {
    /// The element's id, by which the definition finds its place.
    pub id: String,
    /// The report that uses the word.
    pub report: ReportKey,
    /// The word.
    pub label: String,
    /// What is rated, where that is known.
    pub subject: Option<RatedSubject>,
    /// Where it is printed; a click shows it.
    #[prop_or_default]
    pub span: Option<Span>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The action that asks for a word's definition.
pub fn ask(id: &str, report: &ReportKey, label: &str, subject: Option<RatedSubject>) -> Action {
    Action::Define(AskedDefinition {
        anchor: id.to_owned(),
        report: report.clone(),
        label: label.to_owned(),
        subject,
    })
}

/// The word as a button.
#[component]
pub fn RatingWord(props: &RatingWordProps) -> Html {
    let RatingWordProps { id, report, label, subject, span, dispatch } = props;
    let action = ask(id, report, label, *subject);
    let onclick = {
        let (dispatch, report, span, action) = (dispatch.clone(), report.clone(), *span, action.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(span) = span {
                dispatch.emit(placed::mark(&report, span));
            }
            dispatch.emit(action.clone());
        })
    };
    html! {
        <button type="button" id={id.clone()} class="rating-word" aria-haspopup="dialog" aria-describedby="definition" {onclick}
            onmouseenter={dispatch.reform({ let action = action.clone(); move |_: MouseEvent| action.clone() })}
            onmouseleave={dispatch.reform(|_: MouseEvent| Action::CloseDefinition)}
            onfocus={dispatch.reform(move |_: FocusEvent| action.clone())}
            onblur={dispatch.reform(|_: FocusEvent| Action::CloseDefinition)}
        >{ label }</button>
    }
}
