use std::rc::Rc;

use super::{catalog, keys};
use crate::{
    library::search::Hit,
    view::catalog::{
        Catalog, CatalogAction, Found,
        listing::{Row, rows},
    },
};

fn hit(key: &str, line: usize) -> Hit {
    Hit { key: key.to_owned(), line, place: (0, 6), excerpt: "盈利预测".to_owned() }
}

/// The keys of the entries listed, with `*` behind those whose hit is shown.
fn listed(catalog: &Catalog) -> String {
    let word = |row: &Row| match row {
        Row::Heading(..) => None,
        Row::Entry(index, has_hit) => {
            Some(format!("{}{}", catalog.entries[*index].key, if *has_hit { "*" } else { "" }))
        }
    };
    rows(catalog).iter().filter_map(word).collect::<Vec<_>>().join(" ")
}

fn searched(query: &str) -> Catalog {
    catalog(&["a 甲证券 4 增持", "b 乙证券 3 -", "c 丙证券 2 -"])
        .apply(CatalogAction::Search(query.to_owned()))
}

#[test]
fn own_fields_are_found_before_the_texts_were_searched() {
    assert_eq!(listed(&searched("乙证")), "b");
    assert_eq!(listed(&searched("题目C")), "c");
    assert_eq!(listed(&searched("c.TXT")), "c");
    assert_eq!(listed(&searched("增持 甲")), "a");
    assert_eq!(listed(&searched(" ")), "a b c");
    let labeled = searched("要看").apply(CatalogAction::Label(keys(&["c"]), "要看".to_owned()));
    assert_eq!(listed(&labeled), "c");
}

#[test]
fn hits_of_the_texts_join_them_in_the_order_of_the_list() {
    let found = Found::of("盈利", vec![hit("c", 3), hit("a", 0)]);
    assert_eq!(found.hit("c").map(|hit| hit.line), Some(3));
    let catalog = searched("盈利").apply(CatalogAction::Found(Rc::new(found)));
    assert_eq!(listed(&catalog), "a c*");
    // What was found stays listed while more is typed, and goes when something else is.
    assert_eq!(listed(&catalog.apply(CatalogAction::Search("盈利预".to_owned()))), "a c*");
    assert_eq!(listed(&catalog.apply(CatalogAction::Search("乙证".to_owned()))), "b");
    assert_eq!(listed(&catalog.apply(CatalogAction::Search(String::new()))), "a b c");
}
