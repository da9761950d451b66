//! The risks of 风险提示, one each.

use super::block::{Block, Line, LineKind};
use crate::{
    model::fact::Fact,
    text::{source::Source, span::Span},
};

const HEADINGS: [&str; 14] = [
    "风险提示与分析",
    "风险提示",
    "风险因素",
    "主要风险",
    "投资风险提示",
    "风险分析",
    "风险",
    "風險提示",
    "風險因素",
    "主要風險",
    "Key risks",
    "Risks",
    "Risk factors",
    "Downside risks",
];

/// The risks that `blocks` name under a heading about them; from the first such list that names any.
#[must_use]
pub fn risks(source: &Source, blocks: &[Block]) -> Vec<Fact<String>> {
    for (index, block) in blocks.iter().enumerate() {
        let Block::Line(line) = block else { continue };
        let text = source.slice(line.span);
        let Some(start) = list_start(text) else { continue };
        let rest = text[start..].trim();
        let spans = if rest.is_empty() {
            following(source, &blocks[index + 1..])
        } else {
            joined(source, line, start, &blocks[index + 1..])
        };
        let found: Vec<Fact<String>> = spans.iter().flat_map(|span| listed(source, *span)).collect();
        let plausible = found.iter().any(|risk| is_risk(&risk.value));
        if plausible {
            return merged(found);
        }
    }
    inline(source, blocks)
}

/// Where the list begins in a line that is, or begins with, a heading about risks.
fn list_start(text: &str) -> Option<usize> {
    let trimmed = text.trim_start_matches(|character: char| {
        character.is_whitespace() || "*#·•➢➤■❑—-0123456789.、）)（(一二三四五六七八九十".contains(character)
    });
    let at = text.len() - trimmed.len();
    let heading = HEADINGS.iter().find(|heading| trimmed.starts_with(**heading))?;
    let behind = at + heading.len();
    let rest = &text[behind..];
    let bare = rest.trim_start_matches(['*', ' ']);
    if bare.is_empty() {
        return Some(text.len());
    }
    let mark = bare.chars().next().filter(|next| matches!(next, ':' | '：' | '—' | '-'))?;
    let start = text.len() - bare.len() + mark.len_utf8();
    Some(start + text[start..].len() - text[start..].trim_start_matches(['*', ' ', '：', ':', '—']).len())
}

/// The lines behind a heading of its own.
fn following(source: &Source, blocks: &[Block]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for block in blocks.iter().take(14) {
        let Block::Line(line) = block else { break };
        let text = source.slice(line.span).trim();
        let furniture = line.kind == LineKind::Furniture;
        if furniture {
            continue;
        }
        let ends = matches!(line.kind, LineKind::Heading(_) | LineKind::Caption | LineKind::Sources)
            || (line.after_blank && !found.is_empty() && !goes_on(source, &found));
        if ends {
            let numbered = text.starts_with(|first: char| first.is_ascii_digit()) && is_risk(text);
            if !numbered {
                break;
            }
        }
        found.push(line.span);
        if text.ends_with(['。', '.']) && !numbered_list(text) {
            break;
        }
    }
    joined_spans(source, &found)
}

fn numbered_list(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '(' | '（' | '①'))
}

fn goes_on(source: &Source, found: &[Span]) -> bool {
    found.last().is_some_and(|last| {
        let text = source.slice(*last).trim_end();
        text.ends_with(['；', ';', '、', '，', ',']) || numbered_list(text)
    })
}

/// The rest of a line behind the heading, with the lines that go on with it.
fn joined(source: &Source, line: &Line, start: usize, blocks: &[Block]) -> Vec<Span> {
    let mut spans = vec![Span { start: line.span.start + start as u32, end: line.span.end }];
    for block in blocks.iter().take(8) {
        let ended =
            spans.last().is_some_and(|span| source.slice(*span).trim_end().ends_with(['。', '.', '！']));
        let Block::Line(next) = block else { break };
        let text = source.slice(next.span);
        if ended
            || next.after_blank
                && !source.slice(spans[spans.len() - 1]).trim_end().ends_with(['；', ';', '、', '，'])
            || !matches!(next.kind, LineKind::Prose | LineKind::Item)
            || text.chars().count() < 2
        {
            break;
        }
        // A short piece of text in its own line is no end of a long line.
        let full = source.slice(spans[spans.len() - 1]).chars().count() >= 18;
        if !full || text.starts_with('（') {
            break;
        }
        spans.push(next.span);
    }
    joined_spans(source, &spans)
}

/// Lines that make one paragraph as one span, lines that are entries each as their own.
fn joined_spans(source: &Source, spans: &[Span]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for span in spans {
        let ended = found.last().is_none_or(|last| {
            source.slice(*last).trim_end().ends_with(['；', ';', '。', '.'])
                || numbered_list(source.slice(*span))
        });
        match found.last_mut() {
            Some(last) if !ended => *last = last.to(*span),
            _ => found.push(*span),
        }
    }
    found
}

