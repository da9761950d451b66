//! What is written into a workbook, mark by mark: into the file itself, or into a text from which another thread writes
//! the file, since packing 100,000 rows takes seconds.

/// Between marks, and between what one says. No cell holds such a character: Excel refuses it.
const MARK: char = '\u{1e}';
const FIELD: char = '\u{1f}';

/// One thing written into a workbook. Rows and columns are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark<'a> {
    /// A sheet of that name begins; what follows is written into it.
    Sheet(&'a str),
    /// A column is so many digits wide.
    Width(u16, f64),
    /// So many rows and columns stay in view.
    Freeze(u32, u16),
    /// A header over the columns from the first to the last.
    Header {
        /// Row.
        row: u32,
        /// First column.
        first: u16,
        /// Last column.
        last: u16,
        /// What it says.
        text: &'a str,
    },
    /// A number, shown in a format of spreadsheet programs.
    Number {
        /// Row.
        row: u32,
        /// Column.
        column: u16,
        /// The number.
        number: f64,
        /// The format, `0.00%`.
        format: &'a str,
        /// Whether it is bold.
        is_bold: bool,
    },
    /// A text.
    Text {
        /// Row.
        row: u32,
        /// Column.
        column: u16,
        /// The text.
        text: &'a str,
        /// Whether it is bold.
        is_bold: bool,
    },
}

/// What marks are made on.
pub trait Paper {
    /// Makes a mark.
    fn put(&mut self, mark: Mark<'_>);
}

/// A file of marks. Who holds one needs none of what writes it: that is loaded when it is begun.
pub trait Written: Paper {
    /// The file; `None` where it does not hold all that was put into it.
    fn finish(self: Box<Self>) -> Option<Vec<u8>>;
}

/// Marks as a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkText(pub String);

impl Paper for MarkText {
    fn put(&mut self, mark: Mark<'_>) {
        match mark {
            Mark::Sheet(name) => self.push(&["s", name]),
            Mark::Width(column, width) => self.push(&["w", &column.to_string(), &width.to_string()]),
            Mark::Freeze(row, column) => self.push(&["f", &row.to_string(), &column.to_string()]),
            Mark::Header { row, first, last, text } => {
                self.push(&["h", &row.to_string(), &first.to_string(), &last.to_string(), text]);
            }
            Mark::Number { row, column, number, format, is_bold } => {
                let kind = if is_bold { "N" } else { "n" };
                self.push(&[kind, &row.to_string(), &column.to_string(), &number.to_string(), format]);
            }
            Mark::Text { row, column, text, is_bold } => {
                self.push(&[if is_bold { "T" } else { "t" }, &row.to_string(), &column.to_string(), text]);
            }
        }
    }
}

impl MarkText {
    fn push(&mut self, fields: &[&str]) {
        for (place, field) in fields.iter().enumerate() {
            if place > 0 {
                self.0.push(FIELD);
            }
            self.0.extend(field.chars().filter(|character| !matches!(*character, MARK | FIELD)));
        }
        self.0.push(MARK);
    }
}

/// Makes the marks that [`MarkText`] wrote as `text` on `paper`; what is none is passed over.
pub fn put_all(text: &str, paper: &mut dyn Paper) {
    for written in text.split_terminator(MARK) {
        if let Some(mark) = mark(written) {
            paper.put(mark);
        }
    }
}

fn mark(written: &str) -> Option<Mark<'_>> {
    let mut fields = written.split(FIELD);
    let kind = fields.next()?;
    if kind == "s" {
        return fields.next().map(Mark::Sheet);
    }
    if kind == "w" {
        return Some(Mark::Width(fields.next()?.parse().ok()?, fields.next()?.parse().ok()?));
    }
    let (row, column) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    let is_bold = matches!(kind, "N" | "T");
    Some(match kind {
        "f" => Mark::Freeze(row, column),
        "h" => Mark::Header { row, first: column, last: fields.next()?.parse().ok()?, text: fields.next()? },
        "n" | "N" => {
            let number = fields.next()?.parse().ok()?;
            Mark::Number { row, column, number, format: fields.next()?, is_bold }
        }
        "t" | "T" => Mark::Text { row, column, text: fields.next()?, is_bold },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Mark, MarkText, Paper, put_all};

    /// The marks made on it, as they are written for a test's eyes.
    #[derive(Default)]
    struct Listed(Vec<String>);

    impl Paper for Listed {
        fn put(&mut self, mark: Mark<'_>) {
            self.0.push(format!("{mark:?}"));
        }
    }

    #[test]
    fn marks_cross_as_they_were_made() {
        let marks = [
            Mark::Sheet("表"),
            Mark::Width(2, 14.5),
            Mark::Freeze(2, 1),
            Mark::Header { row: 0, first: 3, last: 5, text: "涨跌幅" },
            Mark::Header { row: 1, first: 3, last: 3, text: "" },
            Mark::Number { row: 2, column: 3, number: -0.0517, format: "0.00%", is_bold: false },
            Mark::Number { row: 3, column: 3, number: 1e-9, format: "#,##0", is_bold: true },
            Mark::Text { row: 2, column: 0, text: "000977", is_bold: false },
            Mark::Text { row: 3, column: 0, text: "平均\n值", is_bold: true },
        ];
        let (mut text, mut expected, mut found) = (MarkText::default(), Listed::default(), Listed::default());
        for mark in marks {
            text.put(mark);
            expected.put(mark);
        }
        put_all(&text.0, &mut found);
        assert_eq!(found.0, expected.0);
    }

    #[test]
    fn no_cell_says_where_another_begins() {
        let mut text = MarkText::default();
        text.put(Mark::Text { row: 0, column: 0, text: "甲\u{1e}t\u{1f}9\u{1f}9\u{1f}乙", is_bold: false });
        let mut found = Listed::default();
        put_all(&text.0, &mut found);
        let expected = Mark::Text { row: 0, column: 0, text: "甲t99乙", is_bold: false };
        assert_eq!(found.0, [format!("{expected:?}")]);
        put_all("t\u{1f}x\u{1f}0\u{1f}甲\u{1e}?\u{1e}", &mut found);
        assert_eq!(found.0.len(), 1, "what is no mark is passed over");
    }
}
