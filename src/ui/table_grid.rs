//! A table as an ARIA grid: one Tab stop, arrow keys through header and cells, each cell one click from its place.

use std::rc::Rc;

use yew::{
    Callback, Event, Html, KeyboardEvent, Properties, component, html, use_effect_with, use_memo, use_state,
};

use super::{
    placed, rating_word,
    screen::Dispatch,
    table_cell::cell_content,
    table_head::{HeadCells, table_head},
};
use crate::{
    browser::page,
    model::{
        masthead::RatedSubject,
        table::{ColumnKind, RowRole, TableBlock},
    },
    text::span::Span,
    view::{
        alignment::{Alignment, alignment},
        grid::{GridPlace, GridSize, RowWindow},
        library::ReportKey,
        ordering::OrderBy,
        pinning::pinned_columns,
        settings::Language,
        state::Action,
    },
};

/// What the grid shows.
#[derive(PartialEq, Properties)]
pub struct TableGridProps {
    /// The report.
    pub report: ReportKey,
    /// The table's index in it.
    pub index: usize,
    /// The table.
    pub table: Rc<TableBlock>,
    /// The rows in the order in which they are shown.
    pub rows: Rc<Vec<u32>>,
    /// The order chosen.
    pub order_by: OrderBy,
    /// The place in this table that the source pane shows.
    pub marked: Option<Span>,
    /// The language.
    pub language: Language,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// What is worked out once per table.
struct Columns {
    classes: Vec<String>,
    alignments: Vec<Option<Alignment>>,
    pinned: Vec<usize>,
}

/// Whether a column's words are so few that they stand on one line, judged by its first rows.
fn is_short(table: &TableBlock, column: usize) -> bool {
    (0..table.row_count().min(200)).all(|row| table.cell(row, column).text.chars().count() <= 12)
}

impl Columns {
    fn of(table: &TableBlock) -> Self {
        let pinned = pinned_columns(table);
        let class = |index: usize| {
            let kind = table.columns[index].kind;
            let mut class = String::from(match kind {
                kind if kind.is_numeric() => "number",
                ColumnKind::Range | ColumnKind::Date => "number",
                ColumnKind::SecurityCode => "code",
                ColumnKind::SecurityName => "name",
                ColumnKind::Rating => "rating",
                _ if is_short(table, index) => "short",
                _ => "text",
            });
            if let Some(place) = pinned.iter().position(|pinned| *pinned == index) {
                class.push_str(&format!(" pin pin-{place}"));
            }
            class
        };
        let aligned = |index: usize| table.columns[index].kind.is_numeric().then(|| alignment(table, index));
        Self {
            classes: (0..table.columns.len()).map(class).collect(),
            alignments: (0..table.columns.len()).map(aligned).collect(),
            pinned,
        }
    }
}

/// The grid.
#[component]
pub fn TableGrid(props: &TableGridProps) -> Html {
    let TableGridProps { report, index, table, rows, order_by, language, dispatch, .. } = props;
    let index = *index;
    let columns = use_memo(ByAddress(table.clone()), |table| Columns::of(&table.0));
    let place = use_state(GridPlace::default);
    let window = use_state(|| RowWindow::first(rows.len()));
    let frame_id = format!("table-{index}-frame");
    {
        let (frame_id, pinned) = (frame_id.clone(), columns.pinned.clone());
        use_effect_with((ByAddress(table.clone()), *language), move |_| {
            let headers = pinned.iter().map(|column| format!("t{index}-h-{column}")).collect();
            let fit = page::on_table_fit(&frame_id, headers);
            move || drop(fit)
        });
    }
    let size = GridSize { rows: rows.len(), columns: table.columns.len() };
    let onkeydown = {
        let (place, window, rows, table) = (place.clone(), window.clone(), rows.clone(), table.clone());
        let (report, dispatch, frame_id) = (report.clone(), dispatch.clone(), frame_id.clone());
        Callback::from(move |event: KeyboardEvent| {
            let at = *place;
            if let Some(next) = at.after_key(&event.key(), event.ctrl_key() || event.meta_key(), size) {
                event.prevent_default();
                place.set(next);
                if let (Some(row), true) = (next.row, window.is_partial()) {
                    window.set(RowWindow::around(row, rows.len()));
                    page::scroll_to(&frame_id, RowWindow::top_of(row.saturating_sub(5)) as f64);
                }
                let id = element_id(index, next, &rows);
                // A cell on the screen takes the focus at once; one that is scrolled to first is there after painting.
                page::focus(&id);
                if window.is_partial() {
                    page::after_paint(move || page::focus(&id));
                }
            } else if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                match at.row {
                    None => dispatch.emit(Action::Order {
                        report: report.clone(),
                        table: index,
                        column: at.column,
                        add: event.shift_key(),
                    }),
                    Some(row) => {
                        let source_row = rows.get(row).copied().unwrap_or_default() as usize;
                        dispatch.emit(placed::mark(&report, table.cell(source_row, at.column).span));
                    }
                }
            }
        })
    };
    let onscroll = {
        let (window, frame_id, count) = (window.clone(), frame_id.clone(), rows.len());
        Callback::from(move |_: Event| {
            if let Some(next) = window.scrolled(page::scroll_top_of(&frame_id), count) {
                window.set(next);
            }
        })
    };
    let onsort = {
        let (report, place) = (report.clone(), place.clone());
        dispatch.reform(move |(column, add): (usize, bool)| {
            place.set(GridPlace { row: None, column });
            Action::Order { report: report.clone(), table: index, column, add }
        })
    };
    let onfocus = {
        let place = place.clone();
        Callback::from(move |column: usize| place.set(GridPlace { row: None, column }))
    };
    let head = table_head(&HeadCells {
        table,
        index,
        order_by,
        tab_stop: place.row.is_none().then_some(place.column),
        classes: &columns.classes,
        onsort: &onsort,
        onfocus: &onfocus,
        language: *language,
    });
    let shown = window.rows(rows.len());
    let body = shown.clone().map(|position| {
        let onplace = {
            let place = place.clone();
            Callback::from(move |column: usize| place.set(GridPlace { row: Some(position), column }))
        };
        let tab_stop = (place.row == Some(position)).then_some(place.column);
        grid_row(props, &columns, position, tab_stop, &onplace)
    });
    let spacer = |height: usize| {
        (height > 0).then(|| {
            html! {
                <tr role="presentation" class="spacer-row">
                    <td role="presentation" height={height.to_string()} colspan={size.columns.to_string()}></td>
                </tr>
            }
        })
    };
    html! {
        <div class="grid-frame" id={frame_id} {onscroll}>
            <table class={if window.is_partial() { "grid is-windowed" } else { "grid" }} role="grid"
                aria-labelledby={format!("table-{index}-caption")} aria-rowcount={(rows.len() + 1).to_string()}
                aria-colcount={size.columns.to_string()} {onkeydown}>
                { head }
                <tbody role="rowgroup" lang="zh-CN">
                    { for spacer(RowWindow::top_of(shown.start)) }
                    { for body }
                    { for spacer(RowWindow::top_of(rows.len() - shown.end)) }
                </tbody>
            </table>
        </div>
    }
}

