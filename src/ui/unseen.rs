//! What is with the later part and not seen: its style sheet, and what follows the state: the search of all texts, the
//! address, the share of the disk, the order of names.

use std::rc::Rc;

use yew::{Html, Properties, component};

use super::{
    desks::Desks,
    finding::use_search,
    keeping::use_collation,
    linking::use_link,
    screen::Dispatch,
    shelf::{Shelf, use_share},
    style::use_style,
};
use crate::view::state::State;

/// The state, and what is worked with.
#[derive(PartialEq, Properties)]
pub struct UnseenProps {
    /// The state.
    pub state: Rc<State>,
    /// What is kept.
    pub shelf: Shelf,
    /// Where texts are searched.
    pub desks: Desks,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// Draws nothing.
#[component]
pub fn Unseen(props: &UnseenProps) -> Html {
    let UnseenProps { state, shelf, desks, dispatch } = props;
    use_style();
    use_search(state, desks.clone(), shelf.clone(), dispatch.clone());
    use_link(state, dispatch.clone());
    use_share(state, dispatch.clone());
    use_collation(state, dispatch.clone());
    Html::default()
}
