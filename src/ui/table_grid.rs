//! A table as an ARIA grid: one Tab stop, arrow keys through header and cells, each cell one click from its place. Yew
//! draws the frame and the header; the rows are written into their group past it, see [`table_rows`](super::table_rows).

use std::{cell::RefCell, rc::Rc};

use yew::{
    Callback, Event, Html, Properties, UseStateHandle, component, html, use_effect, use_effect_with,
    use_memo, use_mut_ref, use_state,
};

use super::{
    by_address::ByAddress,
    screen::Dispatch,
    table_head::{HeadCells, column_id, head_cell_id, table_head},
    table_input::Input,
    table_rows::{Screen, Shown, frame_id, head_id, pixels},
};
use crate::{
    browser::page,
    model::table::TableBlock,
    text::span::Span,
    view::{
        grid::{
            GridPlace,
            columns::{MOST_COLUMNS, columns_at},
            dressing::Dressing,
            edit::GridEdit,
            face::ColumnFace,
            projection::{Projection, ShownColumn},
            selection::Selection,
            viewport::{ROW_HEIGHT, is_long},
            width::column_width,
        },
        library::ReportKey,
        ordering::OrderBy,
        settings::Language,
    },
};

/// What the grid shows.
#[derive(Clone, PartialEq, Properties)]
pub struct TableGridProps {
    /// The report.
    pub report: ReportKey,
    /// The table's index in it.
    pub index: usize,
    /// The table.
    pub table: ByAddress<TableBlock>,
    /// Which columns and rows are shown, in which order.
    pub projection: ByAddress<Projection>,
    /// How single cells are shown where that is not as printed.
    #[prop_or_default]
    pub dressing: Option<Dressing>,
    /// The order chosen.
    pub order_by: OrderBy,
    /// The place in this table that the source pane shows.
    pub marked: Option<Span>,
    /// The language.
    pub language: Language,
    /// Where actions go.
    pub dispatch: Dispatch,
    /// Where changes of the arrangement go.
    pub onedit: Callback<GridEdit>,
    /// Whether the later part of the program is here, which answers keys and the mouse.
    pub is_whole: bool,
}

/// What a grid keeps from one drawing to the next.
#[derive(Clone)]
pub struct Kept {
    /// Where the focus is.
    pub place: UseStateHandle<GridPlace>,
    /// What is selected.
    pub selection: UseStateHandle<Option<Selection>>,
    /// The columns on the screen.
    pub seen: UseStateHandle<std::ops::Range<usize>>,
    /// The rows on the screen.
    pub screen: Rc<RefCell<Screen>>,
}

