//! The name that stands before a code.

use crate::text::words::{Words, words};

/// A Chinese name is no longer than this many characters; a longer run of them is a sentence, and no name is guessed.
const LONGEST: usize = 10;

/// A name ends within this many characters before its code and begins within them.
const FARTHEST: usize = 80;

/// Words after which a name begins, though nothing separates them from it.
static BEFORE: &Words = words![
    "首选",
    "首選",
    "首推",
    "看好",
    "下调",
    "下調",
    "上调",
    "上調",
    "推荐",
    "推薦",
    "建议",
    "建議",
    "关注",
    "關注",
    "维持",
    "維持",
    "覆盖",
    "覆蓋",
    "收购",
    "收購",
    "给予",
    "給予",
    "受益",
    "标的",
    "標的",
    "以及",
    "龙头",
    "公司",
    "包括",
    "其中",
    "例如",
    "旗下",
    "子公司",
    "控股股东",
    "日晚",
    "上市",
    "厂商",
    "股东",
];

/// The name that `text` ends with, before the bracket that may stand at its end.
pub fn name_before(text: &str) -> Option<String> {
    let from = text.char_indices().rev().take(FARTHEST).last()?.0;
    let text = &text[from..];
    let text =
        text.trim_end().trim_end_matches(['（', '(', '[', '【']).trim_end().trim_end_matches(['*', '”', '"']);
    let last = text.chars().next_back()?;
    if last.is_ascii() { latin(text) } else { chinese(text) }
}

fn chinese(text: &str) -> Option<String> {
    let letters = |c: char| {
        ('\u{4e00}'..='\u{9fff}').contains(&c) || c.is_ascii_alphanumeric() || matches!(c, '·' | '*' | '-')
    };
    let start = text.char_indices().rev().take(LONGEST * 4).take_while(|(_, c)| letters(*c)).last()?.0;
    let mut name = &text[start..];
    let ends = (0..name.len()).filter_map(|at| BEFORE.at(name, at)).map(|hit| hit.end);
    let cut = ends.filter(|end| *end < name.len()).max();
    if let Some(end) = cut {
        name = &name[end..];
    }
    for word in ["与", "與", "对", "對", "由", "为", "為", "是"] {
        if let Some(rest) = name.strip_prefix(word).filter(|rest| rest.chars().nth(2).is_some()) {
            name = rest;
        }
    }
    let count = name.chars().count();
    ((2..=LONGEST).contains(&count)).then(|| name.to_owned())
}

/// The words with capitals that `text` ends with.
fn latin(text: &str) -> Option<String> {
    let mut start = text.len();
    for (words, word) in text.rsplit(' ').enumerate() {
        let named = word.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '&')
            && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '&' | '.' | '-' | '\''));
        if !named || words > 4 {
            break;
        }
        start = word.as_ptr() as usize - text.as_ptr() as usize;
    }
    let name = text[start..].trim();
    name.contains(|c: char| c.is_ascii_alphabetic()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::name_before;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(name_before(text).as_deref().unwrap_or("none"), expected, "{text}");
    }

    #[test]
    fn names() {
        check("12 月 23 日, 青崖科技 (", "青崖科技");
        check("下調霖澤物業（", "霖澤物業");
        check("同时看好渡云生活（", "渡云生活");
        check("We upgrade Calder Volt (", "Calder Volt");
        check("这一轮的价格上涨从去年的下半年开始延续至今（", "none");
        check("（", "none");
    }
}
