//! A drop anywhere in the window.

use std::{cell::RefCell, rc::Rc};

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{DragEvent, Element, Event, EventTarget};

use super::{Arrivals, carries_files, dropped};
use crate::browser::window;

/// Listens for drops as long as it is held.
#[must_use]
pub struct WindowDrop {
    #[expect(dead_code, reason = "held for its drop")]
    listeners: Vec<EventListener>,
}

/// Calls `over` with true when files are dragged into the window, with false when they leave it or are dropped, and
/// `drop` with what is dropped. While it is held no file that is dropped makes the browser leave the page.
pub fn on_window_drop(over: impl Fn(bool) + 'static, drop: impl Fn(Arrivals) + 'static) -> WindowDrop {
    let Some(window) = window() else { return WindowDrop { listeners: Vec::new() } };
    let over = Rc::new(over);
    // The element that was entered last. A drag enters the next element before it leaves the one before, so the window
    // is left when the element that is left is this one. Counting would go wrong where an element is taken away.
    let inside: Rc<RefCell<Option<EventTarget>>> = Rc::default();
    let enter = {
        let (over, inside) = (over.clone(), inside.clone());
        move |event: &DragEvent| {
            if inside.replace(event.target()).is_none() {
                over(true);
            }
        }
    };
    let leave = {
        let (over, inside) = (over.clone(), inside.clone());
        move |event: &DragEvent| {
            let is_out = *inside.borrow() == event.target();
            if is_out && inside.take().is_some() {
                over(false);
            }
        }
    };
    let hover = |event: &DragEvent| {
        if let Some(transfer) = event.data_transfer() {
            transfer.set_drop_effect("copy");
        }
    };
    let land = move |event: &DragEvent| {
        if inside.take().is_some() {
            over(false);
        }
        drop(dropped(event));
    };
    let listeners = vec![
        listen(&window, "dragenter", enter),
        listen(&window, "dragover", hover),
        listen(&window, "dragleave", leave),
        listen(&window, "drop", land),
    ];
    WindowDrop { listeners }
}

/// Listens for drags of files; other drags are stopped but where text can be dropped, since a link would be followed.
fn listen(target: &EventTarget, name: &'static str, call: impl Fn(&DragEvent) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, name, options, move |event: &Event| {
        let Some(event) = event.dyn_ref::<DragEvent>() else { return };
        if carries_files(event) {
            event.prevent_default();
            call(event);
        } else if !takes_text(event) {
            event.prevent_default();
        }
    })
}

fn takes_text(event: &DragEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA"))
}
