//! The window: top bar, library, the view in the centre, the source pane, the status line.

use std::rc::Rc;

use yew::{Html, classes, html};

use super::{
    announcer::announcer, comparison::Comparison, definition::DefinitionPopover, later::later,
    library::Library, messages::messages, opening::Files, paste_box::PasteBox, report::report_view,
    screen::Dispatch, source_pane::SourcePane, status_line::status_line, top_bar::top_bar, welcome::welcome,
    workbench::help::Help,
};
use crate::view::state::{Action, LaterPart, State, View};

/// The window.
pub fn frame(state: &Rc<State>, files: &Files, dispatch: &Dispatch) -> Html {
    let language = state.settings.language;
    let words = language.words();
    let is_here = state.later == LaterPart::Here;
    let source = state.marked.clone().filter(|_| is_here).and_then(|place| {
        let report = state.report(&place.report)?.clone();
        Some(html! { <SourcePane {report} span={place.span} {language} dispatch={dispatch.clone()} /> })
    });
    let has_source = source.is_some();
    let is_empty = state.catalog.entries.is_empty();
    let center = match (is_empty, state.view, state.shown_report()) {
        (true, ..) => welcome(language, files, dispatch),
        (_, View::Ratings, _) => later(
            state.later,
            language,
            || html! { <Comparison state={state.clone()} dispatch={dispatch.clone()} /> },
        ),
        (_, View::Report, Some(report)) => report_view(report, state, files, dispatch),
        (_, View::Report, None) if state.shown.is_some() => {
            html! { <p class="quiet opening-report">{ words.opening_report }</p> }
        }
        _ => html! { <p class="quiet opening-report">{ words.no_report }</p> },
    };
    html! {
        <div
            class={classes!("frame", has_source.then_some("has-source"), is_empty.then_some("is-empty"),
                state.is_library_open.then_some("has-library-open"))}
        >
            <a class="skip" href="#content">{ words.skip_to_content }</a>
            { top_bar(state, dispatch) }
            if !is_empty {
                { library(state, files, dispatch) }
            }
            <main id="content" class="center" tabindex="-1">
                { messages(state, files, dispatch) }
                { center }
            </main>
            // A fragment keeps its place whether or not the pane is open: what stands before it is not made anew.
            <>{ source }</>
            { status_line(state) }
            if let Some(asked) = state.definition.as_ref().filter(|_| is_here) {
                <DefinitionPopover asked={asked.clone()} report={state.report(&asked.report).cloned()} {language}
                    dispatch={dispatch.clone()} />
            }
            if state.is_pasting && is_here {
                <PasteBox {language} {files} dispatch={dispatch.clone()} />
            }
            if state.is_help_open && is_here {
                <Help {language} dispatch={dispatch.clone()} />
            }
            { announcer(state) }
            <div class="drop-curtain" aria-hidden="true"><p>{ words.drop_here }</p></div>
        </div>
    }
}

/// The library, or its place until the part of the program is here that draws it.
fn library(state: &State, files: &Files, dispatch: &Dispatch) -> Html {
    let language = state.settings.language;
    if state.later != LaterPart::Here {
        return html! { <aside class="library" aria-label={language.words().library}></aside> };
    }
    html! {
        <Library catalog={state.catalog.clone()} shown={state.shown.clone().filter(|_| state.view == View::Report)}
            {language} {files} dispatch={dispatch.clone()} />
    }
}

/// What Escape closes: the innermost of what is open. The box to paste into is a dialog, which closes by itself.
pub fn innermost(state: &State) -> Option<Action> {
    if state.definition.is_some() {
        Some(Action::CloseDefinition)
    } else if state.is_pasting {
        None
    } else if state.is_library_open {
        Some(Action::OpenLibrary(false))
    } else {
        state.marked.as_ref().map(|_| Action::CloseSource)
    }
}
