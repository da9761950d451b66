//! A drop anywhere in the window.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
};
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
    let drag = Rc::new(Drag {
        over: Box::new(over),
        is_over: Cell::default(),
        inside: RefCell::default(),
        silence: RefCell::default(),
    });
    let (enter, hover, leave, land) = (drag.clone(), drag.clone(), drag.clone(), drag);
    let listeners = vec![
        listen(&window, "dragenter", move |event| enter.enter(event)),
        listen(&window, "dragover", move |event| hover.hover(event)),
        listen(&window, "dragleave", move |event| leave.leave(event)),
        listen(&window, "drop", move |event| {
            land.set_over(false);
            drop(dropped(event));
        }),
    ];
    WindowDrop { listeners }
}

/// How long the browser may keep silent about a drag that is still over the window. It tells every 50 ms, by the HTML
/// standard every 350; a drag that was broken off by Escape, or above an element that was taken away since, ends so.
const LONGEST_SILENCE: u32 = 1_000;

/// A drag of files over the window.
struct Drag {
    over: Box<dyn Fn(bool)>,
    is_over: Cell<bool>,
    /// The element that was entered last. A drag enters the next element before it leaves the one before, so the
    /// window is left when the element that is left is this one. Counting would go wrong where elements come and go.
    inside: RefCell<Option<EventTarget>>,
    silence: RefCell<Option<Timeout>>,
}

impl Drag {
    fn enter(self: &Rc<Self>, event: &DragEvent) {
        self.inside.replace(event.target());
        self.hear();
    }

    fn hover(self: &Rc<Self>, event: &DragEvent) {
        if let Some(transfer) = event.data_transfer() {
            transfer.set_drop_effect("copy");
        }
        self.hear();
    }

    fn leave(&self, event: &DragEvent) {
        let is_out = *self.inside.borrow() == event.target();
        if is_out {
            self.set_over(false);
        }
    }

    fn hear(self: &Rc<Self>) {
        self.set_over(true);
        let drag = self.clone();
        self.silence.replace(Some(Timeout::new(LONGEST_SILENCE, move || drag.set_over(false))));
    }

    fn set_over(&self, is_over: bool) {
        if !is_over {
            self.inside.take();
            self.silence.take();
        }
        if self.is_over.replace(is_over) != is_over {
            (self.over)(is_over);
        }
    }
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
