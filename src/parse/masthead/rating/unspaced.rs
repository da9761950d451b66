//! Ratings in text without white space, between other words.

use super::{ANCHORS, action_at, anchor};
use crate::{
    model::masthead::{RatedSubject, RatingAction},
    parse::lexicon::{GradeKind, grade_word},
    text::words::{Words, words},
};

/// A rating in the middle of words.
pub struct Inside<'a> {
    /// Whose rating it is, as its label says.
    pub stated: Option<RatedSubject>,
    /// The grade and what became of it.
    pub words: &'a str,
    /// The grade.
    pub label: &'a str,
    /// What became of it.
    pub action: Option<RatingAction>,
}

/// A grade behind its label (投资评级：买入) or before its action (买入/维持, 推荐维持评级) in the middle of `words`.
pub fn inside(words: &str) -> Option<Inside<'_>> {
    static BEFORE: &Words = words!["前次", "上次", "原", "此前", "前", "细分行业"];
    let graded = |at: usize, stated: Option<RatedSubject>, anchored: bool| {
        let rest = &words[at..];
        let (_, mut end) = grade_word(rest).filter(|(kind, _)| *kind != GradeKind::NotRated)?;
        end += ["-A", "-B"]
            .iter()
            .find(|letter| rest[end..].starts_with(**letter))
            .map_or(0, |letter| letter.len());
        let behind = rest[end..].trim_start_matches(['/', '|', '(', '—', '丨', ' ']);
        let parted = behind.len() < rest.len() - end;
        let action = action_at(behind).filter(|(_, behind)| parted || anchored || behind.starts_with("评级"));
        let length = action.as_ref().map_or(end, |(_, behind)| rest.len() - behind.len());
        let field = action.is_none() && ends_field(&rest[length..]);
        (action.is_some() || (anchored && field)).then(|| Inside {
            stated,
            words: &rest[..length],
            label: &rest[..end],
            action: action.map(|(action, _)| action),
        })
    };
    let labeled = ANCHORS
        .hits(words)
        .filter(|hit| is_label(&words[..hit.end]) && BEFORE.end(&words[..hit.start]).is_none())
        .find_map(|hit| {
            let stated = anchor(&words[hit.start..]).and_then(|(stated, _)| stated);
            let at = words.len() - words[hit.end..].trim_start_matches([':', ' ']).len();
            graded(at, stated, true)
        });
    labeled.or_else(|| words.char_indices().find_map(|(at, _)| graded(at, None, false)))
}

/// Whether `words` end with a label of ratings alone; A股 and 投资建议 stand before other words, too.
fn is_label(words: &str) -> bool {
    words.ends_with("评级") || words.ends_with("评等") || words.ends_with("ating")
}

/// Whether a field ends before `behind`: a mark, a figure or another field's label, not a word that goes on.
fn ends_field(behind: &str) -> bool {
    static LABELS: &Words = words![
        "上次",
        "前次",
        "目标",
        "当前",
        "收盘",
        "股票",
        "最新",
        "总市值",
        "总股本",
        "报告",
        "分析师",
        "证券",
        "日期",
        "股价",
        "市价",
        "数据",
        "基本",
        "细分行业",
    ];
    LABELS.begin(behind).is_some() || !behind.starts_with(|first| ('\u{4e00}'..='\u{9fff}').contains(&first))
}
