//! The words that recommend: a root (`关注`, `标的`) with the words before it that belong to it (`建议`, `重点`).

use std::ops::Range;

/// Verbs that recommend what follows.
const VERBS: &[&str] = &["关注", "關注", "推荐", "推薦", "看好", "首选", "首選", "首推"];

/// Verbs that recommend only as advice: 建议布局.
const ADVISED: &[&str] = &["布局", "佈局", "配置", "选择", "選擇", "把握", "配置"];

/// Nouns that name companies as recommended where a word of choice stands before: 受益标的.
const NOUNS: &[&str] = &["标的", "標的", "公司", "个股", "個股", "组合", "組合"];

/// Words that go before a verb.
const BEFORE_VERBS: &[&str] = &[
    "建议", "建議", "重点", "重點", "积极", "積極", "持续", "持續", "继续", "繼續", "优先", "優先", "坚定",
    "堅定", "强烈", "強烈", "核心", "长期", "長期",
];

/// Words of choice that go before a noun.
const BEFORE_NOUNS: &[&str] =
    &["重点", "重點", "相关", "相關", "受益", "核心", "推荐", "推薦", "关注", "關注", "首选", "首選", "看好"];

/// English words, in lower case.
const ENGLISH: &[&str] = &[
    "top picks",
    "top pick",
    "key picks",
    "our picks",
    "stock picks",
    "preferred names",
    "preferred stocks",
];

/// Headings under which a list of companies is advice.
const HEADINGS: &[&str] = &["投资建议", "投資建議", "投资建议与标的", "投资策略", "投資策略"];

/// Whether any of the words can stand in `text`; quick, for the many passages that have none.
pub fn is_possible(text: &str) -> bool {
    [
        "关注", "關注", "推荐", "推薦", "标的", "標的", "公司", "看好", "首", "个股", "建议", "建議", "icks",
        "referred", "ICKS",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// The first words in `text` that recommend, and whether they are a noun (重点公司) rather than a verb.
pub fn recommendation(text: &str) -> Option<(Range<usize>, bool)> {
    let verbs = VERBS.iter().filter_map(|word| Some((text.find(word)?, word.len(), false, false)));
    let advised = ADVISED.iter().filter_map(|word| Some((text.find(word)?, word.len(), true, false)));
    let nouns = NOUNS.iter().filter_map(|word| noun(text, word));
    let mut best: Option<(Range<usize>, bool)> = english(text).map(|range| (range, true));
    for (at, length, needs_advice, is_noun) in verbs.chain(advised).chain(nouns) {
        let start = extended(text, at, if is_noun { BEFORE_NOUNS } else { BEFORE_VERBS });
        let start = extended(text, start, BEFORE_VERBS);
        if needs_advice && start == at {
            continue;
        }
        let mut end = at + length;
        let mut noun = is_noun;
        if let Some(word) = NOUNS.iter().find(|word| text[end..].trim_start_matches('的').starts_with(**word))
        {
            end = text.len() - text[end..].trim_start_matches('的').len() + word.len();
            noun = true;
        }
        if best
            .as_ref()
            .is_none_or(|(range, _)| start < range.start || (start == range.start && end > range.end))
        {
            best = Some((start..end, noun));
        }
    }
    best
}

/// The first place of the noun `word` in `text` with a word of choice before it.
fn noun(text: &str, word: &str) -> Option<(usize, usize, bool, bool)> {
    let places = text.match_indices(word).map(|(at, _)| at);
    let at = places.into_iter().find(|at| extended(text, *at, BEFORE_NOUNS) < *at)?;
    Some((at, word.len(), false, true))
}

fn extended(text: &str, mut start: usize, words: &[&str]) -> usize {
    while let Some(word) = words.iter().find(|word| text[..start].ends_with(**word)) {
        start -= word.len();
    }
    start
}

fn english(text: &str) -> Option<Range<usize>> {
    if !text.contains("icks")
        && !text.contains("ICKS")
        && !text.contains("referred")
        && !text.contains(" pick")
    {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let places = ENGLISH.iter().filter_map(|word| Some((lower.find(word)?, word.len())));
    let first = places.min_by_key(|(at, length)| (*at, usize::MAX - length));
    first.map(|(at, length)| at..at + length)
}

/// The words that recommend, where `head`, the text before a colon or a whole line, ends with them or announces a list
/// (建议选择以下几个方向).
pub fn announcement(head: &str) -> Option<(Range<usize>, bool)> {
    let mut found: Option<(Range<usize>, bool)> = None;
    let mut from = 0;
    for _ in 0..8 {
        let Some((range, noun)) = recommendation(&head[from..]) else { break };
        let range = from + range.start..from + range.end;
        from = range.end;
        found = Some((range, noun));
    }
    if let Some((range, noun)) = found {
        let tail = head[range.end..].trim_matches(|c: char| c.is_whitespace() || c == '*' || c == '】');
        let announces = ["以下", "如下", "主线", "主線", "方向", "包括", "有", "为"];
        let short = tail.chars().nth(16).is_none();
        if tail.is_empty()
            || (short
                && !tail.contains(['，', ',', '、'])
                && announces.iter().any(|word| tail.contains(word)))
        {
            return Some((range, noun));
        }
        return None;
    }
    let trimmed = head.trim_matches(|c: char| c.is_whitespace() || c == '*');
    HEADINGS.contains(&trimmed).then_some((0..head.len(), false))
}

#[cfg(test)]
mod tests {
    use super::{announcement, recommendation};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = recommendation(text)
            .map(|(range, noun)| format!("{}{}", &text[range], if noun { " noun" } else { "" }));
        assert_eq!(found.as_deref().unwrap_or("none"), expected, "{text}");
    }

    #[test]
    fn words_with_what_belongs_to_them() {
        check("我们建议重点关注：", "建议重点关注");
        check("建议关注标的：", "建议关注标的 noun");
        check("公司公告称，受益标的：", "受益标的 noun");
        check("公司公告称", "none");
        check("资产配置", "none");
        check("建議關注", "建議關注");
        check("Our top picks: A", "top picks noun");
    }

    #[test]
    fn announcements_stand_at_the_end() {
        let ends = ["投资方面建议选择以下几个方向", "建议关注", "推荐甲", "投资建议", "重点公司盈利预测"];
        assert_eq!(ends.map(|head| announcement(head).is_some()), [true, true, false, true, false]);
    }
}
