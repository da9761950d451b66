//! Numbers that stand with their points under each other, without a style per cell: each is followed by invisible
//! characters as wide as what the longest of its column has behind the units.

use crate::model::table::{RowRole, TableBlock};

/// How many rows of a long table are looked at, spread over all.
const SAMPLE: usize = 1_000;

/// What the numbers of one column have behind their units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    /// The greatest count of digits behind a point.
    fraction_digits: usize,
    /// The longest of what follows the digits: `%`, `x`, the bracket of `(8.61)`.
    suffix: String,
}

/// A printed number and what follows it unseen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aligned<'a> {
    /// The printed text, unchanged.
    pub text: &'a str,
    /// What is written behind it without being seen or read out, `.00%`.
    pub padding: String,
}

/// The alignment of `column` of `table`; one that pads nothing where the column holds no numbers.
#[must_use]
pub fn alignment(table: &TableBlock, column: usize) -> Alignment {
    let mut alignment = Alignment::default();
    if !table.columns.get(column).is_some_and(|column| column.kind.is_numeric()) {
        return alignment;
    }
    // A digit more in a cell that is not looked at only stands a little to the left.
    let step = table.row_count().div_ceil(SAMPLE).max(1);
    let rows = (0..table.row_count()).step_by(step);
    for row in rows.filter(|row| table.row_roles[*row] != RowRole::Section) {
        if let Some(tail) = tail(&table.cell(row, column).text) {
            alignment.fraction_digits = alignment.fraction_digits.max(tail.fraction_digits);
            if tail.suffix.chars().count() > alignment.suffix.chars().count() {
                tail.suffix.clone_into(&mut alignment.suffix);
            }
        }
    }
    alignment
}

impl Alignment {
    /// `printed` with its padding. A dash stands under the units; what is no number is not padded.
    #[must_use]
    pub fn aligned<'a>(&self, printed: &'a str) -> Aligned<'a> {
        const DASHES: [&str; 5] = ["-", "--", "–", "—", "/"];
        let dash = || DASHES.contains(&printed.trim()).then_some(Tail { fraction_digits: 0, suffix: "" });
        let padding = tail(printed).or_else(dash).map(|tail| self.padding(&tail)).unwrap_or_default();
        Aligned { text: printed, padding }
    }

    fn padding(&self, tail: &Tail<'_>) -> String {
        let mut padding = String::new();
        if tail.fraction_digits == 0 && self.fraction_digits > 0 {
            padding.push('.');
        }
        padding.extend(std::iter::repeat_n('0', self.fraction_digits.saturating_sub(tail.fraction_digits)));
        // What the longest ending has more than this one: `)` behind `%` where another cell ends in `%)`.
        let mut own: Vec<char> = tail.suffix.chars().collect();
        padding.extend(self.suffix.chars().filter(|character| {
            let place = own.iter().position(|own| own == character);
            place.map(|place| own.swap_remove(place)).is_none()
        }));
        padding
    }
}

/// What a printed number has behind its units.
struct Tail<'a> {
    fraction_digits: usize,
    suffix: &'a str,
}

/// The tail of `printed`: digits and their separators in one run, then at most a point and digits, then a few
/// characters without a digit. `None` for anything else.
fn tail(printed: &str) -> Option<Tail<'_>> {
    let is_digit = |character: char| character.is_ascii_digit() || ('０'..='９').contains(&character);
    let rest = &printed[printed.find(is_digit)?..];
    let rest =
        rest.trim_start_matches(|character| is_digit(character) || character == ',' || character == '，');
    let (fraction_digits, suffix) = match rest.strip_prefix(['.', '．']) {
        Some(behind) => {
            let suffix = behind.trim_start_matches(is_digit);
            (behind[..behind.len() - suffix.len()].chars().count(), suffix)
        }
        None => (0, rest),
    };
    const LONGEST_SUFFIX: usize = 6;
    let is_short = suffix.chars().nth(LONGEST_SUFFIX).is_none();
    (is_short && !suffix.contains(is_digit)).then_some(Tail { fraction_digits, suffix })
}

#[cfg(test)]
mod tests {
    use super::alignment;
    use crate::model::{sample, table::ColumnKind};

    /// Checks the paddings of a column of `cells`.
    #[track_caller]
    fn check(cells: &[&str], paddings: &[&str]) {
        let text = format!("本年\t\n{}", cells.iter().map(|cell| format!("{cell}\t\n")).collect::<String>());
        let table = sample::table(&[ColumnKind::Change, ColumnKind::Text], &text);
        let alignment = alignment(&table, 0);
        let found: Vec<String> = cells.iter().map(|cell| alignment.aligned(cell).padding).collect();
        assert_eq!(found, paddings, "{cells:?}");
        for cell in cells {
            assert_eq!(alignment.aligned(cell).text, *cell);
        }
    }

    #[test]
    fn points_stand_under_each_other() {
        check(&["1.5", "12", "33,079.25", "-3"], &["0", ".00", "", ".00"]);
        check(&["33,079", "870"], &["", ""]);
        check(&["１２．５", "3"], &["", ".0"]);
    }

    #[test]
    fn endings_count_as_width() {
        check(&["12%", "-5.17%", "3.1"], &[".00", "", "0%"]);
        check(&["(8.61)", "8.61", "8"], &["", ")", ".00)"]);
        check(&["(5.1%)", "5.1%", "5.1"], &["", ")", "%)"]);
        check(&["11.2x", "9"], &["", ".0x"]);
        check(&["HK$550.50", "HK$7"], &["", ".00"]);
    }

    #[test]
    fn only_numbers_and_dashes_are_padded() {
        check(&["1.25", "-", "N/A", "", "1.2/1.3", "3 家公司尚未披露"], &["", ".00", "", "", "", ""]);
    }

    #[test]
    fn columns_of_words_are_not_padded() {
        let table = sample::table(&[ColumnKind::Text], "说明\n1.25\n3\n");
        assert_eq!(alignment(&table, 0).aligned("3").padding, "");
    }
}
