//! What stands between a label and its condition, and how conditions begin.

use super::{super::condition::condition, grade_at};
use crate::{
    parse::{
        folded::{Folded, Gap},
        lexicon::{ENGLISH_GRADES, grade_word},
    },
    text::words::{Words, words},
};

/// Where the condition behind a label that ends at `end` begins, and whether something separates the two; `None` where
/// the word stands in a sentence.
pub fn condition_start(folded: &Folded, end: usize) -> Option<(usize, bool)> {
    let text = folded.text.as_str();
    let mut at = end;
    let mut separated = folded.gap(at) >= Gap::Border;
    let mut colon = false;
    let mut marked = false;
    for _ in 0..8 {
        let rest = &text[at..];
        let Some(next) = rest.chars().next() else { return Some((at, true)) };
        if next == ' ' {
            at += 1;
        } else if let Some(gloss) = gloss_length(folded, at) {
            at += gloss;
            separated |= text[..at].ends_with(')');
            // Overweight (O). The stock's total return
            if text[..at].ends_with(')') && text[at..].starts_with('.') && folded.gap(at + 1) >= Gap::Space {
                at += 1;
                separated = true;
            }
        } else if rest.starts_with("评级") || rest.starts_with("评等") || rest.starts_with("级:") {
            at += if rest.starts_with("级:") { "级".len() } else { "评级".len() };
        } else if next == '"' {
            at += 1;
            separated = true;
        } else if is_recognized_dash(rest) {
            at += next.len_utf8();
            (separated, marked) = (true, true);
        } else if matches!(next, ':' | '=' | '—' | '(' | '[' | ',') || (next == '-' && !digit_follows(rest))
        {
            let minus = next == '—' && colon && digit_follows(rest);
            if minus {
                break;
            }
            colon |= next == ':';
            marked |= matches!(next, ':' | '=' | '—' | '-');
            separated = true;
            at += next.len_utf8();
        } else {
            break;
        }
        separated |= folded.gap(at) >= Gap::Border;
    }
    // A grade's number in a cell of its own is no part of the limits behind it.
    if text.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
        && folded.gap(at) >= Gap::Border
        && folded.gap(at + 1) >= Gap::Border
    {
        at += 1;
    }
    let rest = &text[at..];
    static SENTENCE: &Words = words!["的", "、", "和", "或", "与", "至", "下调", "上调", "》", "。", "/"];
    let sentence = SENTENCE.begin(rest).is_some();
    // 中性：与大盘同步 is no sentence about 中性.
    (!sentence || marked || folded.gap(at) >= Gap::Border)
        .then_some((at, separated || folded.gap(at) >= Gap::Space))
}

/// Whether `rest` begins with the 一 that text recognition makes of a dash: a condition begins behind it, and no number that it
/// would be the sign of.
pub fn is_recognized_dash(rest: &str) -> bool {
    rest.strip_prefix('一').is_some_and(|behind| {
        begins_condition(behind) && !behind.starts_with(|first: char| first.is_ascii_digit())
    })
}

pub fn digit_follows(rest: &str) -> bool {
    rest.chars().nth(1).is_some_and(|next| next.is_ascii_digit())
}

/// The length of the same grade in another language behind a label: `(Buy)`, `Buy`, 买入.
fn gloss_length(folded: &Folded, at: usize) -> Option<usize> {
    let text = folded.text.as_str();
    let rest = &text[at..];
    if let Some(inside) = rest.strip_prefix('(') {
        let close = inside.bytes().take(40).position(|byte| byte == b')')?;
        let words = &inside[..close];
        let small = words.to_ascii_lowercase();
        let grade = ENGLISH_GRADES.begin(&small).is_some_and(|word| word.end == small.len());
        let condition = condition(words).is_read()
            && !grade
            && grade_word(words).is_none_or(|(_, length)| length < words.len());
        let short = words.chars().count() <= 22 && !words.contains('%');
        return (short && !condition && !words.is_empty()).then_some(close + 2);
    }
    let before_ascii =
        text[..at].trim_end_matches(['"', ' ']).ends_with(|last: char| last.is_ascii_alphabetic());
    let (_, length) = grade_at(folded, at)?;
    let gloss_ascii = rest.as_bytes()[0].is_ascii();
    (gloss_ascii != before_ascii && folded.gap(at) <= Gap::Border).then_some(length)
}

/// Whether `rest` begins as a condition begins, where nothing else separates it from the grade.
pub fn begins_condition(rest: &str) -> bool {
    static STARTS: &Words = words![
        "预期",
        "预计",
        "预测",
        "未来",
        "相对",
        "股价",
        "个股",
        "行业",
        "公司",
        "分析师",
        "分析员",
        "是指",
        "指",
        "投资",
        "报告",
        "以",
        "表示",
        "超越",
        "强于",
        "弱于",
        "领先",
        "落后",
        "跑赢",
        "跑输",
        "优于",
        "我们",
        "由于",
        "因",
        "在",
        "该",
        "证券",
        "其",
        "涨幅",
        "跌幅",
        "上涨",
        "下跌",
        "明显",
        "基本",
        "介于",
        "与",
        "股票",
        "对于",
        "于",
        "低于",
        "高于",
        "同期",
        "潜在",
        "估计",
        "预估",
        "The",
        "Stock",
        "Expected",
        "Describes",
        "Total",
        "FSR",
        "Relative",
        "We",
        "A ",
        "Return",
        "Potential",
        "Industry",
        "Sector",
        "Analyst",
        ">",
        "<",
        "≥",
        "≤",
        "±",
        "+",
        "-",
        "0",
        "1",
        "2",
        "3",
        "5",
    ];
    STARTS.begin(rest).is_some()
}
