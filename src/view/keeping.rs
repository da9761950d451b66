//! Whether the library outlives a reload, and why not; the words stand in `words`.

/// Why nothing can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepingTrouble {
    /// The browser keeps nothing for this page: a private window, a setting.
    Unavailable,
    /// A newer version of the page wrote the library; it is left alone.
    Newer,
    /// Another window with an older version of the page holds the library.
    Held,
    /// The library was deleted, or taken over by a newer version, while the page was open.
    Lost,
    /// The disk, or the page's share of it, is full.
    Full,
    /// The browser failed and does not say why.
    Failed,
}

/// How things stand with the library.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Keeping {
    /// It is being opened.
    #[default]
    Opening,
    /// All is kept.
    Kept,
    /// Work goes on in memory.
    Trouble(KeepingTrouble),
}

/// The page's share of the disk.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Share {
    /// What the page keeps, in bytes.
    pub used: f64,
    /// What it may keep, in bytes.
    pub most: f64,
    /// Whether the browser promised not to throw it away by itself.
    pub is_persistent: bool,
}
