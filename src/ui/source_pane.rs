//! The printed text with one place marked.

use yew::{Callback, Html, MouseEvent, Properties, component, html, use_effect_with, use_state};

use super::{
    control::{CROSS, button, icon_button, on_pointer},
    screen::Dispatch,
};
use crate::{
    browser::page,
    text::{source::Source, span::Span},
    view::{
        excerpt::{ExcerptLine, excerpt},
        library::OpenReport,
        settings::Language,
        state::Action,
        words::phrases,
    },
};

/// How many more lines a click on 更早的行 shows.
const MORE: usize = 2_000;

/// What the pane shows.
#[derive(PartialEq, Properties)]
pub struct SourcePaneProps {
    /// The report.
    pub report: OpenReport,
    /// The place.
    pub span: Span,
    /// The language.
    pub language: Language,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The text around the place, scrolled to it.
#[component]
pub fn SourcePane(props: &SourcePaneProps) -> Html {
    let SourcePaneProps { report, span, language, dispatch } = props;
    let (span, language) = (*span, *language);
    let words = language.words();
    let source = &report.report.source;
    let further = use_state(|| 0);
    use_effect_with((report.key.clone(), span), |_| page::reveal("source-mark"));
    let shown = excerpt(source, span, *further);
    let more = {
        let further = further.clone();
        Callback::from(move |_: MouseEvent| further.set(*further + MORE))
    };
    let first_mark = shown.lines.iter().position(|line| line.mark.is_some());
    let lines = shown
        .lines
        .iter()
        .enumerate()
        .map(|(index, line)| source_line(source, *line, Some(index) == first_mark, language));
    html! {
        <aside class="source-pane" aria-label={words.printed_text}>
            <header class="source-head">
                <h2>{ words.printed_text }</h2>
                <p class="quiet">
                    <span class="file-name">{ report.file_name() }</span>{ " · " }
                    { phrases::line_number(language, source.line_at(span.start) + 1) }
                </p>
                { icon_button("icon-button", words.close_source.into(), CROSS, on_pointer(dispatch, Action::CloseSource)) }
            </header>
            <div class="source-text" id="source-text" tabindex="0" role="region" aria-label={words.printed_text} lang="zh-CN">
                if shown.numbers.start > 0 {
                    { button("text-button", words.lines_before.into(), more.clone()) }
                }
                <ol>{ for lines }</ol>
                if shown.numbers.end < source.line_count() {
                    { button("text-button", words.lines_after.into(), more) }
                }
            </div>
        </aside>
    }
}

fn source_line(source: &Source, line: ExcerptLine, is_first_mark: bool, language: Language) -> Html {
    let text = match line.mark {
        Some(mark) => {
            let before = Span { start: line.span.start, end: mark.start };
            let behind = Span { start: mark.end, end: line.span.end };
            let id = is_first_mark.then_some("source-mark");
            html! { <>{ source.slice(before) }<mark {id}>{ source.slice(mark) }</mark>{ source.slice(behind) }</> }
        }
        None => html! { { source.slice(line.span) } },
    };
    let class = if line.mark.is_some() { "source-line is-marked" } else { "source-line" };
    html! {
        <li {class} value={(line.number + 1).to_string()} key={line.number}>
            <span class="source-number" aria-hidden="true">{ line.number + 1 }</span>
            <span class="source-words">
                { text }
                if line.is_cut { <em class="quiet">{ " … " }{ language.words().text_cut }</em> }
            </span>
        </li>
    }
}
