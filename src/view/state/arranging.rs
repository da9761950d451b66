//! How tables are arranged, and how that is undone.

use std::rc::Rc;

use super::{Announcement, State};
use crate::view::{library::ReportKey, ordering::OrderBy};

/// What was chosen for a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arranged {
    /// Its order.
    pub order_by: OrderBy,
    /// All else, in the text form that the workbench reads and writes; empty as printed.
    pub choices: Rc<str>,
}

/// A table as it was before a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    report: ReportKey,
    table: usize,
    arranged: Arranged,
    /// The field that was typed into, which is undone as a whole.
    field: Option<u32>,
}

/// How many changes can be undone.
const MOST_UNDONE: usize = 200;

impl State {
    /// What was chosen for a table.
    #[must_use]
    pub fn arranged(&self, report: &ReportKey, table: usize) -> Arranged {
        let place = self.place_of_arranged(report, table);
        place.map_or_else(Arranged::default, |place| self.arranged[place].1.clone())
    }

    fn place_of_arranged(&self, report: &ReportKey, table: usize) -> Option<usize> {
        self.arranged.iter().position(|((key, index), _)| *index == table && key == report)
    }

    /// Puts a table into an order.
    pub(super) fn set_order(&mut self, report: ReportKey, table: usize, order_by: OrderBy) {
        self.announce(Announcement::Ordered { report: report.clone(), table });
        let arranged = Arranged { order_by, ..self.arranged(&report, table) };
        self.change(report, table, arranged, None);
    }

    /// Takes what was chosen for a table anew; `field` tells which one is being typed into.
    pub(super) fn change(&mut self, report: ReportKey, table: usize, arranged: Arranged, field: Option<u32>) {
        let before = self.arranged(&report, table);
        if before == arranged {
            return;
        }
        let is_joined = |last: &Before| last.field == field && last.table == table && last.report == report;
        if !(field.is_some() && self.before.last().is_some_and(is_joined)) {
            if self.before.len() == MOST_UNDONE {
                self.before.remove(0);
            }
            self.before.push(Before { report: report.clone(), table, arranged: before, field });
        }
        self.put(report, table, arranged);
    }

    /// Takes the last change back.
    pub(super) fn undo(&mut self) {
        if let Some(Before { report, table, arranged, .. }) = self.before.pop() {
            if arranged.order_by != self.arranged(&report, table).order_by {
                self.announce(Announcement::Ordered { report: report.clone(), table });
            }
            self.put(report, table, arranged);
        }
    }

    /// What was chosen without anything to undo: an earlier visit's choice, a link's.
    pub(super) fn put(&mut self, report: ReportKey, table: usize, arranged: Arranged) {
        if let Some(place) = self.place_of_arranged(&report, table) {
            self.arranged.swap_remove(place);
        }
        if arranged != Arranged::default() {
            self.arranged.push(((report, table), arranged));
        }
    }

    /// Arranges a table as others of its shape were: its order where it has none, all else where nothing was chosen.
    pub(super) fn remember(&mut self, report: ReportKey, table: usize, remembered: Arranged) {
        let Arranged { mut order_by, mut choices } = self.arranged(&report, table);
        if order_by == OrderBy::default() {
            order_by = remembered.order_by;
        }
        if choices.is_empty() {
            choices = remembered.choices;
        }
        self.put(report, table, Arranged { order_by, choices });
    }

    /// Forgets what concerns a report's tables.
    pub(super) fn forget_arranged(&mut self, report: &ReportKey) {
        self.arranged.retain(|((key, _), _)| key != report);
        self.before.retain(|before| before.report != *report);
    }
}
