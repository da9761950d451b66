//! What the module answers: what the grid shows, what was chosen in words, how cells look.

use crate::{
    text::packed::{Packing, Unpacking},
    view::workbench::{
        dressing::CellDress,
        projection::{Group, Projection, ShownColumn, ShownRow},
    },
};

/// What an arrangement makes of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// What the grid shows.
    pub projection: Projection,
    /// What leaves rows out or groups them: its words, and the arrangement without it.
    pub chips: Vec<(String, String)>,
    /// What is looked for, as typed.
    pub searched: String,
    /// Whether some cells are not shown as printed.
    pub is_dressed: bool,
    /// What is remembered for the next table of this shape; empty where nothing is.
    pub remembered: String,
}

/// Widths are told from none by one more.
fn width_number(width: Option<u32>) -> usize {
    width.map_or(0, |width| width as usize + 1)
}

impl Answer {
    /// As bytes.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mut packing = Packing::default();
        let Projection { columns, notes, groups, passing, total, .. } = &self.projection;
        packing.number(columns.len());
        for shown in columns {
            packing.number(shown.column as usize);
            packing.number(width_number(shown.width));
            packing.number(usize::from(shown.is_pinned));
        }
        packing.texts(notes);
        packing.number(groups.len());
        for group in groups {
            packing.text(&group.label);
            packing.number(group.count as usize);
            packing.number(usize::from(group.is_collapsed));
            packing.texts(&group.cells);
        }
        packing.number(*passing as usize);
        packing.number(*total as usize);
        packing.number(self.chips.len());
        for (words, without) in &self.chips {
            packing.text(words);
            packing.text(without);
        }
        packing.text(&self.searched);
        packing.number(usize::from(self.is_dressed));
        packing.text(&self.remembered);
        packing.number(self.projection.row_count());
        for row in (0..self.projection.row_count()).filter_map(|position| self.projection.row(position)) {
            packing.number(match row {
                ShownRow::Printed(row) => (row as usize) << 1,
                ShownRow::Group(group) => (group as usize) << 1 | 1,
            });
        }
        packing.bytes()
    }

    /// The answer of such bytes.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let mut unpacking = Unpacking::of(bytes);
        let from = &mut unpacking;
        let columns = from.many(|from| ShownColumn {
            column: from.number() as u32,
            width: from.number().checked_sub(1).map(|width| width as u32),
            is_pinned: from.number() == 1,
        });
        let notes = from.texts();
        let groups = from.many(|from| Group {
            label: from.text(),
            count: from.number() as u32,
            is_collapsed: from.number() == 1,
            cells: from.texts(),
        });
        let (passing, total) = (from.number() as u32, from.number() as u32);
        let chips = from.many(|from| (from.text(), from.text()));
        let searched = from.text();
        let is_dressed = from.number() == 1;
        let remembered = from.text();
        let rows = from.many(|from| {
            let packed = from.number() as u32;
            if packed & 1 == 0 { ShownRow::Printed(packed >> 1) } else { ShownRow::Group(packed >> 1) }
        });
        let projection =
            Projection { columns, notes, groups, passing, total, ..Projection::default() }.with_rows(rows);
        Self { projection, chips, searched, is_dressed, remembered }
    }
}

/// How the cells of a row are shown, as bytes.
#[must_use]
pub fn dress_to_bytes(cells: &[CellDress]) -> Vec<u8> {
    let mut packing = Packing::default();
    packing.number(cells.len());
    for CellDress { text, class, hits } in cells {
        packing.optional(text.as_deref());
        packing.text(class);
        packing.number(hits.len());
        for hit in hits {
            packing.number(hit.start);
            packing.number(hit.end);
        }
    }
    packing.bytes()
}

/// How the cells of a row are shown, of such bytes.
#[must_use]
pub fn dress_of_bytes(bytes: &[u8]) -> Vec<CellDress> {
    Unpacking::of(bytes).many(|from| CellDress {
        text: from.optional(),
        class: from.text(),
        hits: from.many(|from| from.number()..from.number()),
    })
}
