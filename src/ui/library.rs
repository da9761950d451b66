//! The open reports at the left.

use std::rc::Rc;

use yew::{Html, MouseEvent, Properties, classes, component, html};

use super::{
    opening::{Files, Incoming},
    screen::Dispatch,
};
use crate::view::{
    library::{Grouping, OpenReport, groups},
    settings::Language,
    state::{Action, State, View},
    words::phrases,
};

/// What the library shows.
#[derive(PartialEq, Properties)]
pub struct LibraryProps {
    /// The screen.
    pub state: Rc<State>,
    /// Where files come in.
    pub files: Files,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The open reports in groups.
#[component]
pub fn Library(props: &LibraryProps) -> Html {
    let LibraryProps { state, files, dispatch } = props;
    let language = state.settings.language;
    let words = language.words();
    let grouping = |grouping: Grouping, label: &'static str| {
        let onclick = dispatch.reform(move |_: MouseEvent| Action::Group(grouping));
        let is_chosen = state.grouping == grouping;
        html! { <button type="button" class="choice" aria-pressed={is_chosen.to_string()} {onclick}>{ label }</button> }
    };
    let groups = groups(&state.reports, state.grouping).into_iter().map(|group| {
        let heading = group.heading.unwrap_or_else(|| {
            let unknown = if state.grouping == Grouping::Date { words.no_date } else { words.no_broker };
            unknown.to_owned()
        });
        let entries = group.reports.into_iter().map(|index| {
            let report = &state.reports[index];
            let is_shown = state.shown.as_ref() == Some(&report.key) && state.view == View::Report;
            html! {
                <LibraryEntry key={report.key.to_string()} report={report.clone()} {is_shown} {language} grouping={state.grouping}
                    dispatch={dispatch.clone()} />
            }
        });
        html! {
            <section class="library-group" key={heading.clone()}>
                <h3>{ &heading }</h3>
                <ul>{ for entries }</ul>
            </section>
        }
    });
    html! {
        <aside id="library" class="library" aria-label={words.library}>
            <div class="library-head">
                <h2>{ words.library }</h2>
                <div class="choices" role="group" aria-label={words.group_library}>
                    { grouping(Grouping::Date, words.by_date) }
                    { grouping(Grouping::Broker, words.by_broker) }
                </div>
            </div>
            <div class="library-list">{ for groups }</div>
            <div class="library-foot">
                <button type="button" class="text-button" onclick={files.reform(|_: MouseEvent| Incoming::Samples)}>
                    { words.open_samples }
                </button>
            </div>
        </aside>
    }
}

/// What an entry shows.
#[derive(PartialEq, Properties)]
pub struct LibraryEntryProps {
    /// The report.
    pub report: OpenReport,
    /// Whether 报告 shows it.
    pub is_shown: bool,
    /// By what the library is grouped; the entry does not say the heading again.
    pub grouping: Grouping,
    /// The language.
    pub language: Language,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// One report of the library: house, title, rating, and what was found in it.
#[component]
pub fn LibraryEntry(props: &LibraryEntryProps) -> Html {
    let LibraryEntryProps { report, is_shown, grouping, language, dispatch } = props;
    let language = *language;
    let words = language.words();
    let masthead = &report.report.masthead;
    let show = {
        let key = report.key.clone();
        dispatch.reform(move |_: MouseEvent| Action::Show(key.clone()))
    };
    let remove = {
        let key = report.key.clone();
        dispatch.reform(move |_: MouseEvent| Action::Remove(key.clone()))
    };
    let lead = match grouping {
        Grouping::Date => report.broker().unwrap_or(words.no_broker).to_owned(),
        Grouping::Broker => {
            masthead.date.as_ref().map_or(words.no_date.to_owned(), |date| date.date.to_string())
        }
    };
    let picks: usize = report.report.picks.iter().map(|picks| picks.names.len()).sum();
    let found = [
        (report.report.tables.len(), phrases::table_count as fn(Language, usize) -> String),
        (report.report.rating_scales.len(), phrases::scale_count),
        (picks, phrases::pick_count),
    ];
    let found: Vec<String> = found
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, phrase)| phrase(language, count))
        .collect();
    let remove_label = format!("{} {}", words.remove, report.title());
    html! {
        <li class={classes!("library-entry", is_shown.then_some("is-shown"))}>
            <button type="button" class="library-open" aria-current={is_shown.then_some("true")} onclick={show}>
                <span class="library-lead">
                    <span class="library-broker">{ lead }</span>
                    if report.is_sample {
                        <span class="tag">{ words.sample }</span>
                    }
                    if let Some(rating) = &masthead.rating {
                        <span class="library-rating">{ &rating.label }</span>
                    }
                </span>
                <span class="library-title" title={report.title().to_owned()}>{ report.title() }</span>
                <span class="library-found">{ found.join(" · ") }</span>
            </button>
            <button type="button" class="icon-button library-remove" aria-label={remove_label.clone()}
                title={remove_label} onclick={remove}>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
            </button>
        </li>
    }
}
