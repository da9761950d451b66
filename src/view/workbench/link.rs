//! A table's view as the part of an address behind `#`: `view=SHAPE&o=-7,2&f=7,L,10,`. It names neither the report nor
//! anything that is printed in it.

use super::arrangement::Arrangement;
use crate::view::{
    link::TABLE_VIEW,
    ordering::{Direction, OrderBy, OrderKey},
};

/// The link to a table of that shape, in that order and arrangement.
#[must_use]
pub fn link(shape: &str, order_by: &OrderBy, arrangement: &Arrangement) -> String {
    let view = text(order_by, &arrangement.discreet());
    let and = if view.is_empty() { "" } else { "&" };
    format!("{TABLE_VIEW}{shape}{and}{view}")
}

/// What a link says of a table of that shape and so many columns; `None` where it means another one.
#[must_use]
pub fn followed(hash: &str, shape: &str, columns: usize) -> Option<(OrderBy, Arrangement)> {
    let rest = hash.strip_prefix(TABLE_VIEW)?.strip_prefix(shape)?;
    match rest.strip_prefix('&') {
        None if rest.is_empty() => Some(of_text("", columns)),
        view => Some(of_text(view?, columns)),
    }
}

/// An order and an arrangement as text, `o=-7,2&f=7,L,10,`; empty for a table as printed.
#[must_use]
pub fn text(order_by: &OrderBy, arrangement: &Arrangement) -> String {
    let key = |key: &OrderKey| match key.direction {
        Direction::Ascending => key.column.to_string(),
        Direction::Descending => format!("-{}", key.column),
    };
    let keys: Vec<String> = order_by.0.iter().map(key).collect();
    let order = if keys.is_empty() { String::new() } else { format!("o={}", keys.join(",")) };
    let choices = arrangement.text();
    let and = if order.is_empty() || choices.is_empty() { "" } else { "&" };
    format!("{order}{and}{choices}")
}

/// What [`text`] says of a table of so many columns.
#[must_use]
pub fn of_text(text: &str, columns: usize) -> (OrderBy, Arrangement) {
    let order = text.split('&').find_map(|part| part.strip_prefix("o=")).unwrap_or_default();
    let mut order_by = OrderBy::default();
    for key in order.split(',') {
        let (digits, direction) = match key.strip_prefix('-') {
            Some(digits) => (digits, Direction::Descending),
            None => (key, Direction::Ascending),
        };
        let column = digits.parse().ok().filter(|column| *column < columns);
        order_by.0.extend(column.map(|column| OrderKey { column, direction }));
    }
    (order_by, Arrangement::of_text(text))
}

#[cfg(test)]
mod tests {
    use super::{followed, link};
    use crate::view::{ordering::OrderBy, workbench::arrangement::Arrangement};

    /// Checks that a link is followed to the same view.
    #[track_caller]
    fn check(clicks: &[usize], choices: &str, expected: &str) {
        let order_by = clicks.iter().fold(OrderBy::default(), |order, column| order.clicked(*column, true));
        let arrangement = Arrangement::of_text(choices);
        let written = link("ab12", &order_by, &arrangement);
        assert_eq!(written, expected);
        assert_eq!(followed(&written, "ab12", 9), Some((order_by, arrangement)));
    }

    #[test]
    fn a_link_is_followed_to_the_same_view() {
        check(&[], "", "view=ab12");
        check(&[7, 7, 2], "", "view=ab12&o=-7,2");
        check(&[3], "f=7,L,10,&g=0", "view=ab12&o=3&f=7,L,10,&g=0");
    }

    #[test]
    fn other_tables_and_columns_that_are_none_are_left_alone() {
        assert_eq!(followed("view=ab13&o=1", "ab12", 9), None);
        assert_eq!(followed("view=ab123", "ab12", 9), None);
        assert_eq!(followed("", "ab12", 9), None);
        let (order_by, _) = followed("view=ab12&o=9,x,-1,", "ab12", 9).unwrap();
        assert_eq!(link("ab12", &order_by, &Arrangement::default()), "view=ab12&o=-1");
    }
}
