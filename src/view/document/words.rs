//! The words of the document for what was found while reading.

use crate::model::diagnostic::DiagnosticKind;

/// The name of the kind of a finding, and what it says.
pub fn diagnostic(kind: DiagnosticKind) -> (&'static str, &'static str) {
    match kind {
        DiagnosticKind::UnevenRow => ("uneven_row", "有的行的格数与表头的列数不符"),
        DiagnosticKind::UnreadScale => ("unread_scale", "评级说明未能拆成各档"),
        DiagnosticKind::UnreadBand => ("unread_band", "这一档的条件里没有可读的数字或方向"),
        DiagnosticKind::DateAsOf => ("date_as_of", "未印发布日期，取数据截至日"),
        DiagnosticKind::PageFurniture => ("page_furniture", "页眉、页脚、页码等，读表时略过"),
        DiagnosticKind::JoinedOverLines => ("joined_over_lines", "跨行的文字已接上"),
        DiagnosticKind::JoinedOverPages => ("joined_over_pages", "跨页的表已接成一张"),
        DiagnosticKind::Reassembled => ("reassembled", "一格一行印的表，行列由内容推得"),
        DiagnosticKind::BrokenCharacters => ("broken_characters", "有无法解码的字符"),
        DiagnosticKind::NulCharacters => ("nul_characters", "文中有空字符"),
    }
}
