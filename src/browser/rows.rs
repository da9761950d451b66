//! Rows of a grid outside the virtual DOM: a pool of elements whose text, classes and attributes are rewritten in place,
//! so that a scroll step costs what changes on the screen and nothing else.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, FocusOptions, HtmlElement, Node};

use super::document;

/// How a row is to stand on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowFace {
    /// Its classes.
    pub class: String,
    /// Its `aria-rowindex`, counted from 1, header rows among it.
    pub index: usize,
    /// Whether the rows below it are shown; `None` where none belong to it.
    pub is_expanded: Option<bool>,
    /// Its cells from left to right.
    pub cells: Vec<CellFace>,
}

/// How a cell is to stand on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellFace {
    /// Its id; empty where nothing asks for it.
    pub id: String,
    /// Its classes.
    pub class: String,
    /// What stands in it, as markup: texts in it are escaped.
    pub markup: String,
    /// What follows it unseen; empty for most.
    pub padding: String,
    /// Its `aria-colindex`, counted from 1; 0 for a cell that keeps the place of columns that are not on the screen.
    pub index: usize,
    /// How many columns it keeps the place of.
    pub span: usize,
    /// Whether it is selected.
    pub is_selected: bool,
    /// Whether it opens the definition of the word in it.
    pub is_defined: bool,
    /// Whether the Tab key leads to it.
    pub is_tab_stop: bool,
}

/// The rows of one grid that are in the page.
pub struct RowPool {
    body: HtmlElement,
    first: usize,
    shift: f64,
    rows: Vec<PooledRow>,
}

struct PooledRow {
    element: Element,
    face: RowFace,
    cells: Vec<HtmlElement>,
}

impl RowPool {
    /// An empty row group of that id, which stands in no page yet; `None` natively.
    #[must_use]
    pub fn new(id: &str) -> Option<Self> {
        let body: HtmlElement = document()?.create_element("tbody").ok()?.dyn_into().ok()?;
        body.set_id(id);
        set(&body, "role", "rowgroup");
        body.set_lang("zh-CN");
        Some(Self { body, first: 0, shift: 0.0, rows: Vec::new() })
    }

    /// The row group.
    #[must_use]
    pub fn node(&self) -> Node {
        self.body.clone().into()
    }

    /// Shows the rows from place `first` of the grid on, moved up by `shift` CSS pixels. Rows that were on the screen
    /// before keep their elements, and with them the focus.
    pub fn show(&mut self, first: usize, faces: Vec<RowFace>, shift: f64) {
        self.turn(first);
        if shift != self.shift {
            self.shift = shift;
            let mut move_up = String::from("translateY(-");
            move_up.push_str(&(shift.round() as i32).to_string());
            move_up.push_str("px)");
            // The object model refuses only what a style sheet made read-only.
            let _ = self.body.style().set_property("transform", if shift == 0.0 { "" } else { &move_up });
        }
        while self.rows.len() > faces.len() {
            if let Some(row) = self.rows.pop() {
                row.element.remove();
            }
        }
        for (place, face) in faces.into_iter().enumerate() {
            if place == self.rows.len() {
                let Some(row) = PooledRow::below(&self.body) else { return };
                self.rows.push(row);
            }
            self.rows[place].rewrite(face);
        }
    }

    /// Moves the rows that leave the screen at one end to the other.
    fn turn(&mut self, first: usize) {
        let count = self.rows.len();
        if first > self.first && first - self.first < count {
            let left = first - self.first;
            for row in &self.rows[..left] {
                // Only a node that cannot have children refuses one.
                let _ = self.body.append_child(&row.element);
            }
            self.rows.rotate_left(left);
        } else if first < self.first && self.first - first < count {
            let left = self.first - first;
            for row in self.rows[count - left..].iter().rev() {
                let _ = self.body.insert_before(&row.element, self.body.first_child().as_ref());
            }
            self.rows.rotate_right(left);
        }
        self.first = first;
    }

