//! Settings in the browser's local storage. Where that is blocked they last as long as the page.

/// Before each name, since all files opened from a disk share one storage.
const PREFIX: &str = "yanjing.";

fn storage() -> Option<web_sys::Storage> {
    super::window()?.local_storage().ok().flatten()
}

/// The setting of that name; `None` where it was never set, or cannot be read.
#[must_use]
pub fn get(name: &str) -> Option<String> {
    storage()?.get_item(&format!("{PREFIX}{name}")).ok().flatten()
}

/// Keeps the setting if the browser lets it.
pub fn set(name: &str, value: &str) {
    if let Some(storage) = storage() {
        // Blocked or full: the page goes on with the value that it has.
        let _ = storage.set_item(&format!("{PREFIX}{name}"), value);
    }
}
