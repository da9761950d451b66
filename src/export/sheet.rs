//! A table as it leaves the page: its columns and rows in their order, each cell with its text and what the text means.

use std::borrow::Cow;

use super::origin::Origin;
use crate::{
    model::{
        code::SecurityCode,
        table::{ColumnKind, RowRole, TableBlock},
        value::Value,
    },
    view::{
        grid::projection::{Projection, ShownColumn, ShownRow},
        workbench::{arranging::Wardrobe, index::TableIndex, words::phrases::column_name},
    },
};

/// A table as it leaves the page.
pub struct Sheet<'a> {
    /// The table.
    pub table: &'a TableBlock,
    /// Where it comes from.
    pub origin: &'a Origin,
    /// Which columns and rows, in which order.
    pub projection: &'a Projection,
    /// How cells are shown that are not as printed.
    dressed: Option<(&'a Wardrobe, &'a TableIndex)>,
}

/// What a cell is for a program that keeps kinds apart.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A number as such a program keeps it (-0.0517 for `-5.17%`), and how it is shown.
    Number(f64, Form),
    /// Words, codes, ranges, days.
    Text,
    /// Nothing.
    Blank,
}

/// How a number is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// How many decimals.
    pub decimals: usize,
    /// Whether thousands are parted.
    pub has_commas: bool,
    /// The unit behind it, `%`, `x`, `亿`; empty where none is.
    pub unit: String,
}

impl Form {
    /// The format of spreadsheet programs, `#,##0.00"x"`.
    #[must_use]
    pub fn code(&self) -> String {
        let mut code = String::from(if self.has_commas { "#,##0" } else { "0" });
        if self.decimals > 0 {
            code.push('.');
            code.push_str(&"0".repeat(self.decimals));
        }
        match self.unit.as_str() {
            "" => {}
            "%" => code.push('%'),
            unit => code.push_str(&format!("\"{}\"", unit.replace('"', ""))),
        }
        code
    }
}

impl<'a> Sheet<'a> {
    /// The table as the grid shows it.
    #[must_use]
    pub fn shown(
        table: &'a TableBlock,
        origin: &'a Origin,
        projection: &'a Projection,
        wardrobe: &'a Wardrobe,
        index: &'a TableIndex,
    ) -> Self {
        let dressed = Some((wardrobe, index)).filter(|(wardrobe, _)| !wardrobe.is_bare());
        Self { dressed, ..Self::printed(table, origin, projection) }
    }

    /// Those columns and rows as printed.
    #[must_use]
    pub fn printed(table: &'a TableBlock, origin: &'a Origin, projection: &'a Projection) -> Self {
        Self { table, origin, projection, dressed: None }
    }

    /// How many columns.
    #[must_use]
    pub fn column_count(&self) -> usize {
        self.projection.columns.len()
    }

