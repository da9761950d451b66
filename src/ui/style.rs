//! The style sheets of what the later part of the program draws, which come with it: the library, the tools of tables, the
//! printed text, scales, definitions and 评级, and how the page is on paper.

use yew::{hook, use_effect_with};

use crate::browser::page;

const SHEETS: &str = concat!(
    include_str!("../../styles/library.css"),
    include_str!("../../styles/ratings.css"),
    include_str!("../../styles/comparison.css"),
    include_str!("../../styles/workbench.css"),
    include_str!("../../styles/source.css"),
    include_str!("../../styles/print.css"),
);

/// Gives the page the sheets, in the frame in which what they are for is drawn first.
#[hook]
pub fn use_style() {
    use_effect_with((), |()| page::adopt_style(SHEETS));
}
