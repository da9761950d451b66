//! Listening to keys, sizes and scrolling.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Event, KeyboardEvent, ResizeObserver};

use super::element;
use crate::browser::window;

/// Listens as long as it is held.
#[must_use]
#[derive(Default)]
pub struct Listener {
    #[expect(dead_code, reason = "held for its drop")]
    event: Option<EventListener>,
    #[expect(dead_code, reason = "held for its drop")]
    second: Option<EventListener>,
    size: Option<(ResizeObserver, Closure<dyn FnMut()>)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some((observer, _)) = &self.size {
            observer.disconnect();
        }
    }
}

impl Listener {
    fn of(event: Option<EventListener>) -> Self {
        Self { event, second: None, size: None }
    }
}

/// Calls `callback` with each key that is pressed anywhere in the page, which may prevent what the browser would do.
pub fn on_key(callback: impl Fn(KeyboardEvent) + 'static) -> Listener {
    let call = move |event: &Event| {
        // A browser that fills in a form by itself sends a key event that is none.
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            callback(event.clone());
        }
    };
    let options = EventListenerOptions::enable_prevent_default();
    Listener::of(window().map(|window| EventListener::new_with_options(&window, "keydown", options, call)))
}

/// Calls `callback` with the part of the address behind `#` whenever it changes, also by the browser's Back.
pub fn on_hash(callback: impl Fn(String) + 'static) -> Listener {
    Listener::of(
        window().map(|window| EventListener::new(&window, "hashchange", move |_| callback(super::hash()))),
    )
}

/// Calls `callback` whenever the window changes its size.
pub fn on_resize(callback: impl Fn() + 'static) -> Listener {
    Listener::of(window().map(|window| EventListener::new(&window, "resize", move |_| callback())))
}

/// Calls `callback` with true before the page is printed, and with false when it has been.
pub fn on_print(callback: impl Fn(bool) + 'static) -> Listener {
    let Some(window) = window() else { return Listener::default() };
    let callback = std::rc::Rc::new(callback);
    let after = callback.clone();
    Listener {
        event: Some(EventListener::new(&window, "beforeprint", move |_| callback(true))),
        second: Some(EventListener::new(&window, "afterprint", move |_| after(false))),
        size: None,
    }
}

/// Calls `callback` with the distance from the top, in CSS pixels, whenever the element is scrolled: at most once a
/// frame, before it is painted.
pub fn on_scroll(id: &str, callback: impl Fn(f64) + 'static) -> Listener {
    Listener::of(element(id).map(|element| {
        let scrolled = element.clone();
        EventListener::new(&element, "scroll", move |_| callback(f64::from(scrolled.scroll_top())))
    }))
}

/// Calls `callback` with the element's width and height in CSS pixels, once now and whenever they change.
pub fn on_size(id: &str, callback: impl Fn(f64, f64) + 'static) -> Listener {
    let Some(element) = element(id) else { return Listener::default() };
    let observed = element.clone();
    let call = Closure::new(move || {
        let place = observed.get_bounding_client_rect();
        callback(place.width(), place.height());
    });
    let Ok(observer) = ResizeObserver::new(call.as_ref().unchecked_ref()) else { return Listener::default() };
    observer.observe(&element);
    Listener { event: None, second: None, size: Some((observer, call)) }
}
