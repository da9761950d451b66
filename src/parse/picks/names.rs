//! A list of company names, told from a list of industries by what its entries are made of.

use std::ops::Range;

use crate::{
    parse::passage::{printed, stripped},
    text::words::{Words, words},
};

/// A name is no longer than this many characters.
const LONGEST_NAME: usize = 10;

/// A list as read.
pub struct Names {
    /// The names in print order, without what follows them in brackets.
    pub ranges: Vec<Range<usize>>,
    /// Whether any has a code or another word in brackets behind it.
    pub bracketed: bool,
    /// Where the text behind the list begins.
    pub end: usize,
}

/// The names that the text in `range` begins with; `None` where it does not begin with a list or an entry is no
/// company's name: all of a list is read or nothing.
pub fn names(text: &str, range: Range<usize>) -> Option<Names> {
    let listed = text[range.clone()].contains('、');
    let mut names = Names { ranges: Vec::new(), bracketed: false, end: range.start };
    let mut at = range.start;
    if let Some(rest) = text[at..range.end].trim_start().strip_prefix("包括") {
        at = range.end - rest.trim_start_matches(['：', ':']).len();
    }
    loop {
        let rest = &text[at..range.end];
        let stop = rest
            .find(|c: char| {
                matches!(c, '、' | '，' | ',' | '；' | ';' | '。' | '（' | '(' | '：' | ':' | '！' | '|')
            })
            .unwrap_or(rest.len());
        let (mut token, last) = without_rest(text, at..at + stop)?;
        at += stop;
        if text[token.clone()].ends_with('.') && !last {
            token.end -= 1;
        }
        push(text, token, &mut names.ranges)?;
        let mut last = last;
        if !last && text[at..range.end].starts_with(['（', '(']) {
            let close = text[at..range.end].char_indices().take(60).find(|(_, c)| matches!(c, '）' | ')'))?;
            let open = text[at..].chars().next().map_or(0, char::len_utf8);
            let inner = &text[at + open..at + close.0];
            if inner.contains('、') {
                return None;
            }
            names.bracketed = true;
            at += close.0 + if text[at + close.0..].starts_with('）') { 3 } else { 1 };
            let after = stripped(text, at..range.end, &[]);
            if text[after.clone()].starts_with('等') {
                let stop = text[after.clone()].find(['，', ',', '；', ';', '。']).unwrap_or(after.len());
                if !is_tail(&text[after.start + 3..after.start + stop]) {
                    return None;
                }
                at = after.start + stop;
                last = true;
            } else if let Some(joined) = conjunction(&text[after.clone()]) {
                at = after.start + joined;
                continue;
            } else {
                at = after.start.min(range.end);
            }
        }
        let rest = &text[at..range.end];
        names.end = at;
        match rest.chars().next() {
            Some('、') if !last => at += 3,
            Some(',') if !last && !listed => {
                at += 1;
                // English lists put their last `and` behind a comma.
                if let Some(joined) = text[at..range.end].strip_prefix(" and ") {
                    at = range.end - joined.len();
                }
            }
            Some('：' | ':' | '|') => return None,
            _ => break,
        }
        if text[at..range.end].trim().is_empty() {
            break;
        }
    }
    (!names.ranges.is_empty()).then_some(names)
}

/// The length of the word that joins the last name to the others.
fn conjunction(text: &str) -> Option<usize> {
    static WORDS: &Words = words!["以及", "和", "及", "与", "與", "and "];
    WORDS.begin(text).map(|word| word.end)
}

/// `range` without a closing 等, and whether it had one; `None` where 等 goes on to something else (等产业链).
fn without_rest(text: &str, range: Range<usize>) -> Option<(Range<usize>, bool)> {
    let token = &text[range.clone()];
    match token.find('等') {
        Some(at) if is_tail(&token[at + 3..]) => Some((range.start..range.start + at, true)),
        Some(_) => None,
        None => Some((range, false)),
    }
}

/// Words that follow 等; a chain or makers alone would say that the entries are industries.
static TAILS: &Words = words![
    COMPANIES => ["公司", "标的", "標的", "个股", "個股", "企业", "企業", "龙头", "龍頭", "相关", "相關", "优质", "優質", "上市", "核心"],
    INDUSTRY => ["产业链", "厂商", "行业"],
];
const COMPANIES: u8 = 0;
const INDUSTRY: u8 = 1;

/// Whether what follows 等 says no more than that these are companies.
fn is_tail(tail: &str) -> bool {
    let tail = tail.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | ')' | '）' | '.'));
    let mut rest = tail;
    while !rest.is_empty() {
        match TAILS.begin(rest) {
            Some(word) if word.meaning != INDUSTRY || rest.len() < tail.len() => rest = &rest[word.end..],
            _ => return false,
        }
    }
    true
}

