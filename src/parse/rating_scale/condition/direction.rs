//! Directions that words give without numbers.

use crate::model::rating_scale::Relation;

/// The direction that words give, and where the word ends.
pub fn direction(text: &str) -> Option<(Relation, usize)> {
    let lower = text.to_ascii_lowercase();
    let first = first_word(&lower, &WORDS);
    let negated = |at: usize| {
        lower[..at].ends_with(['不', '未', '非'])
            || lower[..at].ends_with("not ")
            || lower[..at].ends_with("未能")
    };
    match first {
        Some((at, ..)) if negated(at) => None,
        Some((_, relation, end)) => Some((relation, end)),
        None => outlook(&lower),
    }
}

/// The words that compare a return, in small letters.
const WORDS: [(Relation, &str); 76] = [
    (Relation::NotRated, "无法给出"),
    (Relation::NotRated, "未能给出"),
    (Relation::NotRated, "无法获取"),
    (Relation::NotRated, "无明确观点"),
    (Relation::NotRated, "没有明确观点"),
    (Relation::NotRated, "并无确信观点"),
    (Relation::NotRated, "未给予"),
    (Relation::NotRated, "不给予"),
    (Relation::NotRated, "并未给予"),
    (Relation::NotRated, "暂停"),
    (Relation::NotRated, "not rated"),
    (Relation::NotRated, "suspended"),
    (Relation::Underperform, "不具吸引力"),
    (Relation::Underperform, "缺乏吸引力"),
    (Relation::Underperform, "弱于"),
    (Relation::Underperform, "弱於"),
    (Relation::Underperform, "跑输"),
    (Relation::Underperform, "落后"),
    (Relation::Underperform, "逊于"),
    (Relation::Underperform, "逊色"),
    (Relation::Underperform, "低于"),
    (Relation::Underperform, "不及"),
    (Relation::Underperform, "差于"),
    (Relation::Underperform, "劣于"),
    (Relation::Underperform, "不如"),
    (Relation::Underperform, "小于"),
    (Relation::Underperform, "underperform"),
    (Relation::Underperform, "under-perform"),
    (Relation::Underperform, "to be below"),
    (Relation::Underperform, "fall below"),
    (Relation::Underperform, "less than"),
    (Relation::Underperform, "lower than"),
    (Relation::Underperform, "lag"),
    (Relation::Underperform, "worse than"),
    (Relation::Underperform, "with caution"),
    (Relation::Underperform, "unattractive"),
    (Relation::Underperform, "unfavorable"),
    (Relation::Underperform, "unfavourable"),
    (Relation::InLine, "持平"),
    (Relation::InLine, "跟随"),
    (Relation::InLine, "同步"),
    (Relation::InLine, "相当"),
    (Relation::InLine, "一致"),
    (Relation::InLine, "相若"),
    (Relation::InLine, "相近"),
    (Relation::InLine, "接近"),
    (Relation::InLine, "相仿"),
    (Relation::InLine, "变化不大"),
    (Relation::InLine, "不分伯仲"),
    (Relation::InLine, "in line"),
    (Relation::InLine, "in-line"),
    (Relation::InLine, "inline"),
    (Relation::InLine, "similar to"),
    (Relation::InLine, "equal to"),
    (Relation::InLine, "match"),
    (Relation::Outperform, "强于"),
    (Relation::Outperform, "优于"),
    (Relation::Outperform, "跑赢"),
    (Relation::Outperform, "超越"),
    (Relation::Outperform, "超过"),
    (Relation::Outperform, "超出"),
    (Relation::Outperform, "领先"),
    (Relation::Outperform, "战胜"),
    (Relation::Outperform, "好于"),
    (Relation::Outperform, "高于"),
    (Relation::Outperform, "胜过"),
    (Relation::Outperform, "大于"),
    (Relation::Outperform, "具吸引力"),
    (Relation::Outperform, "outperform"),
    (Relation::Outperform, "exceed"),
    (Relation::Outperform, "greater than"),
    (Relation::Outperform, "higher than"),
    (Relation::Outperform, "better than"),
    (Relation::Outperform, "to be above"),
    (Relation::Outperform, "to be attractive"),
    (Relation::Outperform, "favorable"),
];

/// The direction of words about fundamentals, where no return is compared.
fn outlook(lower: &str) -> Option<(Relation, usize)> {
    first_word(lower, &OUTLOOKS).map(|(_, relation, end)| (relation, end))
}

/// The words that speak of fundamentals.
const OUTLOOKS: [(Relation, &str); 16] = [
    (Relation::Outperform, "看好"),
    (Relation::Outperform, "向好"),
    (Relation::Outperform, "正面观点"),
    (Relation::Outperform, "正面看法"),
    (Relation::Outperform, "positive absolute"),
    (Relation::InLine, "稳定"),
    (Relation::InLine, "平稳"),
    (Relation::InLine, "中立观点"),
    (Relation::InLine, "中性看法"),
    (Relation::InLine, "neutral absolute"),
    (Relation::Underperform, "看淡"),
    (Relation::Underperform, "向淡"),
    (Relation::Underperform, "转弱"),
    (Relation::Underperform, "恶化"),
    (Relation::Underperform, "负面观点"),
    (Relation::Underperform, "negative absolute"),
];
/// The first of `words` in `text`, where it begins and where it ends; of two at one place the longer, which holds the
/// other.
fn first_word(text: &str, words: &[(Relation, &str)]) -> Option<(usize, Relation, usize)> {
    text.char_indices().filter(|(_, character)| begins_direction(*character)).find_map(|(at, _)| {
        let rest = &text[at..];
        let (relation, word) = words
            .iter()
            .filter(|(_, word)| begins_with(rest, word))
            // 一致预期 is what others expect, and no direction.
            .filter(|(_, word)| !rest[word.len()..].starts_with("预期"))
            .max_by_key(|(_, word)| word.len())?;
        Some((at, *relation, at + word.len()))
    })
}

/// Whether a word for a direction begins with `character`, asked before all words are compared.
fn begins_direction(character: char) -> bool {
    character.is_ascii_lowercase()
        || matches!(
            character,
            '无' | '未'
                | '没'
                | '并'
                | '不'
                | '暂'
                | '缺'
                | '弱'
                | '跑'
                | '落'
                | '逊'
                | '低'
                | '差'
                | '劣'
                | '小'
        )
        || matches!(
            character,
            '持' | '跟'
                | '同'
                | '相'
                | '一'
                | '接'
                | '变'
                | '强'
                | '优'
                | '超'
                | '领'
                | '战'
                | '好'
                | '高'
                | '胜'
        )
        || matches!(character, '大' | '具' | '看' | '向' | '正' | '稳' | '平' | '中' | '转' | '恶' | '负')
}

/// Whether `text` begins with `word`, told by the first three bytes for nearly all: a search for each word in turn
/// would prepare itself for longer than it searches.
fn begins_with(text: &str, word: &str) -> bool {
    text.as_bytes().first_chunk::<3>() == word.as_bytes().first_chunk::<3>() && text.starts_with(word)
}

#[cfg(test)]
mod tests {
    use super::{OUTLOOKS, WORDS, begins_direction};

    #[test]
    fn every_word_may_begin() {
        for (_, word) in WORDS.iter().chain(&OUTLOOKS) {
            assert!(word.starts_with(begins_direction), "{word}");
        }
    }
}
