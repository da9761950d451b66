//! Tables that are wider than their frame: they scroll inside it, and their first columns stay.

use super::{Listener, element, on_size, set_variable, width_of};

/// Below this width of the frame only the last pinned column stays, which names the row, in CSS pixels.
const NARROW: f64 = 560.0;

/// Keeps, as long as it is held, the classes `is-wide` and `is-narrow` of the frame and the variables `--pin-1`,
/// `--pin-2`, … (where the pinned columns begin) as the sizes are; `headers` are the ids of the pinned columns'
/// header cells, from the left.
pub fn on_table_fit(frame: &str, headers: Vec<String>) -> Listener {
    let id = frame.to_owned();
    on_size(frame, move |width, _| {
        let Some(frame) = element(&id) else { return };
        let classes = frame.class_list();
        // A scroll bar that comes with the class takes from both, so that the answer stays.
        let is_wide = frame.scroll_width() > frame.client_width() + 1;
        let is_narrow = width < NARROW;
        // A class list refuses only empty names and names with white space.
        let _ = classes.toggle_with_force("is-wide", is_wide);
        let _ = classes.toggle_with_force("is-narrow", is_wide && is_narrow);
        let mut left: f64 = 0.0;
        for (place, header) in headers.iter().enumerate() {
            if place > 0 {
                set_variable(&id, &format!("--pin-{place}"), &format!("{}px", left.round() as i64));
            }
            left += width_of(header);
        }
        let kept = if is_narrow { headers.last().map_or(0.0, |header| width_of(header)) } else { left };
        set_variable(&id, "--pinned", &format!("{}px", kept.round() as i64));
    })
}
