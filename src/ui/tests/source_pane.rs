use super::{page, place, read, screen, weekly};
use crate::{
    text::span::Span,
    view::{
        library::OpenReport,
        state::{MarkedPlace, State},
    },
};

fn marked(open: OpenReport, span: Span) -> State {
    let marked = Some(MarkedPlace { report: open.key.clone(), span });
    State { marked, ..screen([open]) }
}

#[test]
fn exactly_the_place_is_marked() {
    let open = weekly();
    let page = page(&marked(open.clone(), place(&open.report, "-38.96%")));
    let pane = page.one(".source-pane");
    assert_eq!(pane.texts("mark"), ["-38.96%"]);
    let line = pane.one("li.is-marked");
    assert_eq!(
        line.one(".source-words").text(),
        "\t301718.SZ\t朔屿科技\t152\t亿人民币\t-5.19%\t-5.37%\t-38.96%\t53.3\t36.3"
    );
    let number = open.report.source.line_at(place(&open.report, "-38.96%").start) + 1;
    assert_eq!(line.attribute("value"), number.to_string());
    assert_eq!(pane.one("header p").text(), format!("robots.txt · 第 {number} 行"));
    assert_eq!(pane.one("#source-mark").text(), "-38.96%");
}

#[test]
fn a_place_over_two_lines_is_marked_in_both_and_found_by_its_first() {
    let open = weekly();
    let page = page(&marked(open.clone(), place(&open.report, "砺谷精\n工")));
    assert_eq!(page.texts("mark"), ["砺谷精", "工"]);
    assert_eq!(page.one("#source-mark").text(), "砺谷精");
}

#[test]
fn markup_in_a_report_is_text() {
    let text =
        "代码\t名称\t涨跌幅\n688901.SH\t<script>alert(1)</script>\t1.2%\n688903.SH\t<img src=x>\t-0.4%\n";
    let open = read("<script>.txt", text);
    let state = marked(open.clone(), place(&open.report, "<script>alert(1)</script>"));
    let page = page(&state);
    assert_eq!(page.texts("mark"), ["<script>alert(1)</script>"]);
    assert!(page.all("script").is_empty() && page.all("img").is_empty());
    assert_eq!(page.texts(".table-card td.name"), ["<script>alert(1)</script>", "<img src=x>"]);
    assert_eq!(page.one(".source-pane .file-name").text(), "<script>.txt");
}

#[test]
fn there_is_no_pane_without_a_place_or_for_a_report_that_is_gone() {
    assert!(page(&screen([weekly()])).all(".source-pane").is_empty());
    let gone = MarkedPlace { report: "gone.txt".into(), span: Span::new(0, 3) };
    let state = State { marked: Some(gone), ..screen([weekly()]) };
    assert!(page(&state).all(".source-pane").is_empty());
}

#[test]
fn the_cell_at_the_place_is_selected_in_its_table() {
    let open = weekly();
    let page = page(&marked(open.clone(), place(&open.report, "-38.96%")));
    let selected: Vec<_> = page.all("[aria-selected=true]").into_iter().map(|cell| cell.seen()).collect();
    assert_eq!(selected, ["-38.96%"]);
}
