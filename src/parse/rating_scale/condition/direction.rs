//! Directions that words give without numbers.

use crate::{
    model::rating_scale::Relation,
    text::words::{Words, words},
};

const NOT_RATED: u8 = 0;
const UNDERPERFORM: u8 = 1;
const IN_LINE: u8 = 2;
const OUTPERFORM: u8 = 3;
/// Words that speak of fundamentals; they count where no word compares a return.
const OUTLOOK: u8 = 4;

/// The direction that words give, and where the word ends: the first word that compares a return, or else the first
/// outlook; of two at one place the longer, which holds the other.
pub fn direction(text: &str) -> Option<(Relation, usize)> {
    static NEGATIONS: &Words = words![any case: "不", "未", "非", "not ", "未能"];
    let mut outlook = None;
    let mut from = 0;
    while let Some(word) = DIRECTIONS.next(text, from) {
        from = word.start + 1;
        // 一致预期 is what others expect, and no direction.
        if text[word.end..].starts_with("预期") {
            continue;
        }
        let relation = match word.meaning & !OUTLOOK {
            NOT_RATED => Relation::NotRated,
            UNDERPERFORM => Relation::Underperform,
            IN_LINE => Relation::InLine,
            _ => Relation::Outperform,
        };
        if word.meaning & OUTLOOK == 0 {
            let negated = NEGATIONS.end(&text[..word.start]).is_some();
            return (!negated).then_some((relation, word.end));
        }
        outlook = outlook.or(Some((relation, word.end)));
    }
    outlook
}

/// Where the next word begins, at byte `from` or behind it, that gives a direction; the end of the text where there is none.
pub fn next_direction(text: &str, from: usize) -> usize {
    DIRECTIONS.next(text, from).map_or(text.len(), |word| word.start)
}

static DIRECTIONS: &Words = words![any case:
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
    OUTLOOK | UNDERPERFORM => [
        "看淡", "向淡", "转弱", "恶化", "负面观点", "negative absolute", "deteriorating", "is cautious",
    ],
    OUTLOOK | IN_LINE => [
        "稳定", "平稳", "中立观点", "中性看法", "neutral absolute", "steady", "is neutral",
    ],
    OUTLOOK | OUTPERFORM => [
        "看好", "向好", "正面观点", "正面看法", "positive absolute", "improving", "is favorable",
    ],
];
