use std::rc::Rc;

use proptest::prelude::{ProptestConfig, any, prop, proptest};

use crate::{
    parse::{block::blocks, table::tables},
    text::{markup::plain, source::Source},
};

/// What every table owes its source.
#[track_caller]
fn check(text: &str) {
    let source = Rc::new(Source::of_text("any.txt", text));
    for table in tables(&source, &blocks(&source), &mut Vec::new()) {
        assert_eq!(table.cells.len(), table.row_count() * table.columns.len());
        assert!(source.text().get(table.span.range()).is_some());
        for place in &table.cells {
            assert!(source.text().get(place.span().range()).is_some());
        }
        for fact in [&table.caption, &table.group, &table.sources].into_iter().flatten().chain(&table.notes) {
            let printed = source.slice(fact.span);
            assert!(printed == fact.value || plain(printed) == fact.value, "{printed} is not {}", fact.value);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_sound_tables(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_layout_has_sound_tables(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "\t", "\t", "\n", "\n", " ", "代码", "名称", "PE", "2023E", "600000.SH", "甲公司", "买入", "12.5%",
                "(8.61)", "表 1: 某表 (单位: %)", "资料来源：甲 (注: 乙)", "注：丙", "合计", "涨幅在 15%以上", "\u{3000}", "|",
            ]),
            0..80,
        )
    ) {
        check(&pieces.concat());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_markup_has_sound_tables(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "<table>", "</table>", "<tr>", "<td>", "<td rowspan=3>", "<th colspan='2'>", "</td>", "<br/>", "&amp;", "&#x;",
                "|", "|", "---", "\\|", "**", "$", "\n", "代码", "600000.SH", "12.5%", "买入", "涨幅在 15%以上", "<", "评级",
            ]),
            0..80,
        )
    ) {
        check(&pieces.concat());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_page_has_sound_tables(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "   ", "     ", "          ", "\n", "\n", "\n", " ", "\u{c}", "代码", "会计年度", "2023A", "2024E", "600000.SH", "甲公司",
                "12.5%", "(8.61)", "96,574 106,279", "655918 营业收入", "表 1: 某表", "资料来源：甲", "合计", "\u{3000}",
                "这是一段比较长的文字，讲的是一家并不存在的公司在今年春天做的事情",
            ]),
            0..120,
        )
    ) {
        check(&pieces.concat());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_lines_have_sound_tables(
        lines in prop::collection::vec(
            prop::sample::select(vec![
                "会计年度", "2023A", "2024E", "营业收入", "12.5", "-8.1%", "600000.SH", "300991.SZ", "甲公司", "买入", "", "1/7", "表 1: 某表",
            ]),
            0..120,
        )
    ) {
        check(&lines.join("\n"));
    }
}
