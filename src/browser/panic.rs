//! What is shown when the program fails: it needs no component, since those are dead by then.

use std::panic::PanicHookInfo;

use wasm_bindgen::JsValue;

/// The static element that is shown, hidden until then.
const ELEMENT: &str = "failure";
/// The element in it that takes the report, a `<pre>` or a `<textarea readonly>`.
const REPORT: &str = "failure-report";

/// The hook for `yew::set_custom_panic_hook`, since Yew would put its own in place of one set otherwise. It unhides
/// `#failure` and writes a report to copy into `#failure-report`, as text. The kept library is not touched, so a
/// reload brings everything back.
pub fn show(info: &PanicHookInfo<'_>) {
    let agent = super::window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default();
    let report = format!("yanjing {}\n{info}\n{agent}", env!("CARGO_PKG_VERSION"));
    let Some(document) = super::document() else { return };
    web_sys::console::error_1(&JsValue::from_str(&report));
    let Some(element) = document.get_element_by_id(ELEMENT) else { return };
    document.get_element_by_id(REPORT).unwrap_or_else(|| element.clone()).set_text_content(Some(&report));
    // A refused attribute leaves the page as it is; there is nobody left to tell.
    let _ = element.remove_attribute("hidden");
}
