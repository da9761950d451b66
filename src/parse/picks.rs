//! The named lists of recommended companies: 建议关注：（1）AI 算力：甲、乙；（2）AI 应用：丙、丁等.

use super::block::{Block, Line, LineKind};
use crate::{
    model::{
        diagnostic::{Diagnostic, DiagnosticKind, Severity},
        fact::Fact,
        pick::Picks,
    },
    text::{source::Source, span::Span},
};

/// Words that recommend; a list stands behind one of them.
const VERBS: [&str; 26] = [
    "建议重点关注",
    "建议关注",
    "建议投资者关注",
    "重点推荐",
    "重点关注",
    "重点公司",
    "推荐关注",
    "推荐标的",
    "受益标的",
    "相关标的",
    "核心标的",
    "关注标的",
    "投资建议",
    "建议选择以下几个方向",
    "以下几个方向",
    "相关公司",
    "建議關注",
    "重點關注",
    "重點推薦",
    "首选",
    "推荐",
    "关注",
    "看好",
    "標的",
    "标的",
    "方向",
];

/// The lists of `blocks`, each printed twice given once.
#[must_use]
pub fn picks(source: &Source, blocks: &[Block], diagnostics: &mut Vec<Diagnostic>) -> Vec<Picks> {
    let mut found: Vec<Picks> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let Block::Line(line) = block else { continue };
        if !matches!(line.kind, LineKind::Prose | LineKind::Item | LineKind::Heading(_)) {
            continue;
        }
        let text = source.slice(line.span);
        let recommending = recommending(text);
        let lists = if let Some((at, verb)) = recommending {
            let paragraph = paragraph(source, line, &blocks[index + 1..]);
            in_paragraph(source, &paragraph, line.span.start as usize + at, verb, diagnostics)
        } else if line.kind == LineKind::Item && under_verb(source, &blocks[..index]) {
            let paragraph = paragraph(source, line, &blocks[index + 1..]);
            in_paragraph(source, &paragraph, line.span.start as usize, "", diagnostics)
        } else {
            continue;
        };
        for list in lists {
            if !found.iter().any(|earlier| same(earlier, &list)) {
                found.push(list);
            }
        }
    }
    found
}

/// The first recommending word of `text` and its place; the longest where several begin there.
fn recommending(text: &str) -> Option<(usize, &'static str)> {
    text.contains('、').then_some(())?;
    text.char_indices().filter(|(_, first)| "建重推受相核关投以關首看標标方".contains(*first)).find_map(
        |(at, _)| {
            let verb =
                VERBS.iter().filter(|verb| text[at..].starts_with(**verb)).max_by_key(|verb| verb.len())?;
            Some((at, *verb))
        },
    )
}

fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

fn same(one: &Picks, other: &Picks) -> bool {
    let names = |picks: &Picks| picks.names.iter().map(|name| bare(&name.value)).collect::<Vec<_>>();
    bare(&one.theme.value) == bare(&other.theme.value) && names(one) == names(other)
}

/// Whether the nearest heading or line before an entry of a list recommends.
fn under_verb(source: &Source, before: &[Block]) -> bool {
    for block in before.iter().rev().take(30) {
        let Block::Line(line) = block else { return false };
        let text = source.slice(line.span).trim();
        if text.chars().count() <= 24 && VERBS[..17].iter().any(|verb| text.contains(verb)) {
            return true;
        }
        let entry = line.kind == LineKind::Item
            || line.kind == LineKind::Furniture
            || text.contains(['、', '@', '(', '（'])
            || text.chars().count() <= 12;
        let other_heading = matches!(line.kind, LineKind::Heading(_));
        if other_heading && line.kind != LineKind::Heading(3) || (!entry && text.chars().count() > 40) {
            return false;
        }
    }
    false
}

