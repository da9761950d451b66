//! The rating scales of a report: each with its number line and its printed words.

use std::rc::Rc;

use yew::{Callback, Html, html};

use super::{
    definition::{condition, terms},
    number_line::number_line,
    placed::{self, placed},
    screen::Dispatch,
};
use crate::{
    insight::axis::Axis,
    model::rating_scale::{RatingBand, RatingScale},
    view::{
        library::{OpenReport, ReportKey},
        settings::Language,
        words::phrases,
    },
};

/// A card for each scale.
#[inline(never)] // An entry of the later part: it must stay a call.
pub fn scale_cards(open: &OpenReport, language: Language, dispatch: &Dispatch) -> Html {
    let scales = &open.report.rating_scales;
    let axis = Axis::of(scales.iter().flat_map(|scale| &scale.bands).filter_map(|band| band.range));
    let card = |scale| scale_card(&open.key, scale, axis.as_ref(), language, dispatch);
    html! { <>{ for scales.iter().map(card) }</> }
}

/// The card; `axis` is that of the report's scales, where any has limits.
fn scale_card(
    report: &ReportKey,
    scale: &Rc<RatingScale>,
    axis: Option<&Axis>,
    language: Language,
    dispatch: &Dispatch,
) -> Html {
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
                    { placed(report, band.span, "", dispatch, html! { { &band.definition.value } }) }
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
            if let (true, Some(axis)) = (has_ranges, axis) {
                <div class="number-line-frame">
                    { number_line(scale, axis, None, &onchoose, language) }
                </div>
            }
            <dl class="bands">{ for scale.bands.iter().map(band) }</dl>
        </section>
    }
}
