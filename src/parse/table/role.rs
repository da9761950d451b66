//! What a row is: an entry, a heading inside the table, a summary.

use super::sheet::{Class, class};
use crate::{
    model::table::RowRole,
    text::words::{Words, words},
};

/// Words that a summary's label is, white space aside.
static WHOLE: &Words = words![
    "合计",
    "总计",
    "小计",
    "总和",
    "合計",
    "總計",
    "最大值",
    "最小值",
    "最高",
    "最低",
    "Total",
    "Max",
    "Min",
];

/// Words that a summary's label ends or begins with.
static PARTS: &Words = words![
    "平均",
    "均值",
    "平均值",
    "平均数",
    "中位数",
    "中位值",
    "中值",
    "Average",
    "Mean",
    "Median",
    "中位數",
    "average",
    "median",
];

/// The role of the row with these `texts`, cells filled down left out.
pub fn role<'a>(texts: impl Iterator<Item = &'a str>, width: usize) -> RowRole {
    let mut filled = 0;
    let mut first = None;
    let mut summary = false;
    for (column, text) in texts.enumerate() {
        if text.is_empty() {
            continue;
        }
        filled += 1;
        first = first.or(Some((column, text)));
        // The label of a summary stands where names stand, or right before its figures.
        summary |= filled <= 3 && is_summary(text);
    }
    match first {
        _ if summary => RowRole::Summary,
        Some((0, text))
            if filled == 1 && width >= 3 && matches!(class(text), Class::Words | Class::Sentence) =>
        {
            RowRole::Section
        }
        _ => RowRole::Data,
    }
}

fn is_summary(text: &str) -> bool {
    if text.len() > 36 || text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    // Nearly no label of an entry begins or ends as these words do.
    let may_begin =
        text.starts_with(['合', '总', '小', '總', '最', '平', '均', '中', 'T', 'M', 'A', 'a', 'm']);
    if !may_begin && !text.ends_with(['均', '值', '数', '數', 'e', 'n', ':', '：', '计', '計']) {
        return false;
    }
    let is = |bare: &str| {
        let bare = bare.trim_end_matches([':', '：']);
        WHOLE.whole(bare).is_some() || PARTS.begin(bare).is_some() || PARTS.end(bare).is_some()
    };
    if text.contains(char::is_whitespace) {
        is(&text.chars().filter(|c| !c.is_whitespace()).collect::<String>())
    } else {
        is(text)
    }
}

#[cfg(test)]
mod tests {
    use super::{RowRole, role};

    #[track_caller]
    fn check(row: &[&str], expected: RowRole) {
        assert_eq!(role(row.iter().copied(), row.len()), expected, "{row:?}");
    }

    #[test]
    fn roles() {
        check(&["平均值", "", "46"], RowRole::Summary);
        check(&["", "", "", "平均值", "46"], RowRole::Summary);
        check(&["行业平均", "1", "2"], RowRole::Summary);
        check(&["合 计", "1", "2"], RowRole::Summary);
        check(&["中位数(剔除负值)", "1", "2"], RowRole::Summary);
        check(&["资产总计", "1", "2"], RowRole::Data);
        check(&["成长能力", "", ""], RowRole::Section);
        check(&["成长能力", ""], RowRole::Data);
        check(&["", "某公司", ""], RowRole::Data);
        check(&["甲", "1", ""], RowRole::Data);
    }
}
