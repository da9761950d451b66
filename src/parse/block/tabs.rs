//! Tables whose cells are separated by tabs.

use super::{
    Grid, LineKind,
    line::{line, trimmed},
};
use crate::text::{source::Source, span::Span};

/// The run of lines that begins with line `first`: its grid, and how many lines it takes. Without a grid it is running
/// text up to its end, and no later line of it begins a grid either.
///
/// A grid is a run of lines with tabs, one row with at least two cells filled among them. A short line without a tab
/// between two such lines of equal width is a heading inside the table, whose closing tabs were lost.
pub fn grid(source: &Source, first: usize) -> (Option<Grid>, usize) {
    let text = source.text();
    let mut rows: Vec<Vec<Span>> = Vec::new();
    let mut at = first;
    while at < source.line_count() {
        let span = source.line(at);
        if has_tab(text, span) {
            rows.push(cells(text, span));
        } else if !rows.is_empty() && is_inner_heading(source, at) {
            rows.push(vec![trimmed(text, span)]);
        } else {
            break;
        }
        at += 1;
    }
    let filled = |row: &Vec<Span>| row.iter().filter(|cell| !cell.is_empty()).count();
    if !rows.iter().any(|row| filled(row) >= 2) {
        return (None, at - first);
    }
    let span = source.line(first).to(source.line(at - 1));
    (Some(Grid { rows, span, ..Grid::default() }), at - first)
}

fn has_tab(text: &str, span: Span) -> bool {
    let bytes = &text.as_bytes()[span.range()];
    bytes.contains(&b'\t') && bytes.iter().any(|byte| !byte.is_ascii_whitespace())
}

fn tab_count(source: &Source, line: usize) -> usize {
    source.text().as_bytes()[source.line(line).range()].iter().filter(|byte| **byte == b'\t').count()
}

/// Whether line `at`, which has no tab, stands between two rows of equal width and is short running text.
fn is_inner_heading(source: &Source, at: usize) -> bool {
    let text = source.text();
    let before = tab_count(source, at - 1);
    if before < 2 || at + 1 >= source.line_count() || tab_count(source, at + 1) != before {
        return false;
    }
    let span = source.line(at);
    span.range().len() <= 60
        && line(text, span, false)
            .is_some_and(|line| matches!(line.kind, LineKind::Prose | LineKind::Heading(_) | LineKind::Item))
}

fn cells(text: &str, span: Span) -> Vec<Span> {
    let mut start = span.range().start;
    text[span.range()]
        .split('\t')
        .map(|cell| {
            let cell = Span::new(start, start + cell.len());
            start = cell.range().end + 1;
            trimmed(text, cell)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::{
        parse::block::{Block, blocks},
        text::source::Source,
    };

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let source = Source::of_text("cases.txt", text);
        let found: Vec<String> = blocks(&source)
            .iter()
            .map(|block| match block {
                Block::Line(line) => format!("{:?} {}", line.kind, source.slice(line.span)),
                Block::Grid(grid) => {
                    let row = |row: &Vec<_>| {
                        row.iter().map(|cell| source.slice(*cell)).collect::<Vec<_>>().join("|")
                    };
                    grid.rows.iter().map(row).collect::<Vec<_>>().join("/")
                }
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn rows_with_blanks_keep_their_cells() {
        check(
            "前文\n代码\t名称\tPE\n600000.SH\t甲\t\n\t乙 \t3\n\n后文",
            &["Prose 前文", "代码|名称|PE/600000.SH|甲|/|乙|3", "Prose 后文"],
        );
    }

    #[test]
    fn an_indented_paragraph_is_no_grid() {
        check("\t第一段文字。\n\t第二段文字。", &["Prose 第一段文字。", "Prose 第二段文字。"]);
    }

    #[test]
    fn a_heading_between_rows_is_a_row() {
        check(
            "代码\t名称\tPE\n芯片\nA\tB\t1\r\n来源: 某某\nC\tD\t2",
            &["代码|名称|PE/芯片/A|B|1", "Sources 来源: 某某", "C|D|2"],
        );
    }
}
