//! All that the screen shows, and what each action makes of it. One reducer, tested without a browser.

mod arranging;

use std::{collections::HashMap, rc::Rc};

use super::{
    collation::Collation,
    library::{Grouping, OpenReport, ReportKey},
    ordering::OrderBy,
    refusal::Refusal,
    settings::Settings,
};
use crate::{model::masthead::RatedSubject, text::span::Span};

pub use arranging::{Arranged, Before};

/// Which view fills the centre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// 报告: one report.
    #[default]
    Report,
    /// 评级: the scales of all open reports.
    Ratings,
}

/// A place of a report's text that the source pane shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedPlace {
    /// The report.
    pub report: ReportKey,
    /// The place.
    pub span: Span,
}

/// A rating word whose definition is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedDefinition {
    /// The element that the word stands in.
    pub anchor: String,
    /// The report that uses the word.
    pub report: ReportKey,
    /// The word.
    pub label: String,
    /// What is rated, where that is known.
    pub subject: Option<RatedSubject>,
    /// Whether it was asked for by a click or tap: then it stays until it is closed or another one is asked for so,
    /// wherever the pointer goes.
    pub is_held: bool,
}

/// How far reading has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Files read or refused.
    pub done: usize,
    /// Files given.
    pub total: usize,
}

/// A report taken out of the library, until that is final.
#[derive(Clone, Debug, PartialEq)]
pub struct Removed {
    /// Where it stood.
    pub index: usize,
    /// The report.
    pub report: OpenReport,
    /// Whether it was the one shown.
    pub was_shown: bool,
}

/// What a screen reader is told of a change; the words are made where they are shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Announcement {
    /// Reports were opened; how many.
    Opened(usize),
    /// Files were refused; how many.
    Refused(usize),
    /// A table was put in another order.
    Ordered {
        /// The report.
        report: ReportKey,
        /// The table's index.
        table: usize,
    },
    /// So many of a table's entries pass its filters; of how many.
    Counted(usize, usize),
    /// Something in words, which came from where the words stand.
    Said(String),
    /// The report of that title was removed.
    Removed(String),
    /// The report of that title is back.
    Restored(String),
}

/// The screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// In the order in which they were opened.
    pub reports: Vec<OpenReport>,
    /// The report that 报告 shows.
    pub shown: Option<ReportKey>,
    /// The view.
    pub view: View,
    /// How the library is grouped.
    pub grouping: Grouping,
    /// Language, theme, colors.
    pub settings: Settings,
    /// How each table that is not as printed is arranged, by report and table index.
    pub arranged: HashMap<(ReportKey, usize), Arranged>,
    /// The changes of arrangements that can be undone, the last one last.
    pub before: Vec<Before>,
    /// The order of the table of scales in 评级.
    pub comparison_order: OrderBy,
    /// The word that 评级 shows at every house.
    pub chosen_word: Option<String>,
    /// What the source pane shows; it is closed where there is none.
    pub marked: Option<MarkedPlace>,
    /// The definition that is shown.
    pub definition: Option<AskedDefinition>,
    /// Files that could not be opened.
    pub refusals: Vec<Refusal>,
    /// The report that was removed last, as long as that can be undone.
    pub removed: Option<Removed>,
    /// Whether files are being read.
    pub progress: Option<Progress>,
    /// Whether the box to paste text into is open.
    pub is_pasting: bool,
    /// Whether the library is open where the window is narrow.
    pub is_library_open: bool,
    /// Whether reports are kept over a reload; `false` where the browser refuses to keep them.
    pub is_kept: bool,
    /// The last change in words for a screen reader, with a count that tells equal ones apart.
    pub announcement: Option<(usize, Announcement)>,
    /// How Chinese names are ordered.
    pub collation: Rc<Collation>,
}

