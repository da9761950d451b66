//! All that the screen shows, and what each action makes of it. One reducer, tested without a browser.

mod action;
mod arranging;
mod files;

pub use files::{Gathered, Progress, Removed};

use std::rc::Rc;

use super::{
    catalog::{Catalog, entry::Entry},
    collation::Collation,
    keeping::{Keeping, Share},
    library::{OpenReport, ReportKey},
    ordering::OrderBy,
    refusal::Refusal,
    settings::Settings,
};
use crate::{model::masthead::RatedSubject, text::span::Span};

pub use action::Action;
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

/// The part of the program that is loaded once a first report is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaterPart {
    /// It is not here yet.
    Awaited,
    /// It is here.
    Here,
    /// It could not be loaded.
    Missing,
}

/// Natively a program is whole.
impl Default for LaterPart {
    fn default() -> Self {
        if cfg!(target_arch = "wasm32") { Self::Awaited } else { Self::Here }
    }
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
    /// The library as a list: all that is kept, and all that was opened since.
    pub catalog: Catalog,
    /// Those of the library that were read in this visit, in the order in which they were.
    pub reports: Vec<OpenReport>,
    /// The report that 报告 shows.
    pub shown: Option<ReportKey>,
    /// The view.
    pub view: View,
    /// Language, theme, colors.
    pub settings: Settings,
    /// How each table that is not as printed is arranged, by report and table index.
    pub arranged: Vec<((ReportKey, usize), Arranged)>,
    /// The changes of arrangements that can be undone, the last one last.
    pub before: Vec<Before>,
    /// The order of the table of scales in 评级.
    pub comparison_order: OrderBy,
    /// The reports whose scales 评级 shows; all where there are none.
    pub compared: Rc<[ReportKey]>,
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
    /// Whether the list of all keys is open.
    pub is_help_open: bool,
    /// Whether the library is open where the window is narrow.
    pub is_library_open: bool,
    /// Whether reports are kept over a reload, and why not.
    pub keeping: Keeping,
    /// The page's share of the disk, where the browser tells.
    pub share: Option<Share>,
    /// Whether a new version of the page is complete and waits for the reader.
    pub has_update: bool,
    /// How often other texts became ready to be searched: those of an earlier visit, one that was decoded anew.
    pub texts_loaded: usize,
    /// The last change in words for a screen reader, with a count that tells equal ones apart.
    pub announcement: Option<(usize, Announcement)>,
    /// How Chinese names are ordered.
    pub collation: Rc<Collation>,
    /// The part of the program that is loaded later.
    pub later: LaterPart,
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

    /// Whether 评级 shows the scales of that report.
    #[must_use]
    pub fn is_compared(&self, key: &ReportKey) -> bool {
        self.compared.is_empty() || self.compared.contains(key)
    }

    /// The order of a table; as printed where none was chosen.
    #[must_use]
    pub fn order(&self, report: &ReportKey, table: usize) -> OrderBy {
        self.arranged(report, table).order_by
    }

    /// How many findings all open reports have that a reader should look at.
    #[must_use]
    pub fn diagnostic_count(&self) -> usize {
        let listed = self.catalog.entries.iter().filter(|entry| !entry.is_removed());
        listed.filter_map(Entry::summary).map(|summary| summary.diagnostics).sum()
    }

    /// The screen after `action`.
    #[must_use]
    pub fn apply(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Reading(count) => {
                next.progress.get_or_insert_with(Progress::default).total += count;
            }
            Action::Read(results) => next.read(results),
            Action::Completed(report) => next.complete(report),
            Action::Restored(entries) => next.restore(entries),
            Action::Loaded(report) => next.load(report),
            Action::Gathered(gathered) => next.gather(gathered),
            Action::Progress(progress) => next.progress = progress,
            Action::Redecoded(report) => next.redecode(report),
            Action::Show(key) => next.show(key),
            Action::Remove(keys, now) => next.remove(keys, now),
            Action::UndoRemove => next.undo_remove(),
            Action::ForgetRemoved(keys) => {
                next.removed.take_if(|removed| removed.keys == keys);
            }
            Action::Catalog(action) => next.catalog = next.catalog.apply(action),
            Action::ShowView(view) => {
                next.view = view;
                next.is_library_open = false;
                next.definition = None;
            }
            Action::Order { report, table, column, add } => {
                let order = next.order(&report, table).clicked(column, add);
                next.set_order(report, table, order);
            }
            Action::ResetOrder(report, table) => next.set_order(report, table, OrderBy::default()),
            Action::Arrange { report, table, choices, field } => {
                let arranged = Arranged { choices, ..next.arranged(&report, table) };
                next.change(report, table, arranged, field);
            }
            Action::Remember { report, table, arranged } => next.remember(report, table, arranged),
            Action::Follow { report, table, arranged } => next.change(report, table, arranged, None),
            Action::Help(open) => next.is_help_open = open,
            Action::Undo => next.undo(),
            Action::Counted(passing, total) => next.announce(Announcement::Counted(passing, total)),
            Action::Say(text) => next.announce(Announcement::Said(text)),
            Action::OrderComparison(column, add) => {
                next.comparison_order = next.comparison_order.clicked(column, add);
            }
            Action::Compare(keys) => {
                next.compared = keys;
                next.view = View::Ratings;
                next.is_library_open = false;
                next.definition = None;
            }
            Action::ChooseWord(word) => next.chosen_word = word,
            Action::Mark(place) => next.marked = Some(place),
            Action::ShowPlace(place) => {
                next.show(place.report.clone());
                next.marked = (!place.span.is_empty()).then_some(place);
            }
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
            Action::Keeping(keeping) => next.keeping = keeping,
            Action::Share(share) => next.share = Some(share),
            Action::Updated => next.has_update = true,
            Action::TextsLoaded => next.texts_loaded += 1,
            Action::Collated(collation) => next.collation = collation,
            Action::Part(part) => next.later = part,
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
}

#[cfg(test)]
mod tests;
