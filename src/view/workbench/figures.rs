//! The figures of a column as numbers that can be compared, summed up, and shown in another unit.

use std::borrow::Cow;

use super::arrangement::{Rates, UnitForm};
use crate::{
    model::{
        table::{ColumnKind, RowRole, TableBlock},
        value::{Currency, Missing, number, range},
    },
    text::width::narrowed,
    view::{
        decimal::decimal,
        money::{Figures, amount},
    },
};

/// The figures of one column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigureColumn {
    /// For each row of the table the number in the column's unit; not a number where there is none. Of a range the lower
    /// limit.
    pub numbers: Vec<f64>,
    /// For each row the upper limit where the cell prints a range, otherwise the number again.
    pub upper: Vec<f64>,
    /// For each row its place among [`currencies`](Self::currencies); empty where no cell is money.
    currency_places: Vec<u8>,
    /// The currencies by first appearance; `None` among them where figures have none.
    pub currencies: Vec<Option<Currency>>,
    /// How many units the column's unit counts, 100,000,000 for 亿; 1 where none is printed.
    pub factor: f64,
    /// The most decimals that a cell prints.
    pub decimals: u32,
    /// The unit that every entry's figure prints behind it, `%`; empty where they differ.
    pub unit: String,
    /// Whether entries are in several currencies, or some in none beside others.
    pub is_mixed: bool,
}

impl FigureColumn {
    pub(super) fn of(table: &TableBlock, column: usize) -> Self {
        let mut figures = Figures::of(table, column);
        let factor = figures.common_factor();
        let mut found = Self { factor, ..Self::default() };
        let mut first = None;
        let mut common_unit = String::new();
        for row in 0..table.row_count() {
            let text = table.cell(row, column).text;
            let Some((number, upper, unit)) = limits(&text) else {
                found.push(f64::NAN, f64::NAN, None);
                continue;
            };
            let figure = figures.figure(row, &text, &unit);
            let scale = figure.factor / factor;
            found.push(number * scale, upper * scale, Some(figure.currency));
            if table.row_roles[row] == RowRole::Data {
                found.decimals = found.decimals.max(decimals(&text));
                if first.is_none() {
                    common_unit.push_str(&unit);
                } else if common_unit != *unit {
                    common_unit.clear();
                }
                found.is_mixed |= first.is_some_and(|first| first != figure.currency);
                first = first.or(Some(figure.currency));
            }
        }
        Self { unit: common_unit, ..found }
    }

    fn push(&mut self, number: f64, upper: f64, currency: Option<Option<Currency>>) {
        self.numbers.push(number);
        self.upper.push(upper);
        let place = currency.map_or(u8::MAX, |currency| {
            let place = self.currencies.iter().position(|known| *known == currency);
            place.unwrap_or_else(|| {
                self.currencies.push(currency);
                self.currencies.len() - 1
            }) as u8
        });
        self.currency_places.push(place);
    }

    /// The currency of the figure in `row`; `None` where it is no money, or none is printed.
    #[must_use]
    pub fn currency(&self, row: u32) -> Option<Currency> {
        let place = self.currency_places.get(row as usize)?;
        self.currencies.get(usize::from(*place)).copied().flatten()
    }
}

/// The number of a cell and the unit behind it; of a range the lower and the upper limit, which are the same number else.
fn limits(text: &str) -> Option<(f64, f64, Cow<'_, str>)> {
    // Nearly all cells are a number as it stands.
    if let Some((number, unit)) = number(text) {
        return Some((number, number, Cow::Borrowed(unit)));
    }
    let (low, unit) = amount(text)?;
    let narrow = narrowed(text);
    let high = if number(&narrow).is_none() { range(&narrow).map(|(_, high, _)| high) } else { None };
    Some((low, high.unwrap_or(low), unit))
}

