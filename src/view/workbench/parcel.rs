//! A table as bytes on its way to the module, with what an export says about where it comes from.

mod answer;

use std::{ops::Range, rc::Rc};

use crate::{
    model::{
        fact::Fact,
        report::Report,
        table::{CellPlace, Column, ColumnKind, RowRole, TableBlock, TableKind},
    },
    text::{
        packed::{Packing, Unpacking},
        source::Source,
        span::Span,
    },
};

pub use answer::{Answer, dress_of_bytes, dress_to_bytes};

/// Where a table comes from, as far as its report says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    /// The house.
    pub broker: Option<String>,
    /// The report's title.
    pub title: Option<String>,
    /// Its date, `2024-12-31`.
    pub date: Option<String>,
    /// The file's name.
    pub file: String,
    /// The grades that the report defines: the place of the subject among all subjects, word, and condition as printed,
    /// from best to worst in each scale.
    pub definitions: Vec<Definition>,
}

/// A grade as a report defines it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Definition {
    /// The word.
    pub label: String,
    /// The condition as printed.
    pub condition: String,
    /// The indexes that it is counted against, joined.
    pub benchmarks: String,
}

/// A table with where it comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parcel {
    /// The table; its cells are places of its own text, which begins at [`offset`](Self::offset) of the report's, while
    /// its own span is a place of the report's.
    pub table: Rc<TableBlock>,
    /// Where the table's text begins in the report's, in bytes.
    pub offset: u32,
    /// Where it comes from.
    pub origin: Origin,
}

/// The bytes of a parcel being put together, a run of rows at a time, since a long table takes longer than a frame.
pub struct Wrapping {
    head: Packing,
    cells: Packing,
    texts: Packing,
    text_count: usize,
    text: Span,
    next: usize,
}

impl Wrapping {
    /// Begins with everything but the cells.
    #[must_use]
    pub fn begin(report: &Report, table: &TableBlock) -> Self {
        let mut head = Packing::default();
        let masthead = &report.masthead;
        head.optional(masthead.broker.as_ref().map(|broker| broker.value.as_str()));
        head.optional(masthead.title.as_ref().map(|title| title.value.as_str()));
        head.text(&masthead.date.as_ref().map(|date| date.date.to_string()).unwrap_or_default());
        head.text(report.source.name());
        let bands = report.rating_scales.iter().map(|scale| scale.bands.len()).sum();
        head.number(bands);
        for scale in &report.rating_scales {
            let benchmarks: Vec<&str> = scale.benchmarks.iter().map(|fact| fact.value.as_str()).collect();
            for band in scale.ladder() {
                head.text(&band.label.value);
                head.text(&band.definition.value);
                head.text(&benchmarks.join("、"));
            }
        }
        for fact in [&table.caption, &table.group, &table.sources] {
            head.optional(fact.as_ref().map(|fact| fact.value.as_str()));
        }
        head.optional(table.number.as_deref());
        head.optional(table.unit.as_deref());
        head.number(table.span.start as usize);
        head.number(table.span.end as usize);
        head.number(match table.kind {
            TableKind::Stocks => 0,
            TableKind::Ratings => 1,
            TableKind::Other => 2,
        });
        head.number(table.notes.len());
        table.notes.iter().for_each(|note| head.text(&note.value));
        head.number(table.columns.len());
        for column in &table.columns {
            head.texts(&column.path);
            head.number(column.kind as usize);
            head.optional(column.unit.as_deref());
            head.optional(column.period.as_deref());
        }
        Self {
            head,
            cells: Packing::default(),
            texts: Packing::default(),
            text_count: 0,
            text: Span { start: u32::MAX, end: 0 },
            next: 0,
        }
    }

