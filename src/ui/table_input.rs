//! What keys and the mouse do in a grid. Only a click is answered before the later part of the program is here.

use std::rc::Rc;

use yew::{Callback, FocusEvent, KeyboardEvent, MouseEvent};

use super::{
    placed, rating_word,
    table_grid::{Kept, TableGridProps},
    table_head::{column_id, head_cell_id},
    table_rows::{cell_id, frame_id},
};
use crate::{
    browser::page::{self, CellIndex},
    model::masthead::RatedSubject,
    view::{
        grid::{
            GridPlace, GridSize,
            edit::GridEdit,
            face::is_rating,
            projection::ShownRow,
            selection::{self, Selection},
        },
        state::Action,
    },
};

/// How far the mouse moves before a pressed header is dragged and no longer clicked, in CSS pixels.
const DRAGGED: f64 = 6.0;

/// By how much a key makes a column wider or narrower, and the narrowest that it gets, in CSS pixels.
const WIDENED: i64 = 16;
const NARROWEST: i64 = 40;

/// The grid as it stood when it was last drawn.
pub struct Input {
    /// What it shows.
    pub props: TableGridProps,
    /// What it keeps.
    pub kept: Kept,
    /// The widths of its columns, where they have any.
    pub widths: Rc<Vec<u32>>,
    /// How many columns stay in view.
    pub pinned: usize,
    /// Whether only a part of the rows is on the screen.
    pub is_long: bool,
}

/// The place that a cell's ARIA indices say: the header is row 1.
fn place_of(cell: CellIndex) -> GridPlace {
    GridPlace { row: cell.row.checked_sub(2), column: cell.column.saturating_sub(1) }
}

impl Input {
    fn size(&self) -> GridSize {
        let screen = self.kept.screen.borrow();
        let page = if self.is_long { screen.extent.page() } else { 20 };
        let projection = &self.props.projection;
        GridSize { rows: projection.row_count(), columns: projection.columns.len(), page }
    }

    /// The column of the table at a position.
    fn column(&self, position: usize) -> usize {
        self.props.projection.columns.get(position).map_or(0, |column| column.column as usize)
    }

    /// The row of the table and its column at a place; `None` for headers and heads of groups.
    fn printed(&self, place: GridPlace) -> Option<(usize, usize)> {
        match self.props.projection.row(place.row?)? {
            ShownRow::Printed(row) => Some((row as usize, self.column(place.column))),
            ShownRow::Group(_) => None,
        }
    }

    /// The question for the definition of the rating word at a place.
    fn question(&self, place: GridPlace) -> Option<((usize, usize), Action)> {
        let TableGridProps { report, index, table, .. } = &self.props;
        let (row, column) = self.printed(place).filter(|(row, column)| is_rating(table, *row, *column))?;
        let id = cell_id(*index, row, column);
        let ask = rating_word::ask(&id, report, &table.cell(row, column).text, Some(RatedSubject::Company));
        Some(((row, column), ask))
    }

    /// Moves the focus.
    fn go(&self, place: GridPlace) {
        let index = self.props.index;
        self.kept.place.set(place);
        if self.is_long {
            let start = |position: usize| self.widths[..position].iter().map(|width| f64::from(*width)).sum();
            if place.column >= self.pinned && place.column < self.widths.len() {
                let (start, covered) = (start(place.column), start(self.pinned));
                let end = start + f64::from(self.widths[place.column]);
                page::scroll_into_width(&frame_id(index), start, end, covered);
            }
        }
        let mut screen = self.kept.screen.borrow_mut();
        match place.row {
            None => page::focus(&head_cell_id(index, self.column(place.column))),
            Some(row) => {
                screen.takes_focus = true;
                if self.is_long {
                    screen.reveal(index, row);
                }
                screen.move_focus(place);
            }
        }
    }

    /// Shows the printed place of a cell, opens or closes a group, or sorts by a column.
    fn act(&self, place: GridPlace, add: bool) {
        let TableGridProps { report, index, table, dispatch, projection, onedit, .. } = &self.props;
        match place.row.map(|row| projection.row(row)) {
            None => dispatch.emit(Action::Order {
                report: report.clone(),
                table: *index,
                column: self.column(place.column),
                add,
            }),
            Some(Some(ShownRow::Printed(row))) => {
                let span = table.cell(row as usize, self.column(place.column)).span;
                dispatch.emit(placed::mark(report, span));
            }
            Some(Some(ShownRow::Group(group))) => onedit.emit(GridEdit::Toggle(group)),
            Some(None) => {}
        }
    }

    fn copy(&self) {
        let at = *self.kept.place;
        let selected = self.kept.selection.or_else(|| Some(Selection::cell(at.row?, at.column)));
        let Some(selected) = selected else { return };
        self.props.onedit.emit(GridEdit::Copy { rows: selected.rows(), columns: selected.columns() });
    }

