//! Tables whose cells are separated by tabs.

use super::{
    Grid, LineKind, Marks,
    line::{line, trimmed},
};
use crate::text::{source::Source, span::Span};

/// The run of lines that begins with line `first`: its grid, and how many lines it takes. Without a grid it is running
/// text up to its end, and no later line of it begins a grid either.
///
/// A grid is a run of lines with tabs, one row with at least two cells filled among them. A short line without a tab
/// between two such lines of equal width is a heading inside the table, whose closing tabs were lost.
pub fn grid(source: &Source, marks: &[Marks], first: usize) -> (Option<Grid>, usize) {
    let text = source.text();
    let mut grid = Grid::default();
    let mut is_table = false;
    let mut at = first;
    while at < marks.len() {
        let span = source.line(at);
        if marks[at].holds(Marks::TAB) {
            is_table |= push_cells(&mut grid, text, span) >= 2;
        } else if grid.height() > 0 && is_inner_heading(source, marks, at) {
            grid.push_row(&[trimmed(text, span)]);
        } else {
            break;
        }
        at += 1;
    }
    grid.span = source.line(first).to(source.line(at.max(1) - 1));
    (is_table.then_some(grid), at - first)
}

fn tab_count(source: &Source, line: usize) -> usize {
    source.text().as_bytes()[source.line(line).range()].iter().filter(|byte| **byte == b'\t').count()
}

/// Whether line `at`, which has no tab, stands between two rows of equal width and is short running text.
fn is_inner_heading(source: &Source, marks: &[Marks], at: usize) -> bool {
    if !marks.get(at + 1).is_some_and(|next| next.holds(Marks::TAB)) {
        return false;
    }
    let text = source.text();
    let before = tab_count(source, at - 1);
    if before < 2 || tab_count(source, at + 1) != before {
        return false;
    }
    let span = source.line(at);
    span.range().len() <= 60
        && line(text, span, false)
            .is_some_and(|line| matches!(line.kind, LineKind::Prose | LineKind::Heading(_) | LineKind::Item))
}

/// Adds the cells of the line at `span` as a row; how many of them are filled.
fn push_cells(grid: &mut Grid, text: &str, span: Span) -> usize {
    let bytes = &text.as_bytes()[..span.range().end];
    let (mut start, mut filled) = (span.range().start, 0);
    loop {
        let end =
            bytes[start..].iter().position(|byte| *byte == b'\t').map_or(bytes.len(), |tab| start + tab);
        let cell = trimmed(text, Span::new(start, end));
        filled += usize::from(!cell.is_empty());
        grid.push(cell);
        start = end + 1;
        if end == bytes.len() {
            break;
        }
    }
    grid.end_row();
    filled
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
                    let row =
                        |row: &[_]| row.iter().map(|cell| source.slice(*cell)).collect::<Vec<_>>().join("|");
                    grid.rows().map(row).collect::<Vec<_>>().join("/")
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
