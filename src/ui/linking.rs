//! The address behind `#` and what is shown, each after the other.

use yew::{hook, use_effect_with, use_mut_ref};

use super::screen::Dispatch;
use crate::{
    browser::page,
    text::span::Span,
    view::{
        library::OpenReport,
        link::{Link, LinkPlace, TABLE_VIEW},
        state::{Action, MarkedPlace, State, View},
    },
};

/// Goes where the address leads, once the report is there; then the address follows what is shown.
#[hook]
pub fn use_link(state: &State, dispatch: Dispatch) {
    let wanted = use_mut_ref(|| Link::of(&page::hash()));
    {
        let (wanted, dispatch) = (wanted.clone(), dispatch.clone());
        use_effect_with((), move |()| {
            let listener = page::on_hash(move |address| {
                if let Some(link) = Link::of(&address) {
                    dispatch.emit(Action::Show(link.report.clone()));
                    wanted.replace(Some(link));
                }
            });
            move || drop(listener)
        });
    }
    let link = wanted.borrow().clone();
    let is_listed = link.as_ref().is_some_and(|link| state.catalog.entry(&link.report).is_some());
    let shown = state.shown_report().map(|open| open.key.clone());
    let marked = state.marked.clone();
    let open = state.shown_report().cloned();
    let is_report = state.view == View::Report;
    use_effect_with(
        (is_listed, shown, marked, is_report, link),
        move |(is_listed, shown, marked, is_report, link)| match (link, &open) {
            (Some(link), Some(open)) if *shown == Some(link.report.clone()) => {
                wanted.take();
                go_to(link, open, &dispatch);
            }
            (Some(link), _) if *is_listed => dispatch.emit(Action::Show(link.report.clone())),
            (Some(_), _) => {}
            // The link to a table's view stays until a table of its shape is there and has followed it.
            (None, _) if page::hash().starts_with(TABLE_VIEW) => {}
            (None, _) => {
                let report = shown.clone().filter(|_| *is_report);
                let place = marked.as_ref().map(|place| LinkPlace::Span(place.span.start, place.span.end));
                page::replace_hash(
                    &report.map(|report| Link { report, place }.address()).unwrap_or_default(),
                );
            }
        },
    );
}

fn go_to(link: &Link, open: &OpenReport, dispatch: &Dispatch) {
    let source = &open.report.source;
    let span = match link.place {
        None => return,
        Some(LinkPlace::Span(start, end)) => Span { start, end },
        Some(LinkPlace::Line(line)) => source.line(line.saturating_sub(1)),
        Some(LinkPlace::Table(table, row)) => {
            let index = table.saturating_sub(1);
            page::after_paint(move || page::reveal_start(&format!("table-{index}")));
            let Some((table, row)) = open.report.tables.get(index).zip(row) else { return };
            let row = row.saturating_sub(1);
            if row >= table.row_count() {
                return;
            }
            table.cell(row, 0).span
        }
    };
    // An address may be an old one, or written by hand.
    if !source.slice(span).is_empty() {
        dispatch.emit(Action::Mark(MarkedPlace { report: open.key.clone(), span }));
    }
}
