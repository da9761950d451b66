//! The table workbench: what a reader makes of a table without changing it.
//!
//! The page itself keeps no more of it than it needs to open and sort: the text form of an arrangement, which it does
//! not look into, and the [`Projection`](projection::Projection) that the grid draws. All else (filters, groups, looks,
//! units) is linked into the module that is loaded when a reader first asks for it.

pub mod arrangement;
pub mod arranging;
pub mod figures;
pub mod grouping;
pub mod index;
pub mod initials;
pub mod link;
pub mod look;
pub mod needs;
pub mod passing;
pub mod search;
pub mod words;
