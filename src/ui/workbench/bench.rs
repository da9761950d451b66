//! What tools and panels work with: the table, what it shows, and where choices go.

use std::rc::Rc;

use yew::platform::spawn_local;

use super::desk::{Desk, ShownTable};
use crate::{
    model::table::TableBlock,
    ui::screen::Dispatch,
    view::{
        library::ReportKey,
        ordering::OrderBy,
        settings::Language,
        state::Action,
        workbench::{
            arrangement::Arrangement,
            needs::Needs,
            words::{self, Words},
        },
    },
};

/// The fields that are typed into: the search, the filter of the first column and all behind it, the rates.
pub const SEARCH: u32 = 0;
pub const FILTERS: u32 = 1_000;
pub const RATES: u32 = 1;

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
    /// The order in which it stands.
    pub order_by: OrderBy,
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
    #[inline(never)] // An entry of the later part: it must stay a call.
    pub fn choose(&self, arrangement: &Arrangement) {
        self.arrange(arrangement, None);
    }

    /// Arranges the table so as one more key that is typed into a field, which is undone as a whole.
    pub fn type_on(&self, field: u32, arrangement: &Arrangement) {
        self.arrange(arrangement, Some(field));
    }

    /// Has it said to who does not see.
    pub fn say(&self, text: &str) {
        self.dispatch.emit(Action::Say(text.to_owned()));
    }

    /// Has these columns worked out and then does `act`: at once where nothing is left to be worked out.
    pub fn once_ready(&self, needs: Needs, act: impl FnOnce() + 'static) {
        if self.desk.is_ready_for(&needs) {
            return act();
        }
        let desk = self.desk.clone();
        spawn_local(async move {
            desk.work_out(&needs).await;
            act();
        });
    }

    fn arrange(&self, arrangement: &Arrangement, field: Option<u32>) {
        let (report, choices) = (self.report.clone(), arrangement.text().into());
        let (dispatch, table) = (self.dispatch.clone(), self.index);
        self.once_ready(Needs::of(self.table(), arrangement), move || {
            dispatch.emit(Action::Arrange { report, table, choices, field });
        });
    }
}
