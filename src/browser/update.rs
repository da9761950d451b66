//! A new version of the page: the shell tells when one is complete, and has it take over when the reader says so.

use gloo::events::EventListener;
use web_sys::Event;

use super::window;

/// Calls `found` when a new version is complete, at once where it is already.
#[must_use]
pub fn on_update(found: impl Fn() + 'static) -> Option<EventListener> {
    let window = window()?;
    if super::page::root_data("update").as_deref() == Some("yes") {
        found();
    }
    Some(EventListener::new(&window, "update", move |_| found()))
}

/// Has the new version take over; the page is loaded again by it.
pub fn take_over() {
    if let (Some(window), Ok(event)) = (window(), Event::new("take-over")) {
        // Refused only while the event is being sent already.
        let _ = window.dispatch_event(&event);
    }
}