/// Words that a risk ends with, so that 、 behind it separates two risks.
const ENDS: [&str; 30] = [
    "预期",
    "风险",
    "加剧",
    "下滑",
    "恶化",
    "下行",
    "波动",
    "放缓",
    "变化",
    "变动",
    "不确定性",
    "下降",
    "上升",
    "上涨",
    "下跌",
    "受阻",
    "延迟",
    "推迟",
    "反复",
    "摩擦",
    "收紧",
    "減弱",
    "減少",
    "减少",
    "减弱",
    "預期",
    "風險",
    "激化",
    "升级",
    "不足",
];

fn is_risk(text: &str) -> bool {
    ENDS.iter().any(|word| text.contains(word))
        || ["risk", "delay", "slow", "weak", "lower", "competition", "decline", "demand"]
            .iter()
            .any(|word| text.to_lowercase().contains(word))
        || text.contains("擴大")
        || text.contains("高於")
}

/// The risks in the text at `span`.
fn listed(source: &Source, span: Span) -> Vec<Fact<String>> {
    let text = source.slice(span);
    let base = span.start as usize;
    let by_commas = text.chars().count() < 120 && !text.contains(['；', ';', '、']);
    let mut found = Vec::new();
    let mut start = 0;
    let mut push = |from: usize, to: usize| {
        let piece = &text[from..to];
        let lead = unnumbered(piece);
        let from = from + lead;
        let piece = text[from..to]
            .trim_end()
            .trim_end_matches(['*', '。', '；', ';', '.', '，', ',', '、', '：'])
            .trim_end();
        let piece = ["等风险因素", "等因素", "等。", "等"]
            .iter()
            .find_map(|end| piece.strip_suffix(end))
            .unwrap_or(piece)
            .trim_end();
        if piece.chars().count() >= 2 {
            let span = Span::new(base + from, base + from + piece.len());
            found.push(Fact::new(one_line(piece), span));
        }
    };
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let separates = match character {
            '；' | ';' => true,
            '。' => true,
            '、' => ENDS.iter().any(|word| text[start..at].trim_end().ends_with(word)),
            '，' | ',' => ENDS.iter().any(|word| text[start..at].trim_end().ends_with(word)) && by_commas,
            _ => false,
        };
        let numbered = numbered_list(&text[at..])
            && at > start
            && unnumbered(&text[at..]) > 0
            && text[..at].trim_end().ends_with(['险', '期', '剧', '；', '，', '、', '。']);
        if numbered && !separates {
            push(start, at);
            start = at;
        } else if separates {
            push(start, at);
            start = end;
        }
    }
    push(start, text.len());
    found
}

/// The length of the numbering that `piece` begins with: 1）, (1), 1、, ①.
fn unnumbered(piece: &str) -> usize {
    let trimmed = piece
        .trim_start_matches(|character: char| character.is_whitespace() || "*•·-—➢●".contains(character));
    let lead = piece.len() - trimmed.len();
    let open = trimmed.trim_start_matches(['(', '（']);
    let digits = open.trim_start_matches(|character: char| {
        character.is_ascii_digit() || "①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十".contains(character)
    });
    let number = open.len() - digits.len();
    let rest = digits.trim_start_matches([')', '）', '、', '.', '．', '，']);
    let circled = open.starts_with(|first: char| "①②③④⑤⑥⑦⑧⑨⑩".contains(first));
    if number > 0 && number <= 6 && (rest.len() < digits.len() || circled) {
        lead + trimmed.len() - rest.trim_start().len()
    } else {
        lead
    }
}

fn one_line(piece: &str) -> String {
    let lines: Vec<&str> = piece.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join(if piece.is_ascii() { " " } else { "" }).replace("**", "")
}

/// The same risk printed twice is given once.
fn merged(found: Vec<Fact<String>>) -> Vec<Fact<String>> {
    let mut kept: Vec<Fact<String>> = Vec::new();
    for risk in found {
        if !kept.iter().any(|earlier| earlier.value == risk.value) {
            kept.push(risk);
        }
    }
    kept
}

/// Risks in text without line ends: from the heading's words to the end of the sentence.
fn inline(source: &Source, blocks: &[Block]) -> Vec<Fact<String>> {
    for block in blocks {
        let Block::Line(line) = block else { continue };
        let text = source.slice(line.span);
        for heading in ["风险提示：", "风险因素：", "风险提示:", "风险因素:"] {
            let Some(at) = text.find(heading) else { continue };
            let start = at + heading.len();
            let Some(length) = text[start..].find('。').filter(|length| *length <= 600) else { continue };
            let span = Span::new(line.span.start as usize + start, line.span.start as usize + start + length);
            let found = listed(source, span);
            if found.iter().all(|risk| is_risk(&risk.value)) {
                return merged(found);
            }
        }
    }
    Vec::new()
}
