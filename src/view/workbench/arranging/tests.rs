//! Projections of small tables.

use proptest::{collection::vec, prop_assert, prop_assert_eq, proptest};

use super::{Wardrobe, projection};
use crate::{
    model::{
        sample,
        table::{ColumnKind, RowRole, TableBlock},
    },
    view::{
        grid::projection::ShownRow,
        settings::Language,
        workbench::{arrangement::Arrangement, index::TableIndex, words},
    },
};

const KINDS: [ColumnKind; 4] =
    [ColumnKind::Text, ColumnKind::SecurityName, ColumnKind::Change, ColumnKind::MarketCap];

fn table() -> TableBlock {
    sample::table(
        &KINDS,
        "板块\t名称\t本年\t市值[亿元]\n§上游\n电子\t衡汐\t-5%\t10\n通信\t澄江\t3%\t20\n§下游\n电子\t岚桥\t1%\t40\nΣ平均\t\t1%\t23\n",
    )
}

/// Checks the rows of the table in `order` under an arrangement: rows by number, a group's head as its label and count.
#[track_caller]
fn check(arrangement: &str, order: &[u32], expected: &str) {
    let arrangement = Arrangement::of_text(arrangement);
    let mut index = TableIndex::default();
    let shown = projection(&table(), &arrangement, order, &mut index, words::of(Language::Chinese));
    let row = |position| match shown.row(position)? {
        ShownRow::Printed(row) => Some(row.to_string()),
        ShownRow::Group(group) => {
            let group = shown.groups.get(group as usize)?;
            Some(format!("{}{}", group.label, group.count))
        }
    };
    assert_eq!((0..shown.row_count()).filter_map(row).collect::<Vec<_>>().join(" "), expected);
}

#[test]
fn without_filters_all_rows_stand_as_ordered() {
    check("", &[0, 2, 1, 3, 4, 5], "0 2 1 3 4 5");
}

#[test]
fn headings_go_with_their_entries_and_summaries_with_any_filter() {
    check("f=2,L,0,", &[0, 2, 1, 3, 4, 5], "0 2 3 4");
    check("s=%E5%B2%9A", &[0, 1, 2, 3, 4, 5], "3 4");
    check("s=none", &[0, 1, 2, 3, 4, 5], "");
}

#[test]
fn groups_stand_by_first_appearance_and_collapse() {
    check("g=0", &[0, 2, 1, 3, 4, 5], "通信1 2 电子2 1 4");
    check("g=0&x=%E7%94%B5%E5%AD%90", &[0, 1, 2, 3, 4, 5], "电子2 通信1 2");
    check("g=0&f=2,L,0,", &[0, 1, 2, 3, 4, 5], "通信1 2 电子1 4");
}

#[test]
fn a_group_says_the_measures_of_its_figures() {
    let arrangement = Arrangement::of_text("g=0&h=1");
    let order = [0, 1, 2, 3, 4, 5];
    let mut index = TableIndex::default();
    let shown = projection(&table(), &arrangement, &order, &mut index, words::of(Language::Chinese));
    assert_eq!(shown.columns.iter().map(|shown| shown.column).collect::<Vec<_>>(), [0, 2, 3]);
    let cells = &shown.groups[0].cells;
    assert_eq!(cells, &["", "均 -2%\n中 -2%\n低 -5%\n高 1%", "均 25\n中 25\n低 10\n高 40"]);
    assert_eq!((shown.passing, shown.total), (3, 3));
}

#[test]
fn cells_are_dressed_by_look_unit_and_search() {
    let arrangement = Arrangement::of_text("s=%E6%B1%90&u=w&l=2,bar&h=0");
    let mut index = TableIndex::default();
    let table = table();
    let shown = projection(&table, &arrangement, &[1], &mut index, words::of(Language::English));
    assert_eq!(shown.notes, ["", "", "万"]);
    let wardrobe = Wardrobe::of(&table, &arrangement, &mut index);
    let row = wardrobe.row(&table, &index, 1);
    assert_eq!(row[0].hits.iter().map(|hit| (hit.start, hit.end)).collect::<Vec<_>>(), [(3, 6)]);
    assert_eq!(row[1].class, "bar bar-fall part-20");
    assert_eq!(row[2].text.as_deref(), Some("100,000万"));
    assert!(Wardrobe::of(&table, &Arrangement::of_text("g=0&h=2"), &mut index).is_bare());
}

proptest! {
    /// Whatever is chosen, each entry is shown at most once, and exactly those that pass where no group is collapsed.
    #[test]
    fn entries_are_shown_once(rows in vec(("[甲乙丙]", "[a-c]{1,2}", -9..9_i32), 0..30), low in -9..9_i32, is_grouped in proptest::bool::ANY) {
        let text: String = rows.iter().map(|(group, name, number)| format!("{group}\t{name}\t{number}\t1\n")).collect();
        let table = sample::table(&KINDS, &format!("板块\t名称\t本年\t市值\n{text}"));
        let group = if is_grouped { "&g=0" } else { "" };
        let arrangement = Arrangement::of_text(&format!("f=2,L,{low},{group}"));
        let order: Vec<u32> = (0..rows.len() as u32).rev().collect();
        let mut index = TableIndex::default();
        let shown = projection(&table, &arrangement, &order, &mut index, words::of(Language::English));
        let mut found: Vec<u32> = (0..shown.row_count()).filter_map(|position| match shown.row(position)? {
            ShownRow::Printed(row) => Some(row),
            ShownRow::Group(_) => None,
        }).collect();
        prop_assert_eq!(found.len(), shown.passing as usize);
        found.sort_unstable();
        let expected: Vec<u32> = (0..rows.len()).filter(|row| rows[*row].2 >= low).map(|row| row as u32).collect();
        prop_assert_eq!(found, expected);
        let in_groups: u32 = shown.groups.iter().map(|group| group.count).sum();
        prop_assert_eq!(in_groups, shown.passing * u32::from(is_grouped));
        prop_assert!(table.row_roles.iter().all(|role| *role == RowRole::Data));
    }
}
