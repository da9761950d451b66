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

/// The first three bytes of words that a summary's label begins with, and the last three of those that it ends with.
const BEGINNINGS: [u32; 8] = [
    packed("合"),
    packed("总"),
    packed("小"),
    packed("總"),
    packed("最"),
    packed("平"),
    packed("均"),
    packed("中"),
];
const ENDS: [u32; 7] =
    [packed("均"), packed("值"), packed("数"), packed("數"), packed("计"), packed("計"), packed("：")];

const fn packed(character: &str) -> u32 {
    let bytes = character.as_bytes();
    (bytes[0] as u32) << 16 | (bytes[1] as u32) << 8 | bytes[2] as u32
}

/// Whether `label` begins or ends as a summary's may, which nearly no label of an entry does.
pub fn may_be_summary(label: &[u8]) -> bool {
    let three = |bytes: &[u8]| match bytes {
        [one, two, three] => u32::from(*one) << 16 | u32::from(*two) << 8 | u32::from(*three),
        _ => 0,
    };
    let (Some(first), Some(last)) = (label.first(), label.last()) else { return false };
    if label.len() > 36 || first.is_ascii_digit() {
        return false;
    }
    matches!(first, b'T' | b'M' | b'A' | b'a' | b'm')
        || matches!(last, b'e' | b'n' | b':')
        || label.len() >= 3
            && (BEGINNINGS.contains(&three(&label[..3])) || ENDS.contains(&three(&label[label.len() - 3..])))
}

fn is_summary(text: &str) -> bool {
    if text.len() > 36 || text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    if !may_be_summary(text.as_bytes()) {
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
