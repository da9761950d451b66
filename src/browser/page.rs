//! The page: its root, its address, its elements by id. Everything here does nothing where the element is missing.

mod clipboard;
mod fit;
mod grid;
mod listening;
mod place;
mod style;
mod timing;

pub use clipboard::{copy_table, copy_text};
pub use fit::on_table_fit;
pub use grid::{
    CellIndex, Scrolled, cell_of, column_at, focus_still, follow_mouse, has_selected_text, is_focused, is_on,
    is_within, scroll_into_width, scrolled, set_column_width,
};
pub use listening::{Listener, on_hash, on_key, on_print, on_resize, on_scroll, on_size};
pub use place::{
    focus, focus_seen, height_of, place_beside, reveal, reveal_start, reveal_within, scroll_left_of,
    scroll_to, scroll_top_of, set_variable, width_of,
};
pub use style::adopt_style;
pub use timing::{Timer, after, after_paint, before_paint, breathe, mark, now_milliseconds, painted};

use wasm_bindgen::JsCast as _;

/// The root element, `<html>`.
fn root() -> Option<web_sys::HtmlElement> {
    super::document()?.document_element()?.dyn_into().ok()
}

/// The element of that id.
fn element(id: &str) -> Option<web_sys::HtmlElement> {
    super::document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The element that the components live in, `#app`. What stands beside it in `<body>` is static and outlives them.
#[must_use]
pub fn app() -> Option<web_sys::Element> {
    super::document()?.get_element_by_id("app")
}

/// An element in which something can be drawn that is not seen: it stands beside the page only while it is laid out.
#[must_use]
pub fn specimen() -> Option<web_sys::Element> {
    let element: web_sys::HtmlElement = super::document()?.create_element("div").ok()?.dyn_into().ok()?;
    element.set_class_name("specimen");
    Some(element.into())
}

/// Has the browser lay out what stands in the [`specimen`].
pub fn lay_out(specimen: Option<&web_sys::Element>) {
    let body = super::document().and_then(|document| document.body());
    if let (Some(body), Some(specimen)) = (body, specimen) {
        // Refused only where one would stand in itself.
        let _ = body.append_child(specimen);
        let _ = body.offset_height();
        specimen.remove();
    }
}

/// Sets the language of the page, a BCP 47 tag: `zh-CN`, `en`.
pub fn set_language(tag: &str) {
    if let Some(root) = root() {
        root.set_lang(tag);
    }
}

/// Sets `data-NAME` of the root element, by which the style sheets tell themes apart.
pub fn set_root_data(name: &str, value: &str) {
    if let Some(root) = root() {
        // Only a name that is none is refused.
        let _ = root.set_attribute(&format!("data-{name}"), value);
    }
}

/// `data-NAME` of the root element.
#[must_use]
pub fn root_data(name: &str) -> Option<String> {
    root()?.get_attribute(&format!("data-{name}"))
}

/// Whether the page is shown dark, by its own setting or the system's.
#[must_use]
pub fn is_dark() -> bool {
    match root_data("theme").as_deref() {
        Some("dark") => true,
        Some("light") => false,
        _ => super::window()
            .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten())
            .is_some_and(|query| query.matches()),
    }
}

/// The page's address without what stands behind `#`.
#[must_use]
pub fn address() -> String {
    let address = super::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    address.split('#').next().map(str::to_owned).unwrap_or_default()
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = super::document() {
        document.set_title(title);
    }
}

/// Whether this is the edition in one file, told by `data-edition="single"` of the root element.
#[must_use]
pub fn is_single_edition() -> bool {
    root().and_then(|root| root.get_attribute("data-edition")).is_some_and(|edition| edition == "single")
}

/// The language of the page, a BCP 47 tag. The shell sets it before the program runs: to the one that was kept, else to
/// the one of `zh-CN` and `en` that the reader's system prefers.
#[must_use]
pub fn language() -> String {
    root().map(|root| root.lang()).unwrap_or_default()
}

/// The part of the address behind `#`, without it.
#[must_use]
pub fn hash() -> String {
    let hash = super::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').map(str::to_owned).unwrap_or(hash)
}

/// Sets the part of the address behind `#` in place of the one that is there, without a step of the browser's history.
pub fn replace_hash(hash: &str) {
    if let Some(window) = super::window()
        && self::hash() != hash
        && let Ok(history) = window.history()
    {
        // Without a hash the address is that of the page itself, which a page from a disk may set too.
        let own = window.location().pathname().unwrap_or_default();
        let address = if hash.is_empty() { own } else { format!("#{hash}") };
        // Refused in a frame without rights, where there is no address to show either.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
    }
}

/// Opens the system's print dialog.
pub fn print() {
    if let Some(window) = super::window() {
        // Refused where printing is switched off.
        let _ = window.print();
    }
}

/// Opens the `<dialog>` as a modal one, which holds the focus and closes by Escape.
pub fn show_modal(id: &str) {
    if let Some(dialog) =
        element(id).and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok())
    {
        // Refused where it is open already.
        let _ = dialog.show_modal();
    }
}

/// Closes the `<dialog>` where it is open; the focus is then where it was before.
pub fn close_modal(id: &str) {
    let dialog = element(id).and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok());
    if let Some(dialog) = dialog.filter(web_sys::HtmlDialogElement::open) {
        dialog.close();
    }
}

/// How many requests the page made beyond its own files.
#[must_use]
pub fn foreign_request_count() -> usize {
    let Some(window) = super::window() else { return 0 };
    let (Some(performance), Ok(base)) = (window.performance(), window.location().href()) else { return 0 };
    let folder = base.split(['?', '#']).next().unwrap_or_default();
    let folder = folder.rsplit_once('/').map_or(folder, |(folder, _)| folder);
    let is_foreign = |entry: wasm_bindgen::JsValue| {
        let name =
            entry.dyn_into::<web_sys::PerformanceEntry>().map(|entry| entry.name()).unwrap_or_default();
        !name.starts_with(folder) && !name.starts_with("data:") && !name.starts_with("blob:")
    };
    performance.get_entries_by_type("resource").iter().filter(|entry| is_foreign(entry.clone())).count()
}

/// What stands in the text field that the event is of.
#[must_use]
pub fn text_of(event: &web_sys::InputEvent) -> String {
    let Some(field) = event.target() else { return String::new() };
    match field.dyn_into::<web_sys::HtmlTextAreaElement>() {
        Ok(area) => area.value(),
        Err(field) => {
            field.dyn_into::<web_sys::HtmlInputElement>().map(|field| field.value()).unwrap_or_default()
        }
    }
}

/// The choice of the `<select>` that the event is of.
#[must_use]
pub fn choice_of(event: &web_sys::Event) -> String {
    let select = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok());
    select.map(|select| select.value()).unwrap_or_default()
}

/// What stands in the text field of that id, which is empty then.
#[must_use]
pub fn take_text(id: &str) -> String {
    let field = element(id).and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(field) = field else { return String::new() };
    let text = field.value();
    field.set_value("");
    text
}

/// The number behind `prefix` in the id of the element that has the focus; `None` where its id is another one.
#[must_use]
pub fn focused_number(prefix: &str) -> Option<usize> {
    super::document()?.active_element()?.id().strip_prefix(prefix)?.parse().ok()
}
