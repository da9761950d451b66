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
    /// An archive of another kind than ZIP.
    Archive,
    /// A ZIP that is cut or damaged, or holds nothing.
    BrokenArchive,
    /// A ZIP with more entries than are read.
    TooManyEntries,
    /// A ZIP, or a file in one, that becomes far larger than it is.
    TooLarge,
    /// A file in a ZIP that is locked by a password.
    Locked,
    /// A file in a ZIP that is packed in a rare way.
    PackedOtherwise,
    /// A ZIP in a ZIP in a ZIP.
    Nested,
    /// A backup that could not be written.
    NotPacked,
    /// A picture.
    Picture,
    /// A program.
    Program,
    /// A Word, Excel or PowerPoint file.
    Office,
    /// Other bytes that are no text.
    Binary,
    /// A folder that holds no files, or cannot be read.
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
