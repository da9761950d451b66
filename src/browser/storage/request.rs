//! IndexedDB speaks in events; here they become futures.
//!
//! One promise a request, settled by the browser's own event: 60 lines in place of a crate of 10 kB.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction};

/// The result of a request. It listens from the call on, not from the first poll, so that several requests can be
/// under way.
pub fn finished(request: &IdbRequest) -> impl Future<Output = Result<JsValue, JsValue>> + use<> {
    let mut begin = |resolve: Function, reject: Function| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    };
    let settled = JsFuture::from(Promise::new(&mut begin));
    let request = request.clone();
    async move {
        match settled.await {
            Ok(_) => request.result(),
            Err(event) => Err(request.error().ok().flatten().map_or(event, JsValue::from)),
        }
    }
}

/// The name of the error where another window holds the database open in its older version.
pub const HELD: &str = "Held";

/// The database, made by `upgrade` where it is new or of an older version.
pub async fn opened(
    request: &IdbOpenDbRequest,
    upgrade: impl FnOnce(&IdbDatabase) + 'static,
) -> Result<IdbDatabase, JsValue> {
    let mut begin = |_resolve, reject: Function| {
        let blocked = Closure::once_into_js(move || {
            let error = js_sys::Error::new(HELD);
            error.set_name(HELD);
            reject.call1(&JsValue::NULL, &error)
        });
        request.set_onblocked(Some(blocked.unchecked_ref()));
    };
    let held = Promise::new(&mut begin);
    let upgrading = request.clone();
    let upgrade = Closure::once(move || {
        if let Ok(database) = upgrading.result() {
            upgrade(database.unchecked_ref());
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let opening = finished(request);
    let opening = wasm_bindgen_futures::future_to_promise(opening);
    // Whichever comes first. An upgrade that is held goes on when the other window closes; it is not waited for.
    let first = Promise::race(&js_sys::Array::of2(&opening, &held));
    let database = JsFuture::from(first).await.map(JsValue::unchecked_into);
    // The browser may still call it.
    upgrade.forget();
    database
}

/// Calls `lost` when the database is deleted, or when a newer version of the program asks for it; it is closed then, so
/// that it keeps nobody waiting.
pub fn when_lost(database: &IdbDatabase, lost: impl Fn() + 'static) {
    let closing = database.clone();
    let call = Closure::<dyn Fn()>::new(move || {
        closing.close();
        lost();
    });
    database.set_onversionchange(Some(call.as_ref().unchecked_ref()));
    database.set_onclose(Some(call.as_ref().unchecked_ref()));
    // It lasts as long as the page does.
    call.forget();
}

/// Hears of a request's error, and lets the transaction go on where it is of that name.
pub fn passing(error: &'static str) -> Closure<dyn Fn(Event)> {
    Closure::new(move |event: Event| {
        let failed = event.target().map(|target| target.unchecked_into::<IdbRequest>());
        if failed.and_then(|failed| failed.error().ok()?).is_some_and(|found| found.name() == error) {
            event.prevent_default();
            // What hears the errors of the whole transaction is not to hear of it.
            event.stop_propagation();
        }
    })
}

/// Ends when all that was asked in the transaction is on the disk.
pub async fn completed(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let mut begin = |resolve: Function, reject: Function| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    };
    match JsFuture::from(Promise::new(&mut begin)).await {
        Ok(_) => Ok(()),
        Err(event) => Err(transaction.error().map_or(event, JsValue::from)),
    }
}
