//! Any bytes become a text or a reason why they are none, and what was decoded is read without a panic.
#![no_main]

use std::rc::Rc;

use libfuzzer_sys::fuzz_target;
use yanjing::{
    parse,
    text::decode::{decode, native},
};

fuzz_target!(|bytes: &[u8]| {
    for name in ["any.txt", "any.md", "any.html"] {
        if let Ok(decoded) = decode(name, bytes, None, &native) {
            drop(parse::report(Rc::new(decoded.source)));
        }
    }
});
