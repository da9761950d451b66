//! The components: the only place that names Yew. It names neither `web_sys` nor regular expressions.
//!
//! [`app`] holds the state and lays out the frame; every other component takes what it shows as cheap props and
//! answers with an [`Action`](crate::view::state::Action).

mod announcer;
pub mod app;
mod by_address;
mod comparison;
mod comparison_table;
mod control;
mod definition;
mod desks;
mod diagnostics;
mod encoding_choice;
mod exporting;
mod finding;
mod frame;
mod importing;
mod keeping;
mod later;
mod library;
mod linking;
mod long_files;
mod masthead;
mod messages;
mod number_line;
mod opening;
mod outline;
mod paste_box;
mod picks;
mod placed;
mod rating_word;
mod report;
mod samples;
mod scale_card;
mod screen;
mod settings_menu;
mod shelf;
mod showing;
mod source_pane;
mod status_line;
mod style;
mod table_card;
mod table_grid;
mod table_head;
mod table_input;
mod table_rows;
#[cfg(test)]
mod tests;
mod top_bar;
mod unseen;
mod warming;
mod welcome;
mod workbench;