    /// What the keys of a header do to its column; whether the key was one.
    fn arrange(&self, event: &KeyboardEvent) -> bool {
        let at = *self.kept.place;
        let (position, column) = (at.column as u32, self.column(at.column) as u32);
        let key = event.key();
        let step: i64 = match key.as_str() {
            "ArrowLeft" => -1,
            "ArrowRight" => 1,
            "ArrowDown" if event.alt_key() => {
                let anchor = head_cell_id(self.props.index, column as usize);
                self.props.onedit.emit(GridEdit::Menu { column, anchor });
                return true;
            }
            _ => return false,
        };
        if event.alt_key() {
            let width = page::width_of(&head_cell_id(self.props.index, column as usize)).round() as i64;
            let width = Some((width + step * WIDENED).max(NARROWEST) as u32);
            self.props.onedit.emit(GridEdit::Resize { column, width });
        } else if event.shift_key() {
            let last = self.props.projection.columns.len() as u32 - 1;
            let position = if step > 0 { (position + 2).min(last + 1) } else { position.saturating_sub(1) };
            self.props.onedit.emit(GridEdit::Move { column, position });
            let next = (i64::from(at.column as u32) + step).clamp(0, i64::from(last));
            self.kept.place.set(GridPlace { row: None, column: next as usize });
        } else {
            return false;
        }
        true
    }

    #[inline(never)] // An entry of the later part: it must stay a call.
    fn key(&self, event: &KeyboardEvent) {
        let at = *self.kept.place;
        let (key, size) = (event.key(), self.size());
        let (control, shift) = (event.ctrl_key() || event.meta_key(), event.shift_key());
        if at.row.is_none() && self.arrange(event) {
            event.prevent_default();
        } else if let Some((selected, next)) =
            selection::after_key(*self.kept.selection, at, &key, (control, shift), size)
        {
            event.prevent_default();
            self.kept.selection.set(Some(selected));
            if next != at {
                self.go(next);
            }
        } else if let Some(next) = at.after_key(&key, control, size).filter(|_| !event.alt_key()) {
            event.prevent_default();
            self.kept.selection.set(None);
            self.go(next);
        } else {
            match key.as_str() {
                "Enter" | " " => {
                    event.prevent_default();
                    self.act(at, shift);
                }
                "c" | "C" if control && !page::has_selected_text() => {
                    event.prevent_default();
                    self.copy();
                }
                "Escape" if self.kept.selection.is_some_and(Selection::is_range) => {
                    // The source pane stays open until the next Escape.
                    event.stop_propagation();
                    self.kept.selection.set(None);
                }
                _ => {}
            }
        }
    }

    /// Keys anywhere in the frame.
    pub fn keys(self: &Rc<Self>) -> Callback<KeyboardEvent> {
        let input = self.clone();
        Callback::from(move |event: KeyboardEvent| {
            if input.props.is_whole {
                input.key(&event);
            }
        })
    }

    /// The focus came to a cell, to a header, or to the frame for a cell that is scrolled away.
    pub fn focus(self: &Rc<Self>) -> Callback<FocusEvent> {
        let input = self.clone();
        Callback::from(move |event: FocusEvent| {
            let Some(place) = page::cell_of(&event).map(place_of) else { return };
            if place != *input.kept.place {
                input.kept.place.set(place);
            }
            if let Some((_, ask)) = input.question(place) {
                input.props.dispatch.emit(ask);
            }
        })
    }

    /// The focus left a cell.
    pub fn blur(self: &Rc<Self>) -> Callback<FocusEvent> {
        let input = self.clone();
        Callback::from(move |event: FocusEvent| {
            let place = page::cell_of(&event).map(place_of);
            if place.and_then(|place| input.question(place)).is_some() {
                input.props.dispatch.emit(Action::CloseDefinition);
            }
        })
    }

    /// A click, a pressed button, the mouse over a cell, a double click.
    pub fn mouse(self: &Rc<Self>) -> [Callback<MouseEvent>; 4] {
        let answer = |answer: fn(&Rc<Self>, &MouseEvent)| {
            let input = self.clone();
            Callback::from(move |event: MouseEvent| answer(&input, &event))
        };
        let later = |gesture: fn(&Rc<Self>, &MouseEvent)| {
            let input = self.clone();
            Callback::from(move |event: MouseEvent| {
                if input.props.is_whole {
                    gesture(&input, &event);
                }
            })
        };
        [
            answer(Self::clicked),
            later(|input, event| input.pressed(event)),
            later(|input, event| input.over(event)),
            later(|input, event| input.double_clicked(event)),
        ]
    }

