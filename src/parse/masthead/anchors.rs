//! Words by which the house, the end of the head and the day of the figures are found, all in one pass.

use std::ops::Range;

use crate::text::words::{Hit, Words, words};

/// What a house's name ends with or stands before, headings of what stands behind the head, and words beside a day that
/// figures are stated for.
static ANCHORS: &Words = words![
    SECURITIES => ["证券"],
    SECURITIES_TRADITIONAL => ["證券"],
    COMPANY => ["有限公司"],
    LIMITED_COMPANY => ["有限责任公司"],
    ENGLISH => ["Securities", "Equity Research", "Capital Markets", "Investment Research"],
    END => [
        "分析师声明",
        "分析師聲明",
        "免责声明",
        "免責聲明",
        "分析师承诺",
        "重要声明",
        "Analyst Certification",
        "Important disclosures",
    ],
    AS_OF => ["截至"],
    AS_OF + 1 => ["截止"],
    AS_OF + 2 => ["as of "],
    AS_OF + 3 => ["As of "],
    AS_OF + 4 => ["as at "],
    PRICED => ["股价"],
    PRICED + 1 => ["收盘价"],
    PRICED + 2 => ["收盘"],
    PRICED + 3 => ["市场数据"],
    PRICED + 4 => ["数据日期"],
];

/// 证券.
pub const SECURITIES: u8 = 0;
/// 證券.
pub const SECURITIES_TRADITIONAL: u8 = 1;
/// 有限公司.
pub const COMPANY: u8 = 2;
/// 有限责任公司.
pub const LIMITED_COMPANY: u8 = 3;
/// Securities and the like.
pub const ENGLISH: u8 = 4;
/// The heading of a disclaimer.
pub const END: u8 = 5;

/// Five words, in the order in which they are asked, behind which stands the day that figures are stated for.
pub const AS_OF: u8 = 6;
/// Five more, beside which it stands on either side.
pub const PRICED: u8 = 11;

/// So many bytes of the beginning and of the end are read; what stands between names many houses.
const PART: usize = 60_000;

/// The anchors of the first pages and of the disclaimers at the end, in the order of the text.
#[must_use]
pub fn anchors(text: &str) -> Vec<Hit> {
    let middle = middle(text);
    let head = hits(text, 0..middle.start);
    head.chain(hits(text, middle.end..text.len())).collect()
}

/// The `anchors` before and behind the middle of a long text.
pub fn around_middle<'a>(text: &str, anchors: &'a [Hit]) -> (&'a [Hit], &'a [Hit]) {
    anchors.split_at(anchors.partition_point(|hit| hit.start < middle(text).start))
}

/// The anchors of the middle of a long text.
pub fn of_middle(text: &str) -> impl Iterator<Item = Hit> {
    hits(text, middle(text))
}

/// What is neither among the first pages nor at the end; empty in most texts.
fn middle(text: &str) -> Range<usize> {
    let head = text.floor_char_boundary(PART);
    head..text.floor_char_boundary(text.len().saturating_sub(PART)).max(head)
}

fn hits(text: &str, range: Range<usize>) -> impl Iterator<Item = Hit> {
    let start = range.start;
    ANCHORS.hits(&text[range]).map(move |hit| Hit { start: start + hit.start, end: start + hit.end, ..hit })
}
