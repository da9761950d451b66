//! The companies that a report recommends.

use yew::{Html, Properties, component, html};

use super::{placed::Placed, screen::Dispatch};
use crate::{
    model::{fact::Fact, pick::Picks},
    view::library::OpenReport,
};

/// What is listed.
#[derive(PartialEq, Properties)]
pub struct PicksViewProps {
    /// The report.
    pub report: OpenReport,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// Each theme with its companies.
#[component]
pub fn PicksView(props: &PicksViewProps) -> Html {
    let PicksViewProps { report, dispatch } = props;
    let fact = |fact: &Fact<String>, class: &'static str| {
        html! {
            <Placed report={report.key.clone()} span={fact.span} {class} dispatch={dispatch.clone()}>{ &fact.value }</Placed>
        }
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
