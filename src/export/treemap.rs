//! A treemap: areas by one column (市值), parted by a label (板块), colored by a change.

use super::{
    drawing::{Anchor, Drawing, Ink, LeftOut, Shape, change_ink, fitted},
    plot::{BOTTOM, Entry, MARGIN, TOP, WIDTH, entries, figures, framed},
    sheet::Sheet,
};
use crate::view::workbench::{index::TableIndex, words::phrases::column_name};

/// The height of the picture itself.
const HEIGHT: f64 = 520.0;

/// The most rows of one picture; the largest are drawn.
const MOST: usize = 300;

/// The height of a group's label.
const LABEL: f64 = 20.0;

/// The columns of a treemap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TreemapColumns {
    /// Whose figures are areas.
    pub area: u32,
    /// By whose labels rows are parted.
    pub group: Option<u32>,
    /// Whose figures are colors.
    pub color: Option<u32>,
}

/// A rectangle: left, top, width, height.
type Place = (f64, f64, f64, f64);

/// The picture; `None` where fewer than two rows have a positive area. Whether not all rows are in it.
pub fn treemap(
    sheet: &Sheet<'_>,
    index: &mut TableIndex,
    columns: TreemapColumns,
) -> Option<(Drawing, LeftOut)> {
    let (mut found, mut left_out) = figures(sheet, index, columns.area);
    let count = found.len();
    found.retain(|(_, figure)| *figure > 0.0);
    if found.len() > MOST {
        found.select_nth_unstable_by(MOST, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(MOST);
    }
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    left_out.rows = found.len() < count;
    if found.len() < 2 {
        return None;
    }
    let found = entries(sheet, columns.area, &found);
    let named = [Some(columns.area), columns.group, columns.color];
    let about: Vec<String> =
        named.into_iter().flatten().map(|column| column_name(sheet.table, column)).collect();
    let mut drawing = framed(sheet, TOP + HEIGHT + BOTTOM, &about.join(" · "));
    let colors = columns.color.map(|color| index.figures(sheet.table, color));
    let color = |row: u32| {
        let color = colors.as_ref()?.numbers.get(row as usize).copied();
        color.filter(|color| !color.is_nan())
    };
    let most = found.iter().filter_map(|entry| color(entry.row)).map(f64::abs).fold(0.0, f64::max);
    let whole = (MARGIN, TOP, WIDTH - 2.0 * MARGIN, HEIGHT);
    let groups = grouped(sheet, found, columns.group);
    let sums: Vec<f64> =
        groups.iter().map(|(_, entries)| entries.iter().map(|entry| entry.figure).sum()).collect();
    for ((label, entries), place) in groups.iter().zip(squarified(&sums, whole)) {
        let (left, top, width, height) = place;
        let head = if label.is_empty() || height < 2.0 * LABEL { 0.0 } else { LABEL };
        if head > 0.0 {
            let text = fitted(label, 13.0, width - 8.0);
            drawing.write((left + 4.0, top + 14.0), text, 13.0, Anchor::Start, Ink::Text);
        }
        let sizes: Vec<f64> = entries.iter().map(|entry| entry.figure).collect();
        let inner = (left, top + head, width, height - head);
        for (entry, place) in entries.iter().zip(squarified(&sizes, inner)) {
            let printed = columns
                .color
                .map(|color| sheet.table.cell(entry.row as usize, color as usize).text.into_owned());
            draw(
                &mut drawing,
                entry,
                printed.as_deref().unwrap_or_default(),
                change_ink(color(entry.row), most),
                place,
            );
        }
    }
    Some((drawing, left_out))
}

fn draw(drawing: &mut Drawing, entry: &Entry, change: &str, (ink, text): (Ink, Ink), place: Place) {
    let words = [entry.text.as_str(), change]
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    let mark = Some(drawing.mark(format!("{}: {words}", entry.name)));
    let (left, top, width, height) = place;
    let inner = (left + 1.0, top + 1.0, (width - 2.0).max(0.5), (height - 2.0).max(0.5));
    drawing.shapes.push(Shape::Box { place: inner, ink, mark });
    if height > 22.0 {
        let name = fitted(&entry.name, 12.0, width - 8.0);
        drawing.write((left + 5.0, top + 16.0), name, 12.0, Anchor::Start, text);
    }
    if height > 40.0 {
        let shown = fitted(if change.is_empty() { &entry.text } else { change }, 12.0, width - 8.0);
        drawing.write((left + 5.0, top + 32.0), shown, 12.0, Anchor::Start, text);
    }
}

/// The entries by label, the largest group and in it the largest entry first.
fn grouped(sheet: &Sheet<'_>, entries: Vec<Entry>, group: Option<u32>) -> Vec<(String, Vec<Entry>)> {
    let mut groups: Vec<(String, Vec<Entry>)> = Vec::new();
    for entry in entries {
        let label = group.map(|group| sheet.table.cell(entry.row as usize, group as usize).text.into_owned());
        let label = label.unwrap_or_default();
        match groups.iter_mut().find(|(known, _)| *known == label) {
            Some((_, entries)) => entries.push(entry),
            None => groups.push((label, vec![entry])),
        }
    }
    let sum = |entries: &[Entry]| entries.iter().map(|entry| entry.figure).sum::<f64>();
    groups.iter_mut().for_each(|(_, entries)| entries.sort_by(|a, b| b.figure.total_cmp(&a.figure)));
    groups.sort_by(|(_, a), (_, b)| sum(b).total_cmp(&sum(a)));
    groups
}

/// Rectangles of these sizes, the largest first, that fill `whole`, as square as they can be (Bruls, Huizing and van
/// Wijk 2000): a row along the shorter side takes rectangles as long as the worst of them becomes no worse.
#[must_use]
pub fn squarified(sizes: &[f64], whole: Place) -> Vec<Place> {
    let (mut left, mut top, mut width, mut height) = whole;
    let total: f64 = sizes.iter().sum();
    let scale = width * height / total;
    let mut places = Vec::with_capacity(sizes.len());
    let mut rest = sizes;
    while !rest.is_empty() {
        let side = width.min(height);
        let worst = |row: &[f64]| {
            let sum: f64 = row.iter().sum::<f64>() * scale;
            let depth = sum / side;
            let ratio = |size: &f64| {
                let length = size * scale / depth;
                (length / depth).max(depth / length)
            };
            row.iter().map(ratio).fold(0.0, f64::max)
        };
        let mut count = 1;
        while count < rest.len() && worst(&rest[..=count]) <= worst(&rest[..count]) {
            count += 1;
        }
        let (row, behind) = rest.split_at(count);
        let depth = row.iter().sum::<f64>() * scale / side;
        let mut along = 0.0;
        for size in row {
            let length = size * scale / depth;
            let place = if width >= height {
                (left, top + along, depth, length)
            } else {
                (left + along, top, length, depth)
            };
            places.push(place);
            along += length;
        }
        if width >= height {
            left += depth;
            width -= depth;
        } else {
            top += depth;
            height -= depth;
        }
        rest = behind;
    }
    places
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use proptest::{collection::vec, prop_assert, proptest};

    use super::{TreemapColumns, squarified, treemap};
    use crate::{
        export::sheet::{Sheet, sample},
        view::{grid::projection::Projection, workbench::index::TableIndex},
    };

    proptest! {
        /// Areas are as the sizes, and lie inside.
        #[test]
        fn areas_are_as_sizes(mut sizes in vec(0.5..100.0_f64, 1..25)) {
            sizes.sort_by(|a, b| b.total_cmp(a));
            let total: f64 = sizes.iter().sum();
            let places = squarified(&sizes, (10.0, 20.0, 300.0, 200.0));
            for ((left, top, width, height), size) in places.into_iter().zip(&sizes) {
                prop_assert!((width * height - size / total * 60_000.0).abs() < 1e-3);
                prop_assert!(left >= 10.0 - 1e-6 && top >= 20.0 - 1e-6);
                prop_assert!(left + width <= 310.0 + 1e-3 && top + height <= 220.0 + 1e-3);
            }
        }
    }

    #[test]
    fn rows_are_parted_and_said() {
        let sample = sample::sample();
        let projection = Projection::printed(&sample.table, Rc::new(vec![1, 0, 2, 3]));
        let sheet = Sheet::printed(&sample.table, &sample.origin, &projection);
        let columns = TreemapColumns { area: 3, group: None, color: Some(2) };
        let (drawing, _) = treemap(&sheet, &mut TableIndex::default(), columns).unwrap();
        let words: Vec<&str> = drawing.marks.iter().map(|mark| mark.words.as_str()).collect();
        assert_eq!(words, ["衡汐传动: 33,079, -5.17%", "岚桥控股: 1.5, (8.61)"]);
    }
}
