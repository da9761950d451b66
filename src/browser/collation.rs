//! The order of Chinese characters, asked of the browser once for all.

use wasm_bindgen::{JsCast, JsValue};

use crate::text::order::sorted;

/// The characters by pinyin, as the browser's collator for Chinese has them, each once; those that it takes for equal
/// stay in the order of their code points. Natively, and where the collator is missing, by code point.
#[must_use]
pub fn in_pinyin_order(characters: &[char]) -> Vec<char> {
    let mut characters = sorted(characters.to_vec(), Ord::cmp);
    characters.dedup();
    if super::window().is_none() {
        return characters;
    }
    let names: js_sys::Array =
        characters.iter().map(|character| JsValue::from_str(character.encode_utf8(&mut [0; 4]))).collect();
    let locales = js_sys::Array::of1(&JsValue::from_str("zh-Hans-CN"));
    let compare = js_sys::Intl::Collator::new(&locales, &js_sys::Object::new()).compare();
    // The array's own sort with the collator's own function: a comparison in Rust would cross over for each pair.
    let sort = js_sys::Reflect::get(&names, &"sort".into()).and_then(JsCast::dyn_into::<js_sys::Function>);
    match sort.and_then(|sort| sort.call1(&names, &compare)) {
        Ok(_) => names.iter().filter_map(|name| name.as_string()?.chars().next()).collect(),
        Err(_) => characters,
    }
}
