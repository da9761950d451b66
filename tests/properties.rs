//! What holds for any text at all: it is read without a panic, twice the same, with every place inside it.

use std::{
    rc::Rc,
    sync::LazyLock,
    time::{Duration, Instant},
};

use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest,
};
use proptest::{collection::vec, sample::select, test_runner::TestCaseResult};
use yanjing::{parse, text::source::Source};

#[path = "reading/files.rs"]
mod files;
#[path = "reading/pieces.rs"]
mod pieces;
#[path = "reading/spans.rs"]
mod spans;

use pieces::PIECES;

/// The invented reports, whole.
static REPORTS: LazyLock<Vec<String>> =
    LazyLock::new(|| files::texts("fixtures/reports", "txt").into_iter().map(|(_, text)| text).collect());

fn any_pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![9 => select(&PIECES[..]).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    vec(piece, 0..200).prop_map(|pieces| pieces.concat())
}

/// A report with some of its lines lost, doubled or cut short: what copying and converting do to texts.
fn damaged_report() -> impl Strategy<Value = String> {
    let fate = prop_oneof![12 => Just(0_u8), 1 => Just(1), 1 => Just(2), 1 => 3_u8..20];
    (select(REPORTS.clone()), vec(fate, 300)).prop_map(|(report, fates)| {
        let lines = report.split_inclusive('\n').zip(fates.into_iter().cycle());
        lines
            .map(|(line, fate)| match fate {
                0 => line.to_owned(),
                1 => String::new(),
                2 => line.repeat(2),
                kept => line.chars().take(usize::from(kept)).collect(),
            })
            .collect()
    })
}

/// Whether `printed` shows `words`: all their characters stand in it in order, white space and the marks of cells aside.
fn shows(printed: &str, words: &str) -> bool {
    let mut printed = printed.chars();
    words.chars().filter(|word| !word.is_whitespace()).all(|word| printed.any(|shown| shown == word))
}

fn check(text: &str) -> TestCaseResult {
    let source = Rc::new(Source::of_text("any.txt", text));
    let report = parse::report(Rc::clone(&source));
    for (what, span) in spans::spans(&report) {
        let range = span.range();
        prop_assert!(
            text.get(range.clone()).is_some(),
            "the span {range:?} of a {what} is no place of the text"
        );
    }
    for table in &report.tables {
        prop_assert_eq!(table.cells.len(), table.row_count() * table.columns.len());
        prop_assert!(table.columns.iter().all(|column| !column.path.is_empty()), "a column without a path");
        for (row, column) in
            (0..table.row_count()).flat_map(|row| (0..table.columns.len()).map(move |column| (row, column)))
        {
            let cell = table.cell(row, column);
            let under = source.slice(cell.span);
            prop_assert!(shows(under, &cell.text), "{under:?} is under a cell that says {:?}", cell.text);
        }
    }
    for scale in &report.rating_scales {
        prop_assert!(!scale.bands.is_empty(), "a scale without grades");
        for range in scale.bands.iter().filter_map(|band| band.range) {
            let in_order = range.low.zip(range.high).is_none_or(|(low, high)| low <= high);
            prop_assert!(in_order, "limits in the wrong order: {range:?}");
            prop_assert!(range.low.is_some() || range.high.is_some(), "a range without limits");
        }
    }
    prop_assert!(report == parse::report(source), "read twice, differently");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_characters_are_read(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn any_order_of_pieces_is_read(text in any_pieces()) {
        check(&text)?;
    }

    #[test]
    fn a_damaged_report_is_read(text in damaged_report()) {
        check(&text)?;
    }
}

/// How long a text may take that is one piece over and over. Reading it in linear time takes a hundredth of that
/// without optimization; anything quadratic takes minutes.
const PATIENCE: Duration = Duration::from_secs(10);

#[test]
fn one_piece_over_and_over_is_read_in_linear_time() {
    for piece in PIECES {
        for end in ["", "\n", "\t", "\t\t\n"] {
            let text = format!("{piece}{end}").repeat(10_000 / (piece.len() + end.len()));
            let start = Instant::now();
            let report = parse::report(Rc::new(Source::of_text("any.txt", text)));
            let taken = start.elapsed();
            assert!(taken < PATIENCE, "{piece:?} and {end:?} over and over take {taken:?}");
            drop(report);
        }
    }
}
