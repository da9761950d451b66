//! 报告: one report, from its masthead to its diagnostics.

use std::rc::Rc;

use yew::{Html, Properties, component, html};

use super::{
    diagnostics::Diagnostics, masthead::MastheadView, opening::Files, outline::Outline, picks::PicksView,
    placed::Placed, scale_card::ScaleCard, screen::Dispatch, table_card::TableCard,
};
use crate::{
    insight::axis::Axis,
    view::{library::OpenReport, state::State},
};

/// What the view shows.
#[derive(PartialEq, Properties)]
pub struct ReportViewProps {
    /// The report.
    pub report: OpenReport,
    /// The screen.
    pub state: Rc<State>,
    /// Where files come in; another encoding is chosen through it.
    pub files: Files,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// One report.
#[component]
pub fn ReportView(props: &ReportViewProps) -> Html {
    let ReportViewProps { report: open, state, files, dispatch } = props;
    let language = state.settings.language;
    let words = language.words();
    let report = &open.report;
    let marked = state.marked.as_ref().filter(|place| place.report == open.key).map(|place| place.span);
    let tables = report.tables.iter().enumerate().map(|(index, table)| {
        html! {
            <TableCard key={index} report={open.key.clone()} {index} table={table.clone()}
                order_by={state.order(&open.key, index)} source={report.clone()} collation={state.collation.clone()}
                marked={marked.filter(|span| table.span.contains(*span))} {language} dispatch={dispatch.clone()} />
        }
    });
    let axis =
        Axis::of(report.rating_scales.iter().flat_map(|scale| &scale.bands).filter_map(|band| band.range));
    let scales = report.rating_scales.iter().enumerate().map(|(index, scale)| {
        html! {
            <ScaleCard key={index} report={open.key.clone()} scale={scale.clone()} axis={axis.clone()} {language}
                dispatch={dispatch.clone()} />
        }
    });
    let risk = |risk: &crate::model::fact::Fact<String>| {
        html! {
            <li><Placed report={open.key.clone()} span={risk.span} dispatch={dispatch.clone()}>{ &risk.value }</Placed></li>
        }
    };
    let is_bare = report.tables.is_empty() && report.rating_scales.is_empty() && report.picks.is_empty();
    html! {
        <article class="report" id="report">
            <MastheadView report={open.clone()} {language} {files} dispatch={dispatch.clone()} />
            <Outline report={report.clone()} {language} />
            <div class="report-body">
                if is_bare {
                    <p class="quiet nothing-read">{ words.nothing_read }</p>
                }
                if !report.picks.is_empty() {
                    <section id="picks" class="report-section">
                        <h2>{ words.picks }</h2>
                        <PicksView report={open.clone()} dispatch={dispatch.clone()} />
                    </section>
                }
                if !report.tables.is_empty() {
                    <section id="tables" class="report-section">
                        <h2>{ words.tables }</h2>
                        { for tables }
                    </section>
                }
                if !report.rating_scales.is_empty() {
                    <section id="scales" class="report-section">
                        <h2>{ words.rating_definitions }</h2>
                        { for scales }
                    </section>
                }
                if !report.risks.is_empty() {
                    <section id="risks" class="report-section">
                        <h2>{ words.risks }</h2>
                        <ul class="risks">{ for report.risks.iter().map(risk) }</ul>
                    </section>
                }
                <section id="diagnostics" class="report-section">
                    <h2>{ words.diagnostics }</h2>
                    <Diagnostics report={open.clone()} {language} dispatch={dispatch.clone()} />
                </section>
            </div>
        </article>
    }
}
