//! Files that the page makes, and pictures drawn into pixels.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, Url};

use super::document;

/// Saves a file of that name and media type where the browser saves downloads; whether it could.
pub fn save(name: &str, media: &str, bytes: &[u8]) -> bool {
    save_bytes(name, media, bytes).is_some()
}

fn save_bytes(name: &str, media: &str, bytes: &[u8]) -> Option<()> {
    let properties = BlobPropertyBag::new();
    properties.set_type(media);
    let parts = Array::of1(&Uint8Array::from(bytes));
    save_blob(name, &Blob::new_with_u8_array_sequence_and_options(&parts, &properties).ok()?)
}

/// Saves a file of that name; whether it could.
pub(super) fn save_blob(name: &str, blob: &Blob) -> Option<()> {
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let link: HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken the file by then; the address would keep it in memory.
    gloo::timers::callback::Timeout::new(60_000, move || drop(Url::revoke_object_url(&address))).forget();
    Some(())
}

/// A picture being drawn into pixels.
pub struct Pixels {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl Pixels {
    /// A picture of that size in CSS pixels, with `scale` pixels for each.
    #[must_use]
    pub fn new(width: f64, height: f64, scale: f64) -> Option<Self> {
        let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
        canvas.set_width((width * scale).ceil() as u32);
        canvas.set_height((height * scale).ceil() as u32);
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        context.scale(scale, scale).ok()?;
        Some(Self { canvas, context })
    }

    /// A filled rectangle: left, top, width, height.
    pub fn rectangle(&self, place: (f64, f64, f64, f64), color: &str) {
        self.context.set_fill_style_str(color);
        self.context.fill_rect(place.0, place.1, place.2, place.3);
    }

    /// A thin line.
    pub fn line(&self, from: (f64, f64), to: (f64, f64), color: &str) {
        self.context.set_stroke_style_str(color);
        self.context.begin_path();
        self.context.move_to(from.0, from.1);
        self.context.line_to(to.0, to.1);
        self.context.stroke();
    }

    /// A filled circle.
    pub fn dot(&self, middle: (f64, f64), radius: f64, color: &str) {
        self.context.set_fill_style_str(color);
        self.context.begin_path();
        // Refused for a negative radius only.
        let _ = self.context.arc(middle.0, middle.1, radius, 0.0, std::f64::consts::TAU);
        self.context.fill();
    }

    /// A line of text in a font as style sheets write it; `anchor` is `start`, `middle` or `end`.
    pub fn text(&self, at: (f64, f64), text: &str, font: &str, anchor: &str, color: &str) {
        self.context.set_font(font);
        self.context.set_text_align(if anchor == "middle" { "center" } else { anchor });
        self.context.set_fill_style_str(color);
        // Refused for places that are no numbers only.
        let _ = self.context.fill_text(text, at.0, at.1);
    }

    /// Saves it as a PNG of that name; whether it could.
    pub async fn save(self, name: &str) -> bool {
        let mut begin = |resolve: js_sys::Function, _reject| {
            let taken = Closure::once_into_js(move |blob: JsValue| {
                let _ = resolve.call1(&JsValue::NULL, &blob);
            });
            // A canvas that cannot be read answers with null.
            let _ = self.canvas.to_blob(taken.unchecked_ref());
        };
        let blob = JsFuture::from(js_sys::Promise::new(&mut begin)).await;
        blob.ok()
            .and_then(|blob| blob.dyn_into::<Blob>().ok())
            .and_then(|blob| save_blob(name, &blob))
            .is_some()
    }
}
