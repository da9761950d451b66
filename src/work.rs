//! The bulk work beside the page: reading what comes in by hundreds, unpacking, keeping, searching, backing up. It runs in
//! workers, or in slices on the page's own thread where there are none. Knows neither the screen nor reports' insides.

pub mod archives;
pub mod backup;
pub mod desk;
pub mod making;
pub mod problem;
pub mod serving;
pub mod told;
