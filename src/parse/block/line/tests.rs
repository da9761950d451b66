use proptest::proptest;

use super::{LineKind, caption_number, is_contents, is_figure, is_furniture, item_mark, line, numbering};
use crate::text::span::Span;

#[track_caller]
fn check(text: &str, kind: LineKind, expected: &str) {
    let found = line(text, Span::new(0, text.len()), false).map(|line| (line.kind, &text[line.span.range()]));
    assert_eq!(found, Some((kind, expected)), "{text}");
}

#[test]
fn headings() {
    check("## 二级标题", LineKind::Heading(2), "二级标题");
    check("■ 市场回顾", LineKind::Heading(2), "市场回顾");
    check("| 事件", LineKind::Heading(2), "事件");
    check("一、摘要：", LineKind::Heading(1), "一、摘要：");
    check("（二）行业动态", LineKind::Heading(2), "（二）行业动态");
    check("2.1 产品矩阵", LineKind::Heading(2), "2.1 产品矩阵");
    check("➤ **风险提示**", LineKind::Heading(3), "风险提示");
    check("**投资要点**", LineKind::Heading(3), "投资要点");
}

#[test]
fn items() {
    check("➢ 建议关注", LineKind::Item, "建议关注");
    check("■ 公司发布公告。此后股价上涨。", LineKind::Item, "公司发布公告。此后股价上涨。");
    check("- 1、某报告", LineKind::Item, "1、某报告");
    check("1、某报告", LineKind::Item, "1、某报告");
    check("（1）某方向", LineKind::Item, "（1）某方向");
    check("- **甲链**：某公司。", LineKind::Item, "**甲链**：某公司。");
}

#[test]
fn captions() {
    check("图表 1: 本周复盘", LineKind::Caption, "图表 1: 本周复盘");
    check("表13： 估值表(单位：元)", LineKind::Caption, "表13： 估值表(单位：元)");
    check("# 图 3：增长", LineKind::Caption, "图 3：增长");
    check("Figure 2. Peers", LineKind::Caption, "Figure 2. Peers");
    check("图 1 所示的公司", LineKind::Prose, "图 1 所示的公司");
    check("表现强于大盘", LineKind::Prose, "表现强于大盘");
    check("图 3：增长 ........ 12", LineKind::Contents, "图 3：增长 ........ 12");
    assert_eq!(caption_number("图表 1: 本周复盘"), Some("图表 1"));
    assert_eq!(caption_number("表3-2 估值"), Some("表3-2"));
}

#[test]
fn sources_and_notes() {
    check("资料来源：甲、乙", LineKind::Sources, "资料来源：甲、乙");
    check("Source: somebody", LineKind::Sources, "Source: somebody");
    check("来源地是某省", LineKind::Prose, "来源地是某省");
    check("注1：某年", LineKind::Note, "注1：某年");
    check("备注：某年", LineKind::Note, "备注：某年");
    check("注册会计师", LineKind::Prose, "注册会计师");
}

#[test]
fn furniture() {
    check("1/37", LineKind::Furniture, "1/37");
    check("- 34 -", LineKind::Furniture, "- 34 -");
    check("请务必阅读正文之后的免责条款部分", LineKind::Furniture, "请务必阅读正文之后的免责条款部分");
    check("[Table_Main]", LineKind::Furniture, "[Table_Main]");
    check("12/5", LineKind::Prose, "12/5");
    check("12.5", LineKind::Prose, "12.5");
    check("-12", LineKind::Prose, "-12");
}

#[test]
fn blank_lines_are_none() {
    assert_eq!(line(" \u{c}\t ", Span::new(0, 4), true), None);
}

#[test]
fn figures() {
    check("12.35", LineKind::Prose, "12.35");
    check("-4.31%", LineKind::Prose, "-4.31%");
    check("1......12", LineKind::Contents, "1......12");
    check("2.", LineKind::Item, "2.");
    assert!(["12.35", "-4.31%", "33,079", "7%"].iter().all(|figure| is_figure(figure.as_bytes())));
}

proptest! {
    #[test]
    fn a_figure_is_nothing_else(text in "[-+]?[0-9.,%]{1,9}") {
        let other = is_furniture(&text) || is_contents(&text) || item_mark(&text).is_some();
        assert!(!(is_figure(text.as_bytes()) && (other || numbering(&text).is_some())), "{text}");
    }
}
