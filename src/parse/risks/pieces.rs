//! Where one risk ends and the next begins.

use std::ops::Range;

use super::push;
use crate::{
    model::fact::Fact,
    parse::passage::{Passage, entry_number, stripped},
    text::words::{Words, words},
};

/// Words with which a risk ends: what may happen.
static ENDINGS: &Words = words![
    "扩大",
    "擴大",
    "失败",
    "失敗",
    "过快",
    "過快",
    "反弹",
    "反彈",
    "预期",
    "預期",
    "加剧",
    "加劇",
    "风险",
    "風險",
    "下滑",
    "下行",
    "放缓",
    "放緩",
    "波动",
    "波動",
    "恶化",
    "惡化",
    "延后",
    "延後",
    "延迟",
    "延遲",
    "回落",
    "升级",
    "升級",
    "收紧",
    "收緊",
    "下降",
    "上升",
    "上涨",
    "上漲",
    "变化",
    "變化",
    "不确定性",
    "减值",
    "減值",
    "流失",
    "缺陷",
    "中断",
    "短缺",
    "加码",
    "加碼",
    "趋严",
    "减弱",
    "疲软",
    "受阻",
    "违约",
    "贬值",
    "升值",
    "反复",
    "超期",
    "不足",
    "泄露",
    "事故",
    "变动",
    "變動",
    "不及预测",
    "下跌",
    "限制",
    "制裁",
    "摩擦",
    "冲突",
    "衝突",
    "衰退",
];

/// Words that explain rather than name a risk.
static EXPLAINING: &Words =
    words!["若", "如果", "可能", "将", "將", "则", "因此", "从而", "影响", "我们", "本报告", "提醒"];

/// Adds the risks of the paragraph at `range`.
pub fn paragraph(passage: &Passage, range: Range<usize>, found: &mut Vec<Fact<String>>) {
    let text = passage.text.as_ref();
    let range = stripped(text, range, &[]);
    if range.is_empty() {
        return;
    }
    let numbered = entry_number(&text[range.clone()]) > 0;
    for (index, sentence) in split(text, range, &['。', '！']).into_iter().enumerate() {
        let words = text[sentence.clone()].trim_start();
        if index > 0 && !(numbered && entry_number(words) > 0) {
            // What follows the first sentence explains it, or is a further risk, or no longer about risks.
            if numbered && is_explaining(words) {
                continue;
            }
            if is_explaining(words) || !ends(words) {
                break;
            }
        }
        for part in split(text, sentence, &['；', ';']) {
            listed(passage, part, found);
        }
    }
}

/// Whether `text` is a paragraph that opens with the name of a risk and a colon: 技术迭代风险：若….
pub fn is_named(text: &str) -> bool {
    text.split_once(['：', ':']).is_some_and(|(name, rest)| {
        name.chars().nth(24).is_none() && ENDINGS.end(name.trim_end()).is_some() && !rest.trim().is_empty()
    })
}

/// Adds the risk that an entry of a list names: what it has before a colon or its first full stop.
pub fn entry(passage: &Passage, found: &mut Vec<Fact<String>>) {
    let text = passage.text.as_ref();
    let whole = stripped(text, 0..text.len(), &[]);
    let start = whole.start + entry_number(&text[whole.clone()]);
    let whole = start..whole.end;
    if let Some(at) = text[whole.clone()].find(['：', ':', '。']).filter(|at| *at > 0) {
        let name = stripped(text, whole.start..whole.start + at, MARKS);
        let rest = text[whole.start + at..].trim_matches(['：', ':', '。', '*', ' ']);
        if !rest.is_empty() && !text[name.clone()].contains(['；', ';']) {
            push(passage, name, found);
            return;
        }
    }
    paragraph(passage, whole, found);
}

/// Whether `text` is one risk in a line of its own.
pub fn is_one(text: &str) -> bool {
    let text = text.trim_end_matches(['。', '；', ';', '.']);
    text.chars().nth(30).is_none() && !text.contains(['：', ':', '。']) && ENDINGS.end(text).is_some()
}

const MARKS: &[char] = &['，', ',', '、', '。', '.', '：', ':', '；', ';', '【', '】'];

