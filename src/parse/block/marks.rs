//! What the bytes of each line say of its form, found in one pass: most lines are told from most forms by it.

use crate::text::source::Source;

/// What stands in a line, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks(u8);

impl Marks {
    /// A tab.
    pub const TAB: Self = Self(1);
    /// A pipe.
    pub const PIPE: Self = Self(2);
    /// A `<`.
    pub const TAG: Self = Self(4);
    /// Anything but ASCII's white space.
    pub const PRINT: Self = Self(8);
    /// A form feed as its first byte.
    pub const FEED: Self = Self(16);

    /// Whether all of `marks` stand in the line.
    pub fn holds(self, marks: Self) -> bool {
        self.0 & marks.0 == marks.0
    }
}

/// The marks of each line. A tab without anything printed is none.
pub fn marks(source: &Source) -> Vec<Marks> {
    let bytes = source.text().as_bytes();
    let of_line = |line: usize| {
        let line = &bytes[source.line(line).range()];
        let mut marks = in_bytes(line);
        if marks & Marks::PRINT.0 == 0 {
            marks = 0;
        }
        if line.first() == Some(&b'\x0c') {
            marks |= Marks::FEED.0;
        }
        Marks(marks)
    };
    (0..source.line_count()).map(of_line).collect()
}

/// The bits of the bytes; without a branch, so that sixteen bytes are looked at at once.
fn in_bytes(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |marks, byte| {
        let blank =
            (*byte == b' ') | (*byte == b'\t') | (*byte == b'\r') | (*byte == b'\x0c') | (*byte == b'\n');
        let print = if blank { 0 } else { Marks::PRINT.0 };
        let tab = if *byte == b'\t' { Marks::TAB.0 } else { 0 };
        let pipe = if *byte == b'|' { Marks::PIPE.0 } else { 0 };
        let tag = if *byte == b'<' { Marks::TAG.0 } else { 0 };
        marks | print | tab | pipe | tag
    })
}
