//! Where a table comes from, as far as its report says.

use crate::model::report::Report;

/// Where a table comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    /// The house.
    pub broker: Option<String>,
    /// The report's title.
    pub title: Option<String>,
    /// Its date, `2024-12-31`.
    pub date: Option<String>,
    /// The file's name.
    pub file: String,
    /// The grades that the report defines, from best to worst in each scale.
    pub definitions: Vec<Definition>,
}

/// A grade as a report defines it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Definition {
    /// The word.
    pub label: String,
    /// The condition as printed.
    pub condition: String,
    /// The indexes that it is counted against, joined.
    pub benchmarks: String,
}

impl Origin {
    /// Where the tables of `report` come from.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let masthead = &report.masthead;
        let definitions = report.rating_scales.iter().flat_map(|scale| {
            let benchmarks: Vec<&str> = scale.benchmarks.iter().map(|fact| fact.value.as_str()).collect();
            scale.ladder().into_iter().map(move |band| Definition {
                label: band.label.value.clone(),
                condition: band.definition.value.clone(),
                benchmarks: benchmarks.join("、"),
            })
        });
        Self {
            broker: masthead.broker.as_ref().map(|broker| broker.value.clone()),
            title: masthead.title.as_ref().map(|title| title.value.clone()),
            date: masthead.date.as_ref().map(|date| date.date.to_string()),
            file: report.source.name().to_owned(),
            definitions: definitions.collect(),
        }
    }
}
