//! The currency that amounts are shown in, and the rates that the reader types.

use yew::{Callback, Html, html};

use crate::{
    model::value::Currency,
    ui::workbench::{
        bench::{Bench, RATES},
        fields::{FieldKind, TextField, choice, typed_number},
    },
    view::workbench::arrangement::{
        Arrangement, Rates,
        text::{CURRENCIES, currency_of_code},
    },
};

/// The currencies that stand in a table's amounts.
fn currencies(bench: &Bench) -> Vec<Currency> {
    let table = bench.table();
    let mut found = Vec::new();
    for column in (0..table.columns.len()).filter(|column| table.columns[*column].kind.is_numeric()) {
        let figures = bench.desk.index.borrow_mut().figures(table, column as u32);
        found.extend(figures.currencies.iter().flatten().copied());
    }
    CURRENCIES.into_iter().filter(|currency| found.contains(currency)).collect()
}

/// The fields for currency and rates; nothing where a table has no amounts of money.
pub fn rates(bench: &Bench) -> Html {
    let words = bench.words();
    let printed = currencies(bench);
    if printed.is_empty() {
        return Html::default();
    }
    let arrangement = bench.arrangement();
    let into = arrangement.rates.into;
    let mut options = vec![(String::new(), words.no_conversion.to_owned())];
    options.extend(CURRENCIES.map(|currency| (currency.code().to_owned(), currency.code().to_owned())));
    let choose_currency = {
        let (bench, arrangement) = (bench.clone(), arrangement.clone());
        move |code: String| {
            let rates = Rates { into: currency_of_code(&code), worth: Vec::new() };
            bench.choose(&Arrangement { rates, ..arrangement.clone() });
        }
    };
    let rate = |currency: Currency| {
        let known = arrangement.rates.worth.iter().find(|(of, _)| *of == currency);
        let initial = known.map(|(_, worth)| worth.to_string()).unwrap_or_default();
        let (bench, arrangement) = (bench.clone(), arrangement.clone());
        let ontyped = Callback::from(move |text: String| {
            let mut next = arrangement.clone();
            next.rates.worth.retain(|(of, _)| *of != currency);
            next.rates
                .worth
                .extend(typed_number(&text).filter(|worth| *worth > 0.0).map(|worth| (currency, worth)));
            bench.type_on(RATES, &next);
        });
        let unit = into.map(Currency::code).unwrap_or_default();
        html! {
            <TextField key={format!("{}{unit}", currency.code())} label={format!("{} {}", words.one_is_worth, currency.code())}
                kind={FieldKind::Rate} {unit} {initial} {ontyped} />
        }
    };
    let others = printed.into_iter().filter(|currency| into.is_some() && Some(*currency) != into);
    html! {
        <>
            { choice(words.convert_into, &options, into.map(Currency::code).unwrap_or_default(), choose_currency) }
            { for others.map(rate) }
            if into.is_some() { <p class="quiet">{ words.rates_hint }</p> }
        </>
    }
}
