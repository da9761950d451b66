//! The currency that amounts are shown in, and the rates that the reader types.

use std::rc::Rc;

use yew::{Html, html};

use super::choice;
use crate::{
    browser::fields,
    model::value::Currency,
    view::workbench::arrangement::{
        Arrangement, Rates,
        text::{CURRENCIES, currency_of_code},
    },
    workbench::desk::Desk,
};

/// The currencies that stand in a table's amounts.
fn currencies(desk: &Desk) -> Vec<Currency> {
    let table = desk.table();
    let mut found = Vec::new();
    for column in (0..table.columns.len()).filter(|column| table.columns[*column].kind.is_numeric()) {
        let figures = desk.index.borrow_mut().figures(table, column as u32);
        found.extend(figures.currencies.iter().flatten().copied());
    }
    CURRENCIES.into_iter().filter(|currency| found.contains(currency)).collect()
}

/// The fields for currency and rates; nothing where a table has no amounts of money.
pub fn rates(desk: &Rc<Desk>) -> Html {
    let words = desk.words();
    let printed = currencies(desk);
    if printed.is_empty() {
        return Html::default();
    }
    let arrangement = desk.arrangement.borrow().clone();
    let into = arrangement.rates.into;
    let mut options = vec![(String::new(), words.no_conversion.to_owned())];
    options.extend(CURRENCIES.map(|currency| (currency.code().to_owned(), currency.code().to_owned())));
    let choose_currency = {
        let (desk, arrangement) = (desk.clone(), arrangement.clone());
        move |code: String| {
            let rates = Rates { into: currency_of_code(&code), worth: Vec::new() };
            desk.choose(&Arrangement { rates, ..arrangement.clone() });
        }
    };
    let rate = |currency: Currency| {
        let worth = arrangement
            .rates
            .worth
            .iter()
            .find(|(of, _)| *of == currency)
            .map(|(_, worth)| worth.to_string());
        let (desk, arrangement) = (desk.clone(), arrangement.clone());
        let onchange = move |event: yew::Event| {
            let mut next = arrangement.clone();
            next.rates.worth.retain(|(of, _)| *of != currency);
            let typed: Option<f64> = fields::value_of(&event).trim().parse().ok();
            next.rates.worth.extend(
                typed.filter(|worth| worth.is_finite() && *worth > 0.0).map(|worth| (currency, worth)),
            );
            desk.choose(&next);
        };
        html! {
            <label class="field" key={currency.code()}>
                <span>{ format!("{} {}", words.one_is_worth, currency.code()) }</span>
                <input type="text" inputmode="decimal" autocomplete="off" value={worth.unwrap_or_default()} {onchange} />
                <span>{ into.map(Currency::code).unwrap_or_default() }</span>
            </label>
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
