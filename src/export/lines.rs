//! The row forms: CSV, Markdown, text with tabs.

use super::sheet::{Content, Sheet, content};

/// A cell of CSV: quoted where it must be. With `guard` a cell that a spreadsheet would run as a formula, and that is no
/// number, gets an apostrophe before it.
pub fn csv_cell(text: &str, is_guarded: bool) -> String {
    const STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
    let is_formula = is_guarded && text.starts_with(STARTS) && !is_plain_number(text);
    let guarded = if is_formula { format!("'{text}") } else { text.to_owned() };
    if guarded.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}

/// Whether `text` is a number as reports print them; a lone dash is one that is missing.
fn is_plain_number(text: &str) -> bool {
    let kind = crate::model::table::ColumnKind::Number;
    matches!(content(text, kind), Content::Number(..)) || crate::model::value::Missing::of(text).is_some()
}

/// A line of CSV, its end included.
pub fn csv_line<Text: AsRef<str>>(cells: &[Text], is_guarded: bool) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| csv_cell(cell.as_ref(), is_guarded)).collect();
    format!("{}\r\n", cells.join(","))
}

/// A line of text with tabs, its end included; tabs and line ends in cells become blanks.
pub fn tab_line<Text: AsRef<str>>(cells: &[Text]) -> String {
    let cells: Vec<String> =
        cells.iter().map(|cell| cell.as_ref().replace(['\t', '\n', '\r'], " ")).collect();
    format!("{}\n", cells.join("\t"))
}

/// A line of a Markdown table.
pub fn markdown_line<Text: AsRef<str>>(cells: &[Text]) -> String {
    let cell =
        |cell: &Text| cell.as_ref().replace('\\', "\\\\").replace('|', "\\|").replace(['\n', '\r'], " ");
    let cells: Vec<String> = cells.iter().map(cell).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// What stands above a Markdown table's rows: caption, headers, and the line that says on which side cells stand.
pub fn markdown_head(sheet: &Sheet<'_>) -> String {
    let caption = sheet.caption();
    let caption =
        if caption.is_empty() { String::new() } else { format!("**{}**\n\n", caption.replace('*', "\\*")) };
    let sides: Vec<&str> = (0..sheet.column_count())
        .map(|position| if sheet.kind(position).is_numeric() { "---:" } else { "---" })
        .collect();
    format!("{caption}{}{}", markdown_line(&sheet.headers()), markdown_line(&sides))
}

#[cfg(test)]
mod tests {
    use super::{csv_cell, markdown_line, tab_line};

    #[track_caller]
    fn check(text: &str, cell: &str) {
        assert_eq!(csv_cell(text, true), cell);
    }

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        check("=SUM(A1)", "'=SUM(A1)");
        check("@x", "'@x");
        check("+cmd", "'+cmd");
        check("-5 以下", "'-5 以下");
        check("-5.17%", "-5.17%");
        check("+4.1pct", "+4.1pct");
        check("-", "-");
        check("--", "--");
        assert_eq!(csv_cell("=1+1", false), "=1+1");
    }

    #[test]
    fn quotes_commas_and_line_ends_are_kept() {
        check("33,079", "\"33,079\"");
        check("a\"b", "\"a\"\"b\"");
        check("a\nb", "\"a\nb\"");
        assert_eq!(tab_line(&["a\tb", "c\nd"]), "a b\tc d\n");
        assert_eq!(markdown_line(&["a|b", "c\\"]), "| a\\|b | c\\\\ |\n");
    }
}
