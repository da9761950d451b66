//! Where elements are, and putting them somewhere. Styles are set through the object model, since the page's security
//! policy allows no `style` attribute.

use wasm_bindgen::JsCast as _;
use web_sys::{ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{element, root};
use crate::browser::{document, rows, window};

/// Gives the element the focus without scrolling the page to it more than the browser must.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        // An element that cannot take it leaves the focus where it is.
        let _ = element.focus();
    }
}

/// Gives the focus to the first element that the selector finds on the screen, or else to the first at all; whether there
/// is one.
pub fn focus_seen(selector: &str) -> bool {
    let Some(found) = document().and_then(|document| document.query_selector_all(selector).ok()) else {
        return false;
    };
    let bottom = root().map_or(0.0, |root| f64::from(root.client_height()));
    let all = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<web_sys::HtmlElement>().ok());
    let all: Vec<_> = all.collect();
    let is_seen = |element: &&web_sys::HtmlElement| {
        let place = Place::of(element);
        place.top + place.height > 0.0 && place.top < bottom
    };
    let Some(element) = all.iter().find(is_seen).or_else(|| all.first()) else { return false };
    // An element that cannot take it leaves the focus where it is.
    let _ = element.focus();
    true
}

/// Scrolls the element to the middle of what is seen, at once.
pub fn reveal(id: &str) {
    if let Some(element) = element(id) {
        scroll_into_view(&element, ScrollLogicalPosition::Center, ScrollBehavior::Instant);
    }
}

/// Scrolls the element's beginning to the top of what is seen, at once where the reader wishes less motion. The next Tab
/// goes on from there.
pub fn reveal_start(id: &str) {
    let Some(element) = element(id) else { return };
    let behavior = if wishes_less_motion() { ScrollBehavior::Instant } else { ScrollBehavior::Smooth };
    scroll_into_view(&element, ScrollLogicalPosition::Start, behavior);
    if !element.has_attribute("tabindex") {
        element.set_tab_index(-1);
    }
    rows::focus(&element, true);
}

/// Scrolls as little as shows what the selector finds in the element, at once.
pub fn reveal_within(id: &str, selector: &str) {
    let found = element(id).and_then(|element| element.query_selector(selector).ok().flatten());
    if let Some(found) = found {
        scroll_into_view(&found, ScrollLogicalPosition::Nearest, ScrollBehavior::Instant);
    }
}

fn scroll_into_view(element: &web_sys::Element, block: ScrollLogicalPosition, behavior: ScrollBehavior) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_inline(ScrollLogicalPosition::Nearest);
    options.set_behavior(behavior);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn wishes_less_motion() -> bool {
    let query =
        window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Sets the custom property `name` (`--row-height`) of the element.
pub fn set_variable(id: &str, name: &str, value: &str) {
    if let Some(element) = element(id) {
        set(&element, name, value);
    }
}

fn set(element: &web_sys::HtmlElement, property: &str, value: &str) {
    // The object model refuses only what a style sheet made read-only.
    let _ = element.style().set_property(property, value);
}

/// The element's width on the screen, in CSS pixels; 0 where it is missing.
#[must_use]
pub fn width_of(id: &str) -> f64 {
    element(id).map_or(0.0, |element| element.get_bounding_client_rect().width())
}

/// The element's height on the screen, in CSS pixels; 0 where it is missing.
#[must_use]
pub fn height_of(id: &str) -> f64 {
    element(id).map_or(0.0, |element| element.get_bounding_client_rect().height())
}

/// How far the element is scrolled from its top, in CSS pixels.
#[must_use]
pub fn scroll_top_of(id: &str) -> f64 {
    element(id).map_or(0.0, |element| f64::from(element.scroll_top()))
}

/// How far the element is scrolled from its left end, in CSS pixels.
#[must_use]
pub fn scroll_left_of(id: &str) -> f64 {
    element(id).map_or(0.0, |element| f64::from(element.scroll_left()))
}

/// Scrolls the element to so many CSS pixels from its top, at once.
pub fn scroll_to(id: &str, top: f64) {
    if let Some(element) = element(id) {
        element.set_scroll_top(top.round() as i32);
    }
}

/// A box on the screen: left, top, width, height in CSS pixels.
#[derive(Clone, Copy)]
struct Place {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Place {
    fn of(element: &web_sys::Element) -> Self {
        let place = element.get_bounding_client_rect();
        Self { left: place.left(), top: place.top(), width: place.width(), height: place.height() }
    }
}

/// Puts the popover, which is shown already, below the anchor, or above where there is more room, inside the window.
pub fn place_beside(anchor: &str, popover: &str) {
    let (Some(anchor), Some(popover), Some(root)) = (element(anchor), element(popover), root()) else {
        return;
    };
    set(&popover, "position", "fixed");
    set(&popover, "inset", "0 auto auto 0");
    set(&popover, "margin", "0");
    let size = Place::of(&popover);
    let window = (f64::from(root.client_width()), f64::from(root.client_height()));
    let (left, top) = beside(Place::of(&anchor), (size.width, size.height), window);
    set(&popover, "left", &format!("{}px", left.round() as i32));
    set(&popover, "top", &format!("{}px", top.round() as i32));
}

/// Kept free at the window's edges.
const MARGIN: f64 = 8.0;
/// Kept free between the two.
const GAP: f64 = 6.0;

/// The left and top of a box of `size` beside `anchor` in a window of that width and height.
fn beside(anchor: Place, size: (f64, f64), window: (f64, f64)) -> (f64, f64) {
    let (width, height) = size;
    let below = anchor.top + anchor.height + GAP;
    let above = anchor.top - GAP - height;
    let room_below = window.1 - MARGIN - below;
    let room_above = anchor.top - GAP - MARGIN;
    let top = if height <= room_below || room_below >= room_above { below } else { above };
    // What is larger than the window begins at its edge, so that its beginning is seen.
    let left = anchor.left.min(window.0 - MARGIN - width).max(MARGIN);
    (left, top.min(window.1 - MARGIN - height).max(MARGIN))
}

#[cfg(test)]
mod tests {
    use super::{Place, beside};

    /// The popover is 200 by 100, the window 1000 by 600, the anchor 40 by 20 at that place.
    #[track_caller]
    fn check(anchor: (f64, f64), expected: (f64, f64)) {
        let anchor = Place { left: anchor.0, top: anchor.1, width: 40.0, height: 20.0 };
        assert_eq!(beside(anchor, (200.0, 100.0), (1000.0, 600.0)), expected);
    }

    #[test]
    fn a_popover_stays_in_the_window() {
        check((300.0, 200.0), (300.0, 226.0));
        check((300.0, 560.0), (300.0, 454.0));
        check((980.0, 200.0), (792.0, 226.0));
        check((-30.0, 200.0), (8.0, 226.0));
        check((300.0, -50.0), (300.0, 8.0));
    }

    #[test]
    fn a_popover_larger_than_the_window_begins_at_its_edge() {
        let anchor = Place { left: 300.0, top: 300.0, width: 40.0, height: 20.0 };
        assert_eq!(beside(anchor, (2000.0, 1000.0), (1000.0, 600.0)), (8.0, 8.0));
    }
}
