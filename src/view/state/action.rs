//! What can happen to the screen.

use std::rc::Rc;

use super::{Arranged, AskedDefinition, Gathered, LaterPart, MarkedPlace, Progress, View};
use crate::view::{
    catalog::{CatalogAction, entry::Entry},
    collation::Collation,
    keeping::{Keeping, Share},
    library::{OpenReport, ReportKey},
    refusal::Refusal,
    settings::Settings,
};

/// What can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// Files are going to be read.
    Reading(usize),
    /// Files were read or refused.
    Read(Vec<Result<OpenReport, Refusal>>),
    /// A report of which only the beginning had been read was read to its end.
    Completed(OpenReport),
    /// These are kept: by an earlier visit, or by another window.
    Restored(Vec<Entry>),
    /// A kept file was read, to be shown.
    Loaded(OpenReport),
    /// Something became of files that were given to the desks.
    Gathered(Gathered),
    /// Other long work goes on, or ended.
    Progress(Option<Progress>),
    /// A report was decoded with another encoding.
    Redecoded(OpenReport),
    /// Show that report.
    Show(ReportKey),
    /// Take these out of the library, at that time in milliseconds since 1970.
    Remove(Vec<ReportKey>, f64),
    /// Bring those back that were removed last.
    UndoRemove,
    /// Removing these can no longer be undone at once.
    ForgetRemoved(Vec<ReportKey>),
    /// The list of the library changes.
    Catalog(CatalogAction),
    /// Show that view.
    ShowView(View),
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
        /// The field that is being typed into, since what is typed into one is undone as a whole; `None` for a choice.
        field: Option<u32>,
    },
    /// Arrange a table as others of its shape were, its order too, where nothing was chosen for it.
    Remember {
        /// The report.
        report: ReportKey,
        /// The table's index.
        table: usize,
        /// How.
        arranged: Arranged,
    },
    /// Arrange a table as a link says, its order too.
    Follow {
        /// The report.
        report: ReportKey,
        /// The table's index.
        table: usize,
        /// How.
        arranged: Arranged,
    },
    /// Open or close the list of all keys.
    Help(bool),
    /// Take the last change of a table's arrangement back.
    Undo,
    /// So many of a table's entries pass its filters; of how many.
    Counted(usize, usize),
    /// Tell who does not see.
    Say(String),
    /// A header of the table of scales was clicked; `true` with Shift.
    OrderComparison(usize, bool),
    /// Open these together: 评级 with their scales alone; with none of them all scales again.
    Compare(Rc<[ReportKey]>),
    /// Show that word at every house, or all words again.
    ChooseWord(Option<String>),
    /// Show that place in the source pane.
    Mark(MarkedPlace),
    /// Show that report, and that place of it in the source pane.
    ShowPlace(MarkedPlace),
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
    /// How things stand with keeping.
    Keeping(Keeping),
    /// The page's share of the disk is known.
    Share(Share),
    /// A new version of the page is complete.
    Updated,
    /// Other texts can be searched.
    TextsLoaded,
    /// The order of Chinese characters is known.
    Collated(Rc<Collation>),
    /// The later part of the program is here, is missing, or is to be asked for again.
    Part(LaterPart),
}
