//! Words by which the house, the end of the head and the day of the figures are found, all in one pass.

use crate::text::words::{Hit, Words, words};

/// What a house's name ends with or stands before, headings of what stands behind the head, and words beside a day that
/// figures are stated for.
pub static ANCHORS: &Words = words![
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

/// The `anchors` of the first pages, of the middle of a long text, and of the disclaimers at its end.
pub fn parts<'a>(text: &str, anchors: &'a [Hit]) -> [&'a [Hit]; 3] {
    let (head, rest) = anchors.split_at(anchors.partition_point(|hit| hit.start < PART));
    let end = text.len().saturating_sub(PART).max(PART);
    let (middle, tail) = rest.split_at(rest.partition_point(|hit| hit.start < end));
    [head, middle, tail]
}