/// What can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// Files are going to be read.
    Reading(usize),
    /// Files were read or refused.
    Read(Vec<Result<OpenReport, Refusal>>),
    /// Files that an earlier visit kept were read again.
    Restored(Vec<OpenReport>),
    /// A report of which only the beginning had been read was read to its end.
    Completed(OpenReport),
    /// A report was decoded with another encoding.
    Redecoded(OpenReport),
    /// Show that report.
    Show(ReportKey),
    /// Take that report out of the library.
    Remove(ReportKey),
    /// Bring the report back that was removed last.
    UndoRemove,
    /// Removing can no longer be undone.
    ForgetRemoved(ReportKey),
    /// Show that view.
    ShowView(View),
    /// Group the library so.
    Group(Grouping),
    /// A header was clicked; `add` with Shift.
    Order {
        /// The report.
        report: ReportKey,
        /// The table's index.
        table: usize,
        /// The column's index.
        column: usize,
        /// Whether the column joins the keys there are.
        add: bool,
    },
    /// Put a table as printed.
    ResetOrder(ReportKey, usize),
    /// Arrange a table so.
    Arrange {
        /// The report.
        report: ReportKey,
        /// The table's index.
        table: usize,
        /// What is chosen, in the text form of arrangements.
        choices: Rc<str>,
        /// Whether this is a further key of a word that is being typed.
        joins: bool,
    },
    /// Arrange a table as others of its shape were, where nothing was chosen for it.
    Remember {
        /// The report.
        report: ReportKey,
        /// The table's index.
        table: usize,
        /// What is chosen.
        choices: Rc<str>,
    },
    /// Take the last change of a table's arrangement back.
    Undo,
    /// So many of a table's entries pass its filters; of how many.
    Counted(usize, usize),
    /// Tell who does not see.
    Say(String),
    /// A header of the table of scales was clicked; `true` with Shift.
    OrderComparison(usize, bool),
    /// Show that word at every house, or all words again.
    ChooseWord(Option<String>),
    /// Show that place in the source pane.
    Mark(MarkedPlace),
    /// Close the source pane.
    CloseSource,
    /// Show what a word means.
    Define(AskedDefinition),
    /// The pointer left a word or its definition: one that is not held closes.
    LeaveDefinition,
    /// Show no definition.
    CloseDefinition,
    /// Clear the messages about files that could not be opened.
    DismissRefusals,
    /// Open or close the box to paste text into.
    Paste(bool),
    /// Open or close the library where the window is narrow.
    OpenLibrary(bool),
    /// Use these settings.
    Set(Settings),
    /// The browser keeps files over a reload.
    Kept(bool),
    /// The order of Chinese characters is known.
    Collated(Rc<Collation>),
}

impl State {
    /// The report of that key.
    #[must_use]
    pub fn report(&self, key: &str) -> Option<&OpenReport> {
        self.reports.iter().find(|report| &*report.key == key)
    }

    /// The report that 报告 shows.
    #[must_use]
    pub fn shown_report(&self) -> Option<&OpenReport> {
        self.shown.as_ref().and_then(|key| self.report(key))
    }

    /// The order of a table; as printed where none was chosen.
    #[must_use]
    pub fn order(&self, report: &ReportKey, table: usize) -> OrderBy {
        self.arranged(report, table).order_by
    }

    /// How many findings all open reports have that a reader should look at.
    #[must_use]
    pub fn diagnostic_count(&self) -> usize {
        self.reports.iter().map(|report| report.report.diagnostics.len()).sum()
    }

