//! One rating scale of a report: its number line and its printed words.

use std::rc::Rc;

use yew::{Callback, Html, Properties, component, html};

use super::{
    definition::{condition, terms},
    number_line::NumberLine,
    placed::{self, Placed},
    screen::Dispatch,
};
use crate::{
    insight::axis::Axis,
    model::rating_scale::{RatingBand, RatingScale},
    view::{library::ReportKey, settings::Language, words::phrases},
};

/// What the card shows.
#[derive(PartialEq, Properties)]
pub struct ScaleCardProps {
    /// The report.
    pub report: ReportKey,
    /// The scale.
    pub scale: Rc<RatingScale>,
    /// The axis of the report's scales, where any has limits.
    pub axis: Option<Axis>,
    /// The language.
    pub language: Language,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The card.
#[component]
pub fn ScaleCard(props: &ScaleCardProps) -> Html {
    let ScaleCardProps { report, scale, axis, language, dispatch } = props;
    let language = *language;
    let has_ranges = scale.bands.iter().any(|band| band.range.is_some());
    let onchoose = {
        let (scale, report, dispatch) = (scale.clone(), report.clone(), dispatch.clone());
        Callback::from(move |index: usize| dispatch.emit(placed::mark(&report, scale.bands[index].span)))
    };
    let band = |band: &RatingBand| {
        html! {
            <div class="band-row">
                <dt lang="zh-CN">{ &band.label.value }</dt>
                <dd class="band-condition figures">{ condition(band, language) }</dd>
                <dd class="band-definition" lang="zh-CN">
                    <Placed report={report.clone()} span={band.span} dispatch={dispatch.clone()}>
                        { &band.definition.value }
                    </Placed>
                </dd>
            </div>
        }
    };
    html! {
        <section class="card scale-card" id={format!("scale-{}", scale.span.start)}>
            <header class="card-head">
                <h3>{ phrases::scale_subject(language, scale.subject) }</h3>
                <p class="quiet">{ terms(scale, language) }</p>
            </header>
            if let (true, Some(axis)) = (has_ranges, axis.clone()) {
                <div class="number-line-frame">
                    <NumberLine scale={scale.clone()} {axis} {onchoose} {language} />
                </div>
            }
            <dl class="bands">{ for scale.bands.iter().map(band) }</dl>
        </section>
    }
}
