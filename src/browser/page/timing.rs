//! Clock, timers and frames.

use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::browser::{document, is_there, window};

/// Milliseconds since 1970 by the wall clock; 0 natively.
#[must_use]
pub fn now_milliseconds() -> f64 {
    if window().is_some() { js_sys::Date::now() } else { 0.0 }
}

/// Leaves a mark of that name in the browser's performance timeline, for measuring.
pub fn mark(name: &str) {
    if let Some(performance) = window().and_then(|window| window.performance()) {
        // A full timeline forgets marks, which concerns only who measures.
        let _ = performance.mark(name);
    }
}

/// A call that waits for its time. Dropping it calls it off.
#[must_use]
pub struct Timer(#[expect(dead_code, reason = "held for its drop")] Option<Timeout>);

/// Calls `callback` after so many milliseconds, in a worker too; never natively.
pub fn after(milliseconds: u32, callback: impl FnOnce() + 'static) -> Timer {
    Timer(is_there().then(|| Timeout::new(milliseconds, callback)))
}

/// Calls `callback` when the browser is about to paint the next frame; what it changes is in that frame.
pub fn before_paint(callback: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let callback = Closure::once_into_js(callback);
        // Refused only where the window is closing.
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}

/// Calls `callback` when what is in the page now has been painted, see [`painted`].
pub fn after_paint(callback: impl FnOnce() + 'static) {
    if window().is_some() {
        spawn_local(async move {
            painted().await;
            callback();
        });
    }
}

/// The longest that [`painted`] waits, since a page behind others is not painted at all.
const LONGEST_FRAME: u32 = 250;

/// Ends when what is in the page now has been painted: in a task of its own after the next frame. A page that is not
/// seen goes on without.
pub async fn painted() {
    let Some(window) = window() else { return };
    if document().is_some_and(|document| document.hidden()) {
        wait(&window, 0).await;
        return;
    }
    let mut begin = |resolve: js_sys::Function, _reject| {
        let frame_window = window.clone();
        let frame_resolve = resolve.clone();
        let frame = Closure::once_into_js(move || {
            let _ = frame_window.set_timeout_with_callback(&frame_resolve);
        });
        // Whichever comes first ends the wait; a promise takes no notice of the other.
        let _ = window.request_animation_frame(frame.unchecked_ref());
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, LONGEST_FRAME as i32);
    };
    settle(js_sys::Promise::new(&mut begin)).await;
}

/// Lets the browser do what waits: paint, answer a click.
pub async fn breathe() {
    if let Some(window) = window() {
        wait(&window, 0).await;
    }
}

async fn wait(window: &web_sys::Window, milliseconds: i32) {
    let mut begin = |resolve: js_sys::Function, _reject| {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    };
    settle(js_sys::Promise::new(&mut begin)).await;
}

async fn settle(promise: js_sys::Promise) {
    // A timer's promise is never refused.
    let _: Result<JsValue, JsValue> = JsFuture::from(promise).await;
}
