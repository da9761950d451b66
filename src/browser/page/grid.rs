//! What happened where in a grid: its cells by their ARIA indices, its frame, and dragging in it.

use std::{cell::RefCell, rc::Rc};

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement, MouseEvent};

use super::element;
use crate::browser::{document, rows, window};

/// A cell of a grid as its attributes say: `aria-rowindex` of its row, 0 where that has none, and its own
/// `aria-colindex`, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellIndex {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
}

/// The cell that the event happened in; `None` outside of cells.
#[must_use]
pub fn cell_of(event: &Event) -> Option<CellIndex> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let cell = target.closest("[aria-colindex]").ok().flatten()?;
    let number = |element: &Element, name: &str| element.get_attribute(name)?.parse().ok();
    let row = cell.closest("[role=row]").ok().flatten()?;
    Some(CellIndex {
        row: number(&row, "aria-rowindex").unwrap_or_default(),
        column: number(&cell, "aria-colindex")?,
    })
}

/// Whether the event happened in an element that the selector finds.
#[must_use]
pub fn is_within(event: &Event, selector: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Whether the event happened on the element of that id itself, and not in what stands in it.
#[must_use]
pub fn is_on(event: &Event, id: &str) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| target.id() == id)
}

/// Whether the reader has selected text, which the browser's own copy command is meant for.
#[must_use]
pub fn has_selected_text() -> bool {
    window()
        .and_then(|window| window.get_selection().ok().flatten())
        .is_some_and(|selection| !selection.is_collapsed())
}

/// Gives the element the focus and scrolls nothing.
pub fn focus_still(id: &str) {
    if let Some(element) = element(id) {
        rows::focus(&element, true);
    }
}

/// Whether the element of that id itself has the focus.
#[must_use]
pub fn is_focused(id: &str) -> bool {
    document().and_then(|document| document.active_element()).is_some_and(|focused| focused.id() == id)
}

/// What of a scrolled element is seen, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scrolled {
    /// How far it is scrolled from its top.
    pub top: f64,
    /// How far it is scrolled from its left end.
    pub left: f64,
    /// The width of what is seen.
    pub width: f64,
    /// The height of what is seen.
    pub height: f64,
}

/// What of the element is seen now; `None` where it is missing.
#[must_use]
pub fn scrolled(id: &str) -> Option<Scrolled> {
    let element = element(id)?;
    Some(Scrolled {
        top: f64::from(element.scroll_top()),
        left: f64::from(element.scroll_left()),
        width: f64::from(element.client_width()),
        height: f64::from(element.client_height()),
    })
}

/// Scrolls the element sideways so that what stands between `start` and `end`, in CSS pixels from the left end of its
/// content, is seen behind the first `covered` pixels.
pub fn scroll_into_width(id: &str, start: f64, end: f64, covered: f64) {
    let Some(element) = element(id) else { return };
    let (left, width) = (f64::from(element.scroll_left()), f64::from(element.client_width()));
    if start < left + covered {
        element.set_scroll_left((start - covered).max(0.0) as i32);
    } else if end > left + width {
        element.set_scroll_left((end - width).ceil() as i32);
    }
}

/// Sets a column's width while it is being dragged: the `<col>` of that id.
pub fn set_column_width(id: &str, width: f64) {
    if let Some(column) = element(id) {
        // Only a name that is none is refused.
        let _ = column.set_attribute("width", &(width.round() as i32).to_string());
    }
}

/// Follows the mouse from a pressed button until it is released: `moved` is called with how far it has come from where
/// it was pressed, sideways and down, and once more at the end with `true`.
pub fn follow_mouse(event: &MouseEvent, moved: impl Fn(f64, f64, bool) + 'static) {
    let Some(window) = window() else { return };
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let held: Rc<RefCell<Vec<EventListener>>> = Rc::default();
    let moved = Rc::new(moved);
    let listen = |name: &'static str, is_end: bool| {
        let (held, moved) = (held.clone(), moved.clone());
        EventListener::new_with_options(
            &window,
            name,
            EventListenerOptions::run_in_capture_phase(),
            move |event| {
                let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
                // A button that was released outside of the window is no longer pressed when the mouse comes back.
                let is_end = is_end || event.buttons() == 0;
                if is_end {
                    // The listeners end in a task of their own, since one of them is running.
                    let held = held.take();
                    wasm_bindgen_futures::spawn_local(async move { drop(held) });
                }
                moved(f64::from(event.client_x()) - x, f64::from(event.client_y()) - y, is_end);
            },
        )
    };
    let listeners = vec![listen("mousemove", false), listen("mouseup", true)];
    held.replace(listeners);
}

/// The `aria-colindex` of the header cell or cell at the mouse's place on the screen; `None` beside the grid.
#[must_use]
pub fn column_at(frame: &str, x: f64) -> Option<usize> {
    let frame: HtmlElement = element(frame)?;
    let heads = frame.query_selector_all("thead [aria-colindex]").ok()?;
    (0..heads.length()).find_map(|at| {
        let head: Element = heads.get(at)?.dyn_into().ok()?;
        let place = head.get_bounding_client_rect();
        let index = head.get_attribute("aria-colindex")?.parse().ok()?;
        (place.left() <= x && x < place.right()).then_some(index)
    })
}
