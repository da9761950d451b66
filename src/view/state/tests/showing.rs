//! What of the library is shown, and how.

use super::{after, define, mark, read, show};
use crate::{
    model::{
        diagnostic::{Diagnostic, DiagnosticKind, Severity},
        report::Report,
    },
    text::span::Span,
    view::{
        catalog::{CatalogAction, listing::Sorting},
        keeping::{Keeping, KeepingTrouble},
        library::OpenReport,
        ordering::{Direction, OrderBy},
        settings::{ChangeColors, Language, Settings, Theme},
        state::{Action, Arranged, AskedDefinition, MarkedPlace, State, View},
    },
};

/// The columns of an order, a minus before those that descend: `2 -0`.
fn keys(order: &OrderBy) -> String {
    let key = |key: &crate::view::ordering::OrderKey| match key.direction {
        Direction::Ascending => key.column.to_string(),
        Direction::Descending => format!("-{}", key.column),
    };
    order.0.iter().map(key).collect::<Vec<_>>().join(" ")
}

/// Checks the order of the second table of 甲 after clicks on its headers, `+` before a column with Shift.
#[track_caller]
fn check_order(clicks: &str, expected: &str) {
    let click = |click: &str| Action::Order {
        report: "甲".into(),
        table: 1,
        column: click.trim_start_matches('+').parse().unwrap(),
        add: click.starts_with('+'),
    };
    let state = after(std::iter::once(read("甲 乙")).chain(clicks.split(' ').map(click)));
    assert_eq!(keys(&state.order(&"甲".into(), 1)), expected, "{clicks}");
    assert_eq!(keys(&state.order(&"甲".into(), 0)), "", "the other table");
    assert_eq!(keys(&state.order(&"乙".into(), 1)), "", "the other report");
    assert_eq!(state.arranged.is_empty(), expected.is_empty(), "a printed order is not kept");
    let reset = state.apply(Action::ResetOrder("甲".into(), 1));
    assert_eq!(keys(&reset.order(&"甲".into(), 1)), "");
}

#[test]
fn a_header_cycles_and_shift_adds() {
    check_order("3", "3");
    check_order("3 3", "-3");
    check_order("3 3 3", "");
    check_order("3 5", "5");
    check_order("3 +5 +5 +0", "3 -5 0");
    check_order("3 +5 +5 +5", "3");
    check_order("3 +5 +3 3", "");
}

#[test]
fn the_table_of_scales_has_an_order_of_its_own() {
    let state = after([Action::OrderComparison(2, false), Action::OrderComparison(4, true)]);
    assert_eq!(keys(&state.comparison_order), "2 4");
    assert_eq!(keys(&state.apply(Action::OrderComparison(2, false)).comparison_order), "-2");
    assert!(state.arranged.is_empty());
}

#[test]
fn a_report_or_a_view_closes_what_lies_over_it() {
    let open = || after([read("甲 乙"), Action::OpenLibrary(true), define("买入")]);
    for action in [show("乙"), show("甲"), Action::ShowView(View::Ratings), Action::ShowView(View::Report)]
    {
        let state = open().apply(action.clone());
        assert_eq!((state.is_library_open, state.definition), (false, None), "{action:?}");
    }
    assert!(open().apply(mark("甲")).is_library_open);
    assert!(!open().apply(Action::OpenLibrary(false)).is_library_open);
}

#[test]
fn showing_a_report_leaves_the_comparison_but_not_the_place_in_it() {
    let ratings = || after([read("甲 乙"), mark("甲"), Action::ShowView(View::Ratings)]);
    assert_eq!((ratings().view, ratings().marked.is_some()), (View::Ratings, true));
    let shown = ratings().apply(show("乙"));
    assert_eq!((shown.view, shown.shown_report().map(OpenReport::title)), (View::Report, Some("乙")));
    assert_eq!(shown.marked, None);
    let same = ratings().apply(show("甲"));
    assert_eq!(same.marked, Some(MarkedPlace { report: "甲".into(), span: Span::new(3, 9) }));
}

