//! A text that is one very long table with tabs between its cells. Its beginning is read as any report is; the rows
//! behind have the form of those before them and are taken as places straight from their lines, some thousand at a
//! time, so that a page can paint in between.

use std::rc::Rc;

use super::table::{fill_down, may_be_summary, role};
use crate::{
    model::{
        report::Report,
        table::{CellPlace, RowRole, TableBlock},
    },
    text::{
        source::{Media, Source},
        span::Span,
    },
};

/// Texts with fewer lines are read in one go.
const LEAST_LINES: usize = 4_096;

/// How much of the text is read as its beginning, in bytes: some hundreds of rows, which tell what the columns are.
const BEGINNING: usize = 1 << 15;

/// The beginning of a text, up to a line end.
#[must_use]
pub fn beginning(text: &[u8]) -> &[u8] {
    let cut = &text[..text.len().min(BEGINNING)];
    cut.iter().rposition(|byte| *byte == b'\n').map_or(cut, |end| &cut[..=end])
}

/// A reading of such a text under way.
pub struct LongReading {
    source: Rc<Source>,
    head: Report,
    table: TableBlock,
    /// The header's lowest line, which may be printed again further down.
    header: Span,
    /// The line to be read next.
    at: usize,
    is_other: bool,
}

impl LongReading {
    /// The reading of `source` with its beginning read; `None` where that is anything but a table of tabs that goes on.
    #[must_use]
    pub fn begin(source: &Rc<Source>) -> Option<Self> {
        Self::begin_at(source, LEAST_LINES, beginning(source.text().as_bytes()).len())
    }

    fn begin_at(source: &Rc<Source>, least: usize, length: usize) -> Option<Self> {
        if source.line_count() < least || source.media() != Media::Text || length >= source.text().len() {
            return None;
        }
        let at = source.line_at(length as u32);
        let text = source.text().get(..length)?;
        let head = Source::new(source.name(), text.to_owned(), source.encoding(), source.byte_count());
        let mut head = super::report_in_one(Rc::new(head));
        let table_span = head.tables.last()?.span;
        // What stands in a cell of the table is a fact of its row, not of the text.
        head.masthead.title.take_if(|title| table_span.contains(title.span));
        let table = Rc::unwrap_or_clone(head.tables.pop()?);
        let width = table.columns.len();
        let last = table.cells.get(table.cells.len().checked_sub(width)?)?.span();
        let first_line = source.line_at(table.cells.first()?.span().start);
        // One row a line, up to the line before the next; what spans lines, or stands beside, is read in one go.
        let is_plain = source.line_at(last.start) + 1 == at
            && at - first_line == table.row_count()
            && table.group.is_none()
            && table.texts.is_empty()
            && (0..width).all(|column| (0..table.row_count()).any(|row| !is_blank(&table, row, column)));
        let header = first_line.checked_sub(1).map(|line| source.line(line)).unwrap_or_default();
        is_plain.then(|| Self { source: source.clone(), head, table, header, at, is_other: false })
    }

    /// Reads so many lines more; whether that was the end.
    pub fn step(&mut self, lines: usize) -> bool {
        let end = (self.at + lines).min(self.source.line_count());
        let width = self.table.columns.len();
        let more = (end - self.at) * width;
        if self.table.cells.capacity() - self.table.cells.len() < more {
            let rest = self.source.line_count() - self.at;
            self.table.cells.reserve_exact(rest * width);
            self.table.row_roles.reserve_exact(rest);
        }
        let source = self.source.clone();
        while self.at < end && !self.is_other {
            let line = source.line(self.at);
            self.push(source.text(), line);
            self.at += 1;
        }
        self.is_other || self.at >= source.line_count()
    }

    /// The report; `None` where a line further down is no row of the table.
    #[must_use]
    pub fn finish(mut self) -> Option<Report> {
        if self.is_other {
            return None;
        }
        fill_down(&mut self.table);
        self.head.tables.push(Rc::new(self.table));
        let of_whole = |table: Rc<TableBlock>| {
            Rc::new(TableBlock { source: self.source.clone(), ..Rc::unwrap_or_clone(table) })
        };
        let tables = self.head.tables.into_iter().map(of_whole).collect();
        Some(Report { source: self.source, tables, ..self.head })
    }

