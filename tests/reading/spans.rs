//! All places that a report names, each with what it is the place of.

use yanjing::{
    model::{fact::Fact, report::Report, table::TableBlock},
    text::span::Span,
};

/// Every span of `report`.
pub fn spans(report: &Report) -> Vec<(&'static str, Span)> {
    let mut spans = Vec::new();
    let head = &report.masthead;
    for (what, fact) in [("broker", &head.broker), ("title", &head.title), ("industry", &head.industry)] {
        spans.extend(fact.iter().map(|fact| (what, fact.span)));
    }
    spans.extend(head.date.iter().map(|date| ("date", date.span)));
    spans.extend(head.rating.iter().map(|rating| ("rating", rating.span)));
    spans.extend(head.security.iter().map(|security| ("security", security.span)));
    spans.extend(head.target_price.iter().map(|price| ("target price", price.span)));
    spans.extend(head.analysts.iter().map(|analyst| ("analyst", analyst.span)));
    spans.extend(report.sections.iter().map(|section| ("section", section.span)));
    report.tables.iter().for_each(|table| of_table(table, &mut spans));
    for scale in &report.rating_scales {
        spans.push(("scale", scale.span));
        spans.extend(scale.benchmarks.iter().map(|benchmark| ("benchmark", benchmark.span)));
        for band in &scale.bands {
            spans.extend([
                ("band", band.span),
                ("label", band.label.span),
                ("definition", band.definition.span),
            ]);
        }
    }
    for picks in &report.picks {
        spans.extend([("picks", picks.span), ("theme", picks.theme.span)]);
        spans.extend(picks.verb.iter().map(|verb| ("verb", verb.span)));
        spans.extend(picks.names.iter().map(|name| ("pick", name.span)));
    }
    spans.extend(report.mentions.iter().map(|mention| ("mention", mention.span)));
    spans.extend(report.risks.iter().map(|risk| ("risk", risk.span)));
    spans.extend(report.diagnostics.iter().map(|diagnostic| ("diagnostic", diagnostic.span)));
    spans
}

fn of_table(table: &TableBlock, spans: &mut Vec<(&'static str, Span)>) {
    spans.push(("table", table.span));
    let facts = [("caption", &table.caption), ("group", &table.group), ("sources", &table.sources)];
    spans.extend(
        facts.into_iter().flat_map(|(what, fact)| fact.iter().map(move |fact: &Fact<_>| (what, fact.span))),
    );
    spans.extend(table.notes.iter().map(|note| ("note", note.span)));
    spans.extend(table.columns.iter().map(|column| ("column", column.span)));
    spans.extend(table.cells.iter().map(|place| ("cell", place.span())));
}