    /// The screen after `action`.
    #[must_use]
    pub fn apply(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Reading(count) => {
                let progress = next.progress.get_or_insert(Progress { done: 0, total: 0 });
                progress.total += count;
            }
            Action::Read(results) => next.read(results),
            Action::Restored(reports) => next.restore(reports),
            Action::Completed(report) => next.complete(report),
            Action::Redecoded(report) => next.redecode(report),
            Action::Show(key) => next.show(key),
            Action::Remove(key) => next.remove(&key),
            Action::UndoRemove => next.undo_remove(),
            Action::ForgetRemoved(key) => {
                if next.removed.as_ref().is_some_and(|removed| removed.report.key == key) {
                    next.removed = None;
                }
            }
            Action::ShowView(view) => {
                next.view = view;
                next.is_library_open = false;
                next.definition = None;
            }
            Action::Group(grouping) => next.grouping = grouping,
            Action::Order { report, table, column, add } => {
                let order = next.order(&report, table).clicked(column, add);
                next.set_order(report, table, order);
            }
            Action::ResetOrder(report, table) => next.set_order(report, table, OrderBy::default()),
            Action::Arrange { report, table, choices, joins } => {
                let arranged = Arranged { choices, ..next.arranged(&report, table) };
                next.change(report, table, arranged, joins);
            }
            Action::Remember { report, table, choices } => {
                let arranged = next.arranged(&report, table);
                if arranged.choices.is_empty() {
                    next.put(report, table, Arranged { choices, ..arranged });
                }
            }
            Action::Undo => next.undo(),
            Action::Counted(passing, total) => next.announce(Announcement::Counted(passing, total)),
            Action::Say(text) => next.announce(Announcement::Said(text)),
            Action::OrderComparison(column, add) => {
                next.comparison_order = next.comparison_order.clicked(column, add);
            }
            Action::ChooseWord(word) => next.chosen_word = word,
            Action::Mark(place) => next.marked = Some(place),
            Action::CloseSource => next.marked = None,
            Action::Define(definition) => {
                let is_held = next.definition.as_ref().is_some_and(|shown| shown.is_held);
                if definition.is_held || !is_held {
                    next.definition = Some(definition);
                }
            }
            Action::LeaveDefinition => {
                next.definition.take_if(|shown| !shown.is_held);
            }
            Action::CloseDefinition => next.definition = None,
            Action::DismissRefusals => next.refusals.clear(),
            Action::Paste(open) => next.is_pasting = open,
            Action::OpenLibrary(open) => next.is_library_open = open,
            Action::Set(settings) => next.settings = settings,
            Action::Kept(kept) => next.is_kept = kept,
            Action::Collated(collation) => next.collation = collation,
        }
        next
    }

    fn announce(&mut self, announcement: Announcement) {
        let count = self.announcement.as_ref().map_or(0, |(count, _)| count + 1);
        self.announcement = Some((count, announcement));
    }

    fn show(&mut self, key: ReportKey) {
        self.view = View::Report;
        self.is_library_open = false;
        self.definition = None;
        if self.shown.as_ref() != Some(&key) {
            self.marked = None;
            self.shown = Some(key);
        }
    }

    /// Takes in what was read. The first of the files given is shown; one that is open already is not opened twice.
    fn read(&mut self, results: Vec<Result<OpenReport, Refusal>>) {
        let had_nothing_to_show = self.shown_report().is_none();
        let is_beginning = self.progress.is_none_or(|progress| progress.done == 0);
        let mut first = None;
        let (mut opened, mut refused) = (0, 0);
        self.advance(results.len());
        for result in results {
            match result {
                Ok(report) => {
                    let key = report.key.clone();
                    if self.report(&key).is_none() {
                        // Opened again it can no longer be brought back from being removed.
                        self.removed.take_if(|removed| removed.report.key == key);
                        self.reports.push(report);
                        opened += 1;
                    }
                    first.get_or_insert(key);
                }
                Err(refusal) => {
                    self.refusals.push(refusal);
                    refused += 1;
                }
            }
        }
        if let Some(first) = first
            && (had_nothing_to_show || is_beginning)
        {
            self.show(first);
        }
        if refused > 0 {
            self.announce(Announcement::Refused(refused));
        } else if opened > 0 {
            self.announce(Announcement::Opened(opened));
        }
    }

    fn advance(&mut self, count: usize) {
        if let Some(progress) = &mut self.progress {
            progress.done += count;
            if progress.done >= progress.total {
                self.progress = None;
            }
        }
    }

    /// Places and tables of the beginning are the same in the whole.
    fn complete(&mut self, report: OpenReport) {
        self.advance(1);
        if let Some(place) = self.reports.iter_mut().find(|open| open.key == report.key) {
            *place = report;
        }
    }

    fn restore(&mut self, reports: Vec<OpenReport>) {
        for report in reports {
            if self.report(&report.key).is_none() {
                self.reports.push(report);
            }
        }
        if self.shown.is_none() {
            self.shown = self.reports.first().map(|report| report.key.clone());
        }
    }

    /// Spans and table indices of the former reading mean nothing in the new one.
    fn redecode(&mut self, report: OpenReport) {
        if self.marked.as_ref().is_some_and(|place| place.report == report.key) {
            self.marked = None;
        }
        self.definition = None;
        self.forget_arranged(&report.key);
        if let Some(place) = self.reports.iter_mut().find(|open| open.key == report.key) {
            *place = report;
        }
    }

    fn remove(&mut self, key: &ReportKey) {
        let Some(index) = self.reports.iter().position(|report| report.key == *key) else { return };
        let report = self.reports.remove(index);
        let was_shown = self.shown.as_ref() == Some(key);
        if was_shown {
            let neighbor = self.reports.get(index).or_else(|| self.reports.last());
            self.shown = neighbor.map(|report| report.key.clone());
            self.definition = None;
        }
        if self.marked.as_ref().is_some_and(|place| place.report == *key) {
            self.marked = None;
        }
        self.announce(Announcement::Removed(report.title().to_owned()));
        self.removed = Some(Removed { index, report, was_shown });
    }

    fn undo_remove(&mut self) {
        let Some(Removed { index, report, was_shown }) = self.removed.take() else { return };
        if self.report(&report.key).is_some() {
            return;
        }
        if was_shown {
            self.shown = Some(report.key.clone());
        }
        self.announce(Announcement::Restored(report.title().to_owned()));
        self.reports.insert(index.min(self.reports.len()), report);
    }
}

#[cfg(test)]
mod tests;
