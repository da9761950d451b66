//! A rating word that opens its definition of that house, by hover, focus and tap.

use yew::{Callback, FocusEvent, Html, MouseEvent, html};

use super::{control::on_pointer, placed, screen::Dispatch};
use crate::{
    model::masthead::{RatedSubject, Rating},
    view::{
        library::ReportKey,
        state::{Action, AskedDefinition},
    },
};

/// The action that asks for a word's definition.
pub fn ask(id: &str, report: &ReportKey, label: &str, subject: Option<RatedSubject>) -> Action {
    Action::Define(AskedDefinition {
        anchor: id.to_owned(),
        report: report.clone(),
        label: label.to_owned(),
        subject,
        is_held: false,
    })
}

/// The same question by a click or tap: its answer stays.
pub fn held(action: Action) -> Action {
    match action {
        Action::Define(asked) => Action::Define(AskedDefinition { is_held: true, ..asked }),
        other => other,
    }
}

/// The word as a button; a click also shows where it is printed.
pub fn rating_word(id: &str, report: &ReportKey, rating: &Rating, dispatch: &Dispatch) -> Html {
    let action = ask(id, report, &rating.label, Some(rating.subject));
    let focused = {
        let action = action.clone();
        dispatch.reform(move |_: FocusEvent| action.clone())
    };
    let onmouseenter = on_pointer(dispatch, action.clone());
    let onclick = {
        let (dispatch, place) = (dispatch.clone(), placed::mark(report, rating.span));
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(place.clone());
            dispatch.emit(held(action.clone()));
        })
    };
    html! {
        <button type="button" id={id.to_owned()} class="rating-word" aria-describedby="definition" {onclick}
            {onmouseenter} onmouseleave={on_pointer(dispatch, Action::LeaveDefinition)}
            onfocus={focused}
            onblur={dispatch.reform(|_: FocusEvent| Action::CloseDefinition)}
        >{ &rating.label }</button>
    }
}
