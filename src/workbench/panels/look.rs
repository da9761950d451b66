//! Units, currencies, and the looks of columns.

use std::rc::Rc;

use yew::{Html, html};

use super::{rates::rates, switch};
use crate::{
    model::table::ColumnKind,
    view::workbench::{
        arrangement::{Arrangement, Look, UnitForm},
        words::phrases::column_name,
    },
    workbench::desk::Desk,
};

/// The look panel.
pub fn look_panel(desk: &Rc<Desk>) -> Html {
    let (table, words) = (desk.table(), desk.words());
    let arrangement = desk.arrangement.borrow().clone();
    let units = [
        (UnitForm::Printed, words.as_printed),
        (UnitForm::TenThousand, words.ten_thousand),
        (UnitForm::HundredMillion, words.hundred_million),
    ];
    let choose_unit: Rc<dyn Fn(UnitForm)> = {
        let (desk, arrangement) = (desk.clone(), arrangement.clone());
        Rc::new(move |unit_form| desk.choose(&Arrangement { unit_form, ..arrangement.clone() }))
    };
    let looks = |column: &u32| {
        let column = *column;
        let choose: Rc<dyn Fn(Option<Look>)> = {
            let (desk, arrangement) = (desk.clone(), arrangement.clone());
            Rc::new(move |look| desk.choose(&arrangement.clone().looking(column, look)))
        };
        let options = [
            (None, words.look_none),
            (Some(Look::Heat), words.look_heat),
            (Some(Look::Bar), words.look_bar),
            (Some(Look::Line), words.look_line),
        ];
        switch(&column_name(table, column), &options, arrangement.look(column), &choose)
    };
    let has_figures = |column: &u32| {
        let kind = table.columns[*column as usize].kind;
        kind.is_numeric() || kind == ColumnKind::Range
    };
    let columns: Vec<u32> = (0..table.columns.len() as u32).filter(has_figures).collect();
    html! {
        <>
            { switch(words.units, &units, arrangement.unit_form, &choose_unit) }
            { rates(desk) }
            <div class="looks" lang="zh-CN">{ for columns.iter().map(looks) }</div>
        </>
    }
}
