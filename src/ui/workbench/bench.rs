//! What tools and panels work with: the table, what it shows, and where choices go.

use std::rc::Rc;

use super::desk::{Desk, ShownTable};
use crate::{
    model::table::TableBlock,
    ui::screen::Dispatch,
    view::{
        library::ReportKey,
        settings::Language,
        state::Action,
        workbench::{
            arrangement::Arrangement,
            words::{self, Words},
        },
    },
};

/// A table among its tools. Cheap to clone.
#[derive(Clone, PartialEq)]
pub struct Bench {
    /// The report.
    pub report: ReportKey,
    /// The table's index in it.
    pub index: usize,
    /// The table.
    pub desk: Rc<Desk>,
    /// What it shows.
    pub shown: ShownTable,
    /// The language.
    pub language: Language,
    /// Where actions go.
    pub dispatch: Dispatch,
}

impl Bench {
    /// The table.
    #[must_use]
    pub fn table(&self) -> &Rc<TableBlock> {
        &self.desk.table
    }

    /// The words of its language.
    #[must_use]
    pub fn words(&self) -> &'static Words {
        words::of(self.language)
    }

    /// What is chosen for the table.
    #[must_use]
    pub fn arrangement(&self) -> Arrangement {
        Arrangement::clone(&self.shown.arrangement)
    }

    /// Arranges the table so.
    pub fn choose(&self, arrangement: &Arrangement) {
        self.arrange(arrangement, false);
    }

    /// Arranges the table so as one more key of something being typed, which is undone as a whole.
    pub fn type_on(&self, arrangement: &Arrangement) {
        self.arrange(arrangement, true);
    }

    /// Has it said to who does not see.
    pub fn say(&self, text: &str) {
        self.dispatch.emit(Action::Say(text.to_owned()));
    }

    fn arrange(&self, arrangement: &Arrangement, joins: bool) {
        let (report, choices) = (self.report.clone(), arrangement.text().into());
        self.dispatch.emit(Action::Arrange { report, table: self.index, choices, joins });
    }
}
