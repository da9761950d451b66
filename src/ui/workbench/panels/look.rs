//! Units, currencies, and the looks of columns.

use std::rc::Rc;

use yew::{Html, html};

use super::rates::rates;
use crate::{
    ui::workbench::{bench::Bench, fields::switch},
    view::workbench::{
        arrangement::{Arrangement, Look, UnitForm},
        look::suits,
        words::phrases::column_name,
    },
};

/// The look panel.
pub fn look_panel(bench: &Bench) -> Html {
    let (table, words) = (bench.table(), bench.words());
    let arrangement = bench.arrangement();
    let units = [
        (UnitForm::Printed, words.as_printed),
        (UnitForm::TenThousand, words.ten_thousand),
        (UnitForm::HundredMillion, words.hundred_million),
    ];
    let choose_unit: Rc<dyn Fn(UnitForm)> = {
        let (bench, arrangement) = (bench.clone(), arrangement.clone());
        Rc::new(move |unit_form| bench.choose(&Arrangement { unit_form, ..arrangement.clone() }))
    };
    let looks = |column: &u32| {
        let column = *column;
        let choose: Rc<dyn Fn(Option<Look>)> = {
            let (bench, arrangement) = (bench.clone(), arrangement.clone());
            Rc::new(move |look| bench.choose(&arrangement.clone().looking(column, look)))
        };
        let options = [
            (None, words.look_none),
            (Some(Look::Heat), words.look_heat),
            (Some(Look::Bar), words.look_bar),
            (Some(Look::Line), words.look_line),
        ];
        switch(&column_name(table, column), &options, arrangement.look(column), &choose)
    };
    let columns: Vec<u32> = (0..table.columns.len() as u32).filter(|column| suits(table, *column)).collect();
    html! {
        <>
            { switch(words.units, &units, arrangement.unit_form, &choose_unit) }
            { rates(bench) }
            <div class="looks" lang="zh-CN">{ for columns.iter().map(looks) }</div>
        </>
    }
}
