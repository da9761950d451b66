//! The functions that the page calls.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use yanjing::{
    view::{
        settings::Language,
        workbench::{arrangement::Arrangement, edit::GridEdit, initials::Initials},
    },
    workbench::{
        bench::{self, Open, Panel},
        desk::Desk,
    },
};

thread_local! {
    /// The tables by their numbers, and the number of the next.
    static DESKS: RefCell<(HashMap<u32, Rc<Desk>>, u32)> = RefCell::default();
    /// The initials of characters, once they are there.
    static INITIALS: RefCell<Option<Rc<Initials>>> = const { RefCell::new(None) };
}

fn desk(number: u32) -> Option<Rc<Desk>> {
    DESKS.with_borrow(|(desks, _)| desks.get(&number).cloned())
}

fn language(is_english: bool) -> Language {
    if is_english { Language::English } else { Language::Chinese }
}

/// Takes the table of initials, before any table.
#[wasm_bindgen]
pub fn take_initials(bytes: &[u8]) {
    INITIALS.set(Some(Rc::new(Initials::of_bytes(bytes))));
}

/// Lays a table on a desk; its number. `answer` is called with a word for what is meant, and a text.
#[wasm_bindgen]
pub fn open(parcel: &[u8], answer: js_sys::Function) -> u32 {
    bench::mount();
    let answering = move |word: &str, text: &str| {
        // The page's side has nothing that could fail.
        let _ = answer.call2(&JsValue::NULL, &word.into(), &text.into());
    };
    let desk = Desk::new(parcel, Rc::new(answering));
    if let Some(initials) = INITIALS.with_borrow(Clone::clone) {
        desk.index.borrow_mut().take_initials(initials);
    }
    DESKS.with_borrow_mut(|(desks, next)| {
        *next += 1;
        desks.insert(*next, Rc::new(desk));
        *next
    })
}

/// Forgets a table.
#[wasm_bindgen]
pub fn close(number: u32) {
    DESKS.with_borrow_mut(|(desks, _)| desks.remove(&number));
}

/// What an arrangement makes of a table, as bytes.
#[wasm_bindgen]
pub fn arrange(number: u32, arrangement: &str, order: Vec<u32>, is_english: bool) -> Vec<u8> {
    let Some(desk) = desk(number) else { return Vec::new() };
    let answer = desk.arrange(Arrangement::of_text(arrangement), order, language(is_english)).bytes();
    bench::refresh();
    answer
}

/// How the cells of a row are shown, as bytes.
#[wasm_bindgen]
pub fn dress(number: u32, row: u32) -> Vec<u8> {
    desk(number).map(|desk| desk.dress(row)).unwrap_or_default()
}

/// Looks for what was typed.
#[wasm_bindgen]
pub fn search(number: u32, typed: &str) {
    if let Some(desk) = desk(number) {
        desk.search(typed);
    }
}

/// Does what was done in the grid.
#[wasm_bindgen]
pub fn act(number: u32, word: &str, numbers: Vec<u32>) {
    let (Some(desk), [one, two, three, four]) = (desk(number), numbers[..]) else { return };
    match word {
        "move" => desk.edit(&GridEdit::Move { column: one, position: two }),
        "resize" => desk.edit(&GridEdit::Resize { column: one, width: Some(two).filter(|width| *width > 0) }),
        "toggle" => desk.edit(&GridEdit::Toggle(one)),
        "copy" => bench::copy(desk, one as usize..two as usize, three as usize..four as usize),
        _ => {}
    }
}

/// Opens a panel beside an element, for a column where one is meant.
#[wasm_bindgen]
pub fn show(number: u32, panel: &str, anchor: String, column: Option<u32>) {
    if let (Some(desk), Some(panel)) = (desk(number), Panel::of_name(panel)) {
        let language = desk.language.get();
        bench::show(Some(Open { panel, desk: Some(desk), anchor, column, language }));
    }
}

/// Shows every key.
#[wasm_bindgen]
pub fn show_keys(is_english: bool) {
    bench::mount();
    let open = Open {
        panel: Panel::Keys,
        desk: None,
        anchor: String::new(),
        column: None,
        language: language(is_english),
    };
    bench::show(Some(open));
}
