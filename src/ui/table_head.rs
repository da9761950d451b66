//! A table's header: groups above, columns below, which sort when clicked, move when dragged, and are resized at their
//! right border.

use yew::{Html, html};

use super::table_rows::{cell_id, head_id};
use crate::{
    model::table::TableBlock,
    view::{
        grid::{columns::Slot, face::ColumnFace, projection::Projection},
        ordering::{Direction, OrderBy},
        settings::Language,
    },
};

/// A run of neighboring columns under one header cell of an upper row.
struct HeadGroup {
    label: String,
    width: usize,
}

/// What a header cell is and answers with.
pub struct HeadCells<'a> {
    /// The table.
    pub table: &'a TableBlock,
    /// Its index, for ids.
    pub index: usize,
    /// The columns shown.
    pub projection: &'a Projection,
    /// What stands at each place of a row.
    pub slots: &'a [Slot],
    /// The order chosen.
    pub order_by: &'a OrderBy,
    /// The position of the column whose header takes the focus from the Tab key.
    pub tab_stop: Option<usize>,
    /// How the columns are shown, by position.
    pub faces: &'a [ColumnFace],
    /// The language.
    pub language: Language,
}

/// The id of a column's header cell, by its index in the table.
pub fn head_cell_id(index: usize, column: usize) -> String {
    let id = cell_id(index, 0, column);
    id.replacen("-0-", "-h-", 1)
}

/// The id of the element that holds a column's width, by its position.
pub fn column_id(index: usize, position: usize) -> String {
    cell_id(index, 0, position).replacen("-0-", "-w-", 1)
}

impl HeadCells<'_> {
    fn path(&self, position: usize) -> &[String] {
        let column = self.projection.columns[position].column as usize;
        self.table.columns.get(column).map_or(&[], |column| &column.path)
    }

    /// The header row at `depth` as groups; columns whose path ends above it, or that have no such row, give blanks.
    fn groups(&self, depth: usize) -> Vec<HeadGroup> {
        let mut groups: Vec<(Option<&[String]>, usize)> = Vec::new();
        for slot in self.slots {
            let (label, width) = match *slot {
                Slot::Gap(width) => (None, width),
                Slot::Column(position) => (self.path(position).get(..=depth), 1),
            };
            let label = label.filter(|label| match *slot {
                Slot::Column(position) => self.path(position).len() > label.len(),
                Slot::Gap(_) => false,
            });
            match groups.last_mut() {
                Some((last, sum)) if label.is_some() && *last == label => *sum += width,
                _ => groups.push((label, width)),
            }
        }
        let head = |(label, width): (Option<&[String]>, usize)| HeadGroup {
            label: label.and_then(|path| path.last().cloned()).unwrap_or_default(),
            width,
        };
        groups.into_iter().map(head).collect()
    }
}

/// The header's rows.
pub fn table_head(head: &HeadCells<'_>) -> Html {
    let depth = head.table.columns.iter().map(|column| column.path.len()).max().unwrap_or(1);
    let group = |group: HeadGroup| {
        let colspan = group.width.to_string();
        if group.label.is_empty() {
            html! { <td {colspan} class="head-blank" role="presentation"></td> }
        } else {
            html! { <th {colspan} scope="colgroup" class="head-group" role="columnheader">{ group.label }</th> }
        }
    };
    let upper = (0..depth.saturating_sub(1)).map(|level| {
        html! { <tr class="head-groups" role="row">{ for head.groups(level).into_iter().map(group) }</tr> }
    });
    html! {
        <thead id={head_id(head.index)} role="rowgroup">
            { for upper }
            <tr class="head-columns" role="row" aria-rowindex="1">
                { for head.slots.iter().map(|slot| match *slot {
                    Slot::Column(position) => head_cell(head, position),
                    Slot::Gap(width) => html! {
                        <td role="presentation" class="gap" colspan={width.to_string()} key={format!("gap-{width}")}></td>
                    },
                }) }
            </tr>
        </thead>
    }
}

fn head_cell(head: &HeadCells<'_>, position: usize) -> Html {
    let words = head.language.words();
    let column = head.projection.columns[position].column as usize;
    let label = head.path(position).last().filter(|label| !label.is_empty()).cloned();
    let rank = head.order_by.rank_of(column);
    let sort = match rank {
        Some((1, Direction::Ascending)) => "ascending",
        Some((1, Direction::Descending)) => "descending",
        Some(_) => "other",
        None => "none",
    };
    let direction = rank.map(|(_, direction)| match direction {
        Direction::Ascending => "↑",
        Direction::Descending => "↓",
    });
    let shown_rank = rank.filter(|_| head.order_by.0.len() > 1).map(|(rank, _)| rank);
    let mut class = String::from("head-column ");
    class.push_str(head.faces.get(position).map_or("", |face| &face.class));
    if rank.is_some() {
        class.push_str(" is-key");
    }
    html! {
        <th id={head_cell_id(head.index, column)} scope="col" role="columnheader" aria-sort={sort}
            aria-colindex={(position + 1).to_string()} tabindex={if head.tab_stop == Some(position) { "0" } else { "-1" }}
            {class} title={words.sort_hint} key={column}>
            <span class="head-label">{ label.unwrap_or_else(|| words.unnamed_column.to_owned()) }</span>
            <span class="head-order" aria-hidden="true">
                { direction.unwrap_or_default() }
                if let Some(rank) = shown_rank { <sup>{ rank }</sup> }
            </span>
            <span class="head-grip" aria-hidden="true"></span>
        </th>
    }
}
