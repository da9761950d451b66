//! Files, clipboard forms and pictures of a table. Pure: a table as shown with its kinds and texts in, bytes or a drawing
//! out.

pub mod book;
pub mod clipboard;
pub mod collection;
pub mod drawing;
pub mod file;
mod json;
mod lines;
pub mod marks;
pub mod origin;
mod plot;
pub mod ranking;
pub mod scatter;
pub mod sheet;
pub mod svg;
pub mod table_sheet;
pub mod treemap;
pub mod workbook;
