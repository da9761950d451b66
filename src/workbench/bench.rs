//! The root of the module's components: the one panel that is open, if any.

use std::{
    cell::{Cell, RefCell},
    ops::Range,
    rc::Rc,
};

use yew::{Callback, Html, Properties, component, html, use_effect_with, use_state};

use super::{desk::Desk, panels};
use crate::{browser::page, view::settings::Language};

/// A panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The conditions of columns.
    Filter,
    /// Which columns are shown.
    Columns,
    /// By which labels rows are grouped.
    Group,
    /// Colors, bars, units and currencies.
    Look,
    /// A picture of the table.
    Chart,
    /// Copying and files.
    Export,
    /// One column's menu.
    Column,
    /// Every key.
    Keys,
}

impl Panel {
    /// The panel of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "filter" => Self::Filter,
            "columns" => Self::Columns,
            "group" => Self::Group,
            "look" => Self::Look,
            "chart" => Self::Chart,
            "export" => Self::Export,
            "column" => Self::Column,
            "keys" => Self::Keys,
            _ => return None,
        })
    }
}

/// What is open.
#[derive(Clone, PartialEq)]
pub struct Open {
    /// The panel.
    pub panel: Panel,
    /// The table that it works on; none for the keys.
    pub desk: Option<Rc<Desk>>,
    /// The element that it opens beside, which has the focus again when it closes.
    pub anchor: String,
    /// The column that is meant.
    pub column: Option<u32>,
    /// The language.
    pub language: Language,
}

thread_local! {
    /// How the bench is told what to show, once it is there, and what it is to show then.
    static BENCH: RefCell<(Option<Callback<Option<Open>>>, Option<Open>)> = const { RefCell::new((None, None)) };
}

/// Puts the module's components into the page, beside the page's own, where they are not yet.
pub fn mount() {
    thread_local! {
        static IS_MOUNTED: Cell<bool> = const { Cell::new(false) };
    }
    if !IS_MOUNTED.replace(true)
        && let Some(root) = page::module_root("workbench")
    {
        yew::Renderer::<Bench>::with_root(root).render();
    }
}

/// Copies the cells of a table at these positions of rows and columns.
pub fn copy(desk: Rc<Desk>, rows: Range<usize>, columns: Range<usize>) {
    panels::copy_cells(desk, rows, columns);
}

/// Shows a panel, or closes the one that is open.
pub fn show(open: Option<Open>) {
    let shower = BENCH.with_borrow_mut(|(shower, waiting)| {
        waiting.clone_from(&open);
        shower.clone()
    });
    if let Some(shower) = shower {
        shower.emit(open);
    }
}

/// Shows the panel that is open again, for a table that was arranged anew.
pub fn refresh() {
    show(BENCH.with_borrow(|(_, open)| open.clone()));
}

/// The module's root.
#[component]
pub fn Bench() -> Html {
    let open = use_state(|| (0_usize, None::<Open>));
    {
        let open = open.clone();
        let shown = yew::use_mut_ref(|| 0_usize);
        use_effect_with((), move |()| {
            let shower = Callback::from(move |next: Option<Open>| {
                *shown.borrow_mut() += 1;
                open.set((*shown.borrow(), next));
            });
            let waiting = BENCH.with_borrow_mut(|(place, waiting)| {
                *place = Some(shower.clone());
                waiting.clone()
            });
            if waiting.is_some() {
                shower.emit(waiting);
            }
        });
    }
    match &open.1 {
        Some(shown) => html! {
            <Frame key={format!("{:?}{}", shown.panel, shown.anchor)} open={shown.clone()} turn={open.0} />
        },
        None => Html::default(),
    }
}

#[derive(PartialEq, Properties)]
struct FrameProps {
    open: Open,
    /// Counts what is shown, since the same table arranged anew is shown anew.
    turn: usize,
}

/// The dialog around a panel.
#[component]
fn Frame(props: &FrameProps) -> Html {
    let Open { panel, anchor, language, .. } = &props.open;
    let words = crate::view::workbench::words::of(*language);
    let is_large = matches!(panel, Panel::Chart | Panel::Keys);
    let title = match panel {
        Panel::Filter => words.filter,
        Panel::Columns => words.columns,
        Panel::Group => words.group,
        Panel::Look => words.look,
        Panel::Chart => words.chart,
        Panel::Export => words.export,
        Panel::Column => words.column,
        Panel::Keys => words.help,
    };
    {
        let anchor = anchor.clone();
        use_effect_with((), move |()| {
            page::show_modal("workbench-panel");
            if !is_large {
                page::place_beside(&anchor, "workbench-panel");
            }
            move || page::focus(&anchor)
        });
    }
    let onclose = Callback::from(|_: yew::Event| show(None));
    let close = Callback::from(|_: yew::MouseEvent| show(None));
    html! {
        <dialog id="workbench-panel" class={if is_large { "panel is-large" } else { "panel" }} lang={if *language == Language::English { "en" } else { "zh-CN" }}
            aria-labelledby="workbench-title" {onclose}>
            <header class="panel-head">
                <h2 id="workbench-title">{ title }</h2>
                <button type="button" class="icon-button" aria-label={words.close} title={words.close} onclick={close}>{ "×" }</button>
            </header>
            <div class="panel-body">{ panels::body(&props.open, props.turn) }</div>
        </dialog>
    }
}
