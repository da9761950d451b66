//! What a report holds, to jump to.

use yew::{Callback, Html, MouseEvent, html};

use crate::{
    browser::page,
    model::{
        report::Report,
        table::{TableBlock, TableKind},
    },
    view::{settings::Language, words::phrases},
};

/// How a table is called: its caption, its panel's heading, or its place among the tables.
pub fn table_name(table: &TableBlock, index: usize, language: Language) -> String {
    let words = language.words();
    let caption = table.caption.as_ref().map(|caption| caption.value.as_str());
    let group = table.group.as_ref().map(|group| group.value.as_str());
    let names: Vec<&str> = [caption, group].into_iter().flatten().collect();
    match (names.is_empty(), table.kind) {
        (false, _) => names.join(" · "),
        (true, TableKind::Ratings) => words.rating_definitions.to_owned(),
        (true, _) => format!("{} {}", words.table, index + 1),
    }
}

/// Links to the parts of a report.
pub fn outline(report: &Report, language: Language) -> Html {
    let words = language.words();
    let link = |id: String, label: String, detail: Option<String>| {
        let part = id.clone();
        let onclick = Callback::from(move |_: MouseEvent| page::reveal_start(&id));
        html! {
            <li><button type="button" class="outline-link" data-part={part} {onclick}>
                <span class="outline-label">{ label }</span>
                if let Some(detail) = detail { <span class="outline-detail figures">{ detail }</span> }
            </button></li>
        }
    };
    let picks: usize = report.picks.iter().map(|picks| picks.names.len()).sum();
    let mut links = vec![link("masthead".into(), words.masthead.into(), None)];
    if picks > 0 {
        links.push(link("picks".into(), words.picks.into(), Some(picks.to_string())));
    }
    let shown_as_scales =
        |table: &TableBlock| table.kind == TableKind::Ratings && !report.rating_scales.is_empty();
    for (index, table) in report.tables.iter().enumerate().filter(|(_, table)| !shown_as_scales(table)) {
        let rows = Some(table.row_count().to_string());
        links.push(link(format!("table-{index}"), table_name(table, index, language), rows));
    }
    for scale in &report.rating_scales {
        let name = phrases::scale_subject(language, scale.subject);
        let detail = Some(scale.bands.len().to_string());
        links.push(link(format!("scale-{}", scale.span.start), name.into(), detail));
    }
    if !report.risks.is_empty() {
        links.push(link("risks".into(), words.risks.into(), Some(report.risks.len().to_string())));
    }
    let diagnostics = report.diagnostics.len();
    links.push(link("diagnostics".into(), words.diagnostics.into(), Some(diagnostics.to_string())));
    html! { <nav class="outline" aria-label={words.outline}><ul>{ for links }</ul></nav> }
}