/// A paragraph as pieces of the source: a line with the lines that it is broken over.
fn paragraph(source: &Source, line: &Line, following: &[Block]) -> Vec<Span> {
    let mut spans = vec![line.span];
    for block in following.iter().take(6) {
        let last = source.slice(spans[spans.len() - 1]).trim_end();
        let Block::Line(next) = block else { break };
        if next.kind == LineKind::Furniture {
            continue;
        }
        let text = source.slice(next.span);
        let open = !last.ends_with(['。', '；', '！', '：', ':', '*']) && last.contains('、');
        let goes_on =
            next.kind == LineKind::Prose && text.contains(['、', '。', '等']) && !text.contains("风险");
        if !open || !goes_on {
            break;
        }
        spans.push(next.span);
    }
    spans
}

/// A paragraph's characters with their places.
struct Characters {
    all: Vec<(usize, char)>,
    breaks: Vec<usize>,
}

impl Characters {
    fn of(source: &Source, spans: &[Span]) -> Self {
        let mut all = Vec::new();
        let mut breaks = Vec::new();
        for span in spans {
            let start = span.start as usize;
            if !all.is_empty() {
                breaks.push(all.len());
            }
            all.extend(
                source
                    .slice(*span)
                    .char_indices()
                    .filter(|(_, character)| *character != '*' && *character != '\u{3000}')
                    .map(|(at, character)| (start + at, character)),
            );
        }
        Self { all, breaks }
    }

    fn text(&self, range: std::ops::Range<usize>) -> String {
        self.all.get(range).unwrap_or_default().iter().map(|(_, character)| *character).collect()
    }

    fn fact(&self, range: std::ops::Range<usize>) -> Option<Fact<String>> {
        let (mut start, mut end) = (range.start, range.end);
        while start < end && self.all[start].1.is_whitespace() {
            start += 1;
        }
        while start < end && self.all[end - 1].1.is_whitespace() {
            end -= 1;
        }
        let (first, last) = (self.all.get(start)?, self.all.get(end.checked_sub(1)?)?);
        (start < end)
            .then(|| Fact::new(self.text(start..end), Span::new(first.0, last.0 + last.1.len_utf8())))
    }

    fn broken(&self, range: &std::ops::Range<usize>) -> bool {
        self.breaks.iter().any(|at| range.start < *at && *at < range.end)
    }
}

