//! Tables: columns with paths and kinds, cells as places in the source.

use std::{borrow::Cow, rc::Rc};

use super::{fact::Fact, value::Value};
use crate::text::{source::Source, span::Span};

/// What a table is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableKind {
    /// Securities with figures.
    Stocks,
    /// Definitions of grades.
    Ratings,
    /// Anything else.
    #[default]
    Other,
}

/// What a column's cells are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColumnKind {
    /// Security codes.
    SecurityCode,
    /// Names of securities.
    SecurityName,
    /// Rating words.
    Rating,
    /// Prices of a share.
    Price,
    /// Prices that the house expects.
    TargetPrice,
    /// Market values.
    MarketCap,
    /// Earnings per share.
    Eps,
    /// Price to earnings.
    Pe,
    /// Price to book.
    Pb,
    /// Price to sales.
    Ps,
    /// Price to earnings to growth.
    Peg,
    /// Enterprise value to EBITDA.
    EvEbitda,
    /// Return on equity.
    Roe,
    /// Dividend yield.
    DividendYield,
    /// Revenue.
    Revenue,
    /// Net profit.
    NetProfit,
    /// Growth of a figure of the accounts.
    Growth,
    /// Change of a price.
    Change,
    /// Days.
    Date,
    /// Numbers of another kind.
    Number,
    /// Two limits.
    Range,
    /// Words.
    #[default]
    Text,
}

impl ColumnKind {
    /// Whether its cells are single numbers.
    #[must_use]
    pub fn is_numeric(self) -> bool {
        !matches!(
            self,
            Self::SecurityCode | Self::SecurityName | Self::Rating | Self::Date | Self::Range | Self::Text
        )
    }
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// The header's words from the top row down; at least one, which may be empty.
    pub path: Vec<String>,
    /// Where the lowest header cell is printed.
    pub span: Span,
    /// What its cells are.
    pub kind: ColumnKind,
    /// The unit that header or caption prints for it.
    pub unit: Option<String>,
    /// The fiscal period that its header names, `2023E`.
    pub period: Option<String>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowRole {
    /// An entry.
    #[default]
    Data,
    /// A heading inside the table.
    Section,
    /// 平均值, 中位数, 合计.
    Summary,
}

/// Where a cell is printed, in eight bytes: the start, the length, and whether the cell is filled down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CellPlace {
    start: u32,
    length_and_mark: u32,
}

impl CellPlace {
    const INHERITED: u32 = 1 << 31;

    /// A cell printed at `span`.
    #[must_use]
    pub fn printed(span: Span) -> Self {
        Self { start: span.start, length_and_mark: (span.end - span.start) & !Self::INHERITED }
    }

    /// A label cell that spans rows, filled into a further row; `span` is where it is printed.
    #[must_use]
    pub fn inherited(span: Span) -> Self {
        let printed = Self::printed(span);
        Self { length_and_mark: printed.length_and_mark | Self::INHERITED, ..printed }
    }

    /// Where it is printed.
    #[must_use]
    pub fn span(self) -> Span {
        Span { start: self.start, end: self.start + (self.length_and_mark & !Self::INHERITED) }
    }

    /// Whether it is filled down from a row above.
    #[must_use]
    pub fn is_inherited(self) -> bool {
        self.length_and_mark & Self::INHERITED != 0
    }
}

/// A table as printed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableBlock {
    /// The text that the cells are places of.
    pub source: Rc<Source>,
    /// The caption line as printed with its number, or the heading right above.
    pub caption: Option<Fact<String>>,
    /// The number in the caption, `图表 1`.
    pub number: Option<String>,
    /// The heading of one of several panels side by side.
    pub group: Option<Fact<String>>,
    /// What it is for.
    pub kind: TableKind,
    /// The unit that the caption prints for the whole table.
    pub unit: Option<String>,
    /// What follows 资料来源.
    pub sources: Option<Fact<String>>,
    /// The 注, one each.
    pub notes: Vec<Fact<String>>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The role of each row; as many as rows.
    pub row_roles: Vec<RowRole>,
    /// Row by row, as many as rows × columns.
    pub cells: Vec<CellPlace>,
    /// Each with an index into `cells`, by which they are sorted: texts of cells that are not what the source has under the
    /// span, because they were joined over lines, or escapes and entities in them undone.
    pub texts: Vec<(u32, String)>,
    /// From the first header cell to the last cell.
    pub span: Span,
}

/// One cell, looked up.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell<'a> {
    /// The printed text, white space at its ends aside; empty where blank.
    pub text: Cow<'a, str>,
    /// Where it is printed; empty, at the place where it would be, for a blank.
    pub span: Span,
    /// Whether it is filled down from a row above.
    pub inherited: bool,
}

impl TableBlock {
    /// How many rows.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.row_roles.len()
    }

    /// The cell of `row` and `column`, both counted from 0; blank where there is none.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        let index = row * self.columns.len() + column;
        let place = self.cells.get(index).copied().unwrap_or_default();
        let own = self.texts.binary_search_by_key(&(index as u32), |(cell, _)| *cell);
        let text = own.map_or_else(|_| self.source.slice(place.span()).trim(), |own| &self.texts[own].1);
        Cell { text: Cow::Borrowed(text), span: place.span(), inherited: place.is_inherited() }
    }

    /// What the cell of `row` and `column` means, by its column's kind.
    #[must_use]
    pub fn value(&self, row: usize, column: usize) -> Value {
        let kind = self.columns.get(column).map(|column| column.kind).unwrap_or_default();
        Value::of(&self.cell(row, column).text, kind)
    }
}
