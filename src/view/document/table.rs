//! Tables in the document, written cell by cell.

use serde::{
    Serialize, Serializer,
    ser::{SerializeSeq as _, SerializeStruct as _},
};

use super::SpanForm;
use crate::model::{
    table::{Column, ColumnKind, RowRole, TableBlock, TableKind},
    value::Value,
};

/// A table.
pub struct TableForm<'a>(pub &'a TableBlock);

impl Serialize for TableForm<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let table = self.0;
        let kind = match table.kind {
            TableKind::Stocks => "stocks",
            TableKind::Ratings => "ratings",
            TableKind::Other => "other",
        };
        let notes: Vec<&str> = table.notes.iter().map(|note| note.value.as_str()).collect();
        let columns: Vec<ColumnForm<'_>> = table.columns.iter().map(column).collect();
        let roles: Vec<&str> = table.row_roles.iter().map(|role| role_name(*role)).collect();
        let mut form = serializer.serialize_struct("Table", 11)?;
        form.serialize_field("caption", &table.caption.as_ref().map(|caption| &caption.value))?;
        form.serialize_field("number", &table.number)?;
        form.serialize_field("group", &table.group.as_ref().map(|group| &group.value))?;
        form.serialize_field("kind", kind)?;
        form.serialize_field("unit", &table.unit)?;
        form.serialize_field("source", &table.sources.as_ref().map(|sources| &sources.value))?;
        form.serialize_field("notes", &notes)?;
        form.serialize_field("columns", &columns)?;
        form.serialize_field("rows", &Rows(table))?;
        form.serialize_field("row_roles", &roles)?;
        form.serialize_field("span", &SpanForm(table.span))?;
        form.end()
    }
}

/// The name of a row's role.
#[must_use]
pub fn role_name(role: RowRole) -> &'static str {
    match role {
        RowRole::Data => "data",
        RowRole::Section => "section",
        RowRole::Summary => "summary",
    }
}

#[derive(Serialize)]
struct ColumnForm<'a> {
    path: &'a [String],
    kind: &'static str,
    unit: Option<&'a str>,
    period: Option<&'a str>,
}

fn column(column: &Column) -> ColumnForm<'_> {
    ColumnForm {
        path: &column.path,
        kind: kind_name(column.kind),
        unit: column.unit.as_deref(),
        period: column.period.as_deref(),
    }
}

fn kind_name(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::SecurityCode => "security_code",
        ColumnKind::SecurityName => "security_name",
        ColumnKind::Rating => "rating",
        ColumnKind::Price => "price",
        ColumnKind::TargetPrice => "target_price",
        ColumnKind::MarketCap => "market_cap",
        ColumnKind::Eps => "eps",
        ColumnKind::Pe => "pe",
        ColumnKind::Pb => "pb",
        ColumnKind::Ps => "ps",
        ColumnKind::Peg => "peg",
        ColumnKind::EvEbitda => "ev_ebitda",
        ColumnKind::Roe => "roe",
        ColumnKind::DividendYield => "dividend_yield",
        ColumnKind::Revenue => "revenue",
        ColumnKind::NetProfit => "net_profit",
        ColumnKind::Growth => "growth",
        ColumnKind::Change => "change",
        ColumnKind::Date => "date",
        ColumnKind::Number => "number",
        ColumnKind::Range => "range",
        ColumnKind::Text => "text",
    }
}

struct Rows<'a>(&'a TableBlock);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let columns: Vec<usize> = (0..self.0.columns.len()).collect();
        let mut rows = serializer.serialize_seq(Some(self.0.row_count()))?;
        for row in 0..self.0.row_count() {
            rows.serialize_element(&RowForm { table: self.0, row, columns: &columns })?;
        }
        rows.end()
    }
}

/// A row with some of its columns.
pub struct RowForm<'a> {
    /// The table.
    pub table: &'a TableBlock,
    /// The row's number.
    pub row: usize,
    /// The columns, in the order in which they are written.
    pub columns: &'a [usize],
}

impl Serialize for RowForm<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { table, row, columns } = *self;
        let mut cells = serializer.serialize_seq(Some(columns.len()))?;
        for column in columns {
            let cell = table.cell(row, *column);
            let (value, unit) = value(table.value(row, *column), table.columns[*column].kind);
            cells.serialize_element(&CellForm {
                text: &cell.text,
                value,
                unit,
                span: SpanForm(cell.span),
                inherited: cell.inherited,
            })?;
        }
        cells.end()
    }
}

#[derive(Serialize)]
struct CellForm<'a> {
    text: &'a str,
    value: ValueForm,
    unit: Option<String>,
    span: SpanForm,
    inherited: bool,
}

/// A cell's value; words in a column of figures or codes have none.
#[derive(Serialize)]
#[serde(untagged)]
enum ValueForm {
    Number(f64),
    Whole(i64),
    Range([f64; 2]),
    Words(String),
    None(()),
}

fn value(value: Value, kind: ColumnKind) -> (ValueForm, Option<String>) {
    match value {
        // Whole numbers are written as printed, without a decimal point.
        Value::Number { number, unit } if number.fract() == 0.0 && number.abs() < 9e15 => {
            (ValueForm::Whole(number as i64), unit)
        }
        Value::Number { number, unit } => (ValueForm::Number(number), unit),
        Value::Range { low, high, unit } => (ValueForm::Range([low, high]), unit),
        Value::Code(code) => (ValueForm::Words(code.to_string()), None),
        Value::Rating(word) => (ValueForm::Words(word), None),
        Value::Date(date) => (ValueForm::Words(date.to_string()), None),
        Value::Text(text) if matches!(kind, ColumnKind::Text | ColumnKind::SecurityName) => {
            (ValueForm::Words(text), None)
        }
        Value::Text(_) | Value::Missing(_) => (ValueForm::None(()), None),
    }
}
