//! Which currency a figure is in, and how many units its unit word stands for.

use std::borrow::Cow;

use crate::{
    model::{
        table::{Column, ColumnKind, RowRole, TableBlock},
        value::{Currency, currency, number, range},
    },
    text::width::narrowed,
};

/// The currency of the figure in `row` and `column`: by the cell itself, a column of units beside it, the header, or
/// the caption. `None` where none of them names one, or where the column holds no money.
#[must_use]
pub fn currency_of(table: &TableBlock, row: usize, column: usize) -> Option<Currency> {
    let text = table.cell(row, column).text;
    let (_, unit) = amount(&text)?;
    Figures::of(table, column).figure(row, &text, &unit).currency
}

/// The currencies of a money column by first appearance; empty where its figures are of one currency, or no money.
/// Figures that no currency is printed for count as one more currency that is not listed. Looks at every row.
#[must_use]
pub fn mixed_currencies(table: &TableBlock, column: usize) -> Vec<Currency> {
    let mut figures = Figures::of(table, column);
    let mut found: Vec<Option<Currency>> = Vec::new();
    let rows = if figures.are_money { 0..table.row_count() } else { 0..0 };
    for row in rows.filter(|row| table.row_roles[*row] == RowRole::Data) {
        let text = table.cell(row, column).text;
        if let Some((_, unit)) = amount(&text) {
            let currency = figures.figure(row, &text, &unit).currency;
            if !found.contains(&currency) {
                found.push(currency);
            }
        }
    }
    if found.len() > 1 { found.into_iter().flatten().collect() } else { Vec::new() }
}

/// The number, or the lower of two limits, that a cell of figures prints, and the unit behind it, empty where none
/// is; what [`Value::of`](crate::model::value::Value::of) says of a numeric column, without its copy of the unit.
pub(super) fn amount(text: &str) -> Option<(f64, Cow<'_, str>)> {
    if let Some((number, unit)) = number(text) {
        return Some((number, Cow::Borrowed(unit)));
    }
    let narrow = narrowed(text);
    let found = number(&narrow).or_else(|| range(&narrow).map(|(low, _, unit)| (low, unit)));
    found.map(|(number, unit)| (number, Cow::Owned(unit.to_owned())))
}

/// What is known about one figure's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    /// Its currency; `None` where none is printed, or it is no money.
    pub currency: Option<Currency>,
    /// How many units the printed number counts, 100,000,000 for 亿; 1 where no such word is printed.
    pub factor: f64,
}

/// What a table prints about the units of one column, looked up once.
pub(super) struct Figures<'a> {
    table: &'a TableBlock,
    /// Whether the column can hold money.
    are_money: bool,
    /// The column that prints each row's unit.
    unit_column: Option<usize>,
    /// What header and caption say for all rows.
    common: Unit,
    /// The units met so far by their words; a column has few.
    known: Vec<(String, Unit)>,
}

/// What the words of a unit say.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Unit {
    currency: Option<Currency>,
    factor: Option<f64>,
}

impl Unit {
    fn of(words: &str) -> Self {
        Self { currency: currency(words), factor: magnitude(words) }
    }

    /// What these words leave open is what `other` says.
    fn or(self, other: Self) -> Self {
        Self { currency: self.currency.or(other.currency), factor: self.factor.or(other.factor) }
    }
}

impl<'a> Figures<'a> {
    /// The units of `column`.
    pub(super) fn of(table: &'a TableBlock, column: usize) -> Self {
        let kind = table.columns.get(column).map(|column| column.kind).unwrap_or_default();
        let is_money = is_money(kind);
        let header = table.columns.get(column).and_then(|column| column.unit.as_deref());
        // A caption's 单位：亿元 is the unit of amounts, not of head counts, and not of what is paid for one share.
        let is_per_share = matches!(kind, ColumnKind::Price | ColumnKind::TargetPrice | ColumnKind::Eps);
        let fits = |unit: &&str| is_money && !(is_per_share && magnitude(unit).is_some());
        let caption = table.unit.as_deref().filter(fits);
        Self {
            table,
            are_money: is_money || kind == ColumnKind::Number,
            unit_column: unit_column(table, column),
            common: [header, caption].into_iter().flatten().map(Unit::of).fold(Unit::default(), Unit::or),
            known: Vec::new(),
        }
    }

    /// How many units the unit of header or caption counts; 1 where they print none.
    pub(super) fn common_factor(&self) -> f64 {
        self.common.factor.unwrap_or(1.0)
    }

    /// Whether figures without a word of their own all count the same: no column beside them prints their units.
    pub(super) fn are_alike(&self) -> bool {
        self.unit_column.is_none()
    }

    /// The unit of the number in `row`, whose cell prints `text` and in it, behind the number, `unit`.
    pub(super) fn figure(&mut self, row: usize, text: &str, unit: &str) -> Figure {
        let mut found = self.unit(unit);
        if self.are_money && found.currency.is_none() {
            // The sign of the currency may stand before the number, HK$550.50.
            let before = text.split(|character: char| character.is_ascii_digit()).next().unwrap_or_default();
            found.currency = self.unit(before.trim_matches(['+', '-', '−', '－', '(', '（', ' '])).currency;
        }
        if let Some(column) = self.unit_column {
            found = found.or(self.unit(&self.table.cell(row, column).text));
        }
        let found = found.or(self.common);
        Figure { currency: found.currency.filter(|_| self.are_money), factor: found.factor.unwrap_or(1.0) }
    }

