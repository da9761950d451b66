//! A table's header: groups above, columns below, which sort when clicked.

use yew::{Callback, Html, html};

use crate::{
    model::table::{Column, TableBlock},
    view::{
        ordering::{Direction, OrderBy},
        settings::Language,
    },
};

/// A run of neighboring columns under one header cell of an upper row.
struct HeadGroup {
    label: String,
    width: usize,
}

/// The header row at `depth` as groups; columns whose path ends above it, or that have no such row, give blanks.
fn head_groups(columns: &[Column], depth: usize) -> Vec<HeadGroup> {
    let upper = |column: &Column| -> Option<Vec<String>> {
        (column.path.len() > depth + 1).then(|| column.path[..=depth].to_vec())
    };
    let mut groups: Vec<(Option<Vec<String>>, usize)> = Vec::new();
    for column in columns {
        let label = upper(column);
        match groups.last_mut() {
            Some((last, width)) if label.is_some() && *last == label => *width += 1,
            _ => groups.push((label, 1)),
        }
    }
    let head = |(label, width): (Option<Vec<String>>, usize)| HeadGroup {
        label: label.and_then(|path| path.last().cloned()).unwrap_or_default(),
        width,
    };
    groups.into_iter().map(head).collect()
}

/// What a header cell is and answers with.
pub struct HeadCells<'a> {
    /// The table.
    pub table: &'a TableBlock,
    /// Its index, for ids.
    pub index: usize,
    /// The order chosen.
    pub order_by: &'a OrderBy,
    /// The column whose header takes the focus from the Tab key.
    pub tab_stop: Option<usize>,
    /// The classes of each column.
    pub classes: &'a [String],
    /// Where clicks go: the column, and whether Shift was held.
    pub onsort: &'a Callback<(usize, bool)>,
    /// Where focus goes.
    pub onfocus: &'a Callback<usize>,
    /// The language.
    pub language: Language,
}

/// The header's rows.
pub fn table_head(head: &HeadCells<'_>) -> Html {
    let columns = &head.table.columns;
    let depth = columns.iter().map(|column| column.path.len()).max().unwrap_or(1);
    let group = |group: HeadGroup| {
        let colspan = group.width.to_string();
        if group.label.is_empty() {
            html! { <td {colspan} class="head-blank" role="presentation"></td> }
        } else {
            html! { <th {colspan} scope="colgroup" class="head-group" role="columnheader">{ group.label }</th> }
        }
    };
    let upper = (0..depth.saturating_sub(1)).map(|level| {
        html! { <tr class="head-groups" role="row">{ for head_groups(columns, level).into_iter().map(group) }</tr> }
    });
    html! {
        <thead role="rowgroup">
            { for upper }
            <tr class="head-columns" role="row" aria-rowindex="1">
                { for (0..columns.len()).map(|column| head_cell(head, column)) }
            </tr>
        </thead>
    }
}

fn head_cell(head: &HeadCells<'_>, column: usize) -> Html {
    let words = head.language.words();
    let path = &head.table.columns[column].path;
    let label = path.last().filter(|label| !label.is_empty()).cloned();
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
    let onclick = head.onsort.reform(move |event: yew::MouseEvent| (column, event.shift_key()));
    let onfocus = head.onfocus.reform(move |_: yew::FocusEvent| column);
    html! {
        <th id={format!("t{}-h-{column}", head.index)} scope="col" role="columnheader" aria-sort={sort}
            aria-colindex={(column + 1).to_string()} tabindex={if head.tab_stop == Some(column) { "0" } else { "-1" }}
            class={format!("head-column {}{}", head.classes[column], if rank.is_some() { " is-key" } else { "" })}
            title={words.sort_hint} {onclick} {onfocus} key={column}>
            <span class="head-label">{ label.unwrap_or_else(|| words.unnamed_column.to_owned()) }</span>
            <span class="head-order" aria-hidden="true">
                { direction.unwrap_or_default() }
                if let Some(rank) = shown_rank { <sup>{ rank }</sup> }
            </span>
        </th>
    }
}
