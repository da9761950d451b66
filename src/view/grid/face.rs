//! What stands in a grid's cells and columns, as classes and markup: the same in the page, which writes it into the
//! rows on the screen, and natively in tests.

use std::ops::Range;

use crate::{
    model::{
        code::SecurityCode,
        table::{Column, ColumnKind, RowRole, TableBlock},
        value::Value,
    },
    view::{
        alignment::{Alignment, alignment},
        grid::dressing::CellDress,
        settings::Language,
    },
};

/// How a column's cells are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnFace {
    /// The classes that all its cells have.
    pub class: String,
    /// What its numbers are padded with.
    pub alignment: Option<Alignment>,
}

impl ColumnFace {
    /// The face of `column`, which is the `pin`th of those that stay in view.
    #[must_use]
    pub fn of(table: &TableBlock, column: usize, pin: Option<usize>) -> Self {
        let kind = table.columns.get(column).map(|column| column.kind).unwrap_or_default();
        let mut class = String::from(match kind {
            kind if kind.is_numeric() => "number",
            ColumnKind::Range | ColumnKind::Date => "number",
            ColumnKind::SecurityCode => "code",
            ColumnKind::SecurityName => "name",
            ColumnKind::Rating => "rating",
            _ if is_short(table, column) => "short",
            _ => "text",
        });
        if let Some(pin) = pin {
            class.push_str(" pin pin-");
            class.push_str(&pin.to_string());
        }
        Self { class, alignment: kind.is_numeric().then(|| alignment(table, column)) }
    }
}

/// Whether a column's words are so few that they stand on one line, judged by its first rows.
fn is_short(table: &TableBlock, column: usize) -> bool {
    (0..table.row_count().min(200)).all(|row| table.cell(row, column).text.chars().count() <= 12)
}

/// A cell's classes beside its column's, each with a blank before it, and what stands in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellContent {
    /// The classes.
    pub class: String,
    /// The markup; texts in it are escaped. A number is text alone, which a browser sets much faster than markup: its arrow
    /// and its padding come from the style sheet.
    pub markup: String,
    /// What a number is followed by unseen, so that the points of its column stand under each other.
    pub padding: String,
}

impl CellContent {
    fn add(&mut self, class: &str) {
        self.class.push(' ');
        self.class.push_str(class);
    }

    fn text(&mut self, text: &str) {
        escape(text, &mut self.markup);
    }

    fn span(&mut self, class: &str, text: &str) {
        self.markup.push_str("<span class=\"");
        self.markup.push_str(class);
        self.markup.push_str("\">");
        self.text(text);
        self.markup.push_str("</span>");
    }

    /// What is seen and not read out.
    fn silent(&mut self, class: &str, text: &str) {
        self.span(class, text);
        let at = self.markup.rfind("<span").unwrap_or_default() + "<span".len();
        self.markup.insert_str(at, " aria-hidden=\"true\"");
    }

    /// What is read out and not seen.
    fn unseen(&mut self, text: &str) {
        self.span("visually-hidden", text);
    }

    /// `text` with `hits` marked.
    fn marked(&mut self, text: &str, hits: &[Range<usize>]) {
        let mut from = 0;
        for hit in hits {
            let (Some(before), Some(found)) = (text.get(from..hit.start), text.get(hit.clone())) else {
                continue;
            };
            self.text(before);
            self.markup.push_str("<mark class=\"hit\">");
            self.text(found);
            self.markup.push_str("</mark>");
            from = hit.end;
        }
        self.text(text.get(from..).unwrap_or_default());
    }
}

/// Appends `text` so that markup holds it as text.
fn escape(text: &str, markup: &mut String) {
    for piece in text.split_inclusive(['&', '<']) {
        let (plain, mark) = match piece.as_bytes().last() {
            Some(b'&') => (&piece[..piece.len() - 1], "&amp;"),
            Some(b'<') => (&piece[..piece.len() - 1], "&lt;"),
            _ => (piece, ""),
        };
        markup.push_str(plain);
        markup.push_str(mark);
    }
}

/// The class of a change by the way it goes; the style sheet gives it its arrow.
fn direction(column: &Column, value: &Value) -> Option<&'static str> {
    let Value::Number { number, .. } = value else { return None };
    match column.kind {
        ColumnKind::Change | ColumnKind::Growth if *number > 0.0 => Some("up"),
        ColumnKind::Change | ColumnKind::Growth if *number < 0.0 => Some("down"),
        ColumnKind::Change | ColumnKind::Growth => Some("flat"),
        _ => None,
    }
}

