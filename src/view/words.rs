//! The page's own words, complete in both languages: a word that one lacks does not compile.

mod chinese;
mod english;
pub mod phrases;

use super::settings::Language;

pub use chinese::CHINESE;
pub use english::ENGLISH;

/// One language's words. A field's name says where or for what the word is used.
#[derive(Debug)]
#[allow(missing_docs, reason = "the words themselves are the documentation, side by side in two files")]
pub struct Words {
    // The frame.
    pub name: &'static str,
    pub tagline: &'static str,
    pub view_report: &'static str,
    pub view_ratings: &'static str,
    pub views: &'static str,
    pub settings: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub change_colors: &'static str,
    pub red_up: &'static str,
    pub green_up: &'static str,
    pub color_blind: &'static str,
    pub plain: &'static str,
    pub skip_to_content: &'static str,
    pub print: &'static str,
    // Files in.
    pub choose_files: &'static str,
    pub paste_text: &'static str,
    pub open_samples: &'static str,
    pub drop_here: &'static str,
    pub drop_or_choose: &'static str,
    pub stays_here: &'static str,
    pub what_it_reads: &'static str,
    pub paste_title: &'static str,
    pub paste_hint: &'static str,
    pub open: &'static str,
    pub cancel: &'static str,
    pub close: &'static str,
    pub pasted_name: &'static str,
    // Library.
    pub library: &'static str,
    pub by_date: &'static str,
    pub by_broker: &'static str,
    pub group_library: &'static str,
    pub no_date: &'static str,
    pub no_broker: &'static str,
    pub remove: &'static str,
    pub undo: &'static str,
    pub sample: &'static str,
    pub show_library: &'static str,
    // Report.
    pub no_report: &'static str,
    pub outline: &'static str,
    pub masthead: &'static str,
    pub published: &'static str,
    pub as_of: &'static str,
    pub as_of_hint: &'static str,
    pub rating: &'static str,
    pub no_rating: &'static str,
    pub company: &'static str,
    pub industry: &'static str,
    pub security: &'static str,
    pub target_price: &'static str,
    pub analysts: &'static str,
    pub analyst: &'static str,
    pub contact: &'static str,
    pub assistant: &'static str,
    pub file: &'static str,
    pub encoding: &'static str,
    pub guessed: &'static str,
    pub choose_encoding: &'static str,
    pub tables: &'static str,
    pub table: &'static str,
    pub rating_definitions: &'static str,
    pub tables_as_printed: &'static str,
    pub picks: &'static str,
    pub risks: &'static str,
    pub mentions: &'static str,
    pub diagnostics: &'static str,
    pub no_diagnostics: &'static str,
    pub nothing_read: &'static str,
    pub not_printed: &'static str,
    // Tables.
    pub source_line: &'static str,
    pub note_line: &'static str,
    pub unit: &'static str,
    pub as_printed: &'static str,
    pub ascending: &'static str,
    pub descending: &'static str,
    pub sort_hint: &'static str,
    pub inherited: &'static str,
    pub inherited_legend: &'static str,
    pub derived: &'static str,
    pub derived_legend: &'static str,
    pub mixed_currencies: &'static str,
    pub summary_row: &'static str,
    pub blank: &'static str,
    pub unnamed_column: &'static str,
    // Ratings.
    pub subject_company: &'static str,
    pub subject_industry: &'static str,
    pub subject_both: &'static str,
    pub subject_risk: &'static str,
    pub subject_long_term: &'static str,
    pub subject_market: &'static str,
    pub subject_convertible_bond: &'static str,
    pub relative: &'static str,
    pub absolute: &'static str,
    pub basis_unknown: &'static str,
    pub relative_hint: &'static str,
    pub absolute_hint: &'static str,
    pub words_only: &'static str,
    pub words_only_hint: &'static str,
    pub outperform: &'static str,
    pub in_line: &'static str,
    pub underperform: &'static str,
    pub not_rated: &'static str,
    pub no_condition: &'static str,
    pub relation: &'static str,
    pub horizon: &'static str,
    pub benchmark: &'static str,
    pub no_benchmark: &'static str,
    pub all_words: &'static str,
    pub choose_word: &'static str,
    pub comparison_table: &'static str,
    pub broker: &'static str,
    pub subject: &'static str,
    pub basis: &'static str,
    pub word: &'static str,
    pub low: &'static str,
    pub high: &'static str,
    pub definition: &'static str,
    pub reports_with_it: &'static str,
    pub no_scales: &'static str,
    pub not_defined_here: &'static str,
    pub defined_twice: &'static str,
    pub show_printed: &'static str,
    // Source pane.
    pub printed_text: &'static str,
    pub lines_before: &'static str,
    pub lines_after: &'static str,
    pub close_source: &'static str,
    pub text_cut: &'static str,
    // Messages.
    pub could_not_open: &'static str,
    pub dismiss: &'static str,
    pub not_kept: &'static str,
    pub kept: &'static str,
}

impl Language {
    /// The words of this language.
    #[must_use]
    pub fn words(self) -> &'static Words {
        match self {
            Self::Chinese => &CHINESE,
            Self::English => &ENGLISH,
        }
    }
}