    /// How many rows, heads of groups among them.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.projection.row_count()
    }

    /// The header of each column in one line, with the unit that is shown instead of the printed one.
    #[must_use]
    pub fn headers(&self) -> Vec<String> {
        let name = |(place, shown): (usize, &ShownColumn)| {
            let name = column_name(self.table, shown.column);
            match self.projection.notes.get(place).filter(|note| !note.is_empty()) {
                Some(note) => format!("{name} ({note})"),
                None => name,
            }
        };
        self.projection.columns.iter().enumerate().map(name).collect()
    }

    /// What the cells of the column at `position` are.
    #[must_use]
    pub fn kind(&self, position: usize) -> ColumnKind {
        let shown = self.projection.columns.get(position);
        let column = shown.and_then(|shown| self.table.columns.get(shown.column as usize));
        column.map(|column| column.kind).unwrap_or_default()
    }

    /// The texts of the row at `position`, as shown.
    #[must_use]
    pub fn texts(&self, position: usize) -> Vec<Cow<'_, str>> {
        match self.projection.row(position) {
            None => Vec::new(),
            Some(ShownRow::Group(group)) => {
                let group = self.projection.groups.get(group as usize);
                let cell = |place: usize| {
                    let group = group?;
                    let label = format!("{} ({})", group.label, group.count);
                    let measures = group.cells.get(place).map(|cell| cell.replace('\n', "; "));
                    Some(Cow::Owned(if place == 0 { label } else { measures.unwrap_or_default() }))
                };
                (0..self.column_count()).map(|place| cell(place).unwrap_or_default()).collect()
            }
            Some(ShownRow::Printed(row)) => {
                let dress = self.dressed.map(|(wardrobe, index)| wardrobe.row(self.table, index, row));
                let mut dress = dress.unwrap_or_default().into_iter();
                let text = |shown: &ShownColumn| match dress.next().and_then(|dress| dress.text) {
                    Some(text) => Cow::Owned(text),
                    None => self.table.cell(row as usize, shown.column as usize).text,
                };
                self.projection.columns.iter().map(text).collect()
            }
        }
    }

    /// Whether the row at `position` is an entry, and no heading, summary or head of a group.
    #[must_use]
    pub fn is_entry(&self, position: usize) -> bool {
        matches!(self.projection.row(position), Some(ShownRow::Printed(row))
            if self.table.row_roles.get(row as usize) == Some(&RowRole::Data))
    }

    /// The security codes of the rows, in their order, each once.
    #[must_use]
    pub fn codes(&self) -> Vec<SecurityCode> {
        let columns: Vec<usize> = (0..self.table.columns.len())
            .filter(|column| self.table.columns[*column].kind == ColumnKind::SecurityCode)
            .collect();
        let mut codes = Vec::new();
        for position in 0..self.row_count() {
            let Some(ShownRow::Printed(row)) = self.projection.row(position) else { continue };
            for column in &columns {
                if let Value::Code(code) = self.table.value(row as usize, *column)
                    && !codes.contains(&code)
                {
                    codes.push(code);
                }
            }
        }
        codes
    }

    /// The line that says where the table comes from: its own source, the house, the report and its date.
    #[must_use]
    pub fn source_line(&self) -> String {
        let Origin { broker, title, date, .. } = self.origin;
        let sources = self.table.sources.as_ref().map(|sources| sources.value.clone());
        let parts =
            [sources, broker.clone(), title.as_ref().map(|title| format!("《{title}》")), date.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// The caption; the report's title where the table has none.
    #[must_use]
    pub fn caption(&self) -> String {
        let caption = self.table.caption.as_ref().map(|caption| caption.value.clone());
        let group = self.table.group.as_ref().map(|group| group.value.clone());
        let named: Vec<String> = caption.into_iter().chain(group).collect();
        if named.is_empty() { self.origin.title.clone().unwrap_or_default() } else { named.join(" · ") }
    }
}

/// What a cell of that text is in a column of `kind`.
#[must_use]
pub fn content(text: &str, kind: ColumnKind) -> Content {
    match Value::of(text, kind) {
        Value::Number { number, unit } => {
            let digits = text.split_once(['.', '．']).map_or("", |(_, behind)| behind);
            let decimals = digits.chars().take_while(|digit| digit.is_numeric()).count();
            let unit = unit.unwrap_or_default().replace('％', "%");
            let stored = if unit == "%" { percent(number, decimals) } else { number };
            Content::Number(stored, Form { decimals, has_commas: text.contains([',', '，']), unit })
        }
        _ if text.is_empty() => Content::Blank,
        _ => Content::Text,
    }
}

/// A percentage as a part of one, rounded to its printed digits: -5.17 is -0.0517 and not -0.051699999999999996.
fn percent(number: f64, decimals: usize) -> f64 {
    let scale = 10_f64.powi(decimals as i32);
    (number * scale).round() / (scale * 100.0)
}

#[cfg(test)]
pub mod sample {
    //! A table to export.

    use crate::{
        export::origin::{Definition, Origin},
        model::{
            fact::Fact,
            sample,
            table::{ColumnKind, TableBlock},
        },
        text::span::Span,
    };

    /// A table with where it comes from.
    pub struct Sample {
        /// The table.
        pub table: TableBlock,
        /// Where it comes from.
        pub origin: Origin,
    }

    /// A table with what is hard to keep: leading zeros, percents, commas, brackets, formulas, quotes, a summary.
    pub fn sample() -> Sample {
        let kinds = [
            ColumnKind::SecurityCode,
            ColumnKind::SecurityName,
            ColumnKind::Change,
            ColumnKind::MarketCap,
            ColumnKind::Pe,
            ColumnKind::Text,
        ];
        let text = "代码\t名称\t涨跌幅\t市值[亿元]\tPE/2023E\t注\n\
            000977\t衡汐传动\t-5.17%\t33,079\t11.2x\t=SUM(A1)\n\
            0700.HK\t岚桥控股\t(8.61)\t1.5\t-\t\"引\"|号,与 逗号\n\
            688901.SH\t澄江科技\t3%\t\t15\t-5 以下\nΣ平均\t\t-3.6%\t\t13.1\t\n";
        let fact = |text: &str| Some(Fact { value: text.to_owned(), span: Span::default() });
        let mut table = sample::table(&kinds, text);
        table.caption = fact("图表 1：组合 <一览>");
        table.sources = fact("北辰证券研究所");
        let definition = Definition {
            label: "买入".to_owned(),
            condition: "涨幅 15% 以上".to_owned(),
            benchmarks: "沪深300指数".to_owned(),
        };
        let origin = Origin {
            broker: Some("北辰证券".to_owned()),
            title: Some("周报".to_owned()),
            date: Some("2024-01-05".to_owned()),
            file: "weekly.txt".to_owned(),
            definitions: vec![definition],
        };
        Sample { table, origin }
    }
}

#[cfg(test)]
mod tests {
    use super::{Content, Form, content};
    use crate::model::table::ColumnKind;

    #[track_caller]
    fn check(text: &str, kind: ColumnKind, number: Option<(f64, &str)>) {
        let found = match content(text, kind) {
            Content::Number(number, form) => Some((number, form.code())),
            Content::Text | Content::Blank => None,
        };
        assert_eq!(found, number.map(|(number, code)| (number, code.to_owned())), "{text}");
    }

    #[test]
    fn numbers_are_kept_as_numbers_in_their_printed_form() {
        check("-5.17%", ColumnKind::Change, Some((-0.0517, "0.00%")));
        check("33,079", ColumnKind::MarketCap, Some((33079.0, "#,##0")));
        check("(8.61)", ColumnKind::Change, Some((-8.61, "0.00")));
        check("11.2x", ColumnKind::Pe, Some((11.2, "0.0\"x\"")));
        check("1,234.5亿", ColumnKind::MarketCap, Some((1234.5, "#,##0.0\"亿\"")));
        check("29%", ColumnKind::Change, Some((0.29, "0%")));
    }

    #[test]
    fn all_else_is_text() {
        check("000977", ColumnKind::SecurityCode, None);
        check("2024", ColumnKind::Text, None);
        check("5%~10%", ColumnKind::Range, None);
        check("-", ColumnKind::Pe, None);
        assert_eq!(content("", ColumnKind::Pe), Content::Blank);
        assert_eq!(Form { decimals: 0, has_commas: false, unit: String::new() }.code(), "0");
    }
}
