//! The rows of a grid that are on the screen: what each shows, and the drawing of them past the virtual DOM.

use std::{ops::Range, rc::Rc};

use crate::{
    browser::{
        page,
        rows::{CellFace, RowFace, RowPool},
    },
    model::table::{RowRole, TableBlock},
    text::span::Span,
    view::{
        grid::{
            GridPlace,
            columns::{Slot, slots},
            dressing::Dressing,
            face::{CellContent, ColumnFace, cell_content, group_content, group_label, is_rating},
            projection::{Projection, ShownRow},
            selection::Selection,
            viewport::{Extent, Viewport},
        },
        settings::Language,
    },
};

/// All that the rows are drawn from.
#[derive(Clone)]
pub struct Shown {
    /// The table's index in its report, for ids.
    pub index: usize,
    /// The table.
    pub table: Rc<TableBlock>,
    /// Which rows and columns, in which order.
    pub projection: Rc<Projection>,
    /// How its columns are shown, by position.
    pub faces: Rc<Vec<ColumnFace>>,
    /// How single cells are shown where that is not as printed.
    pub dressing: Option<Dressing>,
    /// The place in the table that the source pane shows.
    pub marked: Option<Span>,
    /// Where the focus is.
    pub place: GridPlace,
    /// What is selected.
    pub selection: Option<Selection>,
    /// The columns on the screen beside those that always are.
    pub seen: Range<usize>,
    /// Whether only a part of the rows is on the screen.
    pub is_long: bool,
    /// The language.
    pub language: Language,
}

impl Shown {
    /// How many columns stay in view.
    pub fn pinned(&self) -> usize {
        self.projection.columns.iter().take_while(|column| column.is_pinned).count()
    }

    /// What stands at each place of a row.
    pub fn slots(&self) -> Vec<Slot> {
        slots(self.projection.columns.len(), self.pinned(), &self.seen)
    }

    /// The row at `position`.
    fn row(&self, position: usize, slots: &[Slot]) -> RowFace {
        let row = self.projection.row(position).unwrap_or(ShownRow::Group(u32::MAX));
        let dress = match (row, &self.dressing) {
            (ShownRow::Printed(row), Some(dressing)) => dressing.of_row(row),
            _ => Vec::new(),
        };
        let (class, is_expanded) = match row {
            ShownRow::Printed(row) => match self.table.row_roles.get(row as usize) {
                Some(RowRole::Section) => ("section-row", None),
                Some(RowRole::Summary) => ("summary-row", None),
                _ => ("", None),
            },
            ShownRow::Group(group) => {
                let group = self.projection.groups.get(group as usize);
                ("group-row", group.map(|group| !group.is_collapsed))
            }
        };
        let cells = slots.iter().map(|slot| match *slot {
            Slot::Gap(span) => CellFace { span, class: "gap".to_owned(), ..CellFace::default() },
            Slot::Column(at) => {
                let mut cell = match row {
                    ShownRow::Printed(row) => {
                        let alignment = self.faces.get(at).and_then(|face| face.alignment.as_ref());
                        let column = self.projection.columns[at].column as usize;
                        let (table, row) = (&self.table, row as usize);
                        let content =
                            cell_content(table, row, column, alignment, dress.get(at), self.language);
                        self.printed_cell(row, column, content)
                    }
                    ShownRow::Group(group) => {
                        let group = self.projection.groups.get(group as usize);
                        let content = match group {
                            Some(group) if at == 0 => group_label(&group.label, group.count, self.language),
                            _ => group_content(
                                group.and_then(|group| group.cells.get(at)).map_or("", String::as_str),
                            ),
                        };
                        CellFace { class: content.class, markup: content.markup, ..CellFace::default() }
                    }
                };
                if let Some(face) = self.faces.get(at) {
                    cell.class.insert_str(0, &face.class);
                }
                cell.is_selected |= self
                    .selection
                    .is_some_and(|selection| selection.is_range() && selection.holds(position, at));
                cell.is_tab_stop = self.place == GridPlace { row: Some(position), column: at };
                CellFace { index: at + 1, ..cell }
            }
        });
        RowFace { class: class.to_owned(), index: position + 2, is_expanded, cells: cells.collect() }
    }