    /// Gives the cell with that `aria-colindex` in the row at `place` of the grid the focus, without scrolling where
    /// `is_still`; whether it is on the screen.
    pub fn focus(&self, place: usize, index: usize, is_still: bool) -> bool {
        let row = place.checked_sub(self.first).and_then(|place| self.rows.get(place));
        let cell = row.and_then(|row| {
            let at = row.face.cells.iter().position(|cell| cell.index == index)?;
            row.cells.get(at)
        });
        if let Some(cell) = cell {
            focus(cell, is_still);
        }
        cell.is_some()
    }

    /// Whether one of its cells has the focus.
    #[must_use]
    pub fn has_focus(&self) -> bool {
        let focused = document().and_then(|document| document.active_element());
        focused.is_some_and(|focused| self.body.contains(Some(&focused)))
    }
}

/// Gives `element` the focus, and scrolls nothing where `is_still`.
pub(super) fn focus(element: &HtmlElement, is_still: bool) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(is_still);
    // An element that cannot take it leaves the focus where it is.
    let _ = element.focus_with_options(&options);
}

impl PooledRow {
    fn below(body: &Element) -> Option<Self> {
        let element = document()?.create_element("tr").ok()?;
        set(&element, "role", "row");
        body.append_child(&element).ok()?;
        Some(Self { element, face: RowFace::default(), cells: Vec::new() })
    }

    fn rewrite(&mut self, face: RowFace) {
        if face.class != self.face.class {
            self.element.set_class_name(&face.class);
        }
        if face.index != self.face.index {
            set(&self.element, "aria-rowindex", &face.index.to_string());
        }
        if face.is_expanded != self.face.is_expanded {
            match face.is_expanded {
                Some(is_expanded) => set(&self.element, "aria-expanded", truth(is_expanded)),
                None => unset(&self.element, "aria-expanded"),
            }
        }
        while self.cells.len() > face.cells.len() {
            if let Some(cell) = self.cells.pop() {
                cell.remove();
            }
        }
        self.face.cells.truncate(face.cells.len());
        for (place, cell) in face.cells.iter().enumerate() {
            if place == self.cells.len() {
                let Some(element) = cell_below(&self.element) else { return };
                self.cells.push(element);
                self.face.cells.push(CellFace::default());
            }
            rewrite(&self.cells[place], &self.face.cells[place], cell);
        }
        self.face = face;
    }
}

fn cell_below(row: &Element) -> Option<HtmlElement> {
    let cell: HtmlElement = document()?.create_element("td").ok()?.dyn_into().ok()?;
    set(&cell, "role", "presentation");
    row.append_child(&cell).ok()?;
    Some(cell)
}

/// Makes the cell that shows `before` show `after`.
fn rewrite(element: &HtmlElement, before: &CellFace, after: &CellFace) {
    if before.class != after.class {
        element.set_class_name(&after.class);
    }
    if before.markup != after.markup {
        if after.markup.contains(['<', '&']) {
            element.set_inner_html(&after.markup);
        } else {
            element.set_text_content(Some(&after.markup));
        }
    }
    if before.padding != after.padding {
        toggle(element, "data-padding", &after.padding, !after.padding.is_empty());
    }
    if before.id != after.id {
        element.set_id(&after.id);
    }
    if before.index != after.index {
        if after.index == 0 {
            set(element, "role", "presentation");
            unset(element, "aria-colindex");
            unset(element, "tabindex");
        } else {
            set(element, "role", "gridcell");
            set(element, "tabindex", "-1");
            set(element, "aria-colindex", &after.index.to_string());
        }
    }
    if before.span.max(1) != after.span.max(1) {
        set(element, "colspan", &after.span.max(1).to_string());
    }
    if before.is_selected != after.is_selected {
        toggle(element, "aria-selected", "true", after.is_selected);
    }
    if before.is_defined != after.is_defined {
        toggle(element, "aria-describedby", "definition", after.is_defined);
    }
    if before.is_tab_stop != after.is_tab_stop {
        set(element, "tabindex", if after.is_tab_stop { "0" } else { "-1" });
    }
}

fn truth(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}

fn toggle(element: &Element, name: &str, value: &str, is_set: bool) {
    if is_set {
        set(element, name, value);
    } else {
        unset(element, name);
    }
}

fn set(element: &Element, name: &str, value: &str) {
    // Only a name that is none is refused.
    let _ = element.set_attribute(name, value);
}

fn unset(element: &Element, name: &str) {
    let _ = element.remove_attribute(name);
}
