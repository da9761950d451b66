//! Every key of the page.

use yew::{Callback, Html, Properties, component, html};

use super::dialog::Dialog;
use crate::{
    ui::screen::Dispatch,
    view::{
        settings::{Language, Named as _},
        state::Action,
        workbench::words::{self, keys::keys},
    },
};

/// What the help says.
#[derive(PartialEq, Properties)]
pub struct HelpProps {
    /// The language.
    pub language: Language,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The help panel.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    let HelpProps { language, dispatch } = props;
    let words = words::of(*language);
    let row = |(key, does): (&'static str, &'static str)| {
        html! { <div class="key"><dt><kbd>{ key }</kbd></dt><dd>{ does }</dd></div> }
    };
    let section = |(heading, keys): (&'static str, Vec<(&'static str, &'static str)>)| {
        html! { <section><h3>{ heading }</h3><dl class="keys">{ for keys.into_iter().map(row) }</dl></section> }
    };
    let onclose: Callback<()> = dispatch.reform(|()| Action::Help(false));
    html! {
        <Dialog name="keys" title={words.help} lang={language.name()} is_large=true close={words.close} {onclose}>
            <div class="panel-body" tabindex="0">{ for keys(*language).into_iter().map(section) }</div>
        </Dialog>
    }
}