/// Adds the name at `range`, or the two that a conjunction joins.
fn push(text: &str, range: Range<usize>, ranges: &mut Vec<Range<usize>>) -> Option<()> {
    let range = stripped(text, range, &['.', '“', '”', '"']);
    let token = &text[range.clone()];
    static JOINING: &Words = words![" and ", "和", "及", "与", "與"];
    if !JOINING.stand_in(token) {
        return is_name(token).then(|| ranges.push(range));
    }
    for word in ["以及", " and ", "和", "及", "与", "與"] {
        let Some(at) = token.find(word) else { continue };
        let (left, right) = (&token[..at], &token[at + word.len()..]);
        let long = |part: &str| part.chars().nth(2).is_some();
        if long(left) && long(right) && is_name(left) && is_name(right) {
            ranges.push(stripped(text, range.start..range.start + at, &[]));
            ranges.push(stripped(text, range.start + at + word.len()..range.end, &[]));
            return Some(());
        }
    }
    is_name(token).then(|| ranges.push(range))
}

/// Words that stand in names of industries, goods and facts, and in no company's short name.
static GENERIC: &Words = words![
    "产业",
    "產業",
    "行业",
    "行業",
    "板块",
    "板塊",
    "领域",
    "厂商",
    "龙头",
    "龍頭",
    "景气",
    "需求",
    "不及",
    "预期",
    "預期",
    "有望",
    "受益",
    "建议",
    "关注",
    "推荐",
    "公司",
    "市场",
    "市場",
    "环节",
    "赛道",
    "企业",
    "企業",
    "方向",
    "标的",
    "政策",
    "增长",
    "提升",
    "加速",
    "服务器",
    "交换机",
    "芯片",
    "估值",
    "业绩",
    "机会",
    "主线",
    "弹性",
    "产品",
    "渗透率",
    "替代",
    "自主可控",
    "上游",
    "下游",
    "风险",
    "風險",
    "评级",
    "評級",
    "我们",
    "来源",
    "光模块",
    "首次",
    "可以",
    "已经",
];

/// Names of industries that companies bear as a part of theirs.
static INDUSTRIES: &Words = words![
    "半导体",
    "机器人",
    "存储",
    "封测",
    "设备",
    "材料",
    "软件",
    "算力",
    "云计算",
    "人工智能",
    "消费电子",
    "汽车电子",
    "新能源",
    "光伏",
    "锂电",
    "储能",
    "白酒",
    "医药",
    "银行",
    "地产",
    "军工",
    "计算机",
    "通信",
    "传媒",
    "电子",
];

/// Whether `text` can be a company's short name.
fn is_name(text: &str) -> bool {
    let text = printed(text);
    let mut count = 0;
    let mut chinese = false;
    for character in text.chars().filter(|c| !c.is_whitespace()) {
        let known =
            character.is_alphanumeric() || matches!(character, '-' | '·' | '*' | '&' | '.' | '’' | '\'');
        if !known {
            return false;
        }
        chinese |= character >= '\u{2e80}';
        count += 1;
    }
    if !chinese {
        let words = text.split(' ').count();
        return (2..=40).contains(&count)
            && words <= 5
            && text.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
            && text.contains(|c: char| c.is_alphabetic());
    }
    let particle = text.contains('的') && !text.contains("美的");
    (2..=LONGEST_NAME).contains(&count)
        && !particle
        && INDUSTRIES.whole(&text).is_none()
        && !GENERIC.stand_in(&text)
}

#[cfg(test)]
mod tests {
    use super::names;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = names(text, 0..text.len());
        let found: Vec<_> =
            found.iter().flat_map(|names| &names.ranges).map(|range| &text[range.clone()]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn companies() {
        check("青崖科技、白鹿电子等。", &["青崖科技", "白鹿电子"]);
        check("青崖科技（600123）、白鹿电子(000001.SZ)等公司", &["青崖科技", "白鹿电子"]);
        check("青崖科技、白鹿电子和远山股份，受益于涨价", &["青崖科技", "白鹿电子", "远山股份"]);
        check("和泰电子、白鹿", &["和泰电子", "白鹿"]);
        check("Veltrane, Calder Volt and Norva Grid.", &["Veltrane", "Calder Volt", "Norva Grid"]);
    }

    #[test]
    fn no_companies() {
        check("芯片、服务器、交换机等算力产业链", &[]);
        check("青崖科技、白鹿电子等产业链", &[]);
        check("需求有望增长，价格上行", &[]);
        check("AI 算力（青崖科技、白鹿电子）", &[]);
    }
}
