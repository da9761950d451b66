//! What the help panel lists: every key and what it does.

use crate::view::settings::Language;

/// A key, what it does in Chinese and in English.
type Key = (&'static str, &'static str, &'static str);

/// Keys in the cells of a table.
const IN_CELLS: &[Key] = &[
    ("← ↑ → ↓", "移到相邻的格", "Move to the next cell"),
    ("Home / End", "本行第一格、最后一格", "First and last cell of the row"),
    ("Ctrl + Home / End", "整表第一格、最后一格", "First and last cell of the table"),
    ("Ctrl + ← ↑ → ↓", "移到边缘", "Move to the edge"),
    ("Page Up / Page Down", "上一屏、下一屏", "One screen up, down"),
    ("Shift + ← ↑ → ↓", "选择多格", "Select cells"),
    ("Shift + Space", "选择整行", "Select the row"),
    ("Ctrl + Space", "选择整列", "Select the column"),
    ("Ctrl + A", "选择全部", "Select all"),
    (
        "Ctrl + C",
        "复制所选，Excel 与 WPS 保留代码前的零",
        "Copy the selection; Excel and WPS keep leading zeros",
    ),
    ("Enter", "在右侧显示原文位置", "Show the printed place"),
    ("Esc", "关闭最里层的面板", "Close the innermost panel"),
];

/// Keys on a header.
const ON_HEADERS: &[Key] = &[
    ("Enter", "排序：升、降、原序", "Sort: up, down, as printed"),
    ("Shift + Enter", "加为下一个排序键", "Add as the next sort key"),
    ("Alt + ↓", "打开本列菜单", "Open the column's menu"),
    ("Shift + ← / →", "把本列左移、右移", "Move the column left, right"),
    ("Alt + ← / →", "把本列变窄、变宽", "Make the column narrower, wider"),
];

/// Keys anywhere.
const ANYWHERE: &[Key] = &[
    ("/", "搜索眼前的表", "Search the table in view"),
    ("Ctrl + Z", "撤销对表的改动", "Undo a change to a table"),
    ("?", "打开本面板", "Open this panel"),
    ("Tab", "下一个控件；表格只占一站", "Next control; a table is one stop"),
];

/// The keys of the help panel by where they work: a heading, and keys with what they do.
#[must_use]
pub fn keys(language: Language) -> Vec<(&'static str, Vec<(&'static str, &'static str)>)> {
    let said = |keys: &'static [Key]| {
        let of = |(key, chinese, english): &Key| match language {
            Language::Chinese => (*key, *chinese),
            Language::English => (*key, *english),
        };
        keys.iter().map(of).collect::<Vec<_>>()
    };
    let headings = match language {
        Language::Chinese => ["在单元格里", "在表头上", "任何地方"],
        Language::English => ["In cells", "On headers", "Anywhere"],
    };
    headings.into_iter().zip([IN_CELLS, ON_HEADERS, ANYWHERE].map(said)).collect()
}
