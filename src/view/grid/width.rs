//! How wide the columns of a long grid are: told from their texts, so that no row moves them while scrolling.

use crate::model::table::TableBlock;

/// The narrowest and the widest that a column is by itself, in CSS pixels.
const LEAST: f64 = 56.0;
const MOST: f64 = 320.0;

/// What stands beside the text: the padding of both sides, and the arrow of a change or of an order.
const BESIDE: f64 = 24.0 + 15.0;

/// The height of the letters in cells and in headers, in CSS pixels.
const CELL_LETTERS: f64 = 13.0;
const HEAD_LETTERS: f64 = 12.0;

/// How many rows are measured, spread over all.
const SAMPLE: usize = 200;

/// The width of `column` in CSS pixels: its header and its longest cell of those looked at.
#[must_use]
pub fn column_width(table: &TableBlock, column: usize) -> u32 {
    let label = table.columns.get(column).and_then(|column| column.path.last());
    let head = label.map_or(0.0, |label| letters(label) * HEAD_LETTERS * 1.04);
    let step = table.row_count().div_ceil(SAMPLE).max(1);
    let cell = |row: usize| letters(&table.cell(row, column).text) * CELL_LETTERS;
    let widest = (0..table.row_count()).step_by(step).map(cell).fold(head, f64::max);
    (widest + BESIDE).clamp(LEAST, MOST).ceil() as u32
}

/// How many letter heights `text` is wide: a Chinese character is one, a digit or a Latin letter over a half, a point
/// a third. Rather a little too much, since what does not fit is cut.
fn letters(text: &str) -> f64 {
    let width = |character: char| match character {
        '.' | ',' | ':' | ';' | '\'' | '|' | 'i' | 'l' | ' ' | '(' | ')' | '-' => 0.36,
        'A'..='Z' | '%' | '+' => 0.78,
        character if character.is_ascii() => 0.58,
        _ => 1.0,
    };
    text.chars().map(width).sum()
}

#[cfg(test)]
mod tests {
    use super::{LEAST, MOST, column_width};
    use crate::model::{sample, table::ColumnKind};

    #[test]
    fn the_longest_cell_or_the_header_decides() {
        let long = "长".repeat(80);
        let text = format!("代码\t一个很长的列名\t注\n688901.SH\t1\t{long}\n1\t2\t\n");
        let kinds = [ColumnKind::SecurityCode, ColumnKind::Number, ColumnKind::Text];
        let table = sample::table(&kinds, &text);
        let widths = [0, 1, 2].map(|column| f64::from(column_width(&table, column)));
        assert!((90.0..130.0).contains(&widths[0]), "{widths:?}");
        assert!((110.0..160.0).contains(&widths[1]), "{widths:?}");
        assert_eq!(widths[2], MOST);
        assert_eq!(f64::from(column_width(&table, 9)), LEAST);
    }
}