/// How many digits stand behind the first point of `text`.
fn decimals(text: &str) -> u32 {
    let behind = text.split_once(['.', '．']).map_or("", |(_, behind)| behind);
    behind.chars().take_while(|character| character.is_numeric()).count().min(4) as u32
}

/// What is shown instead of the figures of a column, and how its header says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Conversion {
    /// For each currency of the column what a number in the column's unit is multiplied by, and what is written behind.
    parts: Vec<(Option<Currency>, f64, String)>,
    /// What the header adds.
    pub note: String,
}

impl Conversion {
    /// How `column` of `table` is shown in that form and currency; `None` as printed. Only amounts are converted, money
    /// only by a rate that the reader gave, and prices and figures a share keep their unit.
    #[must_use]
    pub fn of(
        table: &TableBlock,
        column: u32,
        figures: &FigureColumn,
        form: UnitForm,
        rates: &Rates,
    ) -> Option<Self> {
        let kind = table.columns.get(column as usize)?.kind;
        let is_per_share = matches!(kind, ColumnKind::Price | ColumnKind::TargetPrice | ColumnKind::Eps);
        let is_amount = matches!(kind, ColumnKind::MarketCap | ColumnKind::Revenue | ColumnKind::NetProfit)
            || kind == ColumnKind::Number
                && (figures.factor > 1.0 || figures.currencies.iter().any(Option::is_some));
        let (scale, unit) = match form {
            UnitForm::TenThousand if is_amount => (figures.factor / 1e4, "万"),
            UnitForm::HundredMillion if is_amount => (figures.factor / 1e8, "亿"),
            _ => (1.0, ""),
        };
        if !is_amount && !is_per_share {
            return None;
        }
        let worth = |currency: Option<Currency>| match (currency, rates.into) {
            (Some(currency), Some(into)) if currency != into => {
                rates.worth.iter().find(|(of, _)| *of == currency).map(|(_, worth)| *worth)
            }
            _ => None,
        };
        let converted: Vec<(Currency, f64)> = figures
            .currencies
            .iter()
            .filter_map(|currency| Some(((*currency)?, worth(*currency)?)))
            .collect();
        if unit.is_empty() && converted.is_empty() {
            return None;
        }
        let part = |currency: &Option<Currency>| {
            let worth = worth(*currency);
            // What no rate was given for stands beside converted amounts: it must say what it is.
            let foreign = match (currency, rates.into) {
                _ if converted.is_empty() || worth.is_some() || *currency == rates.into => String::new(),
                (Some(currency), _) => format!(" {}", currency.code()),
                (None, _) => " ?".to_owned(),
            };
            (*currency, scale * worth.unwrap_or(1.0), format!("{unit}{foreign}"))
        };
        let parts = figures.currencies.iter().map(part).collect();
        let mut note = unit.to_owned();
        if let (Some(into), false) = (rates.into, converted.is_empty()) {
            note.push_str(into.code());
            for (currency, worth) in &converted {
                note.push_str(&format!(" · 1 {} = {} {}", currency.code(), decimal(*worth, 6), into.code()));
            }
        }
        Some(Self { parts, note })
    }

    /// The number of `row` as shown, and what is written behind it; `None` where the cell has none.
    #[must_use]
    pub fn number(&self, figures: &FigureColumn, row: u32) -> Option<(f64, &str)> {
        let number = figures.numbers.get(row as usize).copied().filter(|number| !number.is_nan())?;
        let currency = figures.currency(row);
        let (_, factor, behind) = self.parts.iter().find(|(of, ..)| *of == currency)?;
        Some((number * factor, behind))
    }

    /// The text of `row` as shown, `1,234.5亿`; `None` where it stays as printed, as words and blanks do. Both limits of
    /// a range are converted.
    #[must_use]
    pub fn text(&self, figures: &FigureColumn, row: u32) -> Option<String> {
        let (number, behind) = self.number(figures, row)?;
        let (low, high) = (figures.numbers[row as usize], figures.upper[row as usize]);
        let upper = if low == high { String::new() } else { format!("~{}", grouped(number / low * high, 2)) };
        Some(format!("{}{upper}{behind}", grouped(number, 2)))
    }
}

