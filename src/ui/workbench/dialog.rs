//! The dialog that panels stand in: it holds the focus, and closes by Escape, its cross, or a click beside it.

use yew::{
    AttrValue, Callback, Children, Event, Html, MouseEvent, Properties, component, html, use_effect_with,
};

use crate::{
    browser::page,
    ui::control::{CROSS, icon_button},
};

/// What the dialog shows.
#[derive(PartialEq, Properties)]
pub struct DialogProps {
    /// Tells its panel apart from others.
    pub name: &'static str,
    /// What it is called.
    pub title: AttrValue,
    /// The language of the title, a BCP 47 tag.
    pub lang: &'static str,
    /// The element that it opens beside; in the middle where there is none.
    #[prop_or_default]
    pub anchor: Option<String>,
    /// Whether it takes the middle of the window all the same.
    #[prop_or_default]
    pub is_large: bool,
    /// What closing is called.
    pub close: &'static str,
    /// Hears that it was closed.
    pub onclose: Callback<()>,
    /// What stands in it.
    pub children: Children,
}

/// The dialog.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let DialogProps { name, title, lang, anchor, is_large, close, onclose, children } = props;
    let id = format!("panel-{name}");
    let beside = anchor.clone().filter(|_| !is_large);
    {
        let id = id.clone();
        use_effect_with((), move |()| {
            page::show_modal(&id);
            if let Some(anchor) = beside {
                page::place_beside(&anchor, &id);
            }
            // A menu's choice takes the dialog away as it is: the focus goes back only where it is closed before.
            move || page::close_modal(&id)
        });
    }
    let onclick = {
        let (onclose, id) = (onclose.clone(), id.clone());
        move |event: MouseEvent| {
            // The dialog itself is clicked where its backdrop is: its content fills it.
            if page::is_on(&event, &id) {
                onclose.emit(());
            }
        }
    };
    let cross =
        icon_button("icon-button panel-close", (*close).into(), CROSS, onclose.reform(|_: MouseEvent| ()));
    html! {
        <dialog {id} class={if *is_large { "panel is-large" } else { "panel" }} data-panel={*name}
            aria-labelledby="workbench-title" onclose={onclose.reform(|_: Event| ())} {onclick}>
            <div class="panel-sheet">
                <h2 id="workbench-title" class="panel-title" lang={*lang}>{ title }</h2>
                { for children.iter() }
                // Behind what it closes, so that the focus begins there.
                { cross }
            </div>
        </dialog>
    }
}
