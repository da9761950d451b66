//! The tools above a table in one row, and below them what is chosen, each choice with a way back.

use std::cell::RefCell;

use yew::{
    Callback, Html, InputEvent, MouseEvent, Properties, component, html, platform::spawn_local, use_mut_ref,
    use_state,
};

use super::{
    bench::{Bench, SEARCH},
    following::use_links,
    memory::{use_counting, use_memory},
    panel::{Open, Panel, PanelFrame},
};
use crate::{
    browser::fields::value_of,
    ui::control::icon,
    view::{state::Action, words::phrases::shown_of, workbench::arrangement::Arrangement},
};

/// A magnifying glass, a funnel, columns, an indented list, a half disk, bars, an arrow that leaves.
const GLASS: &str = "M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M10.3 10.3L13.5 13.5";
const FUNNEL: &str = "M2.5 3.5h11L9.6 8.4v4.1l-3.2-1.3V8.4z";
const COLUMNS: &str = "M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10";
const LIST: &str = "M2.5 4h11M5.5 8h8M5.5 12h8";
const ARROW: &str = "M8 10V2.5M5 5.2L8 2.5l3 2.7M3 8.5v5h10v-5";
const BARS: &str = "M3.5 13V9.5M8 13V3.5M12.5 13V6.5";
const DISK: &str = "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 2.5v11M9.8 3v10M11.6 4v8";

/// What the tools work on.
#[derive(PartialEq, Properties)]
pub struct ToolsProps {
    /// The table.
    pub bench: Bench,
    /// The panel that is open.
    pub open: Option<Open>,
    /// Where it is said which panel opens or that none is open.
    pub onopen: Callback<Option<Open>>,
}

/// Search, panels, and what is chosen.
#[component]
pub fn Tools(props: &ToolsProps) -> Html {
    let ToolsProps { bench, open, onopen } = props;
    use_memory(bench);
    use_links(bench);
    use_counting(bench);
    let words = bench.words();
    let panels = [
        (Panel::Filter, "filter", words.filter, FUNNEL),
        (Panel::Columns, "columns", words.columns, COLUMNS),
        (Panel::Group, "group", words.group, LIST),
        (Panel::Look, "look", words.look, DISK),
        (Panel::Chart, "chart", words.chart, BARS),
        (Panel::Export, "export", words.export, ARROW),
    ];
    let help = bench.dispatch.reform(|_: MouseEvent| Action::Help(true));
    let tool = |(panel, name, label, path): (Panel, &'static str, &'static str, &'static str)| {
        let id = format!("t{}-{name}", bench.index);
        let opened = Open { panel, anchor: id.clone(), column: None };
        let (onopen, desk) = (onopen.clone(), bench.desk.clone());
        let onclick = move |_: MouseEvent| {
            onopen.emit(Some(opened.clone()));
            let desk = desk.clone();
            spawn_local(async move { desk.prepare().await });
        };
        html! {
            <button type="button" class="tool" {id} aria-haspopup="dialog" {onclick}>
                { icon(path) }<span>{ label }</span>
            </button>
        }
    };
    html! {
        <div class="table-tools">
            <div class="tools" role="group" aria-label={words.tools}>
                <Search bench={bench.clone()} />
                { for panels.map(tool) }
                <button type="button" class="tool tool-help" aria-label={words.help} title={words.help}
                    aria-haspopup="dialog" onclick={help}>{ "?" }</button>
            </div>
            { chosen(bench) }
            if let Some(open) = open {
                <PanelFrame key={open.key()} open={open.clone()} bench={bench.clone()} {onopen} />
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct SearchProps {
    bench: Bench,
}

/// The search over all columns.
#[component]
fn Search(props: &SearchProps) -> Html {
    let bench = &props.bench;
    let words = bench.words();
    // What was typed while the table is still being taken into the search.
    let waiting = use_state(|| None::<String>);
    let latest = use_mut_ref(|| None::<Bench>);
    latest.replace(Some(bench.clone()));
    let typed = use_mut_ref(String::new);
    let find = |bench: &Bench, text: &str| {
        bench.type_on(SEARCH, &Arrangement { search: text.to_owned(), ..bench.arrangement() });
    };
    let oninput = {
        let (bench, waiting) = (bench.clone(), waiting.clone());
        move |event: InputEvent| {
            let text = value_of(&event);
            if bench.desk.is_ready() {
                find(&bench, &text);
                return;
            }
            waiting.set(Some(text.clone()));
            if !RefCell::replace(&typed, text).is_empty() {
                return;
            }
            let (desk, latest, waiting, typed) =
                (bench.desk.clone(), latest.clone(), waiting.clone(), typed.clone());
            spawn_local(async move {
                desk.prepare().await;
                if let Some(bench) = latest.borrow().clone() {
                    find(&bench, &typed.take());
                }
                waiting.set(None);
            });
        }
    };
    let onfocus = {
        let desk = bench.desk.clone();
        move |_: yew::FocusEvent| {
            let desk = desk.clone();
            spawn_local(async move { desk.prepare().await });
        }
    };
    let value = waiting.as_ref().unwrap_or(&bench.shown.arrangement.search).clone();
    html! {
        <label class="tool-search">
            { icon(GLASS) }
            <input type="search" id={format!("t{}-search", bench.index)} placeholder={words.search_table}
                aria-label={words.search_table} autocomplete="off" spellcheck="false" {value} {oninput} {onfocus} />
        </label>
    }
}

/// What leaves rows and columns out or groups them, each as a button that takes it back.
fn chosen(bench: &Bench) -> Html {
    let words = bench.words();
    let arrangement = &*bench.shown.arrangement;
    if *arrangement == Arrangement::default() {
        return Html::default();
    }
    let arrange = |without: &Arrangement| {
        let (bench, without) = (bench.clone(), without.clone());
        Callback::from(move |_: MouseEvent| bench.choose(&without))
    };
    let chip = |(label, without): &(String, Arrangement)| {
        let hint = words.without(label);
        html! {
            <button type="button" class="chip" title={hint.clone()} aria-label={hint} onclick={arrange(without)}>
                <span lang="zh-CN">{ label.clone() }</span>{ icon(crate::ui::control::CROSS) }
            </button>
        }
    };
    let projection = &bench.shown.projection;
    let is_part = projection.passing < projection.total;
    let undo = bench.dispatch.reform(|_: MouseEvent| Action::Undo);
    html! {
        <p class="chips">
            if is_part {
                <span class="figures shown-of">
                    { shown_of(bench.language, projection.passing as usize, projection.total as usize) }
                </span>
            }
            { for words.chips(bench.table(), arrangement).iter().map(chip) }
            <button type="button" class="text-button undo-arranging" onclick={undo}>{ words.undo }</button>
            <button type="button" class="text-button reset-table" onclick={arrange(&Arrangement::default())}>{ words.reset }</button>
        </p>
    }
}