/// `1,234.5`: with at most `places` decimals and commas between thousands; small numbers keep three digits.
#[must_use]
pub fn grouped(number: f64, places: u32) -> String {
    let places = if number != 0.0 && number.abs() < 0.1 { places.max(4) } else { places };
    let plain = decimal(number, places);
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("-", digits));
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut text = String::from(sign);
    for (place, digit) in whole.char_indices() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    fraction.map_or_else(|| text.clone(), |fraction| format!("{text}.{fraction}"))
}

/// Whether a cell of that text stands for a missing figure.
#[must_use]
pub fn is_missing(text: &str) -> bool {
    text.is_empty() || Missing::of(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::{Conversion, FigureColumn, grouped};
    use crate::{
        model::{sample, table::ColumnKind, value::Currency},
        view::workbench::arrangement::{Rates, UnitForm},
    };

    const TEXT: &str = "市值[亿元]\t币种\n1,234.5\tHKD\n2万亿\t人民币\n3~4\t人民币\n-\tUSD\n5\tUSD\n";

    /// Checks what is shown of a column of market values in several currencies.
    #[track_caller]
    fn check(form: UnitForm, rates: &Rates, expected: &[&str], note: &str) {
        let table = sample::table(&[ColumnKind::MarketCap, ColumnKind::Text], TEXT);
        let figures = FigureColumn::of(&table, 0);
        let conversion = Conversion::of(&table, 0, &figures, form, rates);
        let shown: Vec<String> = (0..5)
            .map(|row| {
                let text = conversion.as_ref().and_then(|conversion| conversion.text(&figures, row));
                text.unwrap_or_else(|| table.cell(row as usize, 0).text.into_owned())
            })
            .collect();
        assert_eq!(shown, expected);
        assert_eq!(conversion.map(|conversion| conversion.note).unwrap_or_default(), note);
    }

    #[test]
    fn amounts_are_shown_in_other_units() {
        let none = Rates::default();
        check(UnitForm::Printed, &none, &["1,234.5", "2万亿", "3~4", "-", "5"], "");
        let in_yi = ["1,234.5亿", "20,000亿", "3~4亿", "-", "5亿"];
        check(UnitForm::HundredMillion, &none, &in_yi, "亿");
        let in_wan = ["12,345,000万", "200,000,000万", "30,000~40,000万", "-", "50,000万"];
        check(UnitForm::TenThousand, &none, &in_wan, "万");
    }

    #[test]
    fn only_a_typed_rate_converts_and_what_has_none_says_its_currency() {
        let rates = Rates { into: Some(Currency::Cny), worth: vec![(Currency::Hkd, 0.9)] };
        let shown = ["1,111.05", "20,000", "3~4", "-", "5 USD"];
        check(UnitForm::Printed, &rates, &shown, "CNY · 1 HKD = 0.9 CNY");
        let none = Rates { into: Some(Currency::Cny), worth: Vec::new() };
        check(UnitForm::Printed, &none, &["1,234.5", "2万亿", "3~4", "-", "5"], "");
    }

    #[test]
    fn prices_keep_their_unit_and_ratios_are_no_amounts() {
        let table = sample::table(&[ColumnKind::Price, ColumnKind::Pe], "股价[元]\tPE\n12\t30\n");
        for column in [0, 1] {
            let figures = FigureColumn::of(&table, column as usize);
            let none = Rates::default();
            assert_eq!(Conversion::of(&table, column, &figures, UnitForm::HundredMillion, &none), None);
        }
    }

    #[test]
    fn thousands_are_parted() {
        for (number, text) in
            [(1234567.891, "1,234,567.89"), (-999.0, "-999"), (0.0123, "0.0123"), (0.0, "0")]
        {
            assert_eq!(grouped(number, 2), text);
        }
    }
}
