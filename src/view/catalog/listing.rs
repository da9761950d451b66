//! The list's rows: headings and entries in order, and which of them are on the screen.

use std::{cmp::Ordering, ops::Range};

use super::{Catalog, Found, entry::Entry};
use crate::{library::search::Query, view::settings::Named};

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sorting {
    /// By the report's day, the newest first, a heading each.
    #[default]
    Date,
    /// By house, a heading each, the newest first.
    Broker,
    /// By industry, a heading each, the newest first.
    Industry,
    /// By the rating's word, a heading each, the newest first.
    Rating,
    /// By title.
    Title,
    /// By the time when it was opened, the latest first.
    Opened,
}

impl Named for Sorting {
    const ALL: &'static [Self] =
        &[Self::Date, Self::Broker, Self::Industry, Self::Rating, Self::Title, Self::Opened];

    fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Broker => "broker",
            Self::Industry => "industry",
            Self::Rating => "rating",
            Self::Title => "title",
            Self::Opened => "opened",
        }
    }
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// The heading of the entries below it, and how many they are; `None` where they print none.
    Heading(Option<String>, usize),
    /// An entry, by its index, and whether its hit stands below it.
    Entry(usize, bool),
}

impl Row {
    /// The index of the entry that it is.
    #[must_use]
    pub fn entry(&self) -> Option<usize> {
        if let Self::Entry(index, _) = self { Some(*index) } else { None }
    }

    /// How high it is in CSS pixels; the style sheet says the same.
    #[must_use]
    pub fn height(&self) -> usize {
        match self {
            Self::Heading(..) => 30,
            Self::Entry(_, false) => 82,
            Self::Entry(_, true) => 104,
        }
    }
}

/// The rows of the list: what passes the filter and the search, in order.
#[must_use]
pub fn rows(catalog: &Catalog) -> Vec<Row> {
    let words = catalog.words();
    let listed: Vec<usize> = (0..catalog.entries.len())
        .filter(|index| {
            catalog.entries.get(*index).is_some_and(|entry| is_listed(catalog, entry, words.as_ref()))
        })
        .collect();
    let mut keyed: Vec<(Option<String>, usize)> =
        listed.into_iter().map(|index| (heading(catalog, index), index)).collect();
    keyed.sort_by(|one, other| order(catalog, one, other));
    let has_headings = !matches!(catalog.sorting, Sorting::Title | Sorting::Opened);
    let mut rows: Vec<Row> = Vec::with_capacity(keyed.len() + 16);
    let mut last: Option<usize> = None;
    for (heading, index) in keyed {
        if has_headings {
            let place =
                last.filter(|place| matches!(&rows[*place], Row::Heading(above, _) if *above == heading));
            let place = place.unwrap_or_else(|| {
                rows.push(Row::Heading(heading, 0));
                rows.len() - 1
            });
            if let Row::Heading(_, count) = &mut rows[place] {
                *count += 1;
            }
            last = Some(place);
        }
        rows.push(Row::Entry(index, has_hit(catalog, &catalog.entries[index])));
    }
    rows
}

/// Whether an entry is listed. While the texts are searched for what was typed last, what its own fields have is listed,
/// and what was found before.
fn is_listed(catalog: &Catalog, entry: &Entry, words: Option<&Query>) -> bool {
    if entry.is_removed() != catalog.shows_removed || !catalog.filter.passes(entry, None) {
        return false;
    }
    let Some(words) = words else { return true };
    found(catalog).is_some_and(|found| found.hit(&entry.key).is_some()) || own_fields_have(entry, words)
}

/// What was found for the query, or for a beginning of it.
fn found(catalog: &Catalog) -> Option<&Found> {
    let found = catalog.found.as_deref()?;
    let is_beginning = !found.query.is_empty() && catalog.query.starts_with(&found.query);
    (is_beginning || found.query == catalog.query).then_some(found)
}

fn own_fields_have(entry: &Entry, words: &Query) -> bool {
    let name = entry.record.name.as_str();
    let mut fields = entry.summary().map_or_else(|| vec![name], |summary| summary.fields(name));
    fields.extend(entry.record.labels.iter().map(String::as_str));
    words.is_in(&fields)
}

fn has_hit(catalog: &Catalog, entry: &Entry) -> bool {
    let hit = found(catalog).and_then(|found| found.hit(&entry.key));
    !catalog.query.is_empty() && hit.is_some_and(|hit| hit.line > 0)
}

fn heading(catalog: &Catalog, index: usize) -> Option<String> {
    let entry = catalog.entries.get(index)?;
    match catalog.sorting {
        Sorting::Date => entry.day(),
        Sorting::Broker => entry.broker().map(str::to_owned),
        Sorting::Industry => entry.summary()?.industry.clone(),
        Sorting::Rating => entry.summary()?.rating.clone(),
        Sorting::Title => Some(entry.record.title().to_owned()),
        Sorting::Opened => None,
    }
}

/// What prints nothing stands last; within a heading the newest stands first, then what was opened last.
fn order(catalog: &Catalog, one: &(Option<String>, usize), other: &(Option<String>, usize)) -> Ordering {
    let (first, second) = (&catalog.entries[one.1], &catalog.entries[other.1]);
    let by_heading = match (&one.0, &other.0) {
        (Some(one), Some(other)) if catalog.sorting == Sorting::Date => other.cmp(one),
        (Some(one), Some(other)) => one.cmp(other),
        (one, other) => one.is_none().cmp(&other.is_none()),
    };
    let day = |entry: &Entry| entry.summary().and_then(|summary| summary.date.map(|(date, _)| date));
    let by_day =
        if catalog.sorting == Sorting::Opened { Ordering::Equal } else { day(second).cmp(&day(first)) };
    by_heading
        .then(by_day)
        .then_with(|| second.record.opened_at.total_cmp(&first.record.opened_at))
        .then_with(|| first.record.name.cmp(&second.record.name))
}

/// The rows on the screen where the list is scrolled to `top` and `height` of it is seen, with some more above and below,
/// in CSS pixels; then how far from the list's top the first one stands, and how high the whole list is.
#[must_use]
pub fn window(rows: &[Row], top: usize, height: usize) -> (Range<usize>, usize, usize) {
    let (from, to) = (top.saturating_sub(AROUND), top + height + AROUND);
    let (mut start, mut end, mut offset, mut bottom) = (0, 0, 0, 0);
    for (index, row) in rows.iter().enumerate() {
        let next = bottom + row.height();
        if next <= from {
            (start, offset) = (index + 1, next);
        }
        if bottom < to {
            end = index + 1;
        }
        bottom = next;
    }
    (start..end.max(start), offset, bottom)
}

/// How much above and below what is seen is there already, so that scrolling shows no gap.
const AROUND: usize = 400;

/// How far from the list's top a row stands, in CSS pixels.
#[must_use]
pub fn offset(rows: &[Row], row: usize) -> usize {
    rows.iter().take(row).map(Row::height).sum()
}