    fn unit(&mut self, words: &str) -> Unit {
        if words.is_empty() {
            return Unit::default();
        }
        if let Some((_, unit)) = self.known.iter().find(|(known, _)| known == words) {
            return *unit;
        }
        let unit = Unit::of(words);
        if self.known.len() < 16 {
            self.known.push((words.to_owned(), unit));
        }
        unit
    }
}

/// Whether columns of `kind` are amounts of money whatever their header says.
fn is_money(kind: ColumnKind) -> bool {
    matches!(
        kind,
        ColumnKind::MarketCap
            | ColumnKind::Price
            | ColumnKind::TargetPrice
            | ColumnKind::Eps
            | ColumnKind::Revenue
            | ColumnKind::NetProfit
    )
}

/// The column that prints the unit of `column` row by row: the one right of it, the one left of it where that belongs
/// to no other figures, or the table's only column of currencies.
fn unit_column(table: &TableBlock, column: usize) -> Option<usize> {
    let is_unit = |at: &usize| table.columns.get(*at).is_some_and(|column| prints_units(table, *at, column));
    let is_figure = |at: usize| table.columns.get(at).is_some_and(|column| column.kind.is_numeric());
    let left =
        column.checked_sub(1).filter(|left| left.checked_sub(1).is_none_or(|before| !is_figure(before)));
    Some(column + 1).filter(is_unit).or_else(|| left.filter(is_unit)).or_else(|| {
        let names_currencies = |at: &usize| {
            let words = table.columns[*at].path.concat().to_ascii_lowercase();
            ["币种", "幣種", "货币", "貨幣", "currency"].iter().any(|word| words.contains(word))
        };
        let mut all = (0..table.columns.len()).filter(names_currencies).filter(is_unit);
        all.next().filter(|_| all.next().is_none())
    })
}

/// Whether the cells of `column` are units: its header says so, or its first cells are currencies and nothing else.
fn prints_units(table: &TableBlock, at: usize, column: &Column) -> bool {
    if column.kind != ColumnKind::Text {
        return false;
    }
    let words = column.path.last().map(|words| words.trim().to_ascii_lowercase()).unwrap_or_default();
    if ["单位", "單位", "币种", "幣種", "货币", "貨幣", "unit", "currency"].contains(&words.as_str())
    {
        return true;
    }
    let cells = (0..table.row_count()).map(|row| table.cell(row, at).text).filter(|text| !text.is_empty());
    let mut first = cells.take(8).peekable();
    first.peek().is_some() && first.all(|text| is_currency_unit(&text))
}

/// Whether `text` is a currency, a multiple before it aside, and not a longer word that has one in it.
fn is_currency_unit(text: &str) -> bool {
    let bare = text.trim_start_matches(|character: char| "十百千万亿萬億 ".contains(character));
    let shaped =
        bare.is_ascii() || bare.ends_with(['元', '币', '幣', '圆', '金', '镑', '￥', '€', '£', '₩', '¥']);
    bare.chars().count() <= 6 && shaped && currency(bare).is_some() && !bare.contains(char::is_numeric)
}

/// How many units a unit word counts: 100,000,000 for `亿美元`, 1,000,000 for `百万元` and `HK$mn`; `None` for `元` and
/// `%`.
pub(super) fn magnitude(unit: &str) -> Option<f64> {
    let counted = unit.split(['/', '／']).next().unwrap_or_default();
    chinese_magnitude(counted).or_else(|| english_magnitude(counted))
}

fn chinese_magnitude(unit: &str) -> Option<f64> {
    let power = |character: char| match character {
        '十' => Some(1e1),
        '百' => Some(1e2),
        '千' => Some(1e3),
        '万' | '萬' => Some(1e4),
        '亿' | '億' => Some(1e8),
        _ => None,
    };
    let start = unit.find(|character| power(character).is_some())?;
    let rest = &unit[start..];
    let factor = rest.chars().map_while(power).product();
    let behind = rest.trim_start_matches(|character| power(character).is_some());
    // 百分点 and 千分之 are shares, no hundreds and thousands.
    (!behind.starts_with('分')).then_some(factor)
}

fn english_magnitude(unit: &str) -> Option<f64> {
    let lower = unit.to_ascii_lowercase();
    let names_currency = currency(unit).is_some();
    lower.split(|character: char| !character.is_ascii_alphabetic()).find_map(|word| {
        let bare =
            ["usd", "hkd", "cny", "rmb", "us", "hk"].iter().find_map(|prefix| word.strip_prefix(prefix));
        match bare.unwrap_or(word) {
            "thousand" | "thousands" => Some(1e3),
            "mn" | "million" | "millions" => Some(1e6),
            "bn" | "billion" | "billions" => Some(1e9),
            "tn" | "trillion" | "trillions" => Some(1e12),
            "k" if names_currency => Some(1e3),
            "m" if names_currency => Some(1e6),
            "b" if names_currency => Some(1e9),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests;
