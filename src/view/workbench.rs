//! The table workbench: what a reader makes of a table without changing it.
//!
//! The page itself keeps no more of it than it needs to open and sort: the text form of an arrangement, which it does
//! not look into, and the [`Projection`](projection::Projection) that the grid draws. All else (filters, groups, looks,
//! units, exports, charts) is linked into the module that is loaded when a reader first asks for it.

pub mod dressing;
pub mod edit;
pub mod projection;
