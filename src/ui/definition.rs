//! What a rating word means at its house, beside the word.

use yew::{Html, Properties, component, html, use_effect_with};

use super::{control::on_pointer, placed::placed, screen::Dispatch};
use crate::{
    browser::page,
    insight::definition::{DefinedBand, definition},
    model::rating_scale::{RatingBand, RatingScale},
    view::{
        library::OpenReport,
        settings::Language,
        state::{Action, AskedDefinition},
        words::phrases,
    },
};

/// What is asked.
#[derive(PartialEq, Properties)]
pub struct DefinitionPopoverProps {
    /// The word and where it stands.
    pub asked: AskedDefinition,
    /// The report that uses it.
    pub report: Option<OpenReport>,
    /// The language.
    pub language: Language,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The definition, or that the file has none.
#[component]
pub fn DefinitionPopover(props: &DefinitionPopoverProps) -> Html {
    let DefinitionPopoverProps { asked, report, language, dispatch } = props;
    let words = language.words();
    use_effect_with(asked.clone(), |asked| page::place_beside(&asked.anchor, "definition"));
    let Some(open) = report else { return Html::default() };
    let found = definition(&open.report, &asked.label, asked.subject).found;
    let stay = on_pointer(dispatch, Action::Define(asked.clone()));
    html! {
        <div id="definition" class="definition" role="tooltip" onmouseenter={stay}
            onmouseleave={on_pointer(dispatch, Action::LeaveDefinition)}>
            <p class="definition-head">
                <strong class="definition-word">{ &asked.label }</strong>
                <span class="quiet">{ open.broker().unwrap_or(words.no_broker) }</span>
            </p>
            if found.is_empty() {
                <p class="not-defined">{ words.not_defined_here }</p>
            }
            if found.len() > 1 {
                <p class="quiet">{ words.defined_twice }</p>
            }
            { for found.iter().map(|band| defined(band, open, *language, dispatch)) }
        </div>
    }
}

fn defined(found: &DefinedBand, open: &OpenReport, language: Language, dispatch: &Dispatch) -> Html {
    let band = found.band();
    html! {
        <div class="definition-band">
            <p class="definition-range figures">{ condition(band, language) }</p>
            <p class="definition-terms quiet">{ terms(&found.scale, language) }</p>
            <p lang="zh-CN">
                { placed(&open.key, band.span, "", dispatch, html! { { &band.definition.value } }) }
            </p>
        </div>
    }
}

/// A band's condition in its normal form: the range, the direction, or that there is neither.
pub fn condition(band: &RatingBand, language: Language) -> String {
    match (&band.range, band.relation) {
        (Some(range), _) => phrases::return_range(range),
        (None, Some(relation)) => phrases::relation(language, relation).to_owned(),
        (None, None) => language.words().no_condition.to_owned(),
    }
}

/// A scale's terms: subject, basis, horizon, benchmarks.
pub fn terms(scale: &RatingScale, language: Language) -> String {
    let mut parts = vec![
        phrases::scale_subject(language, scale.subject).to_owned(),
        phrases::basis(language, scale.basis).to_owned(),
    ];
    parts.extend(scale.horizon.map(|horizon| phrases::horizon(language, horizon)));
    parts.extend(scale.benchmarks.iter().map(|benchmark| benchmark.value.clone()));
    parts.join(" · ")
}
