//! 报告: one report, from its masthead to its diagnostics.

use std::rc::Rc;

use yew::{Html, html};

use super::{
    by_address::ByAddress, diagnostics::diagnostics, later::later, masthead::masthead, opening::Files,
    outline::outline, picks::picks, placed::placed, scale_card::scale_cards, screen::Dispatch,
    table_card::TableCard,
};
use crate::{
    model::{
        fact::Fact,
        table::{TableBlock, TableKind},
    },
    view::{library::OpenReport, state::State},
};

/// One report.
pub fn report_view(open: &OpenReport, state: &State, files: &Files, dispatch: &Dispatch) -> Html {
    let language = state.settings.language;
    let words = language.words();
    let report = &open.report;
    let marked = state.marked.as_ref().filter(|place| place.report == open.key).map(|place| place.span);
    let table_card = |index: usize, table: &Rc<TableBlock>| {
        html! {
            <TableCard key={index} report={open.key.clone()} {index} table={ByAddress(table.clone())}
                arranged={state.arranged(&open.key, index)} later={state.later} source={ByAddress(report.clone())}
                collation={ByAddress(state.collation.clone())}
                marked={marked.filter(|span| table.span.contains(*span))} {language} dispatch={dispatch.clone()} />
        }
    };
    // The tables that define grades stand with the scales read from them, closed, since they say the same again.
    let of_kind = |is_ratings: bool| {
        let tables = report.tables.iter().enumerate();
        tables.filter(move |(_, table)| {
            (table.kind == TableKind::Ratings && !report.rating_scales.is_empty()) == is_ratings
        })
    };
    let tables: Vec<Html> = of_kind(false).map(|(index, table)| table_card(index, table)).collect();
    let rating_tables: Vec<Html> = of_kind(true).map(|(index, table)| table_card(index, table)).collect();
    let risk = |risk: &Fact<String>| {
        html! { <li>{ placed(&open.key, risk.span, "", dispatch, html! { { &risk.value } }) }</li> }
    };
    let is_bare = report.tables.is_empty() && report.rating_scales.is_empty() && report.picks.is_empty();
    html! {
        <article class="report" id="report" key={open.key.to_string()}>
            { masthead(open, language, files, dispatch) }
            { outline(report, language) }
            <div class="report-body">
                if is_bare {
                    <p class="quiet nothing-read">{ words.nothing_read }</p>
                }
                if !report.picks.is_empty() {
                    <section id="picks" class="report-section">
                        <h2>{ words.picks }</h2>
                        { picks(open, dispatch) }
                    </section>
                }
                if !tables.is_empty() {
                    <section id="tables" class="report-section">
                        <h2>{ words.tables }</h2>
                        { for tables }
                    </section>
                }
                if !report.rating_scales.is_empty() {
                    <section id="scales" class="report-section">
                        <h2>{ words.rating_definitions }</h2>
                        { later(state.later, language, || scale_cards(open, language, dispatch)) }
                        if !rating_tables.is_empty() {
                            <details class="rating-tables">
                                <summary>{ words.tables_as_printed }</summary>
                                { for rating_tables }
                            </details>
                        }
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
                    { later(state.later, language, || diagnostics(open, language, dispatch)) }
                </section>
            </div>
        </article>
    }
}
