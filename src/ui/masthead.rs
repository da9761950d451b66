//! What stands at a report's head.

use yew::{Html, html};

use super::{
    encoding_choice::encoding_choice, opening::Files, placed, rating_word::rating_word, screen::Dispatch,
};
use crate::{
    model::masthead::{Analyst, DateBasis, RatedSubject, Rating, RatingAction},
    view::{decimal::decimal, library::OpenReport, settings::Language, words::phrases},
};

/// House, industry, day; title; rating, security, target price; analysts; file.
pub fn masthead(open: &OpenReport, language: Language, files: &Files, dispatch: &Dispatch) -> Html {
    let words = language.words();
    let masthead = &open.report.masthead;
    let placed =
        |span, class: &'static str, text: Html| placed::placed(&open.key, span, class, dispatch, text);
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
                            <>{ decimal(target.value, 4) }{ " " }
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
                    { encoding_choice(open, language, files) }
                </dd></div>
            </dl>
        </header>
    }
}

fn rating(open: &OpenReport, rating: Option<&Rating>, language: Language, dispatch: &Dispatch) -> Html {
    let words = language.words();
    let Some(rating) = rating else {
        return html! { <div><dt>{ words.rating }</dt><dd class="quiet">{ words.no_rating }</dd></div> };
    };
    let name = match rating.subject {
        RatedSubject::Company => words.company,
        RatedSubject::Industry => words.industry,
    };
    html! {
        <div class="masthead-rating">
            <dt>{ words.rating }{ " · " }{ name }</dt>
            <dd>
                { rating_word("masthead-rating", &open.key, rating, dispatch) }
                if let Some(RatingAction { printed, .. }) = &rating.action {
                    <span class="rating-action">{ printed }</span>
                }
            </dd>
        </div>
    }
}
