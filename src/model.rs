//! What a report says: plain data that is cheap to share and to compare. Does not know how it was read or is shown.

pub mod code;
pub mod date;
pub mod diagnostic;
pub mod fact;
pub mod masthead;
pub mod pick;
pub mod rating_scale;
pub mod report;
#[cfg(test)]
pub mod sample;
pub mod table;
pub mod value;
