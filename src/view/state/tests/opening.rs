//! What comes into the library and what leaves it.

use std::rc::Rc;

use super::{after, check, library, mark, open, read, remove, show};
use crate::{
    library::record::Record,
    text::span::Span,
    view::{
        catalog::{CatalogAction, entry::Entry},
        library::OpenReport,
        ordering::OrderBy,
        state::{Action, Announcement, Gathered, MarkedPlace, Progress, State, View},
    },
};

fn order(title: &str, column: usize) -> Action {
    Action::Order { report: title.into(), table: 0, column, add: false }
}

#[test]
fn the_first_report_of_those_given_is_shown_and_stays_shown_while_more_are_read() {
    check([read("甲 乙")], "[甲] 乙");
    check([read("甲"), read("乙 丙")], "甲 [乙] 丙");
    check([Action::Reading(3), read("甲"), read("乙 丙")], "[甲] 乙 丙");
    check([read("甲"), Action::Reading(3), read("乙"), show("甲"), read("丙")], "[甲] 乙 丙");
}

#[test]
fn a_file_is_opened_once() {
    check([read("甲 甲 乙")], "[甲] 乙");
    check([read("甲 乙"), read("乙 甲")], "甲 [乙]");
    check([kept("甲"), read("甲")], "[甲]");
    check([read("甲"), kept("甲"), Action::Loaded(open("甲"))], "[甲]");
}

#[test]
fn a_file_that_is_open_already_is_shown_unless_more_are_being_read() {
    let ratings = Action::ShowView(View::Ratings);
    let state = after([read("甲 乙"), ratings, Action::Reading(1), read("乙")]);
    assert_eq!((library(&state).as_str(), state.view), ("甲 [乙]", View::Report));
    check([read("甲 乙"), Action::Reading(3), read("丙"), read("乙 丙")], "甲 乙 [丙]");
}

/// An entry that an earlier visit kept.
fn kept(title: &str) -> Action {
    let entry = Entry::of_report(&open(title));
    Action::Restored(vec![Entry { is_kept: true, ..entry }])
}

#[test]
fn files_that_an_earlier_visit_kept_come_back_and_are_read_when_they_are_shown() {
    let state = after([kept("甲"), kept("乙")]);
    assert_eq!((state.catalog.count(), state.reports.len(), state.shown.as_deref()), (2, 0, Some("甲")));
    assert!(state.shown_report().is_none());
    let state = state.apply(Action::Loaded(open("甲")));
    assert_eq!(library(&state), "[甲]");
    assert_eq!(after([Action::Restored(Vec::new())]).shown, None);
}

#[test]
fn an_entry_without_its_few_words_gets_them_from_its_report() {
    let entry = Entry::of_report(&open("甲"));
    let mut record = Record::clone(&entry.record);
    record.summary = None;
    record.labels = vec!["周一".to_owned()];
    let bare = Action::Restored(vec![Entry { record: Rc::new(record), is_kept: true, ..entry }]);
    let state = after([bare, Action::Loaded(open("甲"))]);
    let entry = state.catalog.entry("甲").unwrap();
    // It is changed, so that it is kept so.
    assert!(entry.summary().is_some() && entry.is_changed && entry.is_kept);
    assert_eq!(entry.record.labels, ["周一"]);
}

#[test]
fn what_this_window_changed_is_not_taken_back_by_another_one() {
    let star = Action::Catalog(CatalogAction::Star("甲".into()));
    let state = after([kept("甲"), star, kept("甲")]);
    assert!(state.catalog.entry("甲").is_some_and(|entry| entry.record.is_starred && entry.is_changed));
}

#[test]
fn files_at_the_desks_come_into_the_list_as_they_are_read() {
    let gathered = |titles: &[&str], is_last| {
        Action::Gathered(Gathered {
            passed: titles.len(),
            entries: titles.iter().map(|title| Entry::of_report(&open(title))).collect(),
            kept: titles.iter().map(|title| (*title).into()).collect(),
            now: 5_000.0,
            is_last,
            ..Gathered::default()
        })
    };
    let state = after([Action::Reading(4), gathered(&["甲", "乙"], false)]);
    assert_eq!((state.catalog.count(), state.shown.as_deref()), (2, Some("甲")));
    assert!(state.catalog.entry("乙").is_some_and(|entry| entry.is_kept));
    assert_eq!(state.progress.as_ref().map(|progress| (progress.done, progress.total)), (Some((2, 4))));
    // One that is known stays as it is, and one that was removed comes back.
    let state = state.apply(remove("乙")).apply(gathered(&["甲", "乙"], true));
    assert_eq!((state.catalog.count(), state.catalog.removed_count()), (2, 0));
    assert_eq!((state.progress, state.removed), (None, None));
}

#[test]
fn refused_files_stand_beside_good_ones() {
    let state = after([read("!坏.pdf 甲 !图.png 乙")]);
    assert_eq!(library(&state), "[甲] 乙");
    let refused = |state: &State| -> Vec<String> {
        state.refusals.iter().map(|refusal| refusal.name.clone()).collect()
    };
    assert_eq!(refused(&state), ["坏.pdf", "图.png"]);
    assert_eq!(state.announcement, Some((0, Announcement::Refused(2))));
    let state = state.apply(read("!三.zip"));
    assert_eq!(refused(&state), ["坏.pdf", "图.png", "三.zip"]);
    assert_eq!(refused(&state.apply(Action::DismissRefusals)), [""; 0]);
    check([read("!坏.pdf"), read("甲")], "[甲]");
}

