use super::{catalog, keys};
use crate::view::{
    catalog::{
        Catalog, CatalogAction,
        facet::{Facet, kind_name, named_kind, values},
        listing::{Row, Sorting, offset, rows, window},
    },
    settings::Named as _,
};

fn five() -> Catalog {
    catalog(&["a 乙证券 9 增持", "b - 11 -", "c 甲证券 - 买入", "d 乙证券 11 增持", "e - - 1"])
}

/// The rows in one line: `heading(count)` and keys.
fn shown(catalog: &Catalog) -> String {
    let word = |row: &Row| match row {
        Row::Heading(heading, count) => format!("{}({count})", heading.as_deref().unwrap_or("?")),
        Row::Entry(index, _) => catalog.entries[*index].key.to_string(),
    };
    rows(catalog).iter().map(word).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(sorting: Sorting, expected: &str) {
    assert_eq!(shown(&five().apply(CatalogAction::Sort(sorting))), expected);
}

#[test]
fn headings_stand_above_their_entries_and_what_prints_nothing_is_last() {
    check(Sorting::Date, "2026-03-11(2) b d 2026-03-09(1) a ?(2) e c");
    check(Sorting::Broker, "乙证券(2) d a 甲证券(1) c ?(2) b e");
    check(Sorting::Rating, "1(1) e 买入(1) c 增持(2) d a ?(1) b");
    check(Sorting::Title, "a b c d e");
    check(Sorting::Opened, "e a b c d");
    assert!(Sorting::ALL.iter().all(|sorting| Sorting::from_name(sorting.name()) == Some(*sorting)));
}

#[test]
fn filters_narrow_and_count_what_is_left() {
    let both = five()
        .apply(CatalogAction::Filter(Facet::Broker, "乙证券".to_owned()))
        .apply(CatalogAction::Filter(Facet::Broker, "甲证券".to_owned()));
    assert_eq!(shown(&both), "2026-03-11(1) d 2026-03-09(1) a ?(1) c");
    // The other houses are still offered; the ratings are those of these houses.
    assert_eq!(values(&both, Facet::Broker), [("乙证券".to_owned(), 2), ("甲证券".to_owned(), 1)]);
    assert_eq!(values(&both, Facet::Rating), [("增持".to_owned(), 2), ("买入".to_owned(), 1)]);
    assert_eq!(values(&five(), Facet::Month), [("2026-03".to_owned(), 3)]);
    let rated = both.apply(CatalogAction::Filter(Facet::Rating, "增持".to_owned()));
    assert_eq!(shown(&rated), "2026-03-11(1) d 2026-03-09(1) a");
    let one = rated.apply(CatalogAction::Filter(Facet::Broker, "乙证券".to_owned()));
    assert_eq!(shown(&one), "");
    assert_eq!(shown(&one.apply(CatalogAction::ClearFilter)), shown(&five()));
    let companies = five().apply(CatalogAction::Filter(Facet::Kind, "company".to_owned()));
    assert_eq!(companies.apply(CatalogAction::ChooseAll).selection.keys().len(), 4);
    assert!(
        values(&five(), Facet::Kind).iter().all(|(name, _)| named_kind(name).map(kind_name) == Some(name))
    );
}

#[test]
fn labels_and_stars_are_filters_too() {
    let marked = five()
        .apply(CatalogAction::Label(keys(&["a", "b"]), "要看".to_owned()))
        .apply(CatalogAction::Star("b".into()));
    assert_eq!(values(&marked, Facet::Label), [("要看".to_owned(), 2)]);
    let labeled = marked.apply(CatalogAction::Filter(Facet::Label, "要看".to_owned()));
    assert_eq!(shown(&labeled), "2026-03-11(1) b 2026-03-09(1) a");
    assert_eq!(values(&labeled, Facet::Star), [("★".to_owned(), 1)]);
}

#[test]
fn removed_entries_have_a_list_of_their_own() {
    let removed = five().apply(CatalogAction::Remove(keys(&["a", "c"]), 1.0));
    assert_eq!(shown(&removed), "2026-03-11(2) b d ?(1) e");
    assert_eq!(shown(&removed.apply(CatalogAction::ShowRemoved(true))), "2026-03-09(1) a ?(1) c");
}

#[test]
fn only_what_is_near_the_window_is_on_the_screen() {
    let lines: Vec<String> = (0..2_000).map(|number| format!("{number:04} 甲证券 3 -")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let rows = rows(&catalog(&lines));
    let whole = 30 + 2_000 * 82;
    assert_eq!(window(&rows, 0, 800), (0..16, 0, whole));
    let (seen, above, height) = window(&rows, 80_000, 800);
    assert_eq!(height, whole);
    assert_eq!(above, offset(&rows, seen.start));
    assert!(above <= 79_600 && 79_600 < above + 82 && seen.len() <= 21, "{seen:?} {above}");
    assert_eq!(window(&rows, whole, 800).0.end, 2_001);
    assert_eq!(window(&[], 0, 800), (0..0, 0, 0));
}
