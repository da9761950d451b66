//! A report as lines that read well in a diff.

use std::fmt::{Display, Write as _};

use yanjing::{
    model::{
        code::SecurityCode,
        fact::Fact,
        masthead::Analyst,
        rating_scale::{RatingBand, RatingScale, ReturnRange},
        report::Report,
        table::{Column, RowRole, TableBlock},
        value::Value,
    },
    text::span::Span,
};

/// The parts of a report, in the order in which the whole dump shows them.
pub const PARTS: [&str; 9] =
    ["masthead", "sections", "scales", "tables", "values", "picks", "mentions", "risks", "diagnostics"];

/// The part `part` of `report`, one of [`PARTS`]; nothing where the report has none.
pub fn part(report: &Report, part: &str) -> String {
    let lines = match part {
        "masthead" => masthead(report),
        "sections" => {
            let sections = report.sections.iter();
            sections.map(|section| format!("section {} {}", section.level, section.heading)).collect()
        }
        "scales" => report.rating_scales.iter().flat_map(|scale| rating_scale(scale)).collect(),
        "tables" => report.tables.iter().flat_map(|block| table(block, false)).collect(),
        "values" => report.tables.iter().flat_map(|block| table(block, true)).collect(),
        "picks" => {
            let line = |verb: Option<&Fact<String>>, theme: &str, names: &[Fact<String>]| {
                format!("pick{} {theme}: {}", in_brackets(verb.map(|verb| &verb.value)), values(names))
            };
            report
                .picks
                .iter()
                .map(|picks| line(picks.verb.as_ref(), &picks.theme.value, &picks.names))
                .collect()
        }
        "mentions" => {
            let mentions = report.mentions.iter();
            mentions
                .map(|it| format!("mention {}", security(&it.printed, &it.code, it.name.as_deref())))
                .collect()
        }
        "risks" => report.risks.iter().map(|risk| format!("risk {}", risk.value)).collect(),
        "diagnostics" => diagnostics(report),
        _ => panic!("{part} is no part of a report; the parts are {}", PARTS.join(", ")),
    };
    lines.into_iter().map(|line: String| line + "\n").collect()
}

fn masthead(report: &Report) -> Vec<String> {
    let head = &report.masthead;
    let mut lines = Vec::new();
    let mut fact = |name: &str, fact: &Option<Fact<String>>| {
        lines.extend(fact.iter().map(|fact| format!("{name}: {}", fact.value)));
    };
    fact("broker", &head.broker);
    fact("title", &head.title);
    fact("industry", &head.industry);
    lines.extend(
        head.date.iter().map(|it| format!("date: {} {}", it.date, snake_case(&format!("{:?}", it.basis)))),
    );
    lines.extend(head.rating.iter().map(|it| {
        let action = it.action.as_ref();
        let action = action
            .map(|action| format!("{} = {}", action.printed, snake_case(&format!("{:?}", action.kind))));
        format!(
            "rating: {} {}{}",
            snake_case(&format!("{:?}", it.subject)),
            it.label,
            in_brackets(action.as_ref())
        )
    }));
    lines.extend(
        head.security
            .iter()
            .map(|it| format!("security: {}", security(&it.printed, &it.code, it.name.as_deref()))),
    );
    lines.extend(head.target_price.iter().map(|it| {
        let currency = it.currency.map_or_else(String::new, |currency| format!(" {}", currency.code()));
        format!("target price: {}{currency}", it.value)
    }));
    lines.extend(head.analysts.iter().map(analyst));
    lines
}

fn analyst(analyst: &Analyst) -> String {
    let mut line = format!("{}: {}", snake_case(&format!("{:?}", analyst.role)), analyst.name);
    for fact in [&analyst.license, &analyst.email, &analyst.phone].into_iter().flatten() {
        // Writing to a string cannot fail.
        let _ = write!(line, " | {fact}");
    }
    line
}

fn rating_scale(scale: &RatingScale) -> Vec<String> {
    let mut first = format!("scale {}", snake_case(&format!("{:?}", scale.subject)));
    if let Some(basis) = scale.basis {
        let _ = write!(first, " {}", snake_case(&format!("{basis:?}")));
    }
    if let Some(horizon) = scale.horizon {
        let _ = write!(first, " {}..{} months", horizon.least_months, horizon.most_months);
    }
    if !scale.benchmarks.is_empty() {
        let _ = write!(first, " vs {}", values(&scale.benchmarks));
    }
    std::iter::once(first).chain(scale.bands.iter().map(rating_band)).collect()
}

