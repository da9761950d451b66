//! The measures of a long table beside those of other grids, as a table of Markdown.

use serde_json::Value;

use crate::command::Outcome;

/// The folder of the other pages and of the packages that they are made with.
pub const FOLDER: &str = "benches/peers";

/// How many rows, how often, and in which pages, all where none is named.
pub const RUNS: &[(usize, usize, &[&str])] = &[(100_000, 9, &[]), (1_000_000, 3, &["研镜", "JS by hand"])];

/// The page that is measured, and the one that it is measured against.
const OURS: &str = "研镜";
const BY_HAND: &str = "JS by hand";

/// A figure: its name in the program's answer, what it is called, what it is divided by for the table, and what it must
/// be: at most so many times the page by hand, or at most so many units.
struct Figure {
    name: &'static str,
    title: &'static str,
    unit: f64,
    most: Most,
}

enum Most {
    Times(f64),
    Units(f64),
}

const FIGURES: [Figure; 8] = [
    Figure { name: "first", title: "drop to first rows painted, ms", unit: 1.0, most: Most::Times(0.5) },
    Figure { name: "all", title: "drop to all rows ready, ms", unit: 1.0, most: Most::Times(1.0) },
    Figure {
        name: "sort",
        title: "sort by a percent column, click to painted, ms",
        unit: 1.0,
        most: Most::Times(0.5),
    },
    Figure {
        name: "name",
        title: "sort by Chinese name, click to painted, ms",
        unit: 1.0,
        most: Most::Times(0.5),
    },
    Figure { name: "memory", title: "memory over an empty page, MB", unit: 1e6, most: Most::Times(1.0) },
    Figure {
        name: "scroll",
        title: "120 scroll steps, 95th percentile, ms",
        unit: 1.0,
        most: Most::Units(20.0),
    },
    Figure { name: "wrong", title: "wrong rows while scrolling", unit: 1.0, most: Most::Units(0.0) },
    Figure { name: "filter", title: "filter, a key to painted, ms", unit: 1.0, most: Most::Units(33.0) },
];

/// The table of the figures that the program printed: a column for each page.
///
/// # Errors
///
/// Neither our page nor the page by hand has figures.
pub fn table(rows: usize, figures: &Value) -> Outcome<String> {
    let pages = figures.as_object().ok_or("peers-bench printed no pages")?;
    let others = pages.keys().filter(|name| *name != OURS && *name != BY_HAND);
    let names: Vec<&str> = [OURS, BY_HAND].into_iter().chain(others.map(String::as_str)).collect();
    let figure = |page: &str, name: &str| pages.get(page)?.get(name)?.as_f64();
    figure(OURS, "first").ok_or_else(|| format!("no figures of {OURS}"))?;
    let mut table = format!("| {rows} rows × 15 columns | {} | must be |\n", names.join(" | "));
    table.push_str("| --- |");
    table.push_str(&" --: |".repeat(names.len() + 1));
    table.push('\n');
    for Figure { name, title, unit, most } in &FIGURES {
        let by_hand = figure(BY_HAND, name);
        let cell = |page: &&str| match figure(page, name) {
            Some(value) if *page == OURS => match (most, by_hand) {
                (Most::Times(_), Some(by_hand)) => format!("{:.0} ({:.2} ×)", value / unit, value / by_hand),
                _ => format!("{:.0}", value / unit),
            },
            Some(value) => format!("{:.0}", value / unit),
            None => "–".to_owned(),
        };
        let cells: Vec<String> = names.iter().map(cell).collect();
        let most = match most {
            Most::Times(times) => format!("{times:.1} ×"),
            Most::Units(units) => format!("{units:.0}"),
        };
        table.push_str(&format!("| {title} | {} | {most} |\n", cells.join(" | ")));
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::table;

    #[test]
    fn our_figures_stand_beside_those_by_hand() {
        let figures = json!({
            "研镜": { "first": 50.0, "memory": 30e6, "scroll": 17.4 },
            "JS by hand": { "first": 200.0, "memory": 60e6 },
        });
        let table = table(100_000, &figures).unwrap();
        assert!(table.contains("| drop to first rows painted, ms | 50 (0.25 ×) | 200 | 0.5 × |"), "{table}");
        assert!(table.contains("| memory over an empty page, MB | 30 (0.50 ×) | 60 | 1.0 × |"), "{table}");
        assert!(table.contains("| 120 scroll steps, 95th percentile, ms | 17 | – | 20 |"), "{table}");
    }

    #[test]
    fn figures_that_are_missing_are_said() {
        assert_eq!(table(1, &json!({})).unwrap_err(), "no figures of 研镜");
    }
}
