//! The reducer as a reader meets it. A library is written as its titles, the report shown in brackets: `甲 [乙] 丙`.

mod opening;
mod showing;

use std::rc::Rc;

use super::{Action, AskedDefinition, MarkedPlace, State};
use crate::{
    insight::sample,
    model::{fact::Fact, report::Report},
    text::span::Span,
    view::{
        library::OpenReport,
        refusal::{Refusal, RefusalReason},
    },
};

/// A report of that title; its key is the title too.
fn open(title: &str) -> OpenReport {
    let mut report = Report::clone(&sample::report(None, &[]));
    report.masthead.title = Some(Fact::new(title.to_owned(), Span::default()));
    OpenReport { key: title.into(), report: Rc::new(report), bytes: None, opened_at: 0.0, is_sample: false }
}

/// Files that were read, by title; `!` before a name is a file that was refused.
fn read(files: &str) -> Action {
    let file = |file: &str| match file.strip_prefix('!') {
        Some(name) => Err(Refusal { name: name.to_owned(), reason: RefusalReason::Pdf }),
        None => Ok(open(file)),
    };
    Action::Read(files.split(' ').map(file).collect())
}

fn show(title: &str) -> Action {
    Action::Show(title.into())
}

fn remove(title: &str) -> Action {
    Action::Remove(vec![title.into()], 1.0)
}

fn mark(title: &str) -> Action {
    Action::Mark(MarkedPlace { report: title.into(), span: Span::new(3, 9) })
}

fn define(label: &str) -> Action {
    Action::Define(AskedDefinition {
        anchor: "masthead-rating".to_owned(),
        report: "甲".into(),
        label: label.to_owned(),
        subject: None,
        is_held: false,
    })
}

/// The screen after `actions`.
fn after(actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(State::default(), |state, action| state.apply(action))
}

fn library(state: &State) -> String {
    let title = |open: &OpenReport| match state.shown.as_ref() == Some(&open.key) {
        true => format!("[{}]", open.title()),
        false => open.title().to_owned(),
    };
    state.reports.iter().map(title).collect::<Vec<_>>().join(" ")
}

/// Checks the library after `actions`.
#[track_caller]
fn check<const N: usize>(actions: [Action; N], expected: &str) {
    assert_eq!(library(&after(actions)), expected);
}
