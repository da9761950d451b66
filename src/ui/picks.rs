//! The companies that a report recommends.

use yew::{Html, html};

use super::{placed::placed, screen::Dispatch};
use crate::{
    model::{fact::Fact, pick::Picks},
    view::library::OpenReport,
};

/// Each theme with its companies.
pub fn picks(report: &OpenReport, dispatch: &Dispatch) -> Html {
    let fact = |fact: &Fact<String>, class: &'static str| {
        placed(&report.key, fact.span, class, dispatch, html! { { &fact.value } })
    };
    let picks = |picks: &Picks| {
        html! {
            <div>
                <dt>{ fact(&picks.theme, "pick-theme") }</dt>
                <dd>{ for picks.names.iter().map(|name| fact(name, "pick")) }</dd>
            </div>
        }
    };
    html! { <dl class="picks" lang="zh-CN">{ for report.report.picks.iter().map(picks) }</dl> }
}
