//! Copying and files.

use std::{cell::Cell, rc::Rc};

use yew::{Html, MouseEvent, Properties, component, html, platform::spawn_local, use_state};

use crate::{
    browser::page,
    export::file::Format,
    model::table::ColumnKind,
    ui::workbench::{
        bench::Bench,
        fields::{check, switch},
        files::{self, Course, Taken},
        following::address,
    },
};

/// What the panel shows.
#[derive(PartialEq, Properties)]
pub struct ExportPanelProps {
    /// The table.
    pub bench: Bench,
}

/// What is chosen in the panel.
#[derive(Clone, Copy, PartialEq)]
struct Choices {
    is_shown: bool,
    has_headers: bool,
    has_source: bool,
    has_mark: bool,
    is_guarded: bool,
}

/// What is being done, or was.
#[derive(Clone, PartialEq)]
enum Status {
    Idle,
    Running(usize, usize),
    Ended(&'static str),
}

/// What a button does.
#[derive(Clone, Copy, PartialEq)]
enum Errand {
    Copy,
    Link,
    Save(Format),
}

/// The export panel.
#[component]
pub fn ExportPanel(props: &ExportPanelProps) -> Html {
    let bench = props.bench.clone();
    let words = bench.words();
    let choices = use_state(|| Choices {
        is_shown: true,
        has_headers: true,
        has_source: false,
        has_mark: true,
        is_guarded: true,
    });
    let status = use_state(|| Status::Idle);
    let is_cancelled = (*use_state(|| Rc::new(Cell::new(false)))).clone();
    let chosen = *choices;
    let set = |next: fn(&mut Choices, bool)| {
        let choices = choices.clone();
        move |is_so: bool| {
            let mut changed = *choices;
            next(&mut changed, is_so);
            choices.set(changed);
        }
    };
    let errand = |label: &str, errand: Errand| {
        let (bench, status, is_cancelled) = (bench.clone(), status.clone(), is_cancelled.clone());
        let onclick = move |_: MouseEvent| {
            is_cancelled.set(false);
            status.set(Status::Running(0, 1));
            let (bench, status, is_cancelled) = (bench.clone(), status.clone(), is_cancelled.clone());
            spawn_local(async move {
                let told = status.clone();
                let on_progress = Box::new(move |done, total| told.set(Status::Running(done, total)));
                let said = run(&bench, errand, chosen, Course { on_progress, is_cancelled }).await;
                status.set(Status::Ended(said));
                bench.say(said);
            });
        };
        html! { <button type="button" class="button" {onclick}>{ label.to_owned() }</button> }
    };
    let scope: Rc<dyn Fn(bool)> = Rc::new(set(|choices, is_shown| choices.is_shown = is_shown));
    let csv = Format::Csv { has_mark: chosen.has_mark, is_guarded: chosen.is_guarded };
    let has_codes = bench.table().columns.iter().any(|column| column.kind == ColumnKind::SecurityCode);
    let cancel = {
        let is_cancelled = is_cancelled.clone();
        move |_: MouseEvent| is_cancelled.set(true)
    };
    html! {
        <>
            { switch(words.table_sheet, &[(true, words.as_shown), (false, words.as_in_report)], chosen.is_shown, &scope) }
            <section>
                <h3>{ words.copy }</h3>
                { check(html! { { words.with_headers } }, chosen.has_headers, set(|choices, is_so| choices.has_headers = is_so)) }
                { check(html! { { words.with_source } }, chosen.has_source, set(|choices, is_so| choices.has_source = is_so)) }
                <div class="panel-actions">{ errand(words.copy_table, Errand::Copy) }{ errand(words.copy_link, Errand::Link) }</div>
                <p class="quiet">{ words.link_hint }</p>
            </section>
            <section>
                <h3>{ words.download }</h3>
                { check(html! { { words.with_bom } }, chosen.has_mark, set(|choices, is_so| choices.has_mark = is_so)) }
                { check(html! { <span title={words.guard_hint}>{ words.with_guard }</span> }, chosen.is_guarded, set(|choices, is_so| choices.is_guarded = is_so)) }
                <div class="panel-actions">
                    { errand("CSV", Errand::Save(csv)) }
                    { errand("XLSX", Errand::Save(Format::Xlsx)) }
                    { errand("Markdown", Errand::Save(Format::Markdown)) }
                    { errand("JSON", Errand::Save(Format::Json)) }
                    if has_codes { { errand(words.code_list, Errand::Save(Format::Codes)) } }
                </div>
            </section>
            <p class="panel-status" role="status">
                { match &*status {
                    Status::Idle => Html::default(),
                    Status::Running(done, total) => html! {
                        <>
                            <progress value={done.to_string()} max={total.to_string()} aria-label={words.download} />
                            <button type="button" class="button" onclick={cancel}>{ words.cancel }</button>
                        </>
                    },
                    Status::Ended(said) => html! { { *said } },
                } }
            </p>
        </>
    }
}

/// Runs an errand; what is said of its end.
async fn run(bench: &Bench, errand: Errand, choices: Choices, course: Course) -> &'static str {
    let words = bench.words();
    let taken = Taken::of(bench, choices.is_shown);
    let (done, well, ill) = match errand {
        Errand::Copy => {
            let cells = (0..usize::MAX, 0..usize::MAX);
            let done = files::copy(&taken, cells, choices.has_headers, choices.has_source, &course).await;
            (done, words.copied, words.not_copied)
        }
        Errand::Link => (Some(page::copy_text(&address(bench)).await), words.copied, words.not_copied),
        Errand::Save(format) => (files::save(&taken, format, &course).await, words.saved, words.failed),
    };
    match done {
        None => words.cancelled,
        Some(true) => well,
        Some(false) => ill,
    }
}

/// Copies cells that were selected in the grid.
#[inline(never)] // An entry of the later part: it must stay a call.
pub fn copy_cells(bench: Bench, rows: std::ops::Range<usize>, columns: std::ops::Range<usize>) {
    spawn_local(async move {
        let taken = Taken::of(&bench, true);
        let course = Course { on_progress: Box::new(|_, _| ()), is_cancelled: Rc::default() };
        let has_headers = rows.len() > 1 && rows.len() >= bench.shown.projection.row_count();
        let is_copied = files::copy(&taken, (rows, columns), has_headers, false, &course).await == Some(true);
        let words = bench.words();
        bench.say(if is_copied { words.copied } else { words.not_copied });
        page::mark("copied");
    });
}
