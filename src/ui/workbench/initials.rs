//! The initials of Chinese characters, loaded when a reader first searches.

use std::{cell::RefCell, rc::Rc};

use crate::{browser::initials, view::workbench::initials::Initials};

/// The table of initials. Where it cannot be had it is empty, names are found by their characters, and the next search
/// asks again.
pub async fn initials() -> Rc<Initials> {
    thread_local! {
        static LOADED: RefCell<Option<Rc<Initials>>> = const { RefCell::new(None) };
    }
    if let Some(loaded) = LOADED.with_borrow(Clone::clone) {
        return loaded;
    }
    let Some(bytes) = initials::bytes().await else { return Rc::default() };
    let loaded = Rc::new(Initials::of_bytes(&bytes));
    LOADED.set(Some(loaded.clone()));
    loaded
}