    fn printed_cell(&self, row: usize, column: usize, content: CellContent) -> CellFace {
        let CellContent { mut class, markup, padding } = content;
        let is_defined = is_rating(&self.table, row, column);
        let id = if is_defined { cell_id(self.index, row, column) } else { String::new() };
        let is_marked = self.marked.is_some_and(|marked| {
            let cell = self.table.cell(row, column);
            marked == cell.span && !cell.inherited && !marked.is_empty()
        });
        if is_marked {
            class.push_str(" is-marked");
        }
        CellFace { id, class, markup, padding, is_defined, is_selected: is_marked, ..CellFace::default() }
    }

    /// The rows at these positions.
    pub fn rows(&self, positions: Range<usize>) -> Vec<RowFace> {
        let slots = self.slots();
        positions.map(|position| self.row(position, &slots)).collect()
    }
}

/// The id of a cell, by which its definition finds it; a row keeps it wherever it is sorted to.
pub fn cell_id(index: usize, row: usize, column: usize) -> String {
    let mut id = String::from("t");
    for (mark, number) in [("", index), ("-", row), ("-", column)] {
        id.push_str(mark);
        id.push_str(&number.to_string());
    }
    id
}

/// The rows of a grid in the page, and how far it is scrolled.
#[derive(Default)]
pub struct Screen {
    pool: Option<RowPool>,
    shown: Option<Shown>,
    /// How far it is scrolled.
    pub viewport: Viewport,
    /// Its rows and their height on the screen.
    pub extent: Extent,
    /// Whether the mouse is selecting cells.
    pub is_selecting: bool,
    /// Whether a header was dragged, so that the click that ends it sorts nothing.
    pub is_dragged: bool,
    /// The rating whose definition the mouse has asked for: row and column.
    pub asked: Option<(usize, usize)>,
    /// Whether the focus is to go to its place when the rows have been drawn.
    pub takes_focus: bool,
    /// Whether all rows are drawn, since the page is being printed.
    pub is_printing: bool,
}

impl Screen {
    /// Draws what is to be shown from now on.
    pub fn show(&mut self, shown: Shown) {
        let frame = frame_id(shown.index);
        self.extent.rows = shown.projection.row_count();
        if shown.is_long {
            self.extent.height = rows_height(shown.index);
            page::set_variable(&frame, "--grid-scroll", &pixels(self.extent.scrolled_room()));
            // Fewer rows than before, as by a filter, may end above where the bar stands.
            let top = page::scrolled(&frame).map_or(0.0, |scrolled| scrolled.top);
            if top != self.viewport.scrolled || self.viewport.top > self.extent.scrolled_room() {
                self.viewport = self.viewport.after_scroll(top, self.extent);
            }
        }
        self.shown = Some(shown);
        self.draw();
    }

    /// The group of the rows, with what is to be shown in it at the first time and wherever all rows are on the screen: so
    /// they are in the frame that their table comes with. How many rows a long table has on the screen is known only then.
    #[cfg(target_arch = "wasm32")]
    pub fn body(&mut self, shown: &Shown) -> yew::Html {
        if self.pool.is_none() || !shown.is_long {
            self.show(shown.clone());
        }
        self.pool.as_ref().map_or_else(yew::Html::default, |pool| yew::Html::VRef(pool.node()))
    }

