//! Files that could not be opened, and why; the words stand in `words`.

/// Why a file could not be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalReason {
    /// It has no bytes.
    Empty,
    /// Nothing but white space.
    Blank,
    /// A PDF.
    Pdf,
    /// An archive.
    Archive,
    /// A picture.
    Picture,
    /// A program.
    Program,
    /// A Word, Excel or PowerPoint file.
    Office,
    /// Other bytes that are no text.
    Binary,
    /// A folder.
    Folder,
    /// The browser could not read it.
    Failed,
}

/// A file that could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The file's name.
    pub name: String,
    /// Why.
    pub reason: RefusalReason,
}
