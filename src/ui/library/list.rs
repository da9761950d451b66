//! The list itself: of thousands of entries those near the window are in the page.

use std::rc::Rc;

use yew::{Html, KeyboardEvent, Properties, component, html, use_effect_with, use_memo, use_state};

use super::entry::{Surroundings, entry_item};
use crate::{
    browser::page,
    ui::screen::Dispatch,
    view::{
        catalog::{
            Catalog,
            entry::EntryKey,
            listing::{Row, Sorting, offset, rows, window},
        },
        settings::Language,
        words::library,
    },
};

/// What the list shows.
#[derive(PartialEq, Properties)]
pub struct EntryListProps {
    /// The entries, and what of them is listed.
    pub catalog: Catalog,
    /// The report that is shown.
    pub shown: Option<EntryKey>,
    /// The language.
    pub language: Language,
    /// Where actions go.
    pub dispatch: Dispatch,
}

const LIST: &str = "library-list";
const ROWS: &str = "library-rows";

/// The list.
#[component]
pub fn EntryList(props: &EntryListProps) -> Html {
    let EntryListProps { catalog, shown, language, dispatch } = props;
    let language = *language;
    let rows = use_memo(catalog.clone(), rows);
    let seen = use_state(|| (0_usize, 900_usize));
    {
        let seen = seen.clone();
        use_effect_with((), move |()| {
            let size = page::on_size(LIST, {
                let seen = seen.clone();
                move |_, height| seen.set((page::scroll_top_of(LIST).max(0.0) as usize, height as usize))
            });
            let scroll = page::on_scroll(LIST, move |top| {
                seen.set((top.max(0.0) as usize, page::height_of(LIST) as usize));
            });
            move || drop((size, scroll))
        });
    }
    // Another search or order begins at the top.
    use_effect_with((catalog.query.clone(), catalog.sorting, catalog.shows_removed), |_| {
        page::scroll_to(LIST, 0.0)
    });
    let (range, above, whole) = window(&rows, seen.0, seen.1);
    use_effect_with((above, whole), |(above, whole)| {
        page::set_variable(ROWS, "--above", &format!("{above}px"));
        page::set_variable(ROWS, "--whole", &format!("{whole}px"));
    });
    let item = |row: usize| match &rows[row] {
        Row::Heading(heading, count) => {
            html! {
                <li class="library-heading" key={row}><h3>{ heading_words(heading.as_deref(), catalog.sorting, language) }</h3>
                    <span class="quiet">{ count }</span></li>
            }
        }
        Row::Entry(index, has_hit) => {
            let entry = &catalog.entries[*index];
            let is_shown = shown.as_ref() == Some(&entry.key);
            entry_item(entry, row, *has_hit, &Surroundings { catalog, is_shown, language, dispatch })
        }
    };
    let listed = rows.iter().filter(|row| row.entry().is_some()).count();
    let is_narrowed = !catalog.query.trim().is_empty() || !catalog.filter.0.is_empty();
    let onkeydown = {
        let rows = rows.clone();
        move |event: KeyboardEvent| {
            if let Some(row) = row_after(&event.key(), &rows, page::focused_number("entry-")) {
                event.prevent_default();
                reveal(&rows, row);
            }
        }
    };
    html! {
        <>
            if is_narrowed {
                <p class="library-count quiet" role="status">{ library::listed_count(language, listed, catalog.count()) }</p>
            }
            <div id={LIST} class="library-list" aria-busy={catalog.is_searching().to_string()} {onkeydown}>
                <ul id={ROWS} class="library-rows">{ for range.map(item) }</ul>
            </div>
        </>
    }
}

fn heading_words(heading: Option<&str>, sorting: Sorting, language: Language) -> String {
    let words = language.words();
    let unknown = match sorting {
        Sorting::Date => words.no_date,
        Sorting::Broker => words.no_broker,
        Sorting::Industry => words.no_industry,
        _ => words.no_rating,
    };
    heading.unwrap_or(unknown).to_owned()
}

/// The row of the entry that a key leads to from the one that has the focus.
fn row_after(key: &str, rows: &[Row], from: Option<usize>) -> Option<usize> {
    let is_entry = |row: &usize| rows.get(*row).is_some_and(|row| row.entry().is_some());
    let from = from?;
    match key {
        "ArrowDown" => (from + 1..rows.len()).find(is_entry),
        "ArrowUp" => (0..from).rev().find(is_entry),
        "PageDown" => {
            (from + 8..rows.len()).find(is_entry).or_else(|| (from..rows.len()).rev().find(is_entry))
        }
        "PageUp" => (0..from.saturating_sub(8)).rev().find(is_entry).or_else(|| (0..from).find(is_entry)),
        "Home" => (0..rows.len()).find(is_entry),
        "End" => (0..rows.len()).rev().find(is_entry),
        _ => None,
    }
}

/// Scrolls the row into sight and gives it the focus once it is there.
fn reveal(rows: &Rc<Vec<Row>>, row: usize) {
    let top = offset(rows, row);
    let (seen, height) = (page::scroll_top_of(LIST).max(0.0) as usize, page::height_of(LIST) as usize);
    let bottom = top + rows[row].height();
    if top < seen || bottom > seen + height {
        page::scroll_to(LIST, top.saturating_sub(height / 3) as f64);
    }
    let id = format!("entry-{row}");
    page::after_paint(move || page::focus(&id));
}

#[cfg(test)]
mod tests {
    use super::row_after;
    use crate::view::catalog::listing::Row;

    #[test]
    fn keys_lead_over_headings_to_the_next_entry() {
        let mut rows =
            vec![Row::Heading(None, 1), Row::Entry(0, false), Row::Heading(None, 1), Row::Entry(1, false)];
        let after = |key, from| row_after(key, &rows, Some(from));
        assert_eq!((after("ArrowDown", 1), after("ArrowDown", 3)), (Some(3), None));
        assert_eq!((after("ArrowUp", 3), after("ArrowUp", 1)), (Some(1), None));
        assert_eq!((after("Home", 3), after("End", 1), after("a", 1)), (Some(1), Some(3), None));
        assert_eq!(after("PageDown", 1), Some(3));
        assert_eq!(row_after("ArrowDown", &rows, None), None);
        rows.extend((2..40).map(|index| Row::Entry(index, false)));
        assert_eq!(
            (row_after("PageDown", &rows, Some(3)), row_after("PageUp", &rows, Some(20))),
            (Some(11), Some(11))
        );
    }
}
