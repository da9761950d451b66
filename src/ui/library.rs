//! The open reports at the left.

use yew::{Html, MouseEvent, Properties, classes, component, html};

use super::{
    control::{CROSS, button, choice, icon_button, on_pointer},
    opening::{Files, Incoming},
    screen::Dispatch,
};
use crate::view::{
    library::{Grouping, OpenReport, ReportKey, groups},
    settings::Language,
    state::Action,
    words::phrases,
};

/// What the library shows.
#[derive(PartialEq, Properties)]
pub struct LibraryProps {
    /// The open reports.
    pub reports: Vec<OpenReport>,
    /// The report that 报告 shows; `None` in another view.
    pub shown: Option<ReportKey>,
    /// How they are grouped.
    pub grouping: Grouping,
    /// The language.
    pub language: Language,
    /// Where files come in.
    pub files: Files,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The open reports in groups.
#[component]
pub fn Library(props: &LibraryProps) -> Html {
    let LibraryProps { reports, shown, grouping: chosen, language, files, dispatch } = props;
    let (chosen, language) = (*chosen, *language);
    let words = language.words();
    let grouping = |grouping: Grouping, name: &'static str, label: &'static str| {
        choice(name, label.into(), chosen == grouping, on_pointer(dispatch, Action::Group(grouping)))
    };
    let groups = groups(reports, chosen).into_iter().map(|group| {
        let heading = group.heading.unwrap_or_else(|| {
            let unknown = if chosen == Grouping::Date { words.no_date } else { words.no_broker };
            unknown.to_owned()
        });
        let entries = group.reports.into_iter().map(|index| {
            let is_shown = shown.as_ref() == Some(&reports[index].key);
            library_entry(&reports[index], is_shown, chosen, language, dispatch)
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
                    { grouping(Grouping::Date, "date", words.by_date) }
                    { grouping(Grouping::Broker, "broker", words.by_broker) }
                </div>
            </div>
            <div class="library-list">{ for groups }</div>
            <div class="library-foot">
                { button("text-button", words.open_samples.into(), files.reform(|_: MouseEvent| Incoming::Samples)) }
            </div>
        </aside>
    }
}

/// One report of the library: house, title, rating, and what was found in it.
fn library_entry(
    report: &OpenReport,
    is_shown: bool,
    grouping: Grouping,
    language: Language,
    dispatch: &Dispatch,
) -> Html {
    let words = language.words();
    let masthead = &report.report.masthead;
    let show = on_pointer(dispatch, Action::Show(report.key.clone()));
    let remove = on_pointer(dispatch, Action::Remove(report.key.clone()));
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
        <li class={classes!("library-entry", is_shown.then_some("is-shown"))} key={report.key.to_string()}>
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
            { icon_button("icon-button library-remove", remove_label.into(), CROSS, remove) }
        </li>
    }
}
