//! The two forms that the clipboard gets: text with tabs, and HTML with kinds, by which Excel and WPS keep `000977` as
//! text and `-5.17%` as a number.

use std::ops::Range;

use super::{
    lines::tab_line,
    sheet::{Content, Sheet, content},
};

/// What is copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Text with tabs.
    pub text: String,
    /// HTML with kinds.
    pub html: String,
}

/// Cells being copied, a run of rows at a time.
pub struct Copying {
    columns: Range<usize>,
    text: String,
    html: String,
}

impl Copying {
    /// Begins with the cells of these columns, by position.
    #[must_use]
    pub fn begin(sheet: &Sheet<'_>, columns: Range<usize>, has_headers: bool) -> Self {
        let columns = columns.start..columns.end.min(sheet.column_count());
        let (mut text, mut html) = (String::new(), String::from("<meta charset=\"utf-8\"><table>"));
        if has_headers {
            let headers = &sheet.headers()[columns.clone()];
            text.push_str(&tab_line(headers));
            let cells: String =
                headers.iter().map(|header| format!("<th>{}</th>", escaped(header))).collect();
            html.push_str(&format!("<thead><tr>{cells}</tr></thead>"));
        }
        Self { columns, text, html }
    }

    /// Takes in the rows at these positions.
    pub fn take(&mut self, sheet: &Sheet<'_>, rows: Range<usize>) {
        for row in rows.start..rows.end.min(sheet.row_count()) {
            let texts = &sheet.texts(row)[self.columns.clone()];
            self.text.push_str(&tab_line(texts));
            self.html.push_str("<tr>");
            for (cell, position) in texts.iter().zip(self.columns.clone()) {
                self.html.push_str(&html_cell(cell, &content(cell, sheet.kind(position))));
            }
            self.html.push_str("</tr>");
        }
    }

    /// Both forms, with the line that says where the table comes from or without.
    #[must_use]
    pub fn finish(mut self, sheet: &Sheet<'_>, has_source: bool) -> Copied {
        self.html.push_str("</table>");
        let source = sheet.source_line();
        if has_source && !source.is_empty() {
            self.text.push_str(&tab_line(&[&source]));
            self.html.push_str(&format!("<p>{}</p>", escaped(&source)));
        }
        Copied { text: self.text, html: self.html }
    }
}

fn html_cell(text: &str, content: &Content) -> String {
    let shown = escaped(text);
    match content {
        Content::Number(number, form) => {
            // Excel reads the number from here and not from the text, and shows it by the format.
            let format = escaped(&form.code().replace('"', "\\0022"));
            format!("<td x:num=\"{number}\" style=\"mso-number-format:'{format}'\">{shown}</td>")
        }
        Content::Text => format!("<td style=\"mso-number-format:'\\@'\">{shown}</td>"),
        Content::Blank => "<td></td>".to_owned(),
    }
}

/// With what means something in markup as entities.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Copied, Copying};
    use crate::{
        export::sheet::{Sheet, sample},
        view::grid::projection::Projection,
    };

    fn copied(
        sheet: &Sheet<'_>,
        rows: std::ops::Range<usize>,
        columns: std::ops::Range<usize>,
        is_whole: bool,
    ) -> Copied {
        let mut copying = Copying::begin(sheet, columns, is_whole);
        copying.take(sheet, rows.start..rows.start + 1);
        copying.take(sheet, rows.start + 1..rows.end);
        copying.finish(sheet, is_whole)
    }

    #[test]
    fn text_and_markup_hold_the_same_cells() {
        let sample = sample::sample();
        let projection = Projection::printed(&sample.table, Rc::new(vec![0, 1, 2, 3]));
        let sheet = Sheet::printed(&sample.table, &sample.origin, &projection);
        let copied = copied(&sheet, 0..4, 0..6, true);
        let mut lines: Vec<&str> = copied.text.lines().collect();
        assert_eq!(lines.pop(), Some("北辰证券研究所 · 北辰证券 · 《周报》 · 2024-01-05"));
        let cells: Vec<Vec<&str>> = lines.iter().map(|line| line.split('\t').collect()).collect();
        assert_eq!(cells[0], ["代码", "名称", "涨跌幅", "市值", "PE 2023E", "注"]);
        assert_eq!(cells[1], ["000977", "衡汐传动", "-5.17%", "33,079", "11.2x", "=SUM(A1)"]);
        let document = tl::parse(&copied.html, tl::ParserOptions::default()).unwrap();
        let parser = document.parser();
        let rows = document.query_selector("tr").unwrap();
        let found: Vec<Vec<String>> = rows
            .map(|row| {
                let row = row.get(parser).unwrap().as_tag().unwrap();
                let children = row.children();
                let cells = children.top().iter();
                let text = |cell: &tl::NodeHandle| cell.get(parser).unwrap().inner_text(parser);
                cells.map(|cell| text(cell).replace("&quot;", "\"")).collect()
            })
            .collect();
        assert_eq!(found, cells);
    }

    #[test]
    fn codes_stay_text_and_figures_become_numbers() {
        let sample = sample::sample();
        let projection = Projection::printed(&sample.table, Rc::new(vec![0]));
        let html =
            copied(&Sheet::printed(&sample.table, &sample.origin, &projection), 0..1, 0..4, false).html;
        assert!(html.contains("<td style=\"mso-number-format:'\\@'\">000977</td>"), "{html}");
        assert!(
            html.contains("<td x:num=\"-0.0517\" style=\"mso-number-format:'0.00%'\">-5.17%</td>"),
            "{html}"
        );
        assert!(
            html.contains("<td x:num=\"33079\" style=\"mso-number-format:'#,##0'\">33,079</td>"),
            "{html}"
        );
    }

    #[test]
    fn a_range_is_cut_out_of_what_is_there() {
        let sample = sample::sample();
        let projection = Projection::printed(&sample.table, Rc::new(vec![2, 0]));
        let copied = copied(&Sheet::printed(&sample.table, &sample.origin, &projection), 1..9, 1..3, false);
        assert_eq!(copied.text, "衡汐传动\t-5.17%\n");
    }
}
