//! Thousands of reports, kept and found again: what is known of each without reading its file, the search of all
//! texts, archives, and the backup. Knows neither the screen nor the browser, and asks nobody.

pub mod archive;
pub mod backup;
pub mod json;
pub mod reading;
pub mod record;
pub mod search;
pub mod summary;