    /// Draws the rows as they are to be seen now.
    pub fn draw(&mut self) {
        let Some(shown) = &self.shown else { return };
        if self.pool.is_none() {
            self.pool = RowPool::new(&body_id(shown.index));
        }
        let Some(pool) = &mut self.pool else { return };
        let is_part = shown.is_long && !self.is_printing;
        let positions = if is_part { self.viewport.rows(self.extent) } else { 0..self.extent.rows };
        let is_away = shown.place.row.is_some_and(|row| !positions.contains(&row));
        let frame = frame_id(shown.index);
        if is_away && pool.has_focus() {
            // The frame holds the focus for a cell that is scrolled away.
            page::focus_still(&frame);
        }
        pool.show(positions.start, shown.rows(positions), if is_part { self.viewport.shift() } else { 0.0 });
        let is_held = page::is_focused(&frame);
        if let Some(row) = shown.place.row
            && (self.takes_focus || is_held && !is_away)
        {
            pool.focus(row, shown.place.column + 1, shown.is_long);
        }
        self.takes_focus = false;
    }

    /// Follows the size of the frame.
    pub fn resize(&mut self, index: usize) {
        let height = rows_height(index);
        if height != self.extent.height {
            self.extent.height = height;
            page::set_variable(&frame_id(index), "--grid-scroll", &pixels(self.extent.scrolled_room()));
            self.draw();
        }
    }

    /// Draws the focus at its next place; the grid's own drawing follows.
    pub fn move_focus(&mut self, place: GridPlace) {
        if let Some(shown) = &mut self.shown {
            shown.place = place;
        }
        self.draw();
    }

    /// Follows the scroll bar.
    pub fn scroll(&mut self, scrolled: f64) {
        let next = self.viewport.after_scroll(scrolled, self.extent);
        if next != self.viewport {
            self.viewport = next;
            self.draw();
        }
    }

    /// Scrolls until `row` is seen.
    pub fn reveal(&mut self, index: usize, row: usize) {
        if let Some(next) = self.viewport.showing(row, self.extent) {
            self.viewport = next;
            page::scroll_to(&frame_id(index), next.scrolled);
        }
    }
}

/// The height that the rows of a long grid have on the screen.
fn rows_height(index: usize) -> f64 {
    let frame = page::scrolled(&frame_id(index)).unwrap_or_default().height;
    (frame - page::height_of(&head_id(index))).max(0.0)
}

/// A length for a style sheet.
pub fn pixels(length: f64) -> String {
    let mut pixels = (length.round() as i64).to_string();
    pixels.push_str("px");
    pixels
}

fn id(index: usize, part: &str) -> String {
    let mut id = String::from("table-");
    id.push_str(&index.to_string());
    id.push_str(part);
    id
}

/// The id of the grid's frame.
pub fn frame_id(index: usize) -> String {
    id(index, "-frame")
}

/// The id of the grid's head.
pub fn head_id(index: usize) -> String {
    id(index, "-head")
}

/// The id of the group of its rows.
pub fn body_id(index: usize) -> String {
    id(index, "-rows")
}

/// The rows as text, natively, where there is no page to write them into.
#[cfg(not(target_arch = "wasm32"))]
pub fn rendered(faces: Vec<RowFace>) -> yew::Html {
    use yew::{AttrValue, Html, html};
    let cell = |cell: CellFace| {
        let inner = Html::from_html_unchecked(AttrValue::from(cell.markup));
        if cell.index == 0 {
            return html! { <td role="presentation" class={cell.class} colspan={cell.span.to_string()}></td> };
        }
        html! {
            <td id={(!cell.id.is_empty()).then_some(cell.id)} class={cell.class} role="gridcell"
                aria-colindex={cell.index.to_string()} aria-selected={cell.is_selected.then_some("true")}
                aria-describedby={cell.is_defined.then_some("definition")}
                data-padding={(!cell.padding.is_empty()).then_some(cell.padding)}
                tabindex={if cell.is_tab_stop { "0" } else { "-1" }}>{ inner }</td>
        }
    };
    let row = |row: RowFace| {
        html! {
            <tr class={row.class} role="row" aria-rowindex={row.index.to_string()}
                aria-expanded={row.is_expanded.map(|is_expanded| is_expanded.to_string())}>
                { for row.cells.into_iter().map(cell) }
            </tr>
        }
    };
    html! { { for faces.into_iter().map(row) } }
}
