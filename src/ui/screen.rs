//! The state as Yew keeps it.

use std::rc::Rc;

use yew::{Callback, Reducible, UseReducerHandle};

use crate::view::state::{Action, State};

/// The screen in Yew's reducer; all behavior is [`State::apply`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Screen(pub State);

impl Reducible for Screen {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(self.0.apply(action)))
    }
}

/// How every component answers.
pub type Dispatch = Callback<Action>;

/// The dispatch of that reducer, equal from one rendering to the next.
#[yew::hook]
pub fn use_dispatch(screen: &UseReducerHandle<Screen>) -> Dispatch {
    let dispatcher = screen.dispatcher();
    yew::use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
}
