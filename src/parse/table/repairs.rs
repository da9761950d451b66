//! What is to be said of how a table was put together, each with its place.

use super::{sheet::Sheet, stacked::Part};
use crate::model::diagnostic::{Diagnostic, DiagnosticKind, Severity};

/// Adds what had to be repaired in the grid of `sheet`, from top to bottom: rows whose words were joined over lines, where
/// it goes on on another page, and rows that reach over more columns than the header of their part.
pub fn add(sheet: &Sheet<'_>, parts: &[Part], diagnostics: &mut Vec<Diagnostic>) {
    let first = diagnostics.len();
    for (row, kind) in sheet.repairs() {
        let span = match kind {
            DiagnosticKind::Reassembled => sheet.row_span(sheet.height(), 0),
            DiagnosticKind::JoinedOverLines => sheet.joined_span(*row as usize),
            _ => sheet.row_span(*row as usize, 0),
        };
        diagnostics.push(Diagnostic { severity: Severity::Note, kind: *kind, span });
    }
    for Part { header, rows, .. } in parts {
        let Some(reach) = header.clone().map(|row| sheet.reach(row)).max() else { continue };
        for row in rows.clone().filter(|row| sheet.reach(*row) > reach) {
            let span = sheet.row_span(row, reach);
            diagnostics.push(Diagnostic {
                severity: Severity::Warning,
                kind: DiagnosticKind::UnevenRow,
                span,
            });
        }
    }
    diagnostics[first..].sort_by_key(|diagnostic| diagnostic.span.start);
}
