//! The part of the address behind `#`: which report is shown, and which place of it. It names a report by the hash of its
//! file's bytes, never by a name or a text.

use super::library::ReportKey;

/// What the address begins with that leads to a view of a table (`view::workbench::link`), in whichever report it stands.
pub const TABLE_VIEW: &str = "view=";

/// A place that an address leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The report.
    pub report: ReportKey,
    /// The place of it, where one is named.
    pub place: Option<LinkPlace>,
}

/// A place of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkPlace {
    /// Bytes of its text, end excluded: a cell, a fact, a hit.
    Span(u32, u32),
    /// A line of its text, counted from 1.
    Line(usize),
    /// A table, counted from 1, and where it is named a row of it, counted from 1 as printed.
    Table(usize, Option<usize>),
}

impl Link {
    /// `report=KEY`, `report=KEY&place=120-126`, `report=KEY&line=12`, `report=KEY&table=2&row=7`.
    #[must_use]
    pub fn address(&self) -> String {
        let mut address = ["report=", &self.report].concat();
        let mut add = |name: &str, value: String| address.push_str(&["&", name, "=", &value].concat());
        match self.place {
            None => {}
            Some(LinkPlace::Span(start, end)) => add("place", [start.to_string(), end.to_string()].join("-")),
            Some(LinkPlace::Line(line)) => add("line", line.to_string()),
            Some(LinkPlace::Table(table, row)) => {
                add("table", table.to_string());
                if let Some(row) = row {
                    add("row", row.to_string());
                }
            }
        }
        address
    }

    /// The place that an address leads to; `None` where it names no report.
    #[must_use]
    pub fn of(address: &str) -> Option<Self> {
        let field =
            |name: &str| address.split('&').find_map(|field| field.strip_prefix(name)?.strip_prefix('='));
        let number = |name: &str| field(name).and_then(|number| number.parse::<usize>().ok());
        let span = || {
            let (start, end) = field("place")?.split_once('-')?;
            let (start, end) = (start.parse().ok()?, end.parse().ok()?);
            (start < end).then_some(LinkPlace::Span(start, end))
        };
        let report = field("report").filter(|key| is_key(key))?;
        let table = || Some(LinkPlace::Table(number("table")?, number("row")));
        let place = span().or_else(|| number("line").map(LinkPlace::Line)).or_else(table);
        Some(Self { report: report.into(), place })
    }
}

/// Whether it is the hash of a file: hexadecimal digits alone.
fn is_key(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::{Link, LinkPlace};

    const KEY: &str = "99aa06d3014798d86001c324468d497f";

    #[track_caller]
    fn check(place: Option<LinkPlace>, expected: &str) {
        let link = Link { report: KEY.into(), place };
        let address = link.address();
        assert_eq!(address, format!("report={KEY}{expected}"));
        assert_eq!(Link::of(&address), Some(link));
    }

    #[test]
    fn a_link_comes_back_from_its_address() {
        check(None, "");
        check(Some(LinkPlace::Span(120, 126)), "&place=120-126");
        check(Some(LinkPlace::Line(12)), "&line=12");
        check(Some(LinkPlace::Table(2, None)), "&table=2");
        check(Some(LinkPlace::Table(2, Some(7))), "&table=2&row=7");
    }

    #[test]
    fn another_address_is_none() {
        for address in ["", "report=", "report=周报", "table=2", &format!("report={}", &KEY[1..])] {
            assert_eq!(Link::of(address), None, "{address}");
        }
        let broken = format!("report={KEY}&place=9-3&line=x&row=2");
        assert_eq!(Link::of(&broken), Some(Link { report: KEY.into(), place: None }));
    }
}