    /// Adds the cells of `line` as a row.
    fn push(&mut self, text: &str, line: Span) {
        let bytes = text.as_bytes();
        let width = self.table.columns.len();
        let begin = self.table.cells.len();
        let (mut start, mut at, mut last, mut last_filled) = (line.start, line.start, line.start, line.start);
        let (mut column, mut filled) = (0, 0);
        while at <= line.end {
            if at < line.end && bytes[at as usize] != b'\t' {
                at += 1;
                continue;
            }
            let cell = trimmed(text, Span { start, end: at });
            if cell.start < cell.end {
                if column >= width {
                    self.is_other = true;
                    return;
                }
                filled += 1;
                last_filled = cell.end;
            }
            if column < width {
                self.table.cells.push(CellPlace::printed(cell));
            }
            last = cell.end;
            column += 1;
            at += 1;
            start = at;
        }
        if filled == 0 || column < 2 {
            // Blank lines may end the text; what stands behind them, or has no tabs, is no row.
            self.table.cells.truncate(begin);
            self.is_other = !text[line.start as usize..].trim().is_empty();
            self.at = self.source.line_count();
            return;
        }
        let missing = CellPlace::printed(Span { start: last, end: last });
        while column < width {
            self.table.cells.push(missing);
            column += 1;
        }
        let row = &self.table.cells[begin..];
        if self.repeats_header(text, row) {
            self.table.cells.truncate(begin);
            return;
        }
        // A summary has its label among its first three filled cells, a heading is alone.
        let filled_cells = row.iter().map(|place| place.span()).filter(|span| !span.is_empty()).take(3);
        let may_be_other =
            filled == 1 || filled_cells.into_iter().any(|span| may_be_summary(&bytes[span.range()]));
        let role = match may_be_other {
            true => role(row.iter().map(|place| &text[place.span().range()]), width),
            false => RowRole::Data,
        };
        self.table.row_roles.push(role);
        self.table.span.end = self.table.span.end.max(last_filled);
    }

    /// Whether `row` prints the lowest header row again, as tables do that go on over a page break.
    fn repeats_header(&self, text: &str, row: &[CellPlace]) -> bool {
        // Nearly every row differs from it in its first byte.
        let first = |at: u32| text.as_bytes().get(at as usize);
        if row.first().is_some_and(|place| first(place.span().start) != first(self.header.start)) {
            return false;
        }
        let mut labels = text[self.header.range()].split('\t').map(str::trim);
        row.iter().all(|place| labels.next().unwrap_or_default() == &text[place.span().range()])
    }
}

fn is_blank(table: &TableBlock, row: usize, column: usize) -> bool {
    table.cells[row * table.columns.len() + column].span().is_empty()
}

/// `cell` without the white space at its ends; empty at its start where nothing remains.
fn trimmed(text: &str, cell: Span) -> Span {
    let bytes = &text.as_bytes()[cell.range()];
    let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return cell };
    // The wide blanks of Unicode begin with these bytes; few hanzi do, and no digit or letter.
    let may_be_blank = |byte: u8| byte <= b' ' || matches!(byte, 0xC2 | 0xE1..=0xE3);
    let before_last = bytes.len().checked_sub(3).map_or(0, |at| bytes[at]);
    let is_tight = !may_be_blank(*first) && *last > b' ' && !matches!(before_last, 0xE1..=0xE3);
    if is_tight && (*last < 0x80 || bytes.len() < 2 || bytes[bytes.len() - 2] != 0xC2) {
        return cell;
    }
    let whole = &text[cell.range()];
    let kept = whole.trim();
    let start =
        cell.start + if kept.is_empty() { 0 } else { (whole.len() - whole.trim_start().len()) as u32 };
    Span { start, end: start + kept.len() as u32 }
}

