//! Labels beside the middle of the rows that they hold for, as printed where cells are set upright in the middle.

use super::Grid;
use crate::text::span::Span;

/// `grid`, which has `header` rows at its top, with each label of the first column in the first of its rows, if the labels of all
/// rows stand in the middle of theirs and leave none out.
pub fn lifted(grid: Grid, header: usize) -> Grid {
    match groups(&grid, header) {
        Some(groups) => regrouped(&grid, header, &groups),
        None => grid,
    }
}

/// The rows of one label, and the label.
struct Group {
    rows: Vec<usize>,
    label: (usize, Span),
}

fn groups(grid: &Grid, header: usize) -> Option<Vec<Group>> {
    let printed = |row: usize, cell: usize| grid.row(row).get(cell).is_some_and(|cell| !cell.is_empty());
    let alone = |row: &usize| grid.reach(*row) == 1;
    // The rows with words in the second column; those that sum up have none.
    let rows: Vec<usize> = (header..grid.height()).filter(|row| !alone(row)).collect();
    let first = rows.first().filter(|row| !printed(**row, 0))?;
    let labeled = |row: &&usize| printed(**row, 1) || printed(**row, 0);
    if grid.width() < 3 || header > *first || !rows.iter().all(|row| labeled(&row)) {
        return None;
    }
    let mut groups: Vec<Group> = Vec::new();
    // Where the next group begins among the rows, and how many rows stand above.
    let (mut start, mut above) = (0, 0);
    for row in header..grid.height() {
        let own = alone(&row);
        if printed(row, 0) {
            // Twice the middle, less the beginning.
            let end =
                (2 * above + usize::from(!own)).checked_sub(start).filter(|end| *end > above.max(start))?;
            groups.push(Group { rows: rows.get(start..end)?.to_vec(), label: (row, grid.row(row)[0]) });
            start = end;
        }
        above += usize::from(!own);
    }
    (start == rows.len() && groups.len() >= 2).then_some(groups)
}

fn regrouped(grid: &Grid, header: usize, groups: &[Group]) -> Grid {
    let mut found = Grid::default();
    (found.header_rows, found.span) = (grid.header_rows, grid.span);
    let mut old: Vec<usize> = (0..header).collect();
    for row in 0..header {
        found.push_row(grid.row(row));
    }
    for Group { rows, label } in groups {
        let top = found.height() as u32;
        for row in rows {
            let mut cells = grid.row(*row).to_vec();
            let (from, span) = *label;
            if found.height() as u32 == top {
                cells[0] = span;
                if let Some(text) = grid.own_text(from, 0) {
                    found.texts.push(((top, 0), text.clone()));
                }
            } else {
                cells[0].end = cells[0].start;
                found.covered.push(((found.height() as u32, 0), (top, 0)));
            }
            found.push_row(&cells);
            old.push(*row);
        }
    }
    let now = |row: u32| old.binary_search(&(row as usize)).ok().map(|row| row as u32);
    let texts = grid.texts.iter().filter(|((row, cell), _)| *cell > 0 || (*row as usize) < header);
    found.texts.extend(texts.filter_map(|((row, cell), text)| Some(((now(*row)?, *cell), text.clone()))));
    found.texts.sort_by_key(|(place, _)| *place);
    found.repairs.extend(grid.repairs.iter().filter_map(|(row, kind)| Some((now(*row)?, *kind))));
    found
}
