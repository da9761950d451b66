//! A scale's bands on an axis of expected return.

use yew::{Callback, Html, MouseEvent, html};

use crate::{
    insight::axis::Axis,
    model::rating_scale::{RatingBand, RatingScale},
    text::order::sorted,
    view::{decimal::decimal, settings::Language, words::phrases},
};

/// The bands that have limits; open ends are arrows, the limits stand under their borders.
///
/// `chosen` is the word to stand out, the others are pale; a click on a band gives `onchoose` its index.
pub fn number_line(
    scale: &RatingScale,
    axis: &Axis,
    chosen: Option<&str>,
    onchoose: &Callback<usize>,
    language: Language,
) -> Html {
    let ladder = scale.ladder();
    let bands = scale.bands.iter().enumerate().filter_map(|(index, band)| {
        let range = band.range?;
        let rank = ladder.iter().position(|step| std::ptr::eq(*step, band)).unwrap_or_default();
        let left = range.low.map_or(0.0, |low| axis.position(low));
        let right = range.high.map_or(1.0, |high| axis.position(high));
        let tone = tone(rank, ladder.iter().filter(|band| band.range.is_some()).count());
        let is_pale = chosen.is_some_and(|word| word != band.label.value);
        let onclick = onchoose.reform(move |_: MouseEvent| index);
        let title = format!("{} {}", band.label.value, phrases::return_range(&range));
        Some(html! {
            <g class={format!("band tone-{tone} {}", if is_pale { "is-pale" } else { "" })} {onclick} key={index}>
                <title>{ title }</title>
                <rect x={percent(left)} width={percent(right - left)} y="2" height="22" rx="2" />
                { for range.low.is_none().then(|| arrow(left, "M0 2h-1l-9 11l9 11h1z")) }
                { for range.high.is_none().then(|| arrow(right, "M0 2h1l9 11l-9 11h-1z")) }
                <text x={percent(f64::midpoint(left, right))} y="17.5" class="band-word">{ &band.label.value }</text>
            </g>
        })
    });
    let limits = limits(scale).into_iter().map(|limit| {
        html! { <text x={percent(axis.position(limit))} y="37" class="limit">{ phrases::percent(limit) }</text> }
    });
    html! {
        <svg class="number-line" role="img" aria-label={spoken(scale, language)} height="42" width="100%" overflow="visible">
            <line class="zero" x1={percent(axis.position(0.0))} x2={percent(axis.position(0.0))} y1="-2" y2="28" />
            { for bands }
            { for limits }
        </svg>
    }
}

/// One of five tones from best (1) to worst (5).
fn tone(rank: usize, count: usize) -> usize {
    if count <= 1 { 3 } else { 1 + (rank * 4 + (count - 1) / 2) / (count - 1) }
}

/// A share of the width as SVG takes it.
pub fn percent(share: f64) -> String {
    format!("{}%", decimal(share * 100.0, 3))
}

/// A path at a share of the width; a path's own numbers cannot be percentages.
fn arrow(share: f64, path: &'static str) -> Html {
    html! { <svg x={percent(share)} y="0" overflow="visible" width="1" height="26"><path d={path} /></svg> }
}

fn limits(scale: &RatingScale) -> Vec<f64> {
    let ranges = scale.bands.iter().filter_map(|band| band.range);
    let mut limits =
        sorted(ranges.flat_map(|range| [range.low, range.high]).flatten().collect(), f64::total_cmp);
    limits.dedup();
    limits
}

fn spoken(scale: &RatingScale, language: Language) -> String {
    let band = |band: &RatingBand| {
        let range = band.range.as_ref()?;
        Some(format!("{} {}", band.label.value, phrases::return_range(range)))
    };
    let bands: Vec<String> = scale.bands.iter().filter_map(band).collect();
    format!("{}: {}", phrases::scale_subject(language, scale.subject), bands.join("; "))
}
