//! One entry of the list.

use yew::{Html, MouseEvent, classes, html};

use crate::{
    browser::tasks,
    text::span::Span,
    ui::{
        control::{CROSS, icon, icon_button, on_pointer},
        screen::Dispatch,
    },
    view::{
        catalog::{Catalog, CatalogAction, entry::Entry, listing::Sorting},
        settings::Language,
        state::{Action, MarkedPlace},
        words::{library, phrases},
    },
};

/// What an entry needs to know of the list.
pub struct Surroundings<'a> {
    /// The list.
    pub catalog: &'a Catalog,
    /// Whether it is the report that is shown.
    pub is_shown: bool,
    /// The language.
    pub language: Language,
    /// Where actions go.
    pub dispatch: &'a Dispatch,
}

/// House, title, rating, what was found, and the hit of the search.
pub fn entry_item(entry: &Entry, row: usize, has_hit: bool, around: &Surroundings<'_>) -> Html {
    let Surroundings { catalog, is_shown, language, dispatch } = *around;
    let words = language.words();
    let key = entry.key.clone();
    let is_choosing = catalog.selection.is_choosing;
    let is_chosen = is_choosing && catalog.selection.has(&key);
    let open = dispatch.reform(move |event: MouseEvent| {
        if is_choosing || event.ctrl_key() || event.meta_key() {
            Action::Catalog(CatalogAction::Choose(key.clone(), event.shift_key()))
        } else {
            Action::Show(key.clone())
        }
    });
    let act = |action: CatalogAction| on_pointer(dispatch, Action::Catalog(action));
    let title = entry.record.title();
    let rating = entry.summary().and_then(|summary| summary.rating.as_deref());
    let is_starred = entry.record.is_starred;
    html! {
        <li class={classes!("library-entry", is_shown.then_some("is-shown"), is_chosen.then_some("is-chosen"), has_hit.then_some("has-hit"))}
            key={entry.key.to_string()}>
            <button type="button" class="library-open" id={format!("entry-{row}")} aria-current={is_shown.then_some("true")}
                aria-pressed={is_choosing.then(|| is_chosen.to_string())} onclick={open}>
                <span class="library-lead">
                    <span class="library-broker">{ lead(entry, catalog.sorting, language) }</span>
                    if entry.is_sample {
                        <span class="tag">{ words.sample }</span>
                    }
                    { for entry.record.labels.iter().map(|label| html! { <span class="tag label">{ label }</span> }) }
                    if let Some(rating) = rating {
                        <span class="library-rating">{ rating }</span>
                    }
                </span>
                <span class="library-title" title={title.to_owned()}>{ title }</span>
                <span class="library-found">{ found(entry, language) }</span>
            </button>
            if has_hit {
                { hit(entry, catalog, language, dispatch) }
            }
            if entry.is_removed() {
                { icon_button("icon-button library-restore", format!("{} {title}", words.restore).into(), "M3 8a5 5 0 1 0 2-4M5 1v3h3",
                    act(CatalogAction::BringBack(vec![entry.key.clone()]))) }
            } else {
                <button type="button" class={classes!("icon-button", "library-star", is_starred.then_some("is-starred"))}
                    aria-label={format!("{} {title}", words.star)} aria-pressed={is_starred.to_string()} title={words.star}
                    onclick={act(CatalogAction::Star(entry.key.clone()))}>{ icon(STAR) }</button>
                { icon_button("icon-button library-remove", format!("{} {title}", words.remove).into(), CROSS,
                    on_pointer(dispatch, Action::Remove(vec![entry.key.clone()], tasks::now()))) }
            }
        </li>
    }
}

/// The outline of a star.
const STAR: &str = "M8 2l1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5z";

/// What the list's headings do not say: the house, or the day below houses.
fn lead(entry: &Entry, sorting: Sorting, language: Language) -> String {
    let words = language.words();
    match sorting {
        Sorting::Broker => entry.day().unwrap_or_else(|| words.no_date.to_owned()),
        _ => entry.broker().unwrap_or(words.no_broker).to_owned(),
    }
}

/// What was found in it; of a removed one how long it can be brought back.
fn found(entry: &Entry, language: Language) -> String {
    if let Some(days) = entry.record.days_left(tasks::now()) {
        return library::days_left(language, days);
    }
    let Some(summary) = entry.summary() else { return language.words().not_read_yet.to_owned() };
    let found = [
        (summary.tables, phrases::table_count as fn(Language, usize) -> String),
        (summary.scales, phrases::scale_count),
        (summary.picks, phrases::pick_count),
    ];
    let found = found.into_iter().filter(|(count, _)| *count > 0);
    found.map(|(count, phrase)| phrase(language, count)).collect::<Vec<_>>().join(" · ")
}

/// The line of the hit, what was looked for marked; a click shows it in print.
fn hit(entry: &Entry, catalog: &Catalog, language: Language, dispatch: &Dispatch) -> Html {
    let hit = catalog.found.as_ref().and_then(|found| found.hit(&entry.key));
    let (Some(hit), Some(query)) = (hit, catalog.words()) else { return Html::default() };
    let place =
        MarkedPlace { report: entry.key.clone(), span: Span { start: hit.place.0, end: hit.place.1 } };
    let show = on_pointer(dispatch, Action::ShowPlace(place));
    let mut parts = Vec::new();
    let mut from = 0;
    for mark in query.marks(&hit.excerpt) {
        parts.push(html! { { &hit.excerpt[from..mark.start] } });
        parts.push(html! { <mark>{ &hit.excerpt[mark.clone()] }</mark> });
        from = mark.end;
    }
    html! {
        <button type="button" class="library-hit" onclick={show} title={phrases::line_number(language, hit.line)}>
            { for parts }{ &hit.excerpt[from..] }
        </button>
    }
}