/// The grid.
#[component]
pub fn TableGrid(props: &TableGridProps) -> Html {
    let TableGridProps { index, table, projection, order_by, language, .. } = props;
    let (index, language, table, projection) = (*index, *language, &table.0, &projection.0);
    let columns = projection.columns.clone();
    let pinned = columns.iter().take_while(|column| column.is_pinned).count();
    let faces = use_memo((ByAddress(table.clone()), columns.clone()), |(table, columns)| {
        let face = |(at, column): (usize, &ShownColumn)| {
            ColumnFace::of(&table.0, column.column as usize, column.is_pinned.then_some(at))
        };
        columns.iter().enumerate().map(face).collect::<Vec<_>>()
    });
    let is_long = is_long(projection.row_count(), columns.len()) || columns.len() > MOST_COLUMNS;
    let has_widths = is_long || columns.iter().any(|column| column.width.is_some());
    let widths = use_memo((ByAddress(table.clone()), columns, has_widths), |(table, columns, has_widths)| {
        let width = |column: &ShownColumn| {
            column.width.unwrap_or_else(|| column_width(&table.0, column.column as usize))
        };
        if *has_widths { columns.iter().map(width).collect::<Vec<u32>>() } else { Vec::new() }
    });
    let kept = Kept {
        place: use_state(GridPlace::default),
        selection: use_state(|| None),
        seen: use_state(|| columns_at(&widths, pinned, 0.0, 1_440.0)),
        screen: use_mut_ref(Screen::default),
    };
    let count = projection.columns.len();
    let seen = if count > MOST_COLUMNS { (*kept.seen).clone() } else { pinned..count };
    let shown = Shown {
        index,
        table: table.clone(),
        projection: projection.clone(),
        faces: faces.clone(),
        dressing: props.dressing.clone(),
        marked: props.marked,
        place: *kept.place,
        selection: *kept.selection,
        seen,
        is_long,
        language,
    };
    use_effect_with(props.marked, move |marked| {
        if marked.is_some() {
            // The source pane beside it may have left less room than the cell needs.
            page::after_paint(move || page::reveal_within(&frame_id(index), ".is-marked"));
        }
    });
    use_frame(props, &kept, &widths, pinned, is_long);
    let input =
        Rc::new(Input { props: props.clone(), kept: kept.clone(), widths: widths.clone(), pinned, is_long });
    let onscroll = {
        let (kept, widths) = (kept.clone(), widths.clone());
        Callback::from(move |_: Event| {
            let Some(scrolled) = page::scrolled(&frame_id(index)) else { return };
            if is_long {
                kept.screen.borrow_mut().scroll(scrolled.top);
            }
            let seen = columns_at(&widths, pinned, scrolled.left, scrolled.width);
            if widths.len() > MOST_COLUMNS && seen != *kept.seen {
                kept.seen.set(seen);
            }
        })
    };
    let head = table_head(&HeadCells {
        table,
        index,
        projection,
        slots: &shown.slots(),
        order_by,
        tab_stop: kept.place.row.is_none().then_some(kept.place.column),
        faces: &faces,
        language,
    });
    let is_away = kept.place.row.is_some_and(|row| row >= projection.row_count());
    let body = body(&kept.screen, &shown);
    {
        let screen = kept.screen.clone();
        use_effect(move || {
            if is_long {
                screen.borrow_mut().show(shown);
            }
        });
    }
    let class = match (is_long, has_widths) {
        (true, _) => "grid is-windowed has-widths",
        (false, true) => "grid has-widths",
        (false, false) => "grid",
    };
    let total: u32 = widths.iter().sum();
    let [onclick, onmousedown, onmouseover, ondblclick] = input.mouse();
    html! {
        <div class={if is_long { "grid-frame is-long" } else { "grid-frame" }} id={frame_id(index)} {onscroll}
            tabindex={if is_away { "0" } else { "-1" }} onkeydown={input.keys()} onfocusin={input.focus()}
            onfocusout={input.blur()} {onclick} {onmousedown} {onmouseover} {ondblclick}
            onmouseleave={input.leave()}>
            <div class="grid-stage">
                <table {class} role="grid" aria-labelledby={format!("table-{index}-caption")}
                    aria-multiselectable="true" aria-rowcount={(projection.row_count() + 1).to_string()}
                    aria-colcount={count.to_string()} width={has_widths.then(|| total.to_string())}>
                    if has_widths {
                        <colgroup>{ for widths.iter().enumerate().map(|(at, width)| html! {
                            <col id={column_id(index, at)} width={width.to_string()} />
                        }) }</colgroup>
                    }
                    { head }
                    { body }
                </table>
            </div>
            if is_long { <div class="grid-height" aria-hidden="true"></div> }
        </div>
    }
}

/// The group of the rows: natively drawn here, in the page past Yew.
#[cfg(not(target_arch = "wasm32"))]
fn body(_: &RefCell<Screen>, shown: &Shown) -> Html {
    use crate::view::grid::viewport::{Extent, Viewport};
    let rows = shown.projection.row_count();
    let seen = Viewport::default().rows(Extent { rows, height: 700.0 });
    let rows = super::table_rows::rendered(shown.rows(if shown.is_long { seen } else { 0..rows }));
    html! { <tbody id={super::table_rows::body_id(shown.index)} role="rowgroup" lang="zh-CN">{ rows }</tbody> }
}

#[cfg(target_arch = "wasm32")]
fn body(screen: &RefCell<Screen>, shown: &Shown) -> Html {
    screen.borrow_mut().body(shown)
}

/// Keeps frame and rows as the sizes on the screen are, and draws all rows for paper.
#[yew::hook]
fn use_frame(props: &TableGridProps, kept: &Kept, widths: &Rc<Vec<u32>>, pinned: usize, is_long: bool) {
    let (index, table) = (props.index, props.table.clone());
    let rows = props.projection.0.row_count();
    let headers: Vec<_> = props.projection.0.columns[..pinned]
        .iter()
        .map(|column| head_cell_id(index, column.column as usize))
        .collect();
    let screen = kept.screen.clone();
    let depends = (table, props.language, widths.clone(), headers, is_long);
    use_effect_with(depends, move |(_, _, _, headers, is_long)| {
        let frame = frame_id(index);
        let fit = page::on_table_fit(&frame, headers.clone());
        let resized = is_long.then(|| {
            let screen = screen.clone();
            page::on_size(&frame, move |_, _| {
                page::set_variable(
                    &frame_id(index),
                    "--grid-head",
                    &pixels(page::height_of(&head_id(index))),
                );
                screen.borrow_mut().resize(index);
            })
        });
        let print = is_long.then(|| {
            page::on_print(move |is_printing| {
                let mut screen = screen.borrow_mut();
                screen.is_printing = is_printing;
                screen.draw();
            })
        });
        move || drop((fit, resized, print))
    });
    use_effect_with((rows, is_long), move |(rows, is_long)| {
        if *is_long {
            let height = *rows as f64 * ROW_HEIGHT;
            page::set_variable(&frame_id(index), "--grid-rows", &pixels(height.min(4_000.0)));
        }
    });
}
