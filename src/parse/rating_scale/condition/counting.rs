//! Which way the number of a condition is counted: as a gain or as a loss.

use crate::text::words::{Words, words};

/// Words of a fall, a comparison that is lost, or a place behind; the number behind them is counted downwards.
const DOWN: u8 = 1;
/// Words of a gain, so that a number alone behind them is a lower limit.
const UP: u8 = 2;
/// 低于 compares with what stands behind it: an index (counted downwards), or the number itself (a limit).
const LOWER: u8 = 4;
const NOT_LOWER: u8 = 8;
/// A fall as a noun, 跌幅在5%以下.
const FALL: u8 = 16;
const WEAKER: u8 = 32;

/// Words by the way in which the number behind them is counted.
pub static DIRECTIONS: &Words = words![any case:
    DOWN => [
        "落后", "跑输", "逊于", "逊色", "不及", "差于", "劣于", "输给", "跌", "下行", "下滑", "损失", "亏损", "负收益",
        "underperform", "under-perform", "downside", "decline", "loss", "fall", "drop", "lag", "negative return",
        "negative total return", "decrease", "trail", "depreciat", "downward", "below the", "less than the",
    ],
    DOWN | FALL => ["跌幅", "下跌", "降幅", "下降"],
    DOWN | WEAKER => ["弱于"],
    LOWER => ["低于"],
    NOT_LOWER => ["不低于"],
    UP => [
        "强于", "优于", "超越", "领先", "跑赢", "战胜", "好于", "胜过", "高于", "大于", "超过", "超出", "超额", "outperform", "outpace",
        "exceed", "above", "涨幅超", "涨幅达", "升幅达",
    ],
];

pub fn falls_by_noun(before: &str) -> bool {
    let words = DIRECTIONS.meanings(before);
    words & FALL != 0 && words & WEAKER == 0
}

/// Whether the quantity is counted downwards, by the words before it, which have the meanings `words`, and behind it.
pub fn falls(before: &str, words: u8, after: &str) -> bool {
    static LOWER_THAN: &Words = words!["低于", "低于或等于"];
    static FALLS_BEHIND: &Words = words![any case:
        "的跌幅", "以上跌幅", "以上的跌幅", "downside", "below", "loss", "decline", "下跌空间", "跌幅",
    ];
    if words & DOWN != 0 {
        return true;
    }
    if words & (LOWER | NOT_LOWER) == LOWER {
        let close = before.trim_end_matches([' ', '(', '在', '约', '-', '+', '>', '<']);
        if LOWER_THAN.end(close).is_none() {
            return true;
        }
    }
    // The word stands within fourteen characters behind the number.
    let behind = after.trim_start_matches([' ', ')', ',']);
    let skipped = after.len() - behind.len();
    FALLS_BEHIND.begin(behind).is_some_and(|word| skipped + behind[..word.end].chars().count() <= 14)
}

/// Whether words of a gain stand before the number, so that a number alone is a lower limit.
pub fn rises(words: u8) -> bool {
    words & UP != 0
}
