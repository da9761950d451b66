//! 评级: the scales of all open reports side by side.

use std::rc::Rc;

use yew::{Callback, Html, Properties, component, html, use_memo};

use super::{
    comparison_table::comparison_table,
    control::{button, on_pointer},
    definition::terms,
    number_line::{number_line, percent},
    placed::{self, placed},
    screen::Dispatch,
};
use crate::{
    insight::{
        axis::Axis,
        rating_comparison::{Lane, ScaleEntry, Track, TrackKind, scales, tracks, words},
    },
    view::{
        library::OpenReport,
        settings::Language,
        state::{Action, State},
        words::{library, phrases},
    },
};

/// What the view shows.
#[derive(PartialEq, Properties)]
pub struct ComparisonProps {
    /// The screen.
    pub state: Rc<State>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The words to choose from, the tracks, and a table of the same.
#[component]
pub fn Comparison(props: &ComparisonProps) -> Html {
    let ComparisonProps { state, dispatch } = props;
    let language = state.settings.language;
    let page_words = language.words();
    let shown = use_memo((state.reports.clone(), state.compared.clone()), |(reports, _)| {
        let compared = reports.iter().filter(|open| state.is_compared(&open.key));
        let reports: Vec<OpenReport> = compared.cloned().collect();
        let entries = scales(&reports.iter().map(|open| open.report.clone()).collect::<Vec<_>>());
        (reports, entries)
    });
    let (reports, entries) = &*shown;
    let narrowed = (!state.compared.is_empty()).then(|| {
        let all = on_pointer(dispatch, Action::Compare(Rc::default()));
        html! {
            <p class="compared">
                <span>{ library::chosen_count(language, state.compared.len()) }</span>
                { button("text-button", library::compare_all(language).into(), all) }
            </p>
        }
    });
    if entries.is_empty() {
        return html! { <div class="comparison-empty">{ narrowed }<p class="quiet">{ page_words.no_scales }</p></div> };
    }
    let chosen = state.chosen_word.clone();
    let word = |label: Option<String>, text: String, count: Option<usize>| {
        let is_chosen = chosen == label;
        let onclick = on_pointer(dispatch, Action::ChooseWord(label));
        html! {
            <button type="button" class="choice word-choice" aria-pressed={is_chosen.to_string()} {onclick}>
                <span lang="zh-CN">{ text }</span>
                if let Some(count) = count { <span class="quiet figures">{ phrases::house_count(language, count) }</span> }
            </button>
        }
    };
    let found = words(entries);
    let choices = found.into_iter().map(|(label, count)| word(Some(label.clone()), label, Some(count)));
    let lanes = LaneContext { entries, reports, state, dispatch, language };
    html! {
        <article class="comparison" id="comparison">
            <header class="comparison-head">
                <h1>{ page_words.rating_definitions }</h1>
                { narrowed }
                <p class="quiet">{ page_words.choose_word }</p>
                <div class="choices words" role="group" aria-label={page_words.choose_word}>
                    { word(None, page_words.all_words.to_owned(), None) }
                    { for choices }
                </div>
            </header>
            { for tracks(entries).iter().map(|track| lanes.track(track)) }
            <section class="report-section">
                <h2>{ page_words.comparison_table }</h2>
                { comparison_table(entries, reports, state, dispatch) }
            </section>
        </article>
    }
}

/// What every lane needs.
struct LaneContext<'a> {
    entries: &'a [ScaleEntry],
    reports: &'a [OpenReport],
    state: &'a State,
    dispatch: &'a Dispatch,
    language: Language,
}

