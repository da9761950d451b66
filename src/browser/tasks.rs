//! Work that goes on beside what is shown, in a window and in a worker.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    task::{Poll, Waker},
};

pub use wasm_bindgen_futures::spawn_local as spawn;

/// What comes of work that calls back: ends with what the function was called with that `begin` is given.
pub async fn called_back<T: 'static>(begin: impl FnOnce(Rc<dyn Fn(T)>)) -> T {
    let waiting: Rc<RefCell<(Option<T>, Option<Waker>)>> = Rc::default();
    let filling = waiting.clone();
    begin(Rc::new(move |result| {
        let mut filling = filling.borrow_mut();
        filling.0 = Some(result);
        if let Some(waker) = filling.1.take() {
            waker.wake();
        }
    }));
    std::future::poll_fn(|context| {
        let mut waiting = waiting.borrow_mut();
        waiting.1 = Some(context.waker().clone());
        waiting.0.take().map_or(Poll::Pending, Poll::Ready)
    })
    .await
}

/// Ends after so many milliseconds.
pub async fn wait(milliseconds: u32) {
    let mut timer = None;
    called_back(|done| timer = Some(super::page::after(milliseconds, move || done(())))).await;
}

/// Milliseconds since 1970 by the wall clock; 0 natively.
#[must_use]
pub fn now() -> f64 {
    if super::is_there() { js_sys::Date::now() } else { 0.0 }
}

/// How many threads the machine runs at once, as far as the browser tells; 1 natively.
#[must_use]
pub fn core_count() -> usize {
    super::window().map_or(1, |window| window.navigator().hardware_concurrency() as usize)
}

/// The longest that work may keep the page from painting, in milliseconds.
const SLICE: f64 = 8.0;

thread_local! {
    static SLICE_START: Cell<f64> = const { Cell::new(0.0) };
    /// Asking the browser takes as long as a hundredth of a report's reading.
    static IS_WINDOW: bool = super::window().is_some();
}

/// To be called between pieces of work: on the page's own thread it lets the page paint when a slice of time is over; a
/// worker keeps nothing waiting.
pub async fn breathe() {
    if IS_WINDOW.with(|is_window| *is_window) && now() - SLICE_START.get() > SLICE {
        super::page::painted().await;
        SLICE_START.set(now());
    }
}
