//! Style sheets that come later than the page.

use js_sys::Array;
use wasm_bindgen::prelude::{JsCast as _, JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    type CSSStyleSheet;

    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<CSSStyleSheet, JsValue>;

    #[wasm_bindgen(method, catch, js_name = replaceSync)]
    fn replace_sync(this: &CSSStyleSheet, text: &str) -> Result<(), JsValue>;

    type StyledDocument;

    #[wasm_bindgen(method, setter, js_name = adoptedStyleSheets)]
    fn set_adopted_style_sheets(this: &StyledDocument, sheets: &Array);
}

/// Gives the page this style sheet behind its own, in place of one that it was given before. The page's policy allows it:
/// it is made by the program, not read from markup.
pub fn adopt_style(text: &str) {
    let Some(document) = crate::browser::document() else { return };
    // Refused only by a browser that knows no such sheets; the tools work without.
    let Ok(sheet) = CSSStyleSheet::new() else { return };
    if sheet.replace_sync(text).is_ok() {
        let document: StyledDocument = JsValue::from(document).unchecked_into();
        document.set_adopted_style_sheets(&Array::of1(&sheet));
    }
}
