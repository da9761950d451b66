//! One text to a [`Report`]. Does no I/O, cannot fail, and knows neither the screen nor other reports.
//!
//! Two passes: [`block`] finds the layout, whatever its form; the readers beside it find what stands in the blocks.

pub mod block;
pub mod folded;
pub mod lexicon;
pub mod long;
pub mod masthead;
pub mod mentions;
pub mod passage;
pub mod picks;
pub mod rating_scale;
pub mod risks;
pub mod sections;
pub mod survey;
pub mod table;

use std::rc::Rc;

use crate::{
    model::{
        diagnostic::{Diagnostic, DiagnosticKind, Severity},
        report::Report,
    },
    text::{decode::Decoded, source::Source, span::Span},
};

/// What `source` says.
#[must_use]
pub fn report(source: Rc<Source>) -> Report {
    long::report(&source).unwrap_or_else(|| report_in_one(source))
}

/// What a decoded file says, with what decoding had to repair.
#[must_use]
pub fn decoded(decoded: Decoded) -> Report {
    let repairs = repairs(&decoded);
    let mut report = report(Rc::new(decoded.source));
    report.diagnostics.splice(0..0, repairs);
    report
}

/// What decoding had to repair, at the first place of each kind.
#[must_use]
pub fn repairs(decoded: &Decoded) -> Vec<Diagnostic> {
    let text = decoded.source.text();
    let first = |character: char| {
        let start = text.find(character).unwrap_or_default();
        Span::new(start, (start + character.len_utf8()).min(text.len()))
    };
    let found = [
        (decoded.broken_characters, DiagnosticKind::BrokenCharacters, '\u{FFFD}'),
        (decoded.nul_characters, DiagnosticKind::NulCharacters, '\0'),
    ];
    let of = |(_, kind, character)| Diagnostic { severity: Severity::Warning, kind, span: first(character) };
    found.into_iter().filter(|(count, ..)| *count > 0).map(of).collect()
}

/// What `source` says, whatever its length.
#[must_use]
pub fn report_in_one(source: Rc<Source>) -> Report {
    let survey = survey::survey(source.text());
    let blocks = block::blocks(&source);
    let mut diagnostics: Vec<_> = block::furniture(&blocks).collect();
    let tables = table::tables(&source, &blocks, &mut diagnostics);
    let head = folded::Folded::of_head(source.text());
    let rating_scales = rating_scale::rating_scales(source.text(), &survey.labels, &head, &mut diagnostics);
    let masthead = masthead::masthead(&source, &survey.anchors, head, &rating_scales, &mut diagnostics);
    let sections = sections::sections(&source, &blocks);
    let (mut picks, mut mentions, mut risks) =
        (picks::Reader::new(&tables), mentions::Reader::default(), risks::Reader::default());
    for passage in passage::passages(&source, &blocks, &survey) {
        picks.read(&passage);
        mentions.read(&passage);
        risks.read(&passage);
    }
    let (picks, mentions, risks) = (picks.lists(&source, &mut diagnostics), mentions.found(), risks.found());
    Report { masthead, sections, tables, rating_scales, picks, mentions, risks, diagnostics, source }
}

#[cfg(test)]
mod tests {
    use super::decoded;
    use crate::{
        model::diagnostic::DiagnosticKind,
        text::decode::{decode, native},
    };

    #[test]
    fn what_decoding_repaired_is_listed_first_and_once() {
        let bytes = ["澄江证券\n周报".as_bytes(), b"\xff\0 \xff\0\n"].concat();
        let report = decoded(decode("a.txt", &bytes, None, &native).unwrap());
        let found: Vec<_> = report
            .diagnostics
            .iter()
            .take(2)
            .map(|found| (found.kind, report.source.slice(found.span)))
            .collect();
        let expected =
            [(DiagnosticKind::BrokenCharacters, "\u{FFFD}"), (DiagnosticKind::NulCharacters, "\0")];
        assert_eq!(found, expected);
        let whole = decoded(decode("a.txt", "澄江证券\n".as_bytes(), None, &native).unwrap());
        assert_eq!(whole.diagnostics, []);
    }
}
