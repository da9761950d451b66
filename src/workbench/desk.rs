//! A table on which the panels work, as long as the page shows it.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use crate::{
    model::table::TableBlock,
    view::{
        settings::Language,
        workbench::{
            arrangement::Arrangement,
            arranging::{Wardrobe, projection, suggested_pins},
            edit::GridEdit,
            index::TableIndex,
            parcel::{Answer, Parcel, dress_to_bytes},
            projection::Projection,
            words::{self, Words},
        },
    },
};

/// Where a desk answers: a word for what is meant, and a text.
pub type Answering = Rc<dyn Fn(&str, &str)>;

/// A table, what was worked out about it, and how it is arranged.
pub struct Desk {
    /// The table and where it comes from.
    pub parcel: Parcel,
    /// What was worked out.
    pub index: RefCell<TableIndex>,
    /// How it is arranged.
    pub arrangement: RefCell<Arrangement>,
    /// What the grid shows of it.
    pub projection: RefCell<Rc<Projection>>,
    /// How its cells are shown.
    pub wardrobe: RefCell<Wardrobe>,
    /// All rows in their order.
    pub order: RefCell<Vec<u32>>,
    /// The language.
    pub language: Cell<Language>,
    answering: Answering,
}

/// The same where it is the same desk.
impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Desk {
    /// A desk with the table of these bytes.
    #[must_use]
    pub fn new(parcel: &[u8], answering: Answering) -> Self {
        Self {
            parcel: Parcel::of_bytes(parcel),
            index: RefCell::default(),
            arrangement: RefCell::default(),
            projection: RefCell::default(),
            wardrobe: RefCell::default(),
            order: RefCell::default(),
            language: Cell::default(),
            answering,
        }
    }

    /// The table.
    #[must_use]
    pub fn table(&self) -> &Rc<TableBlock> {
        &self.parcel.table
    }

    /// The words of its language.
    #[must_use]
    pub fn words(&self) -> &'static Words {
        words::of(self.language.get())
    }

    /// Arranges the table so; what comes of it.
    pub fn arrange(&self, arrangement: Arrangement, order: Vec<u32>, language: Language) -> Answer {
        self.language.set(language);
        let mut index = self.index.borrow_mut();
        let projection = Rc::new(projection(self.table(), &arrangement, &order, &mut index, self.words()));
        let wardrobe = Wardrobe::of(self.table(), &arrangement, &mut index);
        let chips = self.words().chips(self.table(), &arrangement);
        let answer = Answer {
            projection: (*projection).clone(),
            chips: chips.into_iter().map(|(words, without)| (words, without.text())).collect(),
            searched: arrangement.search.clone(),
            is_dressed: !wardrobe.is_bare(),
            remembered: arrangement.remembered().text(),
        };
        self.projection.replace(projection);
        self.wardrobe.replace(wardrobe);
        self.arrangement.replace(arrangement);
        self.order.replace(order);
        answer
    }

    /// How the cells of `row` are shown, as bytes.
    #[must_use]
    pub fn dress(&self, row: u32) -> Vec<u8> {
        dress_to_bytes(&self.wardrobe.borrow().row(self.table(), &self.index.borrow(), row))
    }

    /// Asks the page to arrange the table so.
    pub fn choose(&self, arrangement: &Arrangement) {
        (self.answering)("arrange", &arrangement.text());
    }

    /// Asks the page to look for what is being typed.
    pub fn search(&self, typed: &str) {
        let arrangement = Arrangement { search: typed.to_owned(), ..self.arrangement.borrow().clone() };
        (self.answering)("type", &arrangement.text());
    }

    /// Asks the page for a link to the table as it is arranged, which does not say what the report prints.
    pub fn ask_link(&self) {
        (self.answering)("link", &self.arrangement.borrow().discreet().text());
    }

    /// Has the page say something to who does not see.
    pub fn say(&self, text: &str) {
        (self.answering)("say", text);
    }

    /// Does what was done in the grid.
    pub fn edit(&self, edit: &GridEdit) {
        let table = self.table();
        let groups: Vec<String> =
            self.projection.borrow().groups.iter().map(|group| group.label.clone()).collect();
        let arrangement = self.arrangement.borrow().clone();
        let edited = arrangement.edited(edit, table.columns.len() as u32, &suggested_pins(table), &groups);
        self.choose(&edited);
    }
}

#[cfg(test)]
mod tests {
    use std::{cell::RefCell, rc::Rc};

    use super::Desk;
    use crate::{
        insight::sample as reports,
        model::{sample, table::ColumnKind},
        view::{
            settings::Language,
            workbench::{arrangement::Arrangement, edit::GridEdit, parcel::Wrapping},
        },
    };

    #[test]
    fn a_desk_asks_the_page_and_does_as_it_is_told() {
        let table =
            sample::table(&[ColumnKind::SecurityName, ColumnKind::Pe], "名称\tPE\n衡汐\t3\n澄江\t5\n");
        let report = reports::report(None, &[]);
        let mut wrapping = Wrapping::begin(&report, &table);
        while !wrapping.wrap_on(&table, 1) {}
        let said = Rc::new(RefCell::new(Vec::new()));
        let heard = said.clone();
        let desk = Desk::new(
            &wrapping.bytes(&table),
            Rc::new(move |word, text| heard.borrow_mut().push(format!("{word} {text}"))),
        );
        let answer = desk.arrange(Arrangement::of_text("f=1,L,4,"), vec![1, 0], Language::English);
        assert_eq!((answer.projection.passing, answer.projection.printed_rows()), (1, &[1][..]));
        assert_eq!(answer.remembered, "");
        desk.search("cj");
        desk.edit(&GridEdit::Resize { column: 1, width: Some(80) });
        assert_eq!(*said.borrow(), ["type s=cj&f=1,L,4,", "arrange f=1,L,4,&w=1,80"]);
    }
}
