//! By which labels rows are grouped.

use yew::{Html, html};

use crate::{
    ui::workbench::{
        bench::Bench,
        fields::{button, choice},
    },
    view::workbench::{arrangement::Arrangement, words::phrases::column_name},
};

/// The group panel.
pub fn group_panel(bench: &Bench) -> Html {
    let (table, words) = (bench.table(), bench.words());
    let arrangement = bench.arrangement();
    let labels = (0..table.columns.len() as u32).filter(|column| {
        let is_numeric = table.columns[*column as usize].kind.is_numeric();
        !is_numeric && bench.desk.index.borrow_mut().are_choices(table, *column)
    });
    let mut options = vec![(String::new(), words.no_group.to_owned())];
    options.extend(labels.map(|column| (column.to_string(), column_name(table, column))));
    let chosen = arrangement.group.map(|group| group.to_string()).unwrap_or_default();
    if let Some(group) = arrangement.group.filter(|_| options.iter().all(|(value, _)| *value != chosen)) {
        options.push((chosen.clone(), column_name(table, group)));
    }
    let onchange = {
        let (bench, arrangement) = (bench.clone(), arrangement.clone());
        move |value: String| {
            let group = value.parse().ok();
            bench.choose(&Arrangement { group, collapsed: Vec::new(), ..arrangement.clone() });
        }
    };
    let labels: Vec<String> = bench.shown.projection.groups.iter().map(|group| group.label.clone()).collect();
    let collapsed = Arrangement { collapsed: labels, ..arrangement.clone() };
    let opened = Arrangement { collapsed: Vec::new(), ..arrangement.clone() };
    html! {
        <>
            { choice(words.group_by, &options, &chosen, onchange) }
            if arrangement.group.is_some() {
                <div class="panel-actions">
                    { button(words.collapse_all, bench, move |bench| bench.choose(&collapsed)) }
                    { button(words.open_all, bench, move |bench| bench.choose(&opened)) }
                </div>
            }
        </>
    }
}
