//! The worker's side.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::Message;

/// Whether this program runs in a worker.
#[must_use]
pub fn is_worker() -> bool {
    scope().is_some()
}

fn scope() -> Option<DedicatedWorkerGlobalScope> {
    crate::browser::is_there().then(|| js_sys::global().dyn_into().ok()).flatten()
}

/// Where the answers to a question go.
#[derive(Clone)]
pub enum Reply {
    /// To the page, under the question's number.
    Posted(f64),
    /// To a listener on the same thread, with whether it is the last one.
    Here(Rc<dyn Fn(Message, bool)>),
}

impl Reply {
    /// Says something, and more follows.
    pub fn say(&self, answer: Message) {
        self.give(answer, false);
    }

    /// Says the last.
    pub fn end(&self, answer: Message) {
        self.give(answer, true);
    }

    fn give(&self, answer: Message, is_last: bool) {
        match self {
            Self::Here(heard) => heard(answer, is_last),
            Self::Posted(number) => {
                if let Some(scope) = scope() {
                    // Only what cannot be copied is refused, and a message holds nothing such.
                    let _ =
                        scope.post_message(&Array::of3(&(*number).into(), &is_last.into(), &answer.value()));
                }
            }
        }
    }
}

/// Answers questions from now on, as long as the worker lives, and tells the page that it does.
pub fn serve(answer: impl Fn(Message, Reply) + 'static) {
    let Some(scope) = scope() else { return };
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Ok(question) = event.data().dyn_into::<Array>() else { return };
        answer(Message::said(&question.get(1)), Reply::Posted(question.get(0).as_f64().unwrap_or_default()));
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    let _ = scope.post_message(&JsValue::TRUE);
}
