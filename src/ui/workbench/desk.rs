//! A table as it lies on the desk: what was worked out about it, from one key to the next.

use std::{cell::RefCell, rc::Rc};

use super::initials::initials;
use crate::{
    browser::page,
    model::{report::Report, table::TableBlock},
    view::{
        grid::{dressing::Dressing, edit::GridEdit, projection::Projection},
        settings::Language,
        workbench::{
            arrangement::Arrangement,
            arranging::{Wardrobe, projection, suggested_pins},
            index::TableIndex,
            needs::Needs,
            words,
        },
    },
};

/// How many rows are taken into the search between two looks at the clock.
const RUN: usize = 500;

/// A column of so many rows is worked out in a few milliseconds.
const LONG: usize = 5_000;

/// The longest that this may keep the page from painting, in milliseconds.
const SLICE: f64 = 8.0;

/// A table, its report, and what was worked out about it.
pub struct Desk {
    /// The table.
    pub table: Rc<TableBlock>,
    /// The report that it stands in.
    pub report: Rc<Report>,
    /// What was worked out.
    pub index: RefCell<TableIndex>,
}

/// The same where it is the same desk.
impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// What a table shows under one arrangement.
#[derive(Clone)]
pub struct ShownTable {
    /// The arrangement.
    pub arrangement: Rc<Arrangement>,
    /// Columns and rows.
    pub projection: Rc<Projection>,
    /// How its cells are shown, for who writes them elsewhere than into the grid.
    pub wardrobe: Rc<Wardrobe>,
    /// The same for the grid; `None` where all cells are as printed.
    pub dressing: Option<Dressing>,
}

/// The same where it was worked out at once.
impl PartialEq for ShownTable {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.projection, &other.projection) && Rc::ptr_eq(&self.wardrobe, &other.wardrobe)
    }
}

impl ShownTable {
    /// All of a table in its order, nothing chosen.
    #[must_use]
    pub fn printed(printed: &Rc<Projection>) -> Self {
        let (projection, arrangement) = (printed.clone(), Rc::default());
        Self { arrangement, projection, wardrobe: Rc::default(), dressing: None }
    }
}

impl Desk {
    /// A desk with that table on it.
    #[must_use]
    pub fn of(table: &Rc<TableBlock>, report: &Rc<Report>) -> Self {
        Self { table: table.clone(), report: report.clone(), index: RefCell::default() }
    }

    /// What the table shows under the arrangement of that text form; `printed` is all of it in its order.
    #[inline(never)] // An entry of the later part: it must stay a call.
    #[must_use]
    pub fn arrange(
        self: &Rc<Self>,
        choices: &str,
        printed: &Rc<Projection>,
        language: Language,
    ) -> ShownTable {
        if choices.is_empty() {
            return ShownTable::printed(printed);
        }
        let arrangement = Arrangement::of_text(choices);
        let mut index = self.index.borrow_mut();
        let order = printed.printed_rows();
        let projection = projection(&self.table, &arrangement, order, &mut index, words::of(language));
        let wardrobe = Rc::new(Wardrobe::of(&self.table, &arrangement, &mut index));
        let dressing = (!wardrobe.is_bare()).then(|| {
            let (desk, wardrobe) = (self.clone(), wardrobe.clone());
            Dressing::new(move |row| wardrobe.row(&desk.table, &desk.index.borrow(), row))
        });
        ShownTable { arrangement: Rc::new(arrangement), projection: Rc::new(projection), wardrobe, dressing }
    }

    /// The arrangement after what was done in the grid.
    #[inline(never)] // An entry of the later part: it must stay a call.
    #[must_use]
    pub fn edited(&self, shown: &ShownTable, edit: &GridEdit) -> Arrangement {
        let groups: Vec<String> = shown.projection.groups.iter().map(|group| group.label.clone()).collect();
        let count = self.table.columns.len() as u32;
        Arrangement::clone(&shown.arrangement).edited(edit, count, &suggested_pins(&self.table), &groups)
    }

    /// Whether a search finds at once what there is to find.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        let index = self.index.borrow();
        index.initials.is_some() && index.is_whole(&self.table)
    }

    /// Whether carrying an arrangement out takes no longer than the page may stand still: little is left to be worked out,
    /// or the table is short.
    #[must_use]
    pub fn is_ready_for(&self, needs: &Needs) -> bool {
        self.table.row_count() < LONG || self.index.borrow().has(needs)
    }

    /// Works these columns out, one between two paintings.
    pub async fn work_out(&self, needs: &Needs) {
        while !self.index.borrow_mut().work_on(&self.table, needs) {
            page::breathe().await;
        }
    }

    /// Takes the table into the search, in slices between which the page paints, and has the initials of names loaded.
    pub async fn prepare(&self) {
        let mut slice_start = page::now_milliseconds();
        loop {
            if self.index.borrow_mut().read_on(&self.table, RUN) {
                break;
            }
            if page::now_milliseconds() - slice_start > SLICE {
                page::breathe().await;
                slice_start = page::now_milliseconds();
            }
        }
        if self.index.borrow().initials.is_none() {
            let initials = initials().await;
            self.index.borrow_mut().take_initials(initials);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::Desk;
    use crate::{
        insight::sample as reports,
        model::{sample, table::ColumnKind},
        view::{
            grid::{edit::GridEdit, projection::Projection},
            settings::Language,
        },
    };

    #[test]
    fn a_desk_shows_what_passes_and_takes_edits() {
        let kinds = [ColumnKind::SecurityName, ColumnKind::Pe];
        let table = Rc::new(sample::table(&kinds, "名称\tPE\n衡汐\t3\n澄江\t5\n"));
        let desk = Rc::new(Desk::of(&table, &reports::report(None, &[])));
        let printed = Rc::new(Projection::printed(&table, Rc::new(vec![1, 0])));
        let bare = desk.arrange("", &printed, Language::English);
        assert!(Rc::ptr_eq(&bare.projection, &printed) && bare.dressing.is_none());
        let shown = desk.arrange("f=1,L,4,&s=%E6%B1%9F", &printed, Language::English);
        assert_eq!((shown.projection.passing, shown.projection.printed_rows()), (1, &[1][..]));
        let hits = &shown.dressing.as_ref().unwrap().of_row(1)[0].hits;
        assert_eq!(hits.iter().map(|hit| (hit.start, hit.end)).collect::<Vec<_>>(), [(3, 6)]);
        let edited = desk.edited(&shown, &GridEdit::Resize { column: 1, width: Some(80) });
        assert_eq!(edited.text(), "s=%E6%B1%9F&f=1,L,4,&w=1,80");
    }
}