/// The lists of a paragraph behind its recommending word.
fn in_paragraph(
    source: &Source,
    spans: &[Span],
    from: usize,
    verb: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Picks> {
    let characters = Characters::of(source, spans);
    let Some(begin) = characters.all.iter().position(|(at, _)| *at >= from) else { return Vec::new() };
    let verb_end = begin + verb.chars().count();
    let verb_fact = if verb.is_empty() { None } else { characters.fact(begin..verb_end) };
    let mut found = Vec::new();
    let mut clause = verb_end;
    let mut depth = 0_i32;
    let count = characters.all.len();
    for at in verb_end..=count {
        let character = characters.all.get(at).map(|(_, character)| *character);
        match character {
            Some('（' | '(') => depth += 1,
            Some('）' | ')') => depth -= 1,
            _ => {}
        }
        if !matches!(character, None | Some('；' | ';' | '。')) || (depth > 0 && character.is_some()) {
            continue;
        }
        if let Some(list) = list(&characters, clause..at, verb_fact.clone()) {
            for name in &list.names {
                let range = characters.all.partition_point(|(place, _)| *place < name.span.start as usize)
                    ..characters.all.partition_point(|(place, _)| *place < name.span.end as usize);
                if characters.broken(&range) {
                    diagnostics.push(Diagnostic {
                        severity: Severity::Note,
                        kind: DiagnosticKind::JoinedOverLines,
                        span: name.span,
                    });
                }
            }
            found.push(list);
        }
        clause = at + 1;
    }
    found
}

/// A theme and its names: `主题：甲、乙等`, `主题（甲、乙）`, `主题，…，推荐甲、乙`.
fn list(characters: &Characters, range: std::ops::Range<usize>, verb: Option<Fact<String>>) -> Option<Picks> {
    let start = skip_numbering(characters, range.clone());
    let find =
        |wanted: &[char], from: usize| (from..range.end).find(|at| wanted.contains(&characters.all[*at].1));
    let colon = find(&['：', ':'], start);
    let bracket = find(&['（', '('], start);
    let comma = find(&['，', ','], start);
    let first_separator = find(&['、'], start)?;
    let (theme_end, names) = match (colon, bracket, comma) {
        (Some(colon), ..) if colon < first_separator && bracket.is_none_or(|bracket| colon < bracket) => {
            (colon, colon + 1..range.end)
        }
        (_, Some(open), _) if open < first_separator => {
            let close = find(&['）', ')'], open)?;
            (close > first_separator).then_some(())?;
            (open, open + 1..close)
        }
        (_, _, Some(comma)) if comma < first_separator => {
            let rest = characters.text(comma..range.end);
            let (at, word) = ["推荐", "建议关注", "重点关注", "关注", "看好"]
                .iter()
                .filter_map(|word| Some((rest.find(word)?, *word)))
                .min()?;
            let begin = comma + rest[..at].chars().count() + word.chars().count();
            (comma, begin..range.end)
        }
        _ => return None,
    };
    let theme = characters.fact(start..theme_end).filter(|theme| is_theme(&theme.value))?;
    let names = names_in(characters, names);
    if names.len() < 2 || !names.iter().all(|name| is_name(&name.value)) {
        return None;
    }
    let span = names.iter().map(|name| name.span).fold(theme.span, Span::to);
    Some(Picks { theme, verb, names, span })
}

fn skip_numbering(characters: &Characters, range: std::ops::Range<usize>) -> usize {
    let mut at = range.start;
    let is = |at: usize, wanted: &str| {
        characters.all.get(at).is_some_and(|(_, character)| wanted.contains(*character))
    };
    while at < range.end && is(at, " ：:\t，,的有和/-—") {
        at += 1;
    }
    let mut next = at + usize::from(is(at, "（("));
    let digits = next;
    while next < range.end && is(next, "0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨")
    {
        next += 1;
    }
    if next > digits && next - digits <= 2 && (is(next, "）)、.．") || is(digits, "①②③④⑤⑥⑦⑧⑨"))
    {
        at = next + usize::from(is(next, "）)、.．"));
    }
    while at < range.end && is(at, " ：:\t，,") {
        at += 1;
    }
    // 重点公司：AI 算力（…）: the words before the colon recommend and are no theme.
    let rest = characters.text(at..range.end);
    let verb =
        VERBS.iter().find(|verb| rest.strip_prefix(**verb).is_some_and(|rest| rest.starts_with(['：', ':'])));
    match verb {
        Some(verb) => skip_numbering(characters, at + verb.chars().count() + 1..range.end),
        None => at,
    }
}

fn is_theme(theme: &str) -> bool {
    let count = theme.chars().count();
    let sentence = ["我们", "认为", "建议", "公司", "分别", "包括", "如下", "其中", "标的", "增长", "显示"]
        .iter()
        .any(|word| theme.contains(word));
    (1..=24).contains(&count) && !sentence && !theme.contains(['。', '；', '%', '、', '“'])
}

fn names_in(characters: &Characters, range: std::ops::Range<usize>) -> Vec<Fact<String>> {
    let mut found = Vec::new();
    let mut start = range.start;
    for at in range.start..=range.end {
        let separates = at == range.end || matches!(characters.all[at].1, '、' | '，' | ',');
        if !separates {
            continue;
        }
        let mut end = at;
        let text = characters.text(start..end);
        let trimmed = text.trim_end();
        for tail in ["等公司", "等标的", "等企业", "等"] {
            if trimmed.ends_with(tail) {
                end -= text.chars().count() - trimmed.chars().count() + tail.chars().count();
                break;
            }
        }
        if let Some(name) = characters.fact(start..end) {
            found.push(name);
        }
        start = at + 1;
    }
    found
}

/// Whether `name` may be a company's: short, and no words of a sentence.
fn is_name(name: &str) -> bool {
    let count = name.chars().count();
    let words = [
        "的",
        "以及",
        "领域",
        "产业链",
        "环节",
        "方向",
        "行业",
        "板块",
        "需求",
        "技术",
        "厂商",
        "风险",
        "预期",
        "设备及",
        "市场",
        "政策",
        "芯片、",
        "。",
    ];
    (2..=12).contains(&count)
        && !words.iter().any(|word| name.contains(word))
        && !name.chars().all(|character| character.is_ascii_digit())
}
