//! Ranked bars: the figures of one column in the order in which the table stands.

use super::{
    drawing::{Anchor, Drawing, Ink, LeftOut, Shape, fitted},
    plot::{BOTTOM, Entry, MARGIN, TOP, WIDTH, entries, figures, framed},
    sheet::Sheet,
};
use crate::{
    model::table::ColumnKind,
    view::workbench::{index::TableIndex, words::phrases::column_name},
};

/// The most bars of one picture.
pub const MOST: usize = 60;

/// The height of a bar and of what is free below it.
const ROW: f64 = 22.0;

/// The picture of `column`; `None` where fewer than two rows have a figure. Whether not all rows are in it.
pub fn ranking(sheet: &Sheet<'_>, index: &mut TableIndex, column: u32) -> Option<(Drawing, LeftOut)> {
    let (mut found, mut left_out) = figures(sheet, index, column);
    left_out.rows = found.len() > MOST;
    found.truncate(MOST);
    if found.len() < 2 {
        return None;
    }
    let found = entries(sheet, column, &found);
    let height = TOP + found.len() as f64 * ROW + BOTTOM;
    let mut drawing = framed(sheet, height, &column_name(sheet.table, column));
    let kind = sheet.table.columns.get(column as usize)?.kind;
    draw(&mut drawing, &found, matches!(kind, ColumnKind::Change | ColumnKind::Growth));
    Some((drawing, left_out))
}

fn draw(drawing: &mut Drawing, entries: &[Entry], is_change: bool) {
    const NAMES: f64 = 150.0;
    const FIGURES: f64 = 90.0;
    let least = entries.iter().map(|entry| entry.figure).fold(0.0, f64::min);
    let most = entries.iter().map(|entry| entry.figure).fold(0.0, f64::max);
    let span = if most > least { most - least } else { 1.0 };
    let (left, right) = (MARGIN + NAMES, WIDTH - MARGIN - FIGURES);
    let at = |figure: f64| left + (figure - least) / span * (right - left);
    let zero = at(0.0);
    for (place, entry) in entries.iter().enumerate() {
        let top = TOP + place as f64 * ROW;
        let base = top + ROW * 0.68;
        let mark = drawing.mark(format!("{}: {}", entry.name, entry.text));
        let end = at(entry.figure);
        let ink = match entry.figure {
            figure if figure < 0.0 => Ink::Fall(4),
            _ if is_change => Ink::Rise(4),
            _ => Ink::Plain,
        };
        let place = (zero.min(end), top + 3.0, (end - zero).abs().max(1.0), ROW - 6.0);
        drawing.shapes.push(Shape::Box { place, ink, mark: Some(mark) });
        drawing.write(
            (left - 8.0, base),
            fitted(&entry.name, 12.0, NAMES - 10.0),
            12.0,
            Anchor::End,
            Ink::Text,
        );
        drawing.write((WIDTH - MARGIN, base), entry.text.clone(), 12.0, Anchor::End, Ink::Text);
    }
    drawing.line((zero, TOP), (zero, TOP + entries.len() as f64 * ROW), Ink::Quiet);
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::ranking;
    use crate::{
        export::{
            drawing::{LeftOut, Shape},
            sheet::{Sheet, sample},
        },
        view::{grid::projection::Projection, workbench::index::TableIndex},
    };

    #[test]
    fn bars_stand_as_the_table_does_and_are_as_long_as_their_figures() {
        let sample = sample::sample();
        let projection = Projection::printed(&sample.table, Rc::new(vec![2, 0, 1, 3]));
        let sheet = Sheet::printed(&sample.table, &sample.origin, &projection);
        let (drawing, left_out) = ranking(&sheet, &mut TableIndex::default(), 2).unwrap();
        let words: Vec<&str> = drawing.marks.iter().map(|mark| mark.words.as_str()).collect();
        assert_eq!(words, ["澄江科技: 3%", "衡汐传动: -5.17%", "岚桥控股: (8.61)"]);
        assert_eq!(left_out, LeftOut::default());
        let bars: Vec<(f64, f64)> = drawing
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Box { place, mark: Some(_), .. } => Some((place.0, place.2)),
                _ => None,
            })
            .collect();
        let unit = bars[0].1 / 3.0;
        assert!((bars[1].1 - 5.17 * unit).abs() < 1e-6 && (bars[2].1 - 8.61 * unit).abs() < 1e-6);
        assert!((bars[1].0 + bars[1].1 - bars[0].0).abs() < 1e-6, "both begin at zero");
    }

    #[test]
    fn one_figure_makes_no_picture() {
        let sample = sample::sample();
        let projection = Projection::printed(&sample.table, Rc::new(vec![0]));
        let sheet = Sheet::printed(&sample.table, &sample.origin, &projection);
        assert_eq!(ranking(&sheet, &mut TableIndex::default(), 2), None);
    }
}