impl LaneContext<'_> {
    fn track(&self, track: &Track) -> Html {
        let words = self.language.words();
        let (title, hint) = match track.kind {
            TrackKind::Relative => (words.relative, words.relative_hint),
            TrackKind::Absolute => (words.absolute, words.absolute_hint),
            TrackKind::Unstated => (words.basis_unknown, words.absolute_hint),
            TrackKind::Words => (words.words_only, words.words_only_hint),
        };
        let chosen = self.state.chosen_word.as_ref();
        let has_chosen = |lane: &&Lane| {
            let scale = &self.entries[lane.entry].scale;
            chosen.is_none_or(|word| lane.bands.iter().any(|band| scale.bands[*band].label.value == *word))
        };
        let lanes: Vec<&Lane> = track.lanes.iter().filter(has_chosen).collect();
        if lanes.is_empty() {
            return Html::default();
        }
        let axis = track.axis.as_ref();
        html! {
            <section class="card track" data-track={track.kind.name()}>
                <header class="card-head"><h2>{ title }</h2><p class="quiet">{ hint }</p></header>
                if let Some(axis) = axis { { ticks(axis) } }
                { for lanes.into_iter().map(|lane| self.lane(lane, axis)) }
            </section>
        }
    }

    fn lane(&self, lane: &Lane, axis: Option<&Axis>) -> Html {
        let entry = &self.entries[lane.entry];
        let words = self.language.words();
        let open = entry.report_indices.first().and_then(|index| self.reports.get(*index));
        let Some(open) = open else { return Html::default() };
        let broker = entry.broker.clone().unwrap_or_else(|| words.no_broker.to_owned());
        let body = match axis {
            Some(axis) => {
                let onchoose = {
                    let (key, scale, dispatch) =
                        (open.key.clone(), entry.scale.clone(), self.dispatch.clone());
                    Callback::from(move |band: usize| {
                        dispatch.emit(placed::mark(&key, scale.bands[band].span))
                    })
                };
                html! {
                    { number_line(&entry.scale, axis, self.state.chosen_word.as_deref(), &onchoose, self.language) }
                }
            }
            None => self.words_only(lane, entry, open),
        };
        html! {
            <div class="lane" key={lane.entry}>
                <div class="lane-name">
                    { placed(&open.key, entry.scale.span, "", self.dispatch, html! { <strong lang="zh-CN">{ broker }</strong> }) }
                    <span class="quiet">{ terms(&entry.scale, self.language) }</span>
                </div>
                <div class="lane-line">{ body }</div>
            </div>
        }
    }

    fn words_only(&self, lane: &Lane, entry: &ScaleEntry, open: &OpenReport) -> Html {
        let band = |index: &usize| {
            let band = &entry.scale.bands[*index];
            let is_pale = self.state.chosen_word.as_ref().is_some_and(|word| *word != band.label.value);
            let relation = band.relation.map(|relation| phrases::relation(self.language, relation));
            html! {
                <li class={if is_pale { "word-band is-pale" } else { "word-band" }}>
                    { placed(&open.key, band.span, "", self.dispatch, html! { <><strong lang="zh-CN">{ &band.label.value }</strong>
                        <span class="quiet">{ relation.unwrap_or(self.language.words().no_condition) }</span></> }) }
                </li>
            }
        };
        html! { <ul class="word-bands">{ for lane.bands.iter().map(band) }</ul> }
    }
}

/// The axis above the lanes.
fn ticks(axis: &Axis) -> Html {
    let tick = |value: &f64| {
        let x = percent(axis.position(*value));
        html! { <text {x} y="12" class="limit">{ phrases::percent(*value) }</text> }
    };
    // Where marks would stand too close, every other one is left out; 0 always stands.
    let zero = axis.ticks.iter().position(|tick| *tick == 0.0).unwrap_or_default();
    let every = if axis.ticks.len() > 8 { 2 } else { 1 };
    let last = axis.ticks.len().saturating_sub(1);
    let is_shown = |place: &usize| (1..last).contains(place) && place.abs_diff(zero) % every == 0;
    let inner = (0..axis.ticks.len()).filter(is_shown).map(|place| &axis.ticks[place]);
    html! {
        <div class="lane axis" aria-hidden="true">
            <div class="lane-name"></div>
            <div class="lane-line"><svg class="number-line" height="18" width="100%" overflow="visible">{ for inner.map(tick) }</svg></div>
        </div>
    }
}