fn rating_band(band: &RatingBand) -> String {
    let mut line = format!("  {}", band.label.value);
    if let Some(ReturnRange { low, high, low_inclusive, high_inclusive }) = band.range {
        let end = |end: Option<f64>| end.map_or_else(|| "..".to_owned(), |end| end.to_string());
        let left = if low_inclusive { '[' } else { '(' };
        let right = if high_inclusive { ']' } else { ')' };
        let _ = write!(line, " {left}{}, {}{right}", end(low), end(high));
    }
    if let Some(relation) = band.relation {
        let _ = write!(line, " {}", snake_case(&format!("{relation:?}")));
    }
    let _ = write!(line, " -- {}", band.definition.value);
    line
}

/// A table with the printed text of its cells, or with their values.
fn table(table: &TableBlock, as_values: bool) -> Vec<String> {
    let rows = (0..table.row_count()).map(|row| table_row(table, row, as_values));
    if as_values {
        let name = [&table.caption, &table.group].into_iter().flatten().map(|name| name.value.as_str());
        let name = name.collect::<Vec<_>>().join(", ");
        return std::iter::once(format!("values{}", in_brackets((!name.is_empty()).then_some(name))))
            .chain(rows)
            .collect();
    }
    let caption = table.caption.as_ref().map(|caption| &caption.value);
    let mut lines = vec![format!("table {}", snake_case(&format!("{:?}", table.kind)))];
    let mut fact = |name: &str, fact: Option<&String>| {
        lines.extend(fact.iter().map(|fact| format!("  {name}: {fact}")));
    };
    fact("caption", caption);
    fact("number", table.number.as_ref());
    fact("group", table.group.as_ref().map(|group| &group.value));
    fact("unit", table.unit.as_ref());
    fact("source", table.sources.as_ref().map(|sources| &sources.value));
    table.notes.iter().for_each(|note| fact("note", Some(&note.value)));
    lines.push(format!("  columns: {}", table.columns.iter().map(column).collect::<Vec<_>>().join(" | ")));
    lines.extend(rows);
    lines
}

fn table_row(table: &TableBlock, row: usize, as_values: bool) -> String {
    let role = match table.row_roles.get(row) {
        Some(RowRole::Section) => "section",
        Some(RowRole::Summary) => "summary",
        _ => "",
    };
    let cells = (0..table.columns.len()).map(|column| {
        let cell = table.cell(row, column);
        let mark = if cell.inherited { "^" } else { "" };
        if as_values { value(&table.value(row, column)) } else { format!("{mark}{}", cell.text) }
    });
    format!("  {role}| {} |", cells.collect::<Vec<_>>().join(" | "))
}

fn column(column: &Column) -> String {
    let about = [
        Some(snake_case(&format!("{:?}", column.kind))),
        column.unit.as_ref().map(|unit| format!("in {unit}")),
        column.period.clone(),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    format!("{} ({})", column.path.join(" > "), about.join(", "))
}

fn value(value: &Value) -> String {
    let in_unit = |unit: &Option<String>| unit.as_ref().map_or_else(String::new, |unit| format!(" {unit}"));
    match value {
        Value::Number { number, unit } => format!("{number}{}", in_unit(unit)),
        Value::Range { low, high, unit } => format!("{low} .. {high}{}", in_unit(unit)),
        Value::Code(code) => security(&code.to_string(), code, None),
        Value::Rating(word) => format!("rating {word}"),
        Value::Date(date) => format!("date {date}"),
        Value::Text(text) => format!("\"{text}\""),
        Value::Missing(missing) => format!("no value: {}", snake_case(&format!("{missing:?}"))),
    }
}

fn security(printed: &str, code: &SecurityCode, name: Option<&str>) -> String {
    let mut line = printed.to_owned();
    if code.to_string() != printed {
        let _ = write!(line, " = {code}");
    }
    if code.derived {
        line.push_str(" (exchange derived)");
    }
    name.map_or_else(|| line.clone(), |name| format!("{line} {name}"))
}

fn diagnostics(report: &Report) -> Vec<String> {
    let place = |span: Span| {
        let line = report.source.line_at(span.start) + 1;
        format!("line {line}: {}", report.source.slice(span).trim().replace('\n', "⏎").replace('\t', "⇥"))
    };
    let diagnostics = report.diagnostics.iter();
    diagnostics
        .map(|it| {
            let (severity, kind) = (format!("{:?}", it.severity), format!("{:?}", it.kind));
            format!("{} {} at {}", snake_case(&severity), snake_case(&kind), place(it.span))
        })
        .collect()
}

fn values(facts: &[Fact<String>]) -> String {
    facts.iter().map(|fact| fact.value.as_str()).collect::<Vec<_>>().join(", ")
}

fn in_brackets(words: Option<impl Display>) -> String {
    words.map_or_else(String::new, |words| format!(" ({words})"))
}

/// The name of a variant as the report document spells it.
fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}
