//! Many reports together. Does not know the screen or how a report was read.

pub mod axis;
pub mod definition;
pub mod rating_comparison;
pub mod rating_word;
#[cfg(test)]
pub mod sample;