/// What stands in the cell of `row` and `column`, shown as `dress` says where there is one.
#[must_use]
pub fn cell_content(
    table: &TableBlock,
    row: usize,
    column: usize,
    alignment: Option<&Alignment>,
    dress: Option<&CellDress>,
    language: Language,
) -> CellContent {
    let words = language.words();
    let cell = table.cell(row, column);
    let value = table.value(row, column);
    let mut content = CellContent::default();
    let is_blank = cell.text.is_empty();
    let change = table.columns.get(column).and_then(|column| direction(column, &value));
    if cell.inherited {
        content.add("is-inherited");
    }
    if is_blank {
        content.add("is-blank");
    }
    if matches!(value, Value::Missing(_)) {
        content.add("is-missing");
    }
    if is_rating(table, row, column) {
        content.add("is-rating");
    }
    if let Some(class) = change {
        content.add(class);
    }
    if let Some(dress) = dress.filter(|dress| !dress.class.is_empty()) {
        content.add(&dress.class);
    }
    if table.row_roles.get(row) == Some(&RowRole::Summary) {
        content.unseen(words.summary_row);
        content.markup.insert(content.markup.len() - "</span>".len(), ' ');
    }
    let printed: &str = &cell.text;
    let shown = dress.and_then(|dress| dress.text.as_deref()).unwrap_or(printed);
    let hits = dress.map_or(&[][..], |dress| &dress.hits);
    if let (Some(alignment), Value::Number { .. } | Value::Missing(_), false) = (alignment, &value, is_blank)
    {
        content.marked(shown, hits);
        // What is shown in another unit has other digits than the column's.
        if shown == printed {
            content.padding = alignment.aligned(printed).padding;
        }
        return content;
    }
    if is_blank {
        content.unseen(words.blank);
    } else {
        content.marked(shown, hits);
    }
    match value {
        Value::Code(SecurityCode { derived: true, exchange, .. }) => {
            content.markup.push_str("<span class=\"derived\" title=\"");
            content.markup.push_str(words.derived);
            content.markup.push_str("\">.");
            content.markup.push_str(exchange.suffix());
            content.markup.push_str("</span>");
        }
        _ if cell.inherited => {
            content.markup.push_str("<span class=\"visually-hidden\"> (");
            content.markup.push_str(words.inherited);
            content.markup.push_str(")</span>");
        }
        _ => {}
    }
    content
}

/// Whether the cell holds a rating word, which opens its definition.
#[must_use]
pub fn is_rating(table: &TableBlock, row: usize, column: usize) -> bool {
    table.columns.get(column).is_some_and(|column| column.kind == ColumnKind::Rating)
        && !table.cell(row, column).text.is_empty()
}

/// What stands under one column in the head of a group: its figures, a line each.
#[must_use]
pub fn group_content(figures: &str) -> CellContent {
    let mut content = CellContent::default();
    for figure in figures.lines() {
        content.span("group-figure", figure);
    }
    content
}

/// What stands first in the head of a group: its label and how many rows it has.
#[must_use]
pub fn group_label(label: &str, count: u32, language: Language) -> CellContent {
    let mut content = CellContent::default();
    content.silent("group-sign", "");
    content.text(if label.is_empty() { language.words().blank } else { label });
    content.markup.push(' ');
    content.span("group-count", &count.to_string());
    content
}

#[cfg(test)]
mod tests {
    use super::{ColumnFace, cell_content, group_content};
    use crate::{
        model::{sample, table::ColumnKind},
        view::{grid::dressing::CellDress, settings::Language},
    };

    /// Checks class, markup and padding of the first cell of a column of that kind.
    #[track_caller]
    fn check(kind: ColumnKind, cell: &str, dress: Option<&CellDress>, expected: [&str; 3]) {
        let table = sample::table(&[kind, ColumnKind::Text], &format!("列\t注\n{cell}\t注\n12.75%\t注\n"));
        let face = ColumnFace::of(&table, 0, None);
        let content = cell_content(&table, 0, 0, face.alignment.as_ref(), dress, Language::Chinese);
        assert_eq!([content.class, content.markup, content.padding], expected);
    }

    #[test]
    fn texts_are_escaped_wherever_they_stand() {
        check(ColumnKind::Text, "<b>&lt;", None, ["", "&lt;b>&amp;lt;", ""]);
        let hit = CellDress { hits: vec![0..1, 2..4], ..CellDress::default() };
        let markup = "<mark class=\"hit\">&lt;</mark>b<mark class=\"hit\">>&amp;</mark>c";
        check(ColumnKind::Text, "<b>&c", Some(&hit), ["", markup, ""]);
        assert_eq!(group_content("<1").markup, "<span class=\"group-figure\">&lt;1</span>");
    }

    #[test]
    fn a_change_has_its_direction_and_its_padding() {
        check(ColumnKind::Change, "-3", None, [" down", "-3", ".00%"]);
        let dress =
            CellDress { text: Some("-300".to_owned()), class: "heat down-2".to_owned(), hits: vec![] };
        check(ColumnKind::Change, "-3", Some(&dress), [" down heat down-2", "-300", ""]);
    }

    #[test]
    fn hits_that_are_none_of_the_text_mark_nothing() {
        let hit = CellDress { hits: vec![1..2, 0..90], ..CellDress::default() };
        check(ColumnKind::Text, "澄江", Some(&hit), ["", "澄江", ""]);
    }
}
