//! The page rendered to text and read as a reader would. What is shown follows from the state alone: no test names a
//! component but the window itself.

mod comparison;
mod element;
mod library;
mod masthead;
mod messages;
mod scales;
mod source_pane;
mod table;
mod welcome;
mod workbench;

use std::rc::Rc;

use yew::{Callback, Html, LocalServerRenderer, Properties, component};

use self::element::Element;
use super::frame::frame;
use crate::{
    insight::sample,
    model::report::Report,
    parse,
    text::{source::Source, span::Span},
    view::{
        library::OpenReport,
        settings::{Language, Settings},
        state::{Action, State},
    },
};

#[derive(PartialEq, Properties)]
struct PageProps {
    state: Rc<State>,
}

#[component]
fn Page(props: &PageProps) -> Html {
    frame(&props.state, &Callback::noop(), &Callback::noop())
}

/// The window of `state`, rendered.
fn page(state: &State) -> Element {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let props = PageProps { state: Rc::new(state.clone()) };
    let renderer = LocalServerRenderer::<Page>::with_props(props).hydratable(false);
    Element::of(&tokio::task::LocalSet::new().block_on(&runtime, renderer.render()))
}

/// A report of that text, as read; its key is the file's name.
fn read(name: &str, text: &str) -> OpenReport {
    opened(parse::report(Rc::new(Source::of_text(name, text))))
}

fn opened(report: Report) -> OpenReport {
    OpenReport {
        key: report.source.name().into(),
        report: Rc::new(report),
        bytes: None,
        opened_at: 0.0,
        is_sample: false,
    }
}

/// A report of that name in which nothing was found.
fn bare(name: &str) -> OpenReport {
    let source = Rc::new(Source::of_text(name, "一行文字。\n"));
    opened(Report { source, ..Report::clone(&sample::report(None, &[])) })
}

/// The invented weekly on robots: a wide table with groups above its columns, two scales with limits.
fn weekly() -> OpenReport {
    read("robots.txt", include_str!("../../fixtures/reports/chengjiang-robotics-weekly.txt"))
}

/// The screen with `reports` open and the first of them shown.
fn screen(reports: impl IntoIterator<Item = OpenReport>) -> State {
    let read = reports.into_iter().map(Ok).collect();
    State { announcement: None, ..State::default().apply(Action::Read(read)) }
}

fn in_english(state: State) -> State {
    State { settings: Settings { language: Language::English, ..state.settings }, ..state }
}

/// The first place in the text of `report` that prints `words`.
#[track_caller]
fn place(report: &Report, words: &str) -> Span {
    let start = report.source.text().find(words).unwrap();
    Span::new(start, start + words.len())
}
