//! Workers: threads beside the page's own. All run one program, compiled once and handed over; what crosses is words and
//! bytes, never objects that would have to be built twice.

mod message;
mod program;
mod serving;

pub use message::Message;
pub use program::{Program, program};
pub use serving::{Reply, is_worker, serve};

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, WorkerOptions, WorkerType};

/// A question that is not answered to the end, by its number, and what hears the answers.
type Asked = Rc<RefCell<Vec<(f64, Rc<dyn Fn(Message, bool)>)>>>;

/// A running worker. It ends when the last clone is dropped.
#[derive(Clone)]
pub struct Worker(Rc<Line>);

struct Line {
    worker: web_sys::Worker,
    asked: Asked,
    next: RefCell<f64>,
    #[expect(dead_code, reason = "held for its drop")]
    listeners: [Closure<dyn FnMut(MessageEvent)>; 2],
}

impl Drop for Line {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// How long a worker may take to start before the page does without, in milliseconds: one that the browser does not
/// load need not say so.
const LONGEST_START: i32 = 10_000;

impl Worker {
    /// Starts a worker with the call; the result is there when `program` runs in it. `None` where the browser has no
    /// workers for this page.
    pub fn start(program: &Program) -> impl Future<Output = Option<Self>> + use<> {
        let begun = begin(program);
        async move {
            let (worker, started) = begun?;
            if started.await.is_err() {
                worker.terminate();
                return None;
            }
            Some(Self::running(worker))
        }
    }

    fn running(worker: web_sys::Worker) -> Self {
        let asked = Asked::default();
        let (hearing, failing) = (asked.clone(), asked.clone());
        let listeners = [
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| hear(&hearing, &event.data())),
            // A worker that failed, for want of memory, answers nothing more.
            Closure::<dyn FnMut(MessageEvent)>::new(move |_| {
                for (_, heard) in failing.take() {
                    heard(Message::default(), true);
                }
            }),
        ];
        worker.set_onmessage(Some(listeners[0].as_ref().unchecked_ref()));
        worker.set_onerror(Some(listeners[1].as_ref().unchecked_ref()));
        Self(Rc::new(Line { worker, asked, next: RefCell::new(0.0), listeners }))
    }

    /// Asks the worker. `heard` is called with each answer, and whether it is the last; the last one is empty where the
    /// worker failed.
    pub fn ask(&self, question: &Message, heard: impl Fn(Message, bool) + 'static) {
        let number = self.0.next.replace_with(|next| *next + 1.0);
        let posted = question.numbered(number);
        self.0.asked.borrow_mut().push((number, Rc::new(heard)));
        if self.0.worker.post_message_with_transfer(&posted, &question.handed()).is_err() {
            let refused = Array::of3(&number.into(), &true.into(), &JsValue::UNDEFINED);
            hear(&self.0.asked, &refused);
        }
    }
}

/// A worker on its way, and the wait for it.
fn begin(program: &Program) -> Option<(web_sys::Worker, JsFuture)> {
    let window = super::window()?;
    let options = WorkerOptions::new();
    // No browser loads a module from a blob of a page that lies on a disk.
    let is_single = super::page::is_single_edition();
    options.set_type(if is_single { WorkerType::Classic } else { WorkerType::Module });
    let worker = web_sys::Worker::new_with_options(&address()?, &options).ok()?;
    let mut wait = |resolve: js_sys::Function, reject: js_sys::Function| {
        worker.set_onmessage(Some(&resolve));
        worker.set_onerror(Some(&reject));
        // Refused only where the window is closing.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, LONGEST_START);
    };
    let started = JsFuture::from(Promise::new(&mut wait));
    worker.post_message(program.posted()).ok()?;
    Some((worker, started))
}

/// An answer: the question's number, whether it is the last, and what is said.
fn hear(asked: &Asked, answer: &JsValue) {
    let Some(answer) = answer.dyn_ref::<Array>() else { return };
    let (number, is_last) = (answer.get(0).as_f64(), answer.get(1).is_truthy());
    let place = asked.borrow().iter().position(|(other, _)| Some(*other) == number);
    let Some(place) = place else { return };
    // The list is free while the answer is heard, which may ask the next question.
    let heard = if is_last { asked.borrow_mut().remove(place).1 } else { asked.borrow()[place].1.clone() };
    heard(Message::said(&answer.get(2)), is_last);
}

/// The address that a worker is loaded from: a file beside the page, or what stands in the single file.
fn address() -> Option<String> {
    if !super::page::is_single_edition() {
        return Some("worker.js".to_owned());
    }
    let script = super::document()?.get_element_by_id("script")?.text_content()?;
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("text/javascript");
    let parts = Array::of1(&JsValue::from_str(&script));
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    web_sys::Url::create_object_url_with_blob(&blob).ok()
}
