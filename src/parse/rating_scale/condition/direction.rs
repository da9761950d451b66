//! Directions that words give without numbers.

use crate::{
    model::rating_scale::Relation,
    text::words::{Words, words},
};

const NOT_RATED: u8 = 0;
const UNDERPERFORM: u8 = 1;
const IN_LINE: u8 = 2;
const OUTPERFORM: u8 = 3;

/// The direction that words give, and where the word ends.
pub fn direction(text: &str) -> Option<(Relation, usize)> {
    static NEGATIONS: &Words = words![any case: "不", "未", "非", "not ", "未能"];
    match first_word(text, COMPARISONS) {
        Some((at, ..)) if NEGATIONS.end(&text[..at]).is_some() => None,
        Some((_, relation, end)) => Some((relation, end)),
        // The direction of words about fundamentals, where no return is compared.
        None => first_word(text, OUTLOOKS).map(|(_, relation, end)| (relation, end)),
    }
}

/// The first of `words` in `text`, where it begins and where it ends; of two at one place the longer, which holds the
/// other.
fn first_word(text: &str, words: &Words) -> Option<(usize, Relation, usize)> {
    let mut from = 0;
    while let Some(word) = words.next(text, from) {
        // 一致预期 is what others expect, and no direction.
        if !text[word.end..].starts_with("预期") {
            let relation = match word.meaning {
                NOT_RATED => Relation::NotRated,
                UNDERPERFORM => Relation::Underperform,
                IN_LINE => Relation::InLine,
                _ => Relation::Outperform,
            };
            return Some((word.start, relation, word.end));
        }
        from = word.start + 1;
    }
    None
}

/// The words that compare a return.
static COMPARISONS: &Words = words![any case:
    NOT_RATED => [
        "无法给出", "未能给出", "无法获取", "无明确观点", "没有明确观点", "并无确信观点", "未给予", "不给予",
        "并未给予", "暂停", "not rated", "suspended",
    ],
    UNDERPERFORM => [
        "不具吸引力", "缺乏吸引力", "弱于", "弱於", "跑输", "落后", "逊于", "逊色", "低于", "不及", "差于",
        "劣于", "不如", "小于", "underperform", "under-perform", "to be below", "fall below", "less than",
        "lower than", "lag", "worse than", "with caution", "unattractive", "unfavorable", "unfavourable",
    ],
    IN_LINE => [
        "持平", "跟随", "同步", "相当", "一致", "相若", "相近", "接近", "相仿", "变化不大", "不分伯仲",
        "in line", "in-line", "inline", "similar to", "equal to", "match",
    ],
    OUTPERFORM => [
        "强于", "优于", "跑赢", "超越", "超过", "超出", "领先", "战胜", "好于", "高于", "胜过", "大于",
        "具吸引力", "outperform", "exceed", "greater than", "higher than", "better than", "to be above",
        "to be attractive", "favorable",
    ],
];

/// The words that speak of fundamentals.
static OUTLOOKS: &Words = words![any case:
    UNDERPERFORM => [
        "看淡", "向淡", "转弱", "恶化", "负面观点", "negative absolute",
    ],
    IN_LINE => [
        "稳定", "平稳", "中立观点", "中性看法", "neutral absolute",
    ],
    OUTPERFORM => [
        "看好", "向好", "正面观点", "正面看法", "positive absolute",
    ],
];
