//! Words of the first and the last pages by which the house and the end of the head are found, all in one pass.

use crate::text::words::{Hit, Words, words};

/// What a house's name ends with or stands before, and headings of what stands behind the head.
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

/// So many bytes of the beginning and of the end are read; what stands between names many houses.
const PART: usize = 60_000;

/// The anchors of the first pages and of the disclaimers at the end, in the order of the text.
#[must_use]
pub fn anchors(text: &str) -> Vec<Hit> {
    let (head, tail) =
        (text.floor_char_boundary(PART), text.floor_char_boundary(text.len().saturating_sub(PART)));
    if head >= tail {
        return ANCHORS.hits(text).collect();
    }
    let behind =
        ANCHORS.hits(&text[tail..]).map(|hit| Hit { start: tail + hit.start, end: tail + hit.end, ..hit });
    ANCHORS.hits(&text[..head]).chain(behind).collect()
}
