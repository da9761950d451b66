//! Labels that no list of grade words knows: letters, digits, and short words by their place.

use super::{
    Label, LabelKind, begins_clause,
    behind::{condition_start, digit_follows},
    grade_at, start_of_numbering,
};
use crate::{
    parse::folded::{Folded, Gap},
    text::words::{Words, words},
};

/// What stands behind the letter of a risk, the dash between the two as text recognition reads it.
static RISKS: &Words = words!["一正常", "一较高", "一较低"];

/// A letter or a digit as a label: alone in quotes, or at the beginning of a line or cell and separated.
pub fn sign_label(folded: &Folded, at: usize, sign: char) -> Option<Label> {
    let text = folded.text.as_str();
    let end = at + 1;
    let rest = &text[end..];
    let quoted = text[..at].ends_with('"') && rest.starts_with('"');
    let begins = begins_clause(folded, at)
        || text[..at].ends_with(['。', ':'])
        || (text[..at].ends_with("评级") && rest.starts_with(':'));
    let separated = quoted
        || rest.starts_with([':', '—', '=', '-'])
        || (sign.is_ascii_alphabetic() && (folded.gap(end) >= Gap::Border || RISKS.begin(rest).is_some()));
    if !(quoted || begins) || !separated || (rest.starts_with('-') && digit_follows(rest)) {
        return None;
    }
    let condition = end + rest.len() - rest.trim_start_matches([':', '—', '=', '-', '"', ',', '一']).len();
    if grade_at(folded, condition).is_some() {
        return None;
    }
    let kind = if sign.is_ascii_digit() { LabelKind::Digit } else { LabelKind::Letter };
    Some(Label {
        kind,
        range: at..end,
        start: at - usize::from(quoted),
        condition,
        separated,
        named_last: false,
    })
}

/// Whether a colon or dashes stand close enough behind the beginning of `text` for [`other_label`].
pub fn other_label_may_end(text: &[u8]) -> bool {
    let mut rest = text;
    for _ in 0..=LONGEST {
        match rest {
            [0xe4..=0xe9, _, _, behind @ ..] => rest = behind,
            _ => break,
        }
    }
    matches!(rest, [b':', ..] | [0xe2, 0x80, 0x94, ..])
}

/// The most characters of a word that no list knows.
const LONGEST: usize = 6;

/// A short word at the beginning of a line, cell or clause, ended by a colon or dashes.
pub fn other_label(folded: &Folded, at: usize) -> Option<Label> {
    let text = folded.text.as_str();
    if !begins_clause(folded, at) {
        return None;
    }
    let mut end = at;
    for (count, character) in text[at..].chars().enumerate() {
        if matches!(character, ':' | '—') {
            break;
        }
        if count >= LONGEST
            || !matches!(character, '\u{4e00}'..='\u{9fa5}')
            || (end > at && folded.gap(end) >= Gap::Border)
        {
            return None;
        }
        end += character.len_utf8();
    }
    static OTHERS: &Words = words![
        "编号",
        "证书",
        "执业",
        "电话",
        "邮箱",
        "来源",
        "数据",
        "图表",
        "评级",
        "评等",
        "说明",
        "标准",
        "市场",
        "指数",
        "注",
        "其中",
        "提示",
        "定义",
        "基准",
        "报告",
        "日期",
        "声明",
        "建议",
        "行业",
        "公司",
        "股票",
        "区间",
        "时间",
        "体系",
        "具体",
        "分析师",
        "研究",
        "联系",
        "理由",
        "假设",
        "情景",
        "乐观",
        "悲观",
    ];
    let word = text.get(at..end)?;
    // 无: stands among the grades for none of them.
    if (word.len() < 2 * 3 && word != "无") || OTHERS.stand_in(word) {
        return None;
    }
    let (condition, separated) = condition_start(folded, end)?;
    Some(Label {
        kind: LabelKind::Other,
        range: at..end,
        start: start_of_numbering(text, at),
        condition,
        separated,
        named_last: false,
    })
}
