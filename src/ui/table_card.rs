//! A table with all that is printed about it.

use std::rc::Rc;

use yew::{Callback, Html, MouseEvent, Properties, component, html, use_memo, use_state};

use super::{
    by_address::ByAddress,
    diagnostics::table_diagnostics,
    outline::table_name,
    placed,
    screen::Dispatch,
    table_grid::TableGrid,
    workbench::{
        self,
        bench::Bench,
        desk::{Desk, ShownTable},
        panel::{Open, Panel},
        tools::Tools,
    },
};
use crate::{
    insight::definition::ladder_rank_in,
    model::{
        code::SecurityCode,
        report::Report,
        table::{ColumnKind, TableBlock},
        value::Value,
    },
    text::span::Span,
    view::{
        collation::Collation,
        grid::{edit::GridEdit, projection::Projection},
        library::ReportKey,
        money::mixed_currencies,
        ordering::{Direction, row_order},
        settings::Language,
        state::{Action, Arranged, LaterPart},
        words::phrases,
    },
};

/// What the card shows.
#[derive(PartialEq, Properties)]
pub struct TableCardProps {
    /// The report.
    pub report: ReportKey,
    /// The table's index in it.
    pub index: usize,
    /// The table.
    pub table: ByAddress<TableBlock>,
    /// The report itself, for the house's ladder of ratings.
    pub source: ByAddress<Report>,
    /// How it is arranged.
    pub arranged: Arranged,
    /// The part of the program that arranges tables: until it is here they are as printed, or ordered.
    pub later: LaterPart,
    /// How Chinese names are ordered.
    pub collation: ByAddress<Collation>,
    /// The place in this table that the source pane shows.
    pub marked: Option<Span>,
    /// The language.
    pub language: Language,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// Caption, order, grid, legend, source, notes.
#[component]
pub fn TableCard(props: &TableCardProps) -> Html {
    let TableCardProps {
        report,
        index,
        table,
        source,
        arranged,
        later,
        collation,
        marked,
        language,
        dispatch,
    } = props;
    let (shared, table, source) = (table, &table.0, &source.0);
    let Arranged { order_by, choices } = arranged;
    let (language, index, is_whole) = (*language, *index, *later == LaterPart::Here);
    let words = language.words();
    let ordered = (shared.clone(), collation.clone(), order_by.clone());
    let projection = use_memo(ordered, |(table, collation, order_by)| {
        let ladder = |label: &str| ladder_rank_in(source, &table.0, label);
        let rows = row_order(&table.0, order_by, &ladder, &collation.0);
        Projection::printed(&table.0, Rc::new(rows))
    });
    let desk = use_memo(shared.clone(), |table| Rc::new(Desk::of(&table.0, source)));
    let on_desk = (shared.clone(), choices.clone(), projection, language, is_whole);
    let shown = use_memo(on_desk, |(_, choices, printed, language, is_whole)| {
        if choices.is_empty() || !is_whole {
            ShownTable::printed(printed)
        } else {
            desk.arrange(choices, printed, *language)
        }
    });
    let open = use_state(|| None::<Open>);
    let onopen = {
        let open = open.clone();
        Callback::from(move |next| open.set(next))
    };
    let bench = Bench {
        report: report.clone(),
        index,
        desk: Rc::clone(&desk),
        shown: ShownTable::clone(&shown),
        order_by: order_by.clone(),
        language,
        dispatch: dispatch.clone(),
    };
    let onedit = {
        let (bench, onopen) = (bench.clone(), onopen.clone());
        Callback::from(move |edit: GridEdit| match edit {
            _ if !is_whole => {}
            GridEdit::Menu { column, anchor } => {
                onopen.emit(Some(Open { panel: Panel::Column, anchor, column: Some(column) }));
            }
            GridEdit::Copy { rows, columns } => workbench::copy_cells(bench.clone(), rows, columns),
            edit => bench.choose(&bench.desk.edited(&bench.shown, &edit)),
        })
    };
    let repairs = use_memo((shared.clone(), language, is_whole), |(table, language, is_whole)| {
        if *is_whole {
            table_diagnostics(report, source, table.0.span, *language, dispatch)
        } else {
            Html::default()
        }
    });
    let legend = use_memo(shared.clone(), |table| Legend::of(&table.0));
    let is_mixed = use_memo((shared.clone(), order_by.clone()), |(table, order_by)| {
        order_by.0.iter().any(|key| !mixed_currencies(&table.0, key.column).is_empty())
    });
    let keys: Vec<(String, bool)> = order_by
        .0
        .iter()
        .filter_map(|key| {
            Some((table.columns.get(key.column)?.path.join(" "), key.direction == Direction::Descending))
        })
        .collect();
    let placed = |span, class: &'static str, text: Html| placed::placed(report, span, class, dispatch, text);
    let caption = html! { { table_name(table, index, language) } };
    let reset = {
        let report = report.clone();
        dispatch.reform(move |_: MouseEvent| Action::ResetOrder(report.clone(), index))
    };
    html! {
        <section class="card table-card" id={format!("table-{index}")}>
            <header class="card-head">
                <h3 id={format!("table-{index}-caption")} lang="zh-CN">
                    { placed(table.caption.as_ref().map_or(table.span, |caption| caption.span), "", caption) }
                </h3>
                <p class="quiet figures table-size">
                    { phrases::table_size(language, table.row_count(), table.columns.len()) }
                    if let Some(unit) = &table.unit { { " · " }{ words.unit }{ " " }{ unit } }
                </p>
            </header>
            if !keys.is_empty() {
                <p class="order-line">
                    <span>{ phrases::ordered_by(language, &keys) }</span>
                    if *is_mixed { <span class="caution">{ words.mixed_currencies }</span> }
                    <button type="button" class="text-button reset-order" onclick={reset}>{ words.as_printed }</button>
                </p>
            }
            { (*repairs).clone() }
            if is_whole {
                <Tools {bench} open={(*open).clone()} {onopen} />
            } else {
                <div class="table-tools"><div class="tools awaited"></div></div>
            }
            <TableGrid report={report.clone()} {index} table={shared.clone()} projection={ByAddress(shown.projection.clone())}
                dressing={shown.dressing.clone()} order_by={order_by.clone()} marked={*marked} {language}
                dispatch={dispatch.clone()} {onedit} {is_whole} />
            <footer class="card-foot">
                if let Some(sources) = &table.sources {
                    <p><span class="quiet">{ words.source_line }</span>{ " " }
                        { placed(sources.span, "", html! { { &sources.value } }) }</p>
                }
                { for table.notes.iter().map(|note| html! {
                    <p><span class="quiet">{ words.note_line }</span>{ " " }
                        { placed(note.span, "", html! { { &note.value } }) }</p>
                }) }
                if legend.has_inherited { <p class="quiet legend">{ words.inherited_legend }</p> }
                if legend.has_derived { <p class="quiet legend">{ words.derived_legend }</p> }
            </footer>
        </section>
    }
}

/// Which marks a table's cells carry that want an explanation.
struct Legend {
    has_inherited: bool,
    has_derived: bool,
}

impl Legend {
    fn of(table: &TableBlock) -> Self {
        let codes =
            table.columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::SecurityCode);
        let is_derived = |(column, _)| {
            let values = (0..table.row_count().min(200)).map(move |row| table.value(row, column));
            values.into_iter().any(|value| matches!(value, Value::Code(SecurityCode { derived: true, .. })))
        };
        Self {
            has_inherited: table.cells.iter().any(|cell| cell.is_inherited()),
            has_derived: codes.into_iter().any(is_derived),
        }
    }
}
