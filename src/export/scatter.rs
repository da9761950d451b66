//! A scatter of two columns.

use std::collections::HashMap;

use super::{
    drawing::{Anchor, Drawing, Ink, LeftOut, Shape, fitted},
    plot::{BOTTOM, Entry, MARGIN, TOP, WIDTH, entries, figures, framed, ticks},
    sheet::Sheet,
};
use crate::view::{
    decimal::decimal,
    workbench::{index::TableIndex, words::phrases::column_name},
};

/// The height of the picture itself.
const HEIGHT: f64 = 480.0;

/// The most dots of one picture; the first rows are drawn.
const MOST: usize = 600;

/// So many names are written beside their dots.
const MOST_NAMES: usize = 40;

/// The picture of `across` and `up`; `None` where fewer than two rows have both. Whether not all rows are in it.
pub fn scatter(
    sheet: &Sheet<'_>,
    index: &mut TableIndex,
    across: u32,
    up: u32,
) -> Option<(Drawing, LeftOut)> {
    let (mut one, left_of_one) = figures(sheet, index, across);
    let (other, left_of_other) = figures(sheet, index, up);
    let others: HashMap<u32, f64> = other.into_iter().collect();
    one.retain(|(row, _)| others.contains_key(row));
    if one.len() < 2 {
        return None;
    }
    let left_out =
        LeftOut { rows: one.len() > MOST, currencies: left_of_one.currencies || left_of_other.currencies };
    one.truncate(MOST);
    let other: Vec<(u32, f64)> = one.iter().filter_map(|(row, _)| Some((*row, *others.get(row)?))).collect();
    let both: Vec<(Entry, Entry)> =
        entries(sheet, across, &one).into_iter().zip(entries(sheet, up, &other)).collect();
    let names = (column_name(sheet.table, across), column_name(sheet.table, up));
    let mut drawing = framed(sheet, TOP + HEIGHT + BOTTOM + 24.0, &format!("{} × {}", names.0, names.1));
    draw(&mut drawing, &both, &names);
    Some((drawing, left_out))
}

fn draw(drawing: &mut Drawing, entries: &[(Entry, Entry)], names: &(String, String)) {
    let (left, right) = (MARGIN + 60.0, WIDTH - MARGIN - 20.0);
    let (top, bottom) = (TOP + 8.0, TOP + HEIGHT - 28.0);
    let ends = |figures: &dyn Fn(&(Entry, Entry)) -> f64| {
        let least = entries.iter().map(figures).fold(f64::INFINITY, f64::min);
        let most = entries.iter().map(figures).fold(f64::NEG_INFINITY, f64::max);
        let room = if most > least { (most - least) * 0.04 } else { 1.0 };
        (least - room, most + room)
    };
    let (low_x, high_x) = ends(&|entry| entry.0.figure);
    let (low_y, high_y) = ends(&|entry| entry.1.figure);
    let x = |figure: f64| left + (figure - low_x) / (high_x - low_x) * (right - left);
    let y = |figure: f64| bottom - (figure - low_y) / (high_y - low_y) * (bottom - top);
    for tick in ticks(low_x, high_x, 8.0) {
        drawing.line((x(tick), top), (x(tick), bottom), if tick == 0.0 { Ink::Quiet } else { Ink::Grid });
        drawing.write((x(tick), bottom + 18.0), decimal(tick, 4), 11.0, Anchor::Middle, Ink::Quiet);
    }
    for tick in ticks(low_y, high_y, 8.0) {
        drawing.line((left, y(tick)), (right, y(tick)), if tick == 0.0 { Ink::Quiet } else { Ink::Grid });
        drawing.write((left - 8.0, y(tick) + 4.0), decimal(tick, 4), 11.0, Anchor::End, Ink::Quiet);
    }
    drawing.write((right, bottom + 38.0), names.0.clone(), 12.0, Anchor::End, Ink::Text);
    drawing.write((MARGIN, top - 4.0), names.1.clone(), 12.0, Anchor::Start, Ink::Text);
    for (across, up) in entries {
        let mark = Some(drawing.mark(format!("{}: {}, {}", across.name, across.text, up.text)));
        let middle = (x(across.figure), y(up.figure));
        drawing.shapes.push(Shape::Dot { middle, radius: 4.5, ink: Ink::Plain, mark });
        if entries.len() <= MOST_NAMES {
            let is_right = middle.0 > right - 90.0;
            let (at, anchor) = if is_right { (-8.0, Anchor::End) } else { (8.0, Anchor::Start) };
            let name = fitted(&across.name, 11.0, 90.0);
            drawing.write((middle.0 + at, middle.1 + 4.0), name, 11.0, anchor, Ink::Text);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::scatter;
    use crate::{
        export::{
            drawing::Shape,
            sheet::{Sheet, sample},
        },
        view::{grid::projection::Projection, workbench::index::TableIndex},
    };

    #[test]
    fn rows_with_both_figures_are_dots_where_their_figures_are() {
        let sample = sample::sample();
        let projection = Projection::printed(&sample.table, Rc::new(vec![2, 1, 0, 3]));
        let sheet = Sheet::printed(&sample.table, &sample.origin, &projection);
        let (drawing, _) = scatter(&sheet, &mut TableIndex::default(), 2, 4).unwrap();
        let words: Vec<&str> = drawing.marks.iter().map(|mark| mark.words.as_str()).collect();
        assert_eq!(words, ["澄江科技: 3%, 15", "衡汐传动: -5.17%, 11.2x"]);
        let dots: Vec<(f64, f64)> = drawing
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Dot { middle, .. } => Some(*middle),
                _ => None,
            })
            .collect();
        assert!(dots[0].0 > dots[1].0 && dots[0].1 < dots[1].1, "more is to the right and above: {dots:?}");
        assert_eq!(
            scatter(&sheet, &mut TableIndex::default(), 2, 3).map(|(drawing, _)| drawing.marks.len()),
            Some(2)
        );
    }
}
