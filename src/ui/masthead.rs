//! What stands at a report's head.

use yew::{Html, Properties, component, html};

use super::{
    encoding_choice::EncodingChoice, opening::Files, placed::Placed, rating_word::RatingWord,
    screen::Dispatch,
};
use crate::{
    model::masthead::{Analyst, DateBasis, RatedSubject, Rating, RatingAction},
    view::{library::OpenReport, settings::Language, words::phrases},
};

/// What the masthead shows.
#[derive(PartialEq, Properties)]
pub struct MastheadViewProps {
    /// The report.
    pub report: OpenReport,
    /// The language.
    pub language: Language,
    /// Where files come in; another encoding is chosen through it.
    pub files: Files,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// House, industry, day; title; rating, security, target price; analysts; file.
#[component]
pub fn MastheadView(props: &MastheadViewProps) -> Html {
    let MastheadViewProps { report: open, language, files, dispatch } = props;
    let language = *language;
    let words = language.words();
    let masthead = &open.report.masthead;
    let placed = |span, class: &'static str, text: Html| {
        html! { <Placed report={open.key.clone()} {span} {class} dispatch={dispatch.clone()}>{ text }</Placed> }
    };
    let line = [
        masthead.broker.as_ref().map(|fact| placed(fact.span, "masthead-broker", html! { { &fact.value } })),
        masthead.industry.as_ref().map(|fact| placed(fact.span, "", html! { { &fact.value } })),
        masthead.date.as_ref().map(|date| {
            let (basis, hint) = match date.basis {
                DateBasis::Published => (words.published, None),
                DateBasis::AsOf => (words.as_of, Some(words.as_of_hint)),
            };
            let text = html! { <><span class="quiet" title={hint}>{ basis }</span>{ " " }{ date.date.to_string() }</> };
            placed(date.span, "figures", text)
        }),
    ];
    let title = match &masthead.title {
        Some(title) => placed(title.span, "masthead-title", html! { { &title.value } }),
        None => html! { <span class="masthead-title">{ open.file_name() }</span> },
    };
    let analyst = |analyst: &Analyst| {
        html! {
            <li>
                { placed(analyst.span, "analyst-name", html! { { &analyst.name } }) }
                <span class="quiet">{ phrases::analyst_role(language, analyst.role) }</span>
                if let Some(license) = &analyst.license { <span class="figures quiet">{ license }</span> }
                if let Some(email) = &analyst.email { <span class="quiet">{ email }</span> }
                if let Some(phone) = &analyst.phone { <span class="figures quiet">{ phone }</span> }
            </li>
        }
    };
    html! {
        <header class="masthead" id="masthead">
            <p class="masthead-line">{ for line.into_iter().flatten().map(|item| html! { <span>{ item }</span> }) }</p>
            <h1 lang="zh-CN">{ title }</h1>
            <dl class="masthead-facts">
                { rating(open, masthead.rating.as_ref(), language, dispatch) }
                if let Some(security) = &masthead.security {
                    <div><dt>{ words.security }</dt><dd>
                        { placed(security.span, "figures", html! {
                            <>{ security.name.clone().unwrap_or_default() }{ " " }{ &security.printed }</>
                        }) }
                    </dd></div>
                }
                if let Some(target) = &masthead.target_price {
                    <div><dt>{ words.target_price }</dt><dd>
                        { placed(target.span, "figures", html! {
                            <>{ target.value.to_string() }{ " " }
                                { target.currency.map(|currency| currency.code()).unwrap_or_default() }</>
                        }) }
                    </dd></div>
                }
                if !masthead.analysts.is_empty() {
                    <div class="analysts"><dt>{ words.analysts }</dt>
                        <dd><ul>{ for masthead.analysts.iter().map(analyst) }</ul></dd></div>
                }
                <div class="masthead-file"><dt>{ words.file }</dt><dd>
                    <span class="file-name">{ open.file_name() }</span>
                    <EncodingChoice report={open.clone()} {language} {files} />
                </dd></div>
            </dl>
        </header>
    }
}

fn rating(open: &OpenReport, rating: Option<&Rating>, language: Language, dispatch: &Dispatch) -> Html {
    let words = language.words();
    let Some(Rating { subject, label, action, span }) = rating else {
        return html! { <div><dt>{ words.rating }</dt><dd class="quiet">{ words.no_rating }</dd></div> };
    };
    let name = match subject {
        RatedSubject::Company => words.company,
        RatedSubject::Industry => words.industry,
    };
    html! {
        <div class="masthead-rating">
            <dt>{ words.rating }{ " · " }{ name }</dt>
            <dd>
                <RatingWord id="masthead-rating" report={open.key.clone()} label={label.clone()}
                    subject={Some(*subject)} span={Some(*span)} dispatch={dispatch.clone()} />
                if let Some(RatingAction { printed, .. }) = action {
                    <span class="rating-action">{ printed }</span>
                }
            </dd>
        </div>
    }
}
