//! What a screen reader is told of changes.

use std::rc::Rc;

use yew::{Html, html};

use crate::view::{
    ordering::Direction,
    state::{Announcement, State},
    words::phrases,
};

/// A live region with the last change in words.
pub fn announcer(state: &State) -> Html {
    let language = state.settings.language;
    let text = state.announcement.as_ref().map(|(count, announcement)| {
        let text = match announcement {
            Announcement::Opened(count) => phrases::opened(language, *count),
            Announcement::Refused(count) => phrases::refused(language, *count),
            Announcement::Removed(title) => phrases::removed(language, title),
            Announcement::Restored(title) => phrases::restored(language, title),
            Announcement::Counted(passing, total) => phrases::shown_of(language, *passing, *total),
            Announcement::Said(text) => text.clone(),
            Announcement::Ordered { report, table } => ordered(state, report, *table),
        };
        // A space more every other time makes a screen reader say the same words again.
        if count % 2 == 0 { text } else { format!("{text}\u{a0}") }
    });
    html! { <div id="announcer" class="visually-hidden" role="status" aria-live="polite">{ text }</div> }
}

fn ordered(state: &State, report: &Rc<str>, table: usize) -> String {
    let language = state.settings.language;
    let order = state.order(report, table);
    let block = state.report(report).and_then(|open| open.report.tables.get(table));
    let keys: Vec<_> = order
        .0
        .iter()
        .filter_map(|key| {
            Some((block?.columns.get(key.column)?.path.join(" "), key.direction == Direction::Descending))
        })
        .collect();
    phrases::ordered_by(language, &keys)
}