    fn clicked(self: &Rc<Self>, event: &MouseEvent) {
        let is_dragged = std::mem::take(&mut self.kept.screen.borrow_mut().is_dragged);
        let Some(place) = page::cell_of(event).map(place_of) else { return };
        if is_dragged || page::is_within(event, ".head-grip") {
            return;
        }
        let is_drawn = self.kept.selection.is_some_and(Selection::is_range);
        if place.row.is_some() && (is_drawn || event.shift_key()) {
            return;
        }
        if place != *self.kept.place {
            self.kept.place.set(place);
        }
        self.act(place, event.shift_key());
        if let Some((_, ask)) = self.question(place) {
            self.props.dispatch.emit(rating_word::held(ask));
        }
    }

    #[inline(never)] // An entry of the later part: it must stay a call.
    fn pressed(self: &Rc<Self>, event: &MouseEvent) {
        let Some(place) = page::cell_of(event).map(place_of).filter(|_| event.button() == 0) else { return };
        let Some(row) = place.row else { return self.drag_header(event, place.column) };
        let before = self.kept.selection.or_else(|| {
            let at = *self.kept.place;
            Some(Selection::cell(at.row?, at.column))
        });
        let selected = match before {
            Some(before) if event.shift_key() => {
                // Neither text is selected nor the focus moved away from where the selection began.
                event.prevent_default();
                before.to(row, place.column)
            }
            _ => Selection::cell(row, place.column),
        };
        self.kept.screen.borrow_mut().is_selecting = true;
        self.kept.selection.set(Some(selected));
    }

    #[inline(never)] // An entry of the later part: it must stay a call.
    fn over(self: &Rc<Self>, event: &MouseEvent) {
        let place = page::cell_of(event).map(place_of);
        let is_pressed = event.buttons() & 1 == 1;
        let is_selecting = {
            let mut screen = self.kept.screen.borrow_mut();
            screen.is_selecting &= is_pressed;
            screen.is_selecting
        };
        if let (true, Some(GridPlace { row: Some(row), column }), Some(selected)) =
            (is_selecting, place, *self.kept.selection)
        {
            self.kept.selection.set(Some(selected.to(row, column)));
            return;
        }
        let question = place.and_then(|place| self.question(place));
        let asked = question.as_ref().map(|(cell, _)| *cell);
        let before = std::mem::replace(&mut self.kept.screen.borrow_mut().asked, asked);
        if asked != before {
            match question {
                Some((_, ask)) => self.props.dispatch.emit(ask),
                None => self.props.dispatch.emit(Action::LeaveDefinition),
            }
        }
    }

    /// The mouse left the grid.
    pub fn leave(self: &Rc<Self>) -> Callback<MouseEvent> {
        let input = self.clone();
        Callback::from(move |_: MouseEvent| {
            if input.kept.screen.borrow_mut().asked.take().is_some() {
                input.props.dispatch.emit(Action::LeaveDefinition);
            }
        })
    }

    #[inline(never)] // An entry of the later part: it must stay a call.
    fn double_clicked(self: &Rc<Self>, event: &MouseEvent) {
        let place = page::cell_of(event).map(place_of);
        if let Some(place) = place.filter(|_| page::is_within(event, ".head-grip")) {
            self.props
                .onedit
                .emit(GridEdit::Resize { column: self.column(place.column) as u32, width: None });
        }
    }

    /// Follows a header that is pulled at its border, which resizes it, or anywhere else, which moves it.
    fn drag_header(self: &Rc<Self>, event: &MouseEvent, position: usize) {
        let index = self.props.index;
        let column = self.column(position) as u32;
        let (input, start) = (self.clone(), f64::from(event.client_x()));
        if page::is_within(event, ".head-grip") {
            event.prevent_default();
            let width = page::width_of(&head_cell_id(index, column as usize));
            page::follow_mouse(event, move |right, _, is_end| {
                let width = (width + right).max(NARROWEST as f64);
                page::set_column_width(&column_id(index, position), width);
                if is_end && right.abs() >= 1.0 {
                    input.props.onedit.emit(GridEdit::Resize { column, width: Some(width.round() as u32) });
                }
            });
            return;
        }
        page::follow_mouse(event, move |right, _, is_end| {
            let is_dragged = right.abs() > DRAGGED;
            page::set_root_data("dragging", if is_dragged && !is_end { "column" } else { "no" });
            if !is_end || !is_dragged {
                return;
            }
            input.kept.screen.borrow_mut().is_dragged = true;
            if let Some(under) = page::column_at(&frame_id(index), start + right).map(|under| under - 1)
                && under != position
            {
                let to = if under > position { under + 1 } else { under };
                input.props.onedit.emit(GridEdit::Move { column, position: to as u32 });
            }
        });
    }
}