#[test]
fn what_is_compared_is_what_was_chosen_or_all() {
    let compare = |keys: &[&str]| Action::Compare(keys.iter().map(|key| (*key).into()).collect());
    let state = after([read("甲 乙"), Action::OpenLibrary(true), compare(&["乙"])]);
    assert_eq!((state.view, state.is_library_open), (View::Ratings, false));
    let compared = |state: &State| ["甲", "乙"].map(|key| state.is_compared(&key.into()));
    assert_eq!(compared(&state), [false, true]);
    assert_eq!(compared(&state.apply(compare(&[]))), [true, true]);
}

#[test]
fn a_place_and_a_definition_are_open_until_they_are_closed() {
    let state = after([read("甲"), mark("甲"), define("买入")]);
    assert!(state.marked.is_some());
    assert_eq!(state.apply(Action::CloseSource).marked, None);
    assert!(state.apply(Action::CloseSource).definition.is_some());
    let label = |state: &State| state.definition.as_ref().map(|asked: &AskedDefinition| asked.label.clone());
    assert_eq!(label(&state).as_deref(), Some("买入"));
    assert_eq!(label(&state.apply(define("增持"))).as_deref(), Some("增持"));
    let closed = state.apply(Action::CloseDefinition);
    assert_eq!((label(&closed), closed.marked.is_some()), (None, true));
}

#[test]
fn a_definition_that_was_clicked_stays_where_the_pointer_goes() {
    let clicked = |label: &str| match define(label) {
        Action::Define(asked) => Action::Define(AskedDefinition { is_held: true, ..asked }),
        other => other,
    };
    let label =
        |state: &State| state.definition.as_ref().map(|asked| asked.label.clone()).unwrap_or_default();
    let hovered = after([read("甲"), define("买入")]);
    assert_eq!(label(&hovered.apply(Action::LeaveDefinition)), "");
    let held = hovered.apply(clicked("买入"));
    assert_eq!(label(&held.apply(Action::LeaveDefinition)), "买入");
    assert_eq!(label(&held.apply(define("增持"))), "买入");
    assert_eq!(label(&held.apply(clicked("增持"))), "增持");
    assert_eq!(label(&held.apply(Action::CloseDefinition)), "");
}

#[test]
fn a_word_is_chosen_and_let_go() {
    let state = after([Action::ChooseWord(Some("增持".to_owned()))]);
    assert_eq!(state.chosen_word.as_deref(), Some("增持"));
    assert_eq!(state.apply(Action::ChooseWord(None)).chosen_word, None);
}

#[test]
fn choices_are_kept_as_chosen() {
    let settings =
        Settings { language: Language::English, theme: Theme::Dark, change_colors: ChangeColors::GreenUp };
    let state = after([
        Action::Catalog(CatalogAction::Sort(Sorting::Broker)),
        Action::Set(settings),
        Action::Paste(true),
        Action::Keeping(Keeping::Kept),
    ]);
    assert_eq!((state.catalog.sorting, state.settings), (Sorting::Broker, settings));
    assert_eq!((state.is_pasting, state.keeping), (true, Keeping::Kept));
    assert!(!state.apply(Action::Paste(false)).is_pasting);
    let full = Keeping::Trouble(KeepingTrouble::Full);
    assert_eq!(state.apply(Action::Keeping(full)).keeping, full);
}

#[test]
fn diagnostics_of_all_reports_are_counted() {
    let with = |title: &str, count: usize| {
        let open = super::open(title);
        let found =
            Diagnostic { severity: Severity::Note, kind: DiagnosticKind::UnevenRow, span: Span::default() };
        let report = Report { diagnostics: vec![found; count], ..Report::clone(&open.report) };
        Ok(OpenReport { report: report.into(), ..open })
    };
    assert_eq!(
        after([Action::Read(vec![with("甲", 2), with("乙", 0), with("丙", 3)])]).diagnostic_count(),
        5
    );
}