fn is_explaining(text: &str) -> bool {
    text.chars().nth(30).is_some() || EXPLAINING.stand_in(text)
}

/// Adds the risks of `part`, which has no semicolon: entries of a list with `、` or commas, or one risk.
fn listed(passage: &Passage, part: Range<usize>, found: &mut Vec<Fact<String>>) {
    let text = passage.text.as_ref();
    let part = stripped(text, part, MARKS);
    let number = entry_number(&text[part.clone()]);
    let mut part = stripped(text, part.start + number..part.end, MARKS);
    if let Some(before) = text[part.clone()].strip_suffix('等') {
        part.end = part.start + before.len();
    }
    if let Some(before) = ["等风险", "等風險"].iter().find_map(|word| text[part.clone()].strip_suffix(word))
    {
        part.end = part.start + before.len();
    }
    // A numbered entry is one risk; what it has behind a colon explains it.
    if let Some(at) = text[part.clone()].find(['：', ':']).filter(|at| *at > 0) {
        push(passage, stripped(text, part.start..part.start + at, MARKS), found);
        return;
    }
    if number > 0 || text[part.clone()].is_ascii() && text[..].contains(';') {
        push(passage, named(text, part), found);
        return;
    }
    let explained = EXPLAINING.stand_in(&text[part.clone()]);
    let pieces = split(text, part.clone(), &['、']);
    let commas = split(text, part.clone(), &['，', ',']);
    let english = text[part.clone()].is_ascii();
    let all_end = commas.iter().all(|piece| english || ends(&text[piece.clone()]));
    if commas.len() > 1 && all_end && !explained {
        for piece in commas {
            let piece = stripped(text, piece, MARKS);
            let and = if text[piece.clone()].starts_with("and ") { 4 } else { 0 };
            separate(passage, split(text, piece.start + and..piece.end, &['、']), found);
        }
    } else if !explained
        && commas.len() > 2
        && commas[..commas.len() - 1].iter().all(|piece| ends(&text[piece.clone()]))
    {
        // What stands last in a list of risks may be a sentence about them.
        for piece in &commas[..commas.len() - 1] {
            separate(passage, split(text, stripped(text, piece.clone(), MARKS), &['、']), found);
        }
    } else if explained || commas.len() > 1 {
        push(passage, named(text, part), found);
    } else {
        separate(passage, pieces, found);
    }
}

/// A risk without the reasons that follow a comma.
fn named(text: &str, part: Range<usize>) -> Range<usize> {
    match text[part.clone()].find(['，', ',']) {
        Some(at) if ends(&text[part.start..part.start + at]) => part.start..part.start + at,
        _ => part,
    }
}

/// Words behind which the risk follows.
static CAUSES: &Words = words!["导致", "導致", "引发", "造成"];

/// Adds each of `pieces`; one that is no risk alone (`国内、海外需求不及预期`) goes with the next.
fn separate(passage: &Passage, pieces: Vec<Range<usize>>, found: &mut Vec<Fact<String>>) {
    let text = passage.text.as_ref();
    let mut start = None;
    let last = pieces.len().saturating_sub(1);
    for (index, piece) in pieces.into_iter().enumerate() {
        let words = &text[piece.clone()];
        let short = words.trim().chars().nth(4).is_none();
        let causes = CAUSES.stand_in(words);
        let from = *start.get_or_insert(piece.start);
        if index < last && !ends(words) && (short || causes) {
            continue;
        }
        start = None;
        push(passage, stripped(text, from..piece.end, MARKS), found);
    }
}

fn ends(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || MARKS.contains(&c));
    ENDINGS.end(text).is_some()
}

/// The parts of `range` between `marks` outside brackets, without blank ones.
fn split(text: &str, range: Range<usize>, marks: &[char]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut start, mut depth) = (range.start, 0_usize);
    for (at, character) in text[range.clone()].char_indices() {
        let at = range.start + at;
        match character {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && marks.contains(&character) => {
                parts.push(start..at);
                start = at + character.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(start..range.end);
    parts.retain(|part| !text[part.clone()].trim_matches(|c: char| c.is_whitespace() || c == '*').is_empty());
    parts
}
