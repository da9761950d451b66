//! The words that recommend: a root (`关注`, `标的`) with the words before it that belong to it (`建议`, `重点`).

use std::ops::Range;

use crate::text::words::{Words, words};

/// Verbs that recommend what follows; nouns that name companies as recommended where a word of choice stands before
/// (受益标的); English words; verbs that recommend only as advice (建议布局), each with a meaning of its own.
static ROOTS: &Words = words![any case:
    VERB => ["关注", "關注", "推荐", "推薦", "看好", "首选", "首選", "首推"],
    NOUN => ["标的", "標的", "公司", "个股", "個股", "组合", "組合"],
    ENGLISH => ["top picks", "top pick", "key picks", "our picks", "stock picks", "preferred names", "preferred stocks"],
    ADVISED => ["布局"],
    ADVISED + 1 => ["佈局"],
    ADVISED + 2 => ["配置"],
    ADVISED + 3 => ["选择"],
    ADVISED + 4 => ["選擇"],
    ADVISED + 5 => ["把握"],
];
const VERB: u8 = 0;
const NOUN: u8 = 1;
const ENGLISH: u8 = 2;
const ADVISED: u8 = 3;

/// Nouns right behind a verb, which are a part of it: 建议关注标的.
static NOUNS: &Words = words!["标的", "標的", "公司", "个股", "個股", "组合", "組合"];

/// Words that go before a verb.
static BEFORE_VERBS: &Words = words![
    "建议", "建議", "重点", "重點", "积极", "積極", "持续", "持續", "继续", "繼續", "优先", "優先", "坚定",
    "堅定", "强烈", "強烈", "核心", "长期", "長期",
];

/// Words of choice that go before a noun.
static BEFORE_NOUNS: &Words = words![
    "重点", "重點", "相关", "相關", "受益", "核心", "推荐", "推薦", "关注", "關注", "首选", "首選", "看好",
];

/// Headings under which a list of companies is advice.
static HEADINGS: &Words = words!["投资建议", "投資建議", "投资建议与标的", "投资策略", "投資策略"];

/// The first words in `text` that recommend, and whether they are a noun (重点公司) rather than a verb.
pub fn recommendation(text: &str) -> Option<(Range<usize>, bool)> {
    let mut best: Option<(Range<usize>, bool)> = None;
    // No word that begins behind this place can be one with the best so far.
    let mut reach = text.len();
    let mut advised = 0_u32;
    let mut from = 0;
    while let Some(hit) = ROOTS.next(text, from).filter(|hit| hit.start <= reach) {
        let at = hit.start;
        from = text.ceil_char_boundary(at + 1);
        let is_noun = hit.meaning == NOUN;
        let start = match hit.meaning {
            ENGLISH => at,
            NOUN => extended(text, extended(text, at, BEFORE_NOUNS), BEFORE_VERBS),
            _ => extended(text, at, BEFORE_VERBS),
        };
        let fits = match hit.meaning {
            VERB | ENGLISH => true,
            NOUN => BEFORE_NOUNS.end(&text[..at]).is_some(),
            word => {
                let bit = 1 << (word - ADVISED);
                let first = advised & bit == 0;
                advised |= bit;
                first && start < at
            }
        };
        if !fits {
            continue;
        }
        let (mut end, mut noun) = (hit.end, is_noun || hit.meaning == ENGLISH);
        let behind = text[end..].trim_start_matches('的');
        if hit.meaning != ENGLISH
            && let Some(word) = NOUNS.begin(behind)
        {
            end = text.len() - behind.len() + word.end;
            noun = true;
        }
        let is_better =
            |(best, _): &(Range<usize>, bool)| start < best.start || (start == best.start && end > best.end);
        if best.as_ref().is_none_or(is_better) {
            best = Some((start..end, noun));
            reach = run_end(text, hit.end);
        }
    }
    best
}

/// Where the words that go before a noun or a verb end, which stand one behind the other from byte `at` on.
fn run_end(text: &str, mut at: usize) -> usize {
    while let Some(hit) = BEFORE_NOUNS.at(text, at).or_else(|| BEFORE_VERBS.at(text, at)) {
        at = hit.end;
    }
    at
}

fn extended(text: &str, mut start: usize, words: &Words) -> usize {
    while let Some(hit) = words.end(&text[..start]) {
        start = hit.start;
    }
    start
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
        static ANNOUNCES: &Words = words!["以下", "如下", "主线", "主線", "方向", "包括", "有", "为"];
        let short = tail.chars().nth(16).is_none();
        if tail.is_empty() || (short && !tail.contains(['，', ',', '、']) && ANNOUNCES.stand_in(tail)) {
            return Some((range, noun));
        }
        return None;
    }
    let trimmed = head.trim_matches(|c: char| c.is_whitespace() || c == '*');
    HEADINGS.whole(trimmed).is_some().then_some((0..head.len(), false))
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