/// Checks the choices of the first table of 甲 and how many changes can be undone after actions: `+x` typed on, `=x` chosen,
/// `~` undone.
#[track_caller]
fn check_undo(steps: &str, choices: &str) {
    let step = |step: &str| match step.split_at(1) {
        ("~", _) => Action::Undo,
        (kind, choices) => Action::Arrange {
            report: "甲".into(),
            table: 0,
            choices: choices.into(),
            field: (kind == "+").then_some(0),
        },
    };
    let state = after(std::iter::once(read("甲 乙")).chain(steps.split(' ').map(step)));
    assert_eq!(&*state.arranged(&"甲".into(), 0).choices, choices, "{steps}");
}

#[test]
fn changes_are_undone_one_by_one_and_typed_words_as_a_whole() {
    check_undo("=g=1 =g=2 ~", "g=1");
    check_undo("=g=1 +s=h +s=hg +s=hgx ~", "g=1");
    check_undo("+s=h =g=1 +s=x ~ ~", "s=h");
    check_undo("=g=1 =g=1 ~ ~ ~", "");
}

#[test]
fn what_is_typed_into_another_field_is_undone_by_itself() {
    let arrange = |choices: &str, field| Action::Arrange {
        report: "甲".into(),
        table: 0,
        choices: choices.into(),
        field: Some(field),
    };
    let typed =
        [arrange("s=h", 0), arrange("s=hg", 0), arrange("s=hg&f=1,L,6,", 2), arrange("s=hg&f=1,L,60,", 2)];
    let state = after(std::iter::once(read("甲")).chain(typed)).apply(Action::Undo);
    assert_eq!(&*state.arranged(&"甲".into(), 0).choices, "s=hg");
}

#[test]
fn an_order_is_undone_too_and_keeps_the_rest() {
    let arrange = Action::Arrange { report: "甲".into(), table: 0, choices: "g=1".into(), field: None };
    let order = Action::Order { report: "甲".into(), table: 0, column: 2, add: false };
    let state = after([read("甲"), arrange, order]);
    assert_eq!(
        (keys(&state.order(&"甲".into(), 0)).as_str(), &*state.arranged(&"甲".into(), 0).choices),
        ("2", "g=1")
    );
    let undone = state.apply(Action::Undo);
    assert_eq!(
        (keys(&undone.order(&"甲".into(), 0)).as_str(), &*undone.arranged(&"甲".into(), 0).choices),
        ("", "g=1")
    );
    assert!(undone.apply(Action::Undo).arranged.is_empty());
}

#[test]
fn what_is_remembered_does_not_replace_a_choice() {
    let remember = |clicks: &[usize], choices: &str| {
        let order_by = clicks.iter().fold(OrderBy::default(), |order, column| order.clicked(*column, true));
        let arranged = Arranged { order_by, choices: choices.into() };
        Action::Remember { report: "甲".into(), table: 0, arranged }
    };
    let shown = |state: &State| {
        let order = keys(&state.order(&"甲".into(), 0));
        (order, state.arranged(&"甲".into(), 0).choices.to_string())
    };
    let state = after([read("甲"), remember(&[1], "h=1")]);
    let as_remembered = shown(&state);
    assert_eq!(as_remembered.1, "h=1");
    assert!(!as_remembered.0.is_empty(), "the order is remembered too");
    assert!(state.before.is_empty(), "nothing was done that could be undone");
    assert_eq!(shown(&state.apply(remember(&[2], "h=2"))), as_remembered);
    let ordered = after([read("甲"), remember(&[1], ""), remember(&[2], "h=2")]);
    assert_eq!(shown(&ordered), (as_remembered.0, "h=2".to_owned()));
}