/// The id of the element at a place of the grid; a row keeps its id wherever it is sorted to.
fn element_id(index: usize, place: GridPlace, rows: &[u32]) -> String {
    match place.row.and_then(|row| rows.get(row)) {
        Some(row) => format!("t{index}-{row}-{}", place.column),
        None => format!("t{index}-h-{}", place.column),
    }
}

fn grid_row(
    props: &TableGridProps,
    columns: &Columns,
    position: usize,
    tab_stop: Option<usize>,
    onplace: &Callback<usize>,
) -> Html {
    let TableGridProps { report, index, table, rows, marked, language, dispatch, .. } = props;
    let row = rows[position] as usize;
    let role = table.row_roles[row];
    let cell = |column: usize| {
        let cell = table.cell(row, column);
        let value = table.value(row, column);
        let alignment = columns.alignments[column].as_ref();
        let (class, text) = cell_content(&cell, &value, &table.columns[column], role, alignment, *language);
        let id = format!("t{index}-{row}-{column}");
        let span = cell.span;
        let is_rating = table.columns[column].kind == ColumnKind::Rating && !cell.text.is_empty();
        let ask = is_rating.then(|| rating_word::ask(&id, report, &cell.text, Some(RatedSubject::Company)));
        let is_marked = *marked == Some(span) && !cell.inherited && !span.is_empty();
        let onclick = {
            let (report, dispatch, ask, onplace) =
                (report.clone(), dispatch.clone(), ask.clone(), onplace.clone());
            Callback::from(move |_: yew::MouseEvent| {
                onplace.emit(column);
                dispatch.emit(placed::mark(&report, span));
                if let Some(ask) = ask.clone() {
                    dispatch.emit(rating_word::held(ask));
                }
            })
        };
        let onfocus = {
            let (onplace, dispatch, ask) = (onplace.clone(), dispatch.clone(), ask.clone());
            Callback::from(move |_: yew::FocusEvent| {
                onplace.emit(column);
                if let Some(ask) = ask.clone() {
                    dispatch.emit(ask);
                }
            })
        };
        let open = ask.map(|ask| dispatch.reform(move |_: yew::MouseEvent| ask.clone()));
        let close = is_rating.then(|| dispatch.reform(|_: yew::MouseEvent| Action::LeaveDefinition));
        let blur = is_rating.then(|| dispatch.reform(|_: yew::FocusEvent| Action::CloseDefinition));
        html! {
            <td {id} role="gridcell" aria-colindex={(column + 1).to_string()} key={column}
                tabindex={if tab_stop == Some(column) { "0" } else { "-1" }}
                aria-selected={is_marked.then_some("true")}
                aria-describedby={is_rating.then_some("definition")}
                class={format!("{}{class}{}", columns.classes[column], if is_marked { " is-marked" } else { "" })}
                {onclick} {onfocus} onmouseenter={open} onmouseleave={close} onblur={blur}>{ text }</td>
        }
    };
    let class = match role {
        RowRole::Data => "",
        RowRole::Section => "section-row",
        RowRole::Summary => "summary-row",
    };
    html! {
        <tr {class} role="row" aria-rowindex={(position + 2).to_string()} key={row}>
            { for (0..table.columns.len()).map(cell) }
        </tr>
    }
}

/// A table that is the same where its address is.
#[derive(Clone)]
struct ByAddress(Rc<TableBlock>);

impl PartialEq for ByAddress {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