/// What `source` says, where it is such a text.
#[must_use]
pub fn report(source: &Rc<Source>) -> Option<Report> {
    let mut reading = LongReading::begin(source)?;
    while !reading.step(LEAST_LINES) {}
    reading.finish()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use proptest::prelude::{ProptestConfig, prop, prop_assert, prop_assume, proptest};

    use super::{LongReading, beginning};
    use crate::{
        model::{report::Report, table::TableBlock},
        parse::report_in_one,
        text::source::Source,
    };

    /// The report of `text` read as a long one whose first `rows` lines are its beginning.
    fn long(text: &str, rows: usize) -> Option<Report> {
        let source = Rc::new(Source::of_text("long.tsv", text));
        let length = source.line(rows).range().start;
        let mut reading = LongReading::begin_at(&source, rows, length)?;
        while !reading.step(3) {}
        reading.finish()
    }

    /// Checks that a text is read the same in one go and as a long one, or only in one go.
    #[track_caller]
    fn check(text: &str, is_long: bool) {
        let read = long(text, 8);
        assert_eq!(read.is_some(), is_long, "{text}");
        if let Some(read) = read {
            let whole = report_in_one(Rc::new(Source::of_text("long.tsv", text)));
            assert_eq!(read.tables.len(), whole.tables.len());
            for (read, whole) in read.tables.iter().zip(&whole.tables) {
                assert_eq!(read.cells, whole.cells);
                assert_eq!(read.row_roles, whole.row_roles);
                assert_eq!((read.columns.len(), read.span), (whole.columns.len(), whole.span));
            }
        }
    }

    fn table(rows: &[&str]) -> String {
        let begun = (1..=10).map(|row| format!("6889{row:02}.SH\t衡汐{row}\t减速器\t{row}.5%\n"));
        let header = "代码\t名称\t环节\t涨跌幅\n".to_owned();
        std::iter::once(header).chain(begun).chain(rows.iter().map(|row| format!("{row}\n"))).collect()
    }

    #[test]
    fn rows_below_are_as_those_above() {
        check(
            &table(&["688920.SH\t澄江\t丝杠\t-3%", "688921.SH\t 云岭 \t\t-", "\t\u{3000}朔屿\t丝杠"]),
            true,
        );
        check(&table(&["688920.SH\t澄江", "平均值\t\t\t3%", "", "  "]), true);
        check(&table(&["代码\t名称\t环节\t涨跌幅", "688920.SH\t澄江\t丝杠\t-3%\t\t"]), true);
        check(&table(&["板块\t\t\t", "688920.SH\t澄江\t丝杠\t-3%"]), true);
    }

    #[test]
    fn what_is_no_row_is_read_in_one_go() {
        check(&table(&["688920.SH\t澄江\t丝杠\t-3%\t多", "1\t2\t3\t4"]), false);
        check(&table(&["资料来源：甲"]), false);
        check(&table(&["", "688920.SH\t澄江\t丝杠\t-3%"]), false);
        check("一行文字。\n二\n三\n四\n五\n六\n七\n八\n九\n十\n", false);
    }

    #[test]
    fn a_beginning_ends_with_a_line() {
        let text = "一二三四五六七八九\n".repeat(10_000);
        let begun = beginning(text.as_bytes());
        assert!(begun.ends_with(b"\n") && begun.len() > 30_000 && std::str::from_utf8(begun).is_ok());
        assert_eq!(beginning(b"one line"), b"one line");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_rows_are_read_as_in_one_go(rows in prop::collection::vec(prop::collection::vec(prop::sample::select(vec![
            "688901.SH", "甲公司", " 乙 ", "", "12.5%", "-", "合计", "中位数", "\u{3000}", "代码", "名称",
        ]), 1..6), 0..30)) {
            let rows: Vec<String> = rows.iter().map(|cells| cells.join("\t")).collect();
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            let text = table(&rows);
            if let Some(read) = long(&text, 8) {
                let whole = report_in_one(Rc::new(Source::of_text("long.tsv", text)));
                let (Some(read), Some(whole)) = (read.tables.last(), whole.tables.last()) else { return Ok(()) };
                // Rows further down may make another kind of a column, and labels are filled down by kinds.
                let kinds = |table: &TableBlock| table.columns.iter().map(|column| column.kind).collect::<Vec<_>>();
                prop_assume!(kinds(read) == kinds(whole));
                prop_assert!(read.cells == whole.cells && read.row_roles == whole.row_roles);
            }
        }
    }
}