    /// Takes in further rows, `count` at most; whether all are in.
    pub fn wrap_on(&mut self, table: &TableBlock, count: usize) -> bool {
        let until = self.next.saturating_add(count).min(table.row_count());
        for row in self.next..until {
            self.cells.number(table.row_roles[row] as usize);
            for column in 0..table.columns.len() {
                let cell = table.cell(row, column);
                self.text = self.text.to(cell.span);
                self.cells.number(cell.span.start as usize);
                self.cells.number(cell.span.range().len() << 1 | usize::from(cell.inherited));
                if table.source.slice(cell.span).trim() != cell.text {
                    self.texts.number(row * table.columns.len() + column);
                    self.texts.text(&cell.text);
                    self.text_count += 1;
                }
            }
        }
        self.next = until;
        until == table.row_count()
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(self, table: &TableBlock) -> Vec<u8> {
        let Self { mut head, cells, texts, text_count, text, next } = self;
        head.number(next);
        let text = if next == 0 || table.columns.is_empty() { Span::default() } else { text };
        head.number(text.start as usize);
        head.text(table.source.slice(text));
        head.number(text_count);
        [head.bytes(), texts.bytes(), cells.bytes()].concat()
    }
}

impl Parcel {
    /// The parcel of such bytes.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let mut unpacking = Unpacking::of(bytes);
        let from = &mut unpacking;
        let (broker, title, date, file) = (from.optional(), from.optional(), from.optional(), from.text());
        let definition = |from: &mut Unpacking<'_>| Definition {
            label: from.text(),
            condition: from.text(),
            benchmarks: from.text(),
        };
        let definitions = from.many(definition);
        let fact = |text: Option<String>| text.map(|value| Fact { value, span: Span::default() });
        let (caption, group, sources) = (fact(from.optional()), fact(from.optional()), fact(from.optional()));
        let (number, unit) = (from.optional(), from.optional());
        let span = Span::new(from.number(), from.number());
        let kind = match from.number() {
            0 => TableKind::Stocks,
            1 => TableKind::Ratings,
            _ => TableKind::Other,
        };
        let notes = from.many(|from| Fact { value: from.text(), span: Span::default() });
        let columns = from.many(|from| Column {
            path: from.texts(),
            kind: KINDS.get(from.number()).copied().unwrap_or_default(),
            unit: from.optional(),
            period: from.optional(),
            ..Column::default()
        });
        let row_count = from.number();
        let offset = from.number();
        let text = from.text();
        let texts = from.many(|from| (from.number() as u32, from.text())).into_iter().collect();
        let mut table = TableBlock {
            source: Rc::new(Source::of_text(file.clone(), text)),
            caption,
            group,
            sources,
            number,
            unit,
            kind,
            notes,
            columns,
            texts,
            span,
            ..TableBlock::default()
        };
        for _ in 0..row_count {
            table.row_roles.push(match from.number() {
                0 => RowRole::Data,
                1 => RowRole::Section,
                _ => RowRole::Summary,
            });
            for _ in 0..table.columns.len() {
                let start = from.number().saturating_sub(offset);
                let length_and_mark = from.number();
                let span = Span::new(start, start + (length_and_mark >> 1));
                let is_inherited = length_and_mark & 1 == 1;
                table.cells.push(if is_inherited {
                    CellPlace::inherited(span)
                } else {
                    CellPlace::printed(span)
                });
            }
        }
        let origin = Origin { broker, title, date, file, definitions };
        Self { table: Rc::new(table), offset: offset as u32, origin }
    }

    /// Where a cell's place is in the report's text, in bytes.
    #[must_use]
    pub fn place(&self, span: Span) -> Range<usize> {
        let offset = self.offset as usize;
        span.start as usize + offset..span.end as usize + offset
    }
}

/// All kinds, in the order in which they are declared.
const KINDS: [ColumnKind; 22] = [
    ColumnKind::SecurityCode,
    ColumnKind::SecurityName,
    ColumnKind::Rating,
    ColumnKind::Price,
    ColumnKind::TargetPrice,
    ColumnKind::MarketCap,
    ColumnKind::Eps,
    ColumnKind::Pe,
    ColumnKind::Pb,
    ColumnKind::Ps,
    ColumnKind::Peg,
    ColumnKind::EvEbitda,
    ColumnKind::Roe,
    ColumnKind::DividendYield,
    ColumnKind::Revenue,
    ColumnKind::NetProfit,
    ColumnKind::Growth,
    ColumnKind::Change,
    ColumnKind::Date,
    ColumnKind::Number,
    ColumnKind::Range,
    ColumnKind::Text,
];

#[cfg(test)]
mod tests;
