//! What may stand between a name and the licence behind it: words for the number, a role, an address, a telephone.

use super::ROLES;
use crate::{
    model::masthead::AnalystRole,
    parse::folded::{Folded, Gap},
    text::words::{Words, words},
};

/// Words for the number itself.
static LABELS: &Words = words![
    "SAC执业证书编号",
    "SAC执业证书",
    "SAC执证编号",
    "SAC登记编号",
    "SAC编号",
    "SAC证书编号",
    "投资咨询资格编号",
    "分析师登记编码",
    "证券投资咨询业务证书编号",
    "执业资格证书编码",
    "执业登记编码",
    "执业登记编号",
    "执业证书编号",
    "执业证书号",
    "执业证书",
    "登记编号",
    "登记编码",
    "执业编号",
    "资格编号",
    "资格证书",
    "证书编号",
    "执业证号",
    "编号",
    "编码",
    "SAC No",
    "SAC NO",
    "SAC",
    "No",
    "证号",
    "执业证",
    "执业",
    "资格",
    "证书",
    "证券投资咨询",
    "电话",
    "邮箱",
    "E-mail",
    "Email",
    "Tel",
];

/// Roles that only stand behind a name, and what stands before a role: 金属行业首席分析师.
static TITLES: &Words = words!["研究支持", "首席", "资深", "高级", "联席首席"];

/// Where the name ends that belongs to what begins at `at`.
pub fn name_end(folded: &Folded, at: usize) -> usize {
    let text = folded.text.as_str();
    let mut end = at;
    for _ in 0..10 {
        let before = text[..end].trim_end_matches([':', '(', ')', ' ', ',', '.', '|', '/', '-']);
        end = before.len();
        let word = LABELS.end(before).map(|label| &before[..label.start]);
        if let Some(rest) = word.or_else(|| without_role(folded, before)) {
            end = rest.len();
        } else if let Some(length) = address(before).or_else(|| telephone(before)) {
            end -= length;
        } else {
            break;
        }
    }
    end
}

/// The role that stands between a name and its number.
pub fn role(words: &str) -> Option<AnalystRole> {
    if words.contains("研究支持") {
        return Some(AnalystRole::Assistant);
    }
    super::role(ROLES.first(words)?.meaning)
}

/// `before` without the role at its end and the field that it names.
fn without_role<'a>(folded: &Folded, before: &'a str) -> Option<&'a str> {
    let role = ROLES.end(before)?;
    let mut rest = &before[..role.start];
    while let Some(title) = TITLES.end(rest) {
        rest = &rest[..title.start];
    }
    // 有色金属行业: the field is a word of its own behind the name; so is 机械 in 衡某某 机械首席分析师.
    let attached = folded.gap(rest.len()) == Gap::None && rest.ends_with(|last: char| last >= '\u{4e00}');
    if rest.ends_with("行业") || attached {
        let field = rest.char_indices().rev().take(10).find(|(at, _)| folded.gap(*at) >= Gap::Space);
        let named = rest.ends_with("行业") || before[role.start..].starts_with("行业");
        rest = field
            .filter(|(at, _)| named || (folded.gap(*at) < Gap::Line && ends_with_name(folded, &rest[..*at])))
            .map_or(rest, |(at, _)| &rest[..at]);
    }
    Some(rest)
}

/// Whether `words` end with two to four Chinese characters behind white space.
fn ends_with_name(folded: &Folded, words: &str) -> bool {
    let last = words.char_indices().rev().take(5).take_while(|(_, last)| *last >= '\u{4e00}');
    let start = last.map(|(at, _)| at).find(|at| folded.gap(*at) >= Gap::Space);
    start.is_some_and(|start| (2..=4).contains(&words[start..].chars().count()))
}

/// The length of the mail address that `text` ends with.
fn address(text: &str) -> Option<usize> {
    let part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'@');
    let length = text.bytes().rev().take_while(part).count();
    text[text.len() - length..].contains('@').then_some(length)
}

/// The length of the telephone number that `text` ends with: no letter before it, as a licence has.
fn telephone(text: &str) -> Option<usize> {
    let part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'-' | b' ' | b'(' | b')' | b'+' | b'*');
    let length = text.bytes().rev().take_while(part).count();
    let digits = text[text.len() - length..].bytes().filter(u8::is_ascii_digit).count();
    let apart = text[text.len() - length..].starts_with(' ');
    let lettered = !apart && text[..text.len() - length].ends_with(|last: char| last.is_ascii_alphabetic());
    (digits >= 7 && !lettered).then_some(length)
}
