mod finding;
mod listing;

use super::{
    Catalog, CatalogAction,
    entry::{Entry, EntryKey},
};
use crate::{
    library::{
        record::Record,
        summary::{ReportKind, Summary},
    },
    model::{date::Date, masthead::DateBasis},
};

/// An entry written as `key house day rating`, `-` for what is not printed; the day is one of March 2026. It was opened
/// on the day of its number among all.
pub fn entry(line: &str) -> Entry {
    let mut words = line.split(' ').map(|word| (word != "-").then(|| word.to_owned()));
    let mut word = || words.next().flatten();
    let key = word().unwrap_or_default();
    let broker = word();
    let date =
        word().and_then(|day| Date::new(2026, 3, day.parse().ok()?)).map(|date| (date, DateBasis::Published));
    let rating = word();
    let kind = if rating.is_some() { ReportKind::Company } else { ReportKind::Other };
    let title = Some(format!("题目{key}"));
    let summary = Some(Summary { kind, title, broker, date, rating, ..Summary::default() });
    let name = format!("{key}.txt");
    Entry::of(
        Record {
            key,
            name,
            opened_at: f64::from(u8::from(line.ends_with('1'))),
            summary,
            ..Record::default()
        },
        true,
    )
}

pub fn catalog(lines: &[&str]) -> Catalog {
    Catalog::default().apply(CatalogAction::Put(lines.iter().map(|line| entry(line)).collect()))
}

pub fn keys(keys: &[&str]) -> Vec<EntryKey> {
    keys.iter().map(|key| EntryKey::from(*key)).collect()
}

fn held(catalog: &Catalog) -> Vec<&str> {
    catalog.entries.iter().map(|entry| &*entry.key).collect()
}

#[test]
fn an_entry_is_held_once_and_the_later_one_stays() {
    let catalog = catalog(&["b 甲证券 3 增持", "a 乙证券 2 -", "b 丙证券 4 买入"]);
    assert_eq!(held(&catalog), ["a", "b"]);
    assert_eq!(catalog.entry("b").unwrap().broker(), Some("丙证券"));
    let again = catalog.apply(CatalogAction::Put(vec![entry("a 丁证券 2 -"), entry("c - - -")]));
    assert_eq!(held(&again), ["a", "b", "c"]);
    assert_eq!(again.entry("a").unwrap().broker(), Some("丁证券"));
    assert_eq!(again.entry("d"), None);
}

#[test]
fn removing_is_undone_and_at_last_final() {
    let catalog = catalog(&["a 甲证券 3 增持", "b 乙证券 2 -"]);
    let removed = catalog.apply(CatalogAction::Remove(keys(&["a"]), 5.0));
    assert_eq!((removed.count(), removed.removed_count()), (1, 1));
    let entry = removed.entry("a").unwrap();
    assert!(entry.is_removed() && entry.is_changed);
    let back = removed.apply(CatalogAction::BringBack(keys(&["a"])));
    assert_eq!((back.count(), back.entry("a").unwrap().is_removed()), (2, false));
    let gone = removed.apply(CatalogAction::Forget(keys(&["a"])));
    assert_eq!(held(&gone), ["b"]);
}

#[test]
fn what_a_reader_changes_waits_to_be_kept() {
    let catalog = catalog(&["a 甲证券 3 增持", "b 乙证券 2 -"]);
    let starred = catalog.apply(CatalogAction::Star("a".into()));
    assert!(starred.entry("a").unwrap().record.is_starred && starred.entry("a").unwrap().is_changed);
    assert!(!starred.entry("b").unwrap().is_changed);
    assert_ne!(starred, catalog);
    let both = starred.apply(CatalogAction::Label(keys(&["a", "b"]), " 要看 ".to_owned()));
    assert_eq!(both.entry("b").unwrap().record.labels, ["要看"]);
    // One lacks it: both have it then; both have it: none has it then.
    let one = both.apply(CatalogAction::Label(keys(&["b"]), "要看".to_owned()));
    assert_eq!(one.entry("b").unwrap().record.labels, [""; 0]);
    let again = one.apply(CatalogAction::Label(keys(&["a", "b"]), "要看".to_owned()));
    assert_eq!(again.entry("a").unwrap().record.labels, ["要看"]);
    assert_eq!(again.entry("b").unwrap().record.labels, ["要看"]);
    assert_eq!(again.apply(CatalogAction::Label(keys(&["a"]), "  ".to_owned())), again);
}

#[test]
fn choosing_takes_one_a_range_or_all() {
    let catalog = catalog(&["a - 4 -", "b - 3 -", "c - 2 -", "d - 1 -"]);
    let chosen =
        |catalog: &Catalog| catalog.selection.keys().iter().map(ToString::to_string).collect::<Vec<_>>();
    let one = catalog.apply(CatalogAction::Choose("b".into(), false));
    assert!(one.selection.is_choosing);
    let range = one.apply(CatalogAction::Choose("d".into(), true));
    assert_eq!(chosen(&range), ["b", "c", "d"]);
    assert_eq!(chosen(&range.apply(CatalogAction::Choose("c".into(), false))), ["b", "d"]);
    assert_eq!(chosen(&range.apply(CatalogAction::Remove(keys(&["c"]), 1.0))), ["b", "d"]);
    let all = range.apply(CatalogAction::ChooseAll);
    assert_eq!(chosen(&all), ["a", "b", "c", "d"]);
    assert!(chosen(&all.apply(CatalogAction::ChooseAll)).is_empty());
    assert!(!all.apply(CatalogAction::Choosing(false)).selection.is_choosing);
}