#[test]
fn progress_counts_refused_files_too_and_ends() {
    let progress = |done, total| Some(Progress { done, total, ..Progress::default() });
    let state = after([Action::Reading(4)]);
    assert_eq!(state.progress, progress(0, 4));
    let state = state.apply(read("甲 !坏.pdf"));
    assert_eq!(state.progress, progress(2, 4));
    let state = state.apply(Action::Reading(2));
    assert_eq!(state.progress, progress(2, 6));
    let state = state.apply(read("甲 甲 甲"));
    assert_eq!(state.progress, progress(5, 6));
    assert_eq!(state.apply(read("乙")).progress, None);
}

#[test]
fn a_removed_report_leaves_its_place_to_its_neighbor() {
    // The list is in the order of titles here: 丙 乙 甲.
    check([read("甲 乙 丙"), show("乙"), remove("乙")], "[甲] 丙");
    check([read("甲 乙 丙"), remove("甲")], "[乙] 丙");
    check([read("甲 乙 丙"), show("丙"), remove("丙")], "甲 [乙]");
    check([read("甲 乙 丙"), remove("乙")], "[甲] 丙");
    check([read("甲"), remove("甲")], "");
    check([read("甲"), remove("乙")], "[甲]");
}

#[test]
fn undoing_puts_a_report_back_in_its_place() {
    check([read("甲 乙 丙"), show("乙"), remove("乙"), Action::UndoRemove], "甲 [乙] 丙");
    check([read("甲 乙 丙"), remove("乙"), Action::UndoRemove], "[甲] 乙 丙");
    check([read("甲 乙 丙"), remove("甲"), remove("乙"), Action::UndoRemove], "[乙] 丙");
    let both = Action::Remove(vec!["甲".into(), "丙".into()], 1.0);
    check([read("甲 乙 丙"), both, Action::UndoRemove], "[甲] 乙 丙");
    check([read("甲 乙"), remove("乙"), Action::UndoRemove, Action::UndoRemove], "[甲] 乙");
}

#[test]
fn a_removal_is_forgotten_by_its_own_key_only() {
    let removed = [read("甲 乙"), remove("甲"), remove("乙")];
    let state = after(removed).apply(Action::ForgetRemoved(vec!["甲".into()]));
    assert_eq!(library(&state.apply(Action::UndoRemove)), "[乙]");
    let state = state.apply(Action::ForgetRemoved(vec!["乙".into()]));
    assert_eq!(library(&state.apply(Action::UndoRemove)), "");
}

#[test]
fn a_removed_file_that_is_opened_again_is_not_undone_too() {
    let state = after([read("甲 乙"), remove("乙"), read("乙")]);
    assert_eq!((library(&state).as_str(), state.removed.is_none()), ("甲 [乙]", true));
}

#[test]
fn a_place_of_a_removed_report_is_marked_no_longer() {
    assert_eq!(after([read("甲 乙"), mark("乙"), remove("乙")]).marked, None);
    let other = after([read("甲 乙"), mark("甲"), remove("乙")]);
    assert_eq!(other.marked, Some(MarkedPlace { report: "甲".into(), span: Span::new(3, 9) }));
}

#[test]
fn another_encoding_drops_what_belonged_to_the_former_reading() {
    let again = open("甲");
    let before = after([read("甲 乙"), mark("甲"), super::define("买入"), order("甲", 1), order("乙", 2)]);
    let state = before.apply(Action::Redecoded(OpenReport { key: "甲".into(), ..again.clone() }));
    assert_eq!(library(&state), "[甲] 乙");
    assert!(state.report("甲").is_some_and(|open| Rc::ptr_eq(&open.report, &again.report)));
    assert_eq!((state.marked.clone(), state.definition.clone()), (None, None));
    assert_eq!(state.order(&"甲".into(), 0), OrderBy::default());
    assert_eq!(state.order(&"乙".into(), 0), before.order(&"乙".into(), 0));
    let other = before.apply(Action::Redecoded(open("乙")));
    assert_eq!(other.marked, before.marked);
}

#[test]
fn changes_are_told_and_equal_ones_apart() {
    let state = after([read("甲 乙")]);
    assert_eq!(state.announcement, Some((0, Announcement::Opened(2))));
    let state = state.apply(remove("乙"));
    assert_eq!(state.announcement, Some((1, Announcement::Removed("乙".to_owned()))));
    let state = state.apply(Action::UndoRemove);
    assert_eq!(state.announcement, Some((2, Announcement::Restored("乙".to_owned()))));
    let ordered = Announcement::Ordered { report: "甲".into(), table: 0 };
    let state = state.apply(order("甲", 1));
    assert_eq!(state.announcement, Some((3, ordered.clone())));
    assert_eq!(state.apply(order("甲", 1)).announcement, Some((4, ordered)));
    let nothing_new = state.apply(read("甲"));
    assert_eq!(nothing_new.announcement, state.announcement);
}

#[test]
fn a_long_file_is_shown_by_its_beginning_and_keeps_its_order_when_it_is_whole() {
    let whole = open("长");
    let begun = after([Action::Reading(1), read("长"), Action::Reading(1), order("长", 2), mark("长")]);
    assert_eq!(begun.progress, Some(Progress { total: 1, ..Progress::default() }));
    let state = begun.apply(Action::Completed(whole.clone()));
    assert_eq!((library(&state).as_str(), &state.progress), ("[长]", &None));
    assert!(Rc::ptr_eq(&state.reports[0].report, &whole.report));
    // It may have been taken out in between.
    assert_eq!(library(&begun.apply(remove("长")).apply(Action::Completed(whole))), "");
}
