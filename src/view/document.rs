//! The report document: the JSON form of a report, version `yanjing-report/1`.
//!
//! A mirror of the model that borrows from it, so that the model stays free of serialization and a large table is
//! written cell by cell.

mod masthead;
mod scale;
mod table;
mod words;

use serde::{Serialize, Serializer};

use crate::{
    model::{
        diagnostic::{Diagnostic, Severity},
        fact::Fact,
        pick::{Mention, Picks},
        report::{Report, Section},
        table::TableBlock,
    },
    text::{
        source::{Media, Source},
        span::Span,
    },
};
use masthead::{AnalystForm, DateForm, RatingForm, SecurityForm, TargetPriceForm};
use scale::ScaleForm;
use table::{RowForm, TableForm};

pub use table::role_name;

/// The version that every document names.
pub const FORMAT: &str = "yanjing-report/1";

/// The document of a report, ready to be written by any serializer of serde.
#[derive(Serialize)]
pub struct Document<'a> {
    format: &'static str,
    file: FileForm<'a>,
    broker: Option<FactForm<'a>>,
    title: Option<FactForm<'a>>,
    industry: Option<FactForm<'a>>,
    date: Option<DateForm>,
    rating: Option<RatingForm<'a>>,
    security: Option<SecurityForm<'a>>,
    target_price: Option<TargetPriceForm>,
    analysts: Vec<AnalystForm<'a>>,
    sections: Vec<SectionForm<'a>>,
    tables: Vec<TableForm<'a>>,
    rating_scales: Vec<ScaleForm<'a>>,
    picks: Vec<PicksForm<'a>>,
    mentions: Vec<MentionForm<'a>>,
    risks: Vec<FactForm<'a>>,
    diagnostics: Vec<DiagnosticForm>,
}

/// The document of `report`.
#[must_use]
pub fn document(report: &Report) -> Document<'_> {
    let masthead = &report.masthead;
    Document {
        format: FORMAT,
        file: file(&report.source),
        broker: masthead.broker.as_ref().map(fact),
        title: masthead.title.as_ref().map(fact),
        industry: masthead.industry.as_ref().map(fact),
        date: masthead.date.as_ref().map(masthead::date),
        rating: masthead.rating.as_ref().map(masthead::rating),
        security: masthead.security.as_ref().map(masthead::security),
        target_price: masthead.target_price.as_ref().map(masthead::target_price),
        analysts: masthead.analysts.iter().map(masthead::analyst).collect(),
        sections: report.sections.iter().map(section).collect(),
        tables: report.tables.iter().map(|block| TableForm(block)).collect(),
        rating_scales: report.rating_scales.iter().map(|block| scale::scale(block)).collect(),
        picks: report.picks.iter().map(picks).collect(),
        mentions: report.mentions.iter().map(mention).collect(),
        risks: report.risks.iter().map(fact).collect(),
        diagnostics: report.diagnostics.iter().map(diagnostic).collect(),
    }
}

/// The document's form of one table.
#[must_use]
pub fn table(table: &TableBlock) -> impl Serialize {
    TableForm(table)
}

/// The document's form of a table's row with some of its columns.
#[must_use]
pub fn row<'a>(table: &'a TableBlock, row: usize, columns: &'a [usize]) -> impl Serialize + 'a {
    RowForm { table, row, columns }
}

/// A span as `[start, end]`.
#[derive(Clone, Copy)]
struct SpanForm(Span);

impl Serialize for SpanForm {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [self.0.start, self.0.end].serialize(serializer)
    }
}

#[derive(Serialize)]
struct FactForm<'a> {
    value: &'a str,
    span: SpanForm,
}

fn fact(fact: &Fact<String>) -> FactForm<'_> {
    FactForm { value: &fact.value, span: SpanForm(fact.span) }
}

#[derive(Serialize)]
struct FileForm<'a> {
    name: &'a str,
    bytes: usize,
    encoding: &'static str,
    media: &'static str,
}

fn file(source: &Source) -> FileForm<'_> {
    let media = match source.media() {
        Media::Text => "text",
        Media::Markdown => "markdown",
        Media::Html => "html",
    };
    FileForm { name: source.name(), bytes: source.byte_count(), encoding: source.encoding().label(), media }
}

#[derive(Serialize)]
struct SectionForm<'a> {
    heading: &'a str,
    level: u8,
    span: SpanForm,
}

fn section(section: &Section) -> SectionForm<'_> {
    SectionForm { heading: &section.heading, level: section.level, span: SpanForm(section.span) }
}

#[derive(Serialize)]
struct PicksForm<'a> {
    theme: &'a str,
    verb: Option<&'a str>,
    names: Vec<FactForm<'a>>,
    span: SpanForm,
}

fn picks(picks: &Picks) -> PicksForm<'_> {
    PicksForm {
        theme: &picks.theme.value,
        verb: picks.verb.as_ref().map(|verb| verb.value.as_str()),
        names: picks.names.iter().map(fact).collect(),
        span: SpanForm(picks.span),
    }
}

#[derive(Serialize)]
struct MentionForm<'a> {
    code: &'a str,
    canonical: String,
    name: Option<&'a str>,
    span: SpanForm,
}

fn mention(mention: &Mention) -> MentionForm<'_> {
    MentionForm {
        code: &mention.printed,
        canonical: mention.code.to_string(),
        name: mention.name.as_deref(),
        span: SpanForm(mention.span),
    }
}

#[derive(Serialize)]
struct DiagnosticForm {
    severity: &'static str,
    kind: &'static str,
    message: &'static str,
    span: SpanForm,
}

fn diagnostic(diagnostic: &Diagnostic) -> DiagnosticForm {
    let severity = match diagnostic.severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
    };
    let (kind, message) = words::diagnostic(diagnostic.kind);
    DiagnosticForm { severity, kind, message, span: SpanForm(diagnostic.span) }
}

#[cfg(test)]
mod tests;
